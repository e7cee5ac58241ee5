import type { Fault } from '../../../core/archive.ts';
import type { Source } from '../../../core/source.ts';
import { crawlSource } from '../../../crawlers/crawl-source.ts';
import type { App } from '../../wire.ts';
import { knownSources } from '../known-sources.ts';
import { withRun } from '../with-run.ts';
import { addCounts, type CrawlCounts, NOTHING_CRAWLED } from './crawl-counts.ts';
import { type CrawlScope, crawlDeps } from './crawl-deps.ts';
import { forEachOf } from './for-each-of.ts';
import { createHostTally, type HostProgress, type HostTally } from './host-progress.ts';
import { judgeRun, type StepFault } from './judge-run.ts';
import { fetcherFor } from './source-fetcher.ts';
import { takeEvent } from './take-event.ts';

export interface CrawlJobOptions extends CrawlScope {
  /** ISO time of the scheduled minute. Default: now. */
  readonly dueAt?: string;
  readonly stop?: AbortSignal;
  /** Called after each page, for progress. */
  readonly onStep?: (counts: CrawlCounts, hosts: readonly HostProgress[]) => void;
}

/** Pages of a run that are read and kept at once: enough that no thread waits while the store writes. */
const AT_ONCE = 8;
/** Progress is logged as often. */
const PROGRESS_MS = 10_000;

/**
 * Crawl one source: fetch, keep, derive, record faults.
 *
 * @returns null if another process is crawling it, or has done this scheduled run
 */
export async function crawlJob(
  app: App,
  source: Source,
  options: CrawlJobOptions = {},
): Promise<CrawlCounts | null> {
  const dueAt = options.dueAt ?? app.clock().toISOString();
  return withRun(
    app,
    source.id,
    dueAt,
    async () => {
      const baseline = !(await app.store.wasCrawled(source.id));
      // There will be pages to read, once a list has been.
      if (baseline) app.warmUp();
      const sources = await knownSources(app);
      const fetcher = fetcherFor(app, source);
      let counts = NOTHING_CRAWLED;
      const faults: StepFault[] = [];
      const pauses: Fault[] = [];
      const tally = createHostTally(app.clock);
      const logProgress = progressLog(app, source);
      app.log('info', 'crawl.started', { source: source.id, dueAt, baseline });
      try {
        const deps = await crawlDeps(app, source, fetcher, baseline, options);
        await forEachOf(crawlSource(deps, source, options.stop), AT_ONCE, async (event) => {
          const more = await takeEvent(app, source, event, sources);
          counts = addCounts(counts, more);
          if (more.fault) faults.push(more.fault);
          if (more.pause) pauses.push(more.pause);
          tally.note(event);
          options.onStep?.(counts, tally.hosts());
          logProgress(tally);
        });
      } finally {
        await fetcher.close();
      }
      app.log('info', 'crawl.finished', {
        source: source.id,
        ...counts,
        stopped: options.stop?.aborted ?? false,
      });
      // Where no list could be read nothing was crawled: the next run is still the first of a new source.
      await keepPause(app, source, pauses);
      const broken = counts.lists === 0 && counts.brokenLists > 0;
      const narrowed = options.since !== undefined || options.only !== undefined;
      const asked =
        options.only === undefined && counts.fetched + counts.missing + counts.lists + faults.length > 0;
      const fault = asked ? judgeRun(source, counts, faults) : undefined;
      return { ...counts, broken, fault, narrowed };
    },
    options.stop,
  );
}

/** A host left alone is shown until a run of its source gets by without. */
async function keepPause({ store, clock }: App, { id: sourceId }: Source, pauses: readonly Fault[]) {
  const at = clock().toISOString();
  const [code] = pauses.map((pause) => pause.code);
  const message = pauses.map((pause) => pause.message).join(' ');
  if (code === undefined) await store.resolveProblems(sourceId, null, at);
  else await store.saveProblem({ sourceId, url: null, code, message, at });
}

/** Says from time to time how far a run has come at each host. */
function progressLog({ log, clock }: App, { id: source }: Source): (tally: HostTally) => void {
  let last = clock().getTime();
  return (tally) => {
    const now = clock().getTime();
    if (now - last < PROGRESS_MS) return;
    last = now;
    for (const host of tally.hosts().filter(({ left }) => left > 0))
      log('info', 'crawl.progress', { source, ...host });
  };
}
