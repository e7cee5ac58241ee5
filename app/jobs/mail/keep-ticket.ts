import type { Fault, RunRecord, TicketRecord } from '../../../core/archive.ts';
import { naturalId } from '../../../core/hash.ts';
import type { Store } from '../../../store/store.ts';

/** Faults of a list that answers: they do not pass by themselves as a silent server does. */
const SURE = new Set(['LIST_EMPTY', 'LIST_MISSING', 'LIST_SHORT']);

/**
 * Open, go on with or close the ticket of a source by how its run ended.
 *
 * @param store inside the transaction that ends the run
 * @param fault what was wrong with the source in this run; null closes the ticket
 * @param patience runs in a row that must go ill before the source counts as broken; a broken list counts at once
 */
export async function keepTicket(
  store: Store,
  run: RunRecord,
  fault: Fault | null,
  patience: number,
  at: string,
): Promise<void> {
  const [open] = await store.tickets({ sourceId: run.sourceId, open: true, limit: 1 });
  if (fault === null) {
    if (open !== undefined) await store.saveTicket({ ...open, closedAt: at });
    return;
  }
  const ticket = open ?? (await newTicket(store, run, fault, at));
  const runs = ticket.runs + 1;
  const broken = runs >= patience || SURE.has(fault.code);
  await store.saveTicket({ ...ticket, fault, runs, brokenAt: ticket.brokenAt ?? (broken ? at : null) });
}

async function newTicket(
  store: Store,
  { sourceId, release }: RunRecord,
  fault: Fault,
  at: string,
): Promise<Omit<TicketRecord, 'toldIn' | 'healedIn'>> {
  const releaseBefore = (await store.lastGoodRun(sourceId))?.release ?? null;
  const id = naturalId('ticket', sourceId, at);
  const opened = { id, sourceId, openedAt: at, fault, runs: 0, release, releaseBefore };
  return { ...opened, brokenAt: null, closedAt: null };
}
