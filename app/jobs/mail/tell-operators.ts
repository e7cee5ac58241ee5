import type { TicketRecord } from '../../../core/archive.ts';
import { naturalId } from '../../../core/hash.ts';
import type { FleetVerdict, Troubled } from '../../../core/source-health.ts';
import { renderLetter } from '../../../notify/render-letter.ts';
import type { App } from '../../wire.ts';
import { mailSite } from './mail-site.ts';
import { readFleet } from './read-fleet.ts';

/** While sources are being crawled, others may be about to break: a letter waits for them, but no longer than this. */
const LONGEST_WAIT_MS = 3_600_000;

/** Whether {@link tellOperators} would have something to do. */
export async function hasLetters({ store, config }: App): Promise<boolean> {
  if (config.mail.operators.length === 0) return false;
  const enabled = new Set(config.sources.flatMap((source) => (source.enabled ? [source.id] : [])));
  return (await store.untoldTickets()).some(({ sourceId }) => enabled.has(sourceId));
}

/**
 * Put one letter to each operator into the outbox: what broke since the last one, and what is well again.
 *
 * Each break and each healing is told once, in the transaction that keeps the letter. When the network of the machine is
 * down, what goes on breaking belongs to the break that was told; and of sources that broke together it is told when
 * all of them are well.
 *
 * @param atLast tell what is well again though others of the same letter are not, once a day is enough for that
 * @returns mails composed
 */
export async function tellOperators(app: App, atLast: boolean): Promise<number> {
  const { store, clock, config } = app;
  const { operators } = config.mail;
  if (operators.length === 0) return 0;
  const untold = await store.untoldTickets();
  if (untold.length === 0 || (await shouldWait(app, untold))) return 0;
  const { sources, verdict } = await readFleet(app);
  // Sources that are declared no more, or switched off, concern nobody.
  const watched = new Map(
    sources.filter(({ health }) => health !== 'off').map((one) => [one.source.id, one]),
  );
  const open = [...watched.values()].flatMap(({ ticket }) => ticket ?? []);
  const breaks = toTell(open, untold, verdict).filter(({ sourceId }) => watched.has(sourceId));
  const outage = outageLetter(open, verdict);
  const broken =
    outage === null ? breaks : breaks.filter(({ sourceId }) => !verdict?.sources.includes(sourceId));
  const healed = await healings(app, untold, atLast);
  const told = [...broken, ...healed].map((ticket) => `${ticket.id} ${ticket.closedAt ?? ''}`);
  const id = naturalId('letter', ...told);
  const troubled = (tickets: readonly TicketRecord[]): Troubled[] =>
    tickets.flatMap((ticket) => {
      const source = sources.find((one) => one.source.id === ticket.sourceId)?.source;
      return source === undefined ? [] : [{ source, ticket }];
    });
  const letter = { id, broken: troubled(broken), healed: troubled(healed), verdict };
  const at = clock().toISOString();
  const worth = broken.length + healed.length > 0;
  return store.transaction(async (tx) => {
    for (const ticket of breaks)
      await tx.markTold(ticket.id, 'break', broken.includes(ticket) ? id : (outage ?? id));
    for (const ticket of healed) await tx.markTold(ticket.id, 'healing', id);
    let composed = 0;
    for (const to of worth ? operators : [])
      if (await tx.saveLetter(renderLetter(letter, to, config.language, mailSite(app)), at)) composed++;
    return composed;
  });
}

async function shouldWait({ store, clock }: App, untold: readonly TicketRecord[]): Promise<boolean> {
  const oldest = untold.map(({ brokenAt, closedAt }) => closedAt ?? brokenAt ?? '').toSorted()[0] ?? '';
  if (clock().getTime() - Date.parse(oldest) >= LONGEST_WAIT_MS) return false;
  const now = clock().toISOString();
  return (await store.aliveRuns(now)).some(({ sourceId }) => !sourceId.startsWith('@'));
}

/** The breaks nobody was told of; when the network is down, all that it silenced, sure or not. */
function toTell(
  open: readonly TicketRecord[],
  untold: readonly TicketRecord[],
  verdict: FleetVerdict,
): TicketRecord[] {
  const broken = untold.filter(({ closedAt }) => closedAt === null);
  if (verdict?.kind !== 'network' || broken.length === 0) return broken;
  const silenced = open.filter(
    ({ sourceId, toldIn }) => toldIn === null && verdict.sources.includes(sourceId),
  );
  return [...new Map([...broken, ...silenced].map((ticket) => [ticket.id, ticket])).values()];
}

/** The letter that told of the network being down, if it still is. */
function outageLetter(open: readonly TicketRecord[], verdict: FleetVerdict): string | null {
  if (verdict?.kind !== 'network') return null;
  return (
    open.find(({ sourceId, toldIn }) => toldIn !== null && verdict.sources.includes(sourceId))?.toldIn ?? null
  );
}

async function healings(
  { store }: App,
  untold: readonly TicketRecord[],
  atLast: boolean,
): Promise<TicketRecord[]> {
  const healed = untold.filter(({ closedAt }) => closedAt !== null);
  const due: TicketRecord[] = [];
  for (const [toldIn, tickets] of Map.groupBy(healed, (ticket) => ticket.toldIn ?? '')) {
    const rest = await store.tickets({ toldIn, open: true, limit: 1 });
    if (atLast || rest.length === 0) due.push(...tickets);
  }
  return due;
}
