import { type Fleet, healthOf, judgeFleet, type SourceHealth } from '../../../core/source-health.ts';
import type { App } from '../../wire.ts';
import { nextMinute } from '../crawl/due-sources.ts';

const MOST = 1000;
const ORDER: readonly SourceHealth[] = ['broken', 'ailing', 'new', 'well', 'off'];

/** Read how the sources of the archive fare; one that is declared no more counts as switched off. */
export async function readFleet({
  store,
  config,
  clock,
}: Pick<App, 'store' | 'clock'> & { config: Pick<App['config'], 'sources'> }): Promise<Fleet> {
  const declared = new Map(config.sources.map((source) => [source.id, source]));
  const runs = new Map((await store.lastRuns()).map((run) => [run.sourceId, run]));
  const problems = Map.groupBy(await store.problems({ open: true, limit: MOST }), ({ sourceId }) => sourceId);
  const tickets = new Map(
    (await store.tickets({ open: true, limit: MOST })).map((one) => [one.sourceId, one]),
  );
  const articles = await store.lastArticles();
  const sources = (await store.sources()).map((source) => {
    const { id } = source;
    const { enabled = false, cron = '', timezone = '' } = declared.get(id) ?? {};
    const run = runs.get(id) ?? null;
    const ticket = tickets.get(id) ?? null;
    const open = problems.get(id) ?? [];
    return {
      source,
      run,
      ticket,
      problems: open,
      health: healthOf({ enabled }, run, ticket, open.length),
      why: ticket?.fault ?? open[0] ?? null,
      lastArticle: articles.get(id) ?? null,
      nextRun: enabled ? nextMinute(cron, timezone, clock()) : null,
    };
  });
  const on = sources.filter(({ health }) => health !== 'off');
  const verdict = judgeFleet(
    on.flatMap(({ ticket }) => ticket ?? []),
    on.flatMap(({ run }) => run ?? []),
    await store.lastGoodRun(null),
  );
  const worst = (health: SourceHealth) => ORDER.indexOf(health);
  return { sources: sources.toSorted((a, b) => worst(a.health) - worst(b.health)), verdict };
}
