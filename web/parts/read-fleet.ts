import type { Fault, ProblemRecord, RunRecord, SourceRecord, TicketRecord } from '../../core/archive.ts';
import { type FleetVerdict, healthOf, judgeFleet, type SourceHealth } from '../../core/source-health.ts';
import type { VisitDeps } from '../visit.ts';

/** One source and how it fares. */
export interface SourceRow {
  readonly source: SourceRecord;
  readonly health: SourceHealth;
  readonly run: RunRecord | undefined;
  readonly ticket: TicketRecord | undefined;
  readonly problems: readonly ProblemRecord[];
  /** Why it is not well: its ticket, else its newest problem; null if it is. */
  readonly why: Fault | null;
  readonly lastArticle: string | null;
  readonly nextRun: string | null;
}

/** All sources, the worst first, and what several of them may have in common. */
export interface Fleet {
  readonly rows: readonly SourceRow[];
  readonly verdict: FleetVerdict;
}

const MOST = 1000;
const ORDER: readonly SourceHealth[] = ['broken', 'ailing', 'new', 'well', 'off'];

/** Read how the sources fare; one that is declared no more counts as switched off. */
export async function readFleet({ store, watched }: Pick<VisitDeps, 'store' | 'watched'>): Promise<Fleet> {
  const declared = new Map(watched().map((one) => [one.id, one]));
  const runs = new Map((await store.lastRuns()).map((run) => [run.sourceId, run]));
  const problems = Map.groupBy(await store.problems({ open: true, limit: MOST }), ({ sourceId }) => sourceId);
  const tickets = new Map(
    (await store.tickets({ open: true, limit: MOST })).map((one) => [one.sourceId, one]),
  );
  const articles = await store.lastArticles();
  const rows = (await store.sources()).map((source) => {
    const { id } = source;
    const [run, ticket, open] = [runs.get(id), tickets.get(id), problems.get(id) ?? []];
    const { enabled = false, nextRun = null } = declared.get(id) ?? {};
    const health = healthOf({ enabled }, run, ticket, open.length);
    const why = ticket?.fault ?? open[0] ?? null;
    return {
      source,
      health,
      run,
      ticket,
      problems: open,
      why,
      lastArticle: articles.get(id) ?? null,
      nextRun,
    };
  });
  const on = rows.filter(({ health }) => health !== 'off');
  const verdict = judgeFleet(
    on.flatMap(({ ticket }) => ticket ?? []),
    on.flatMap(({ run }) => run ?? []),
    await store.lastGoodRun(null),
  );
  const ordered = rows.toSorted(
    (a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || (a.source.id < b.source.id ? -1 : 1),
  );
  return { rows: ordered, verdict };
}
