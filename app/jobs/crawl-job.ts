import type { Fault } from '../../core/archive.ts';
import type { Source } from '../../core/source.ts';
import { crawlSource } from '../../crawlers/crawl-source.ts';
import type { Fetcher } from '../../crawlers/fetch/fetcher.ts';
import type { Store } from '../../store/store.ts';
import type { App } from '../wire.ts';
import { addCounts, type CrawlCounts, NOTHING_CRAWLED } from './crawl-counts.ts';
import { forEachOf } from './for-each-of.ts';
import { judgeRun, type StepFault } from './judge-run.ts';
import { knownSources } from './known-sources.ts';
import { fetcherFor } from './source-fetcher.ts';
import { takeEvent } from './take-event.ts';
import { withRun } from './with-run.ts';

export interface CrawlJobOptions {
  /** ISO time of the scheduled minute. Default: now. */
  readonly dueAt?: string;
  /** Ask for every known document, due or not. Default false. */
  readonly recheck?: boolean;
  readonly stop?: AbortSignal;
  /** Called after each page, for progress. */
  readonly onStep?: (counts: CrawlCounts) => void;
}

/** Pages of a run that are read and kept at once: enough that no thread waits while the store writes. */
const AT_ONCE = 8;
const FAR_FUTURE = '9999-12-31T00:00:00.000Z';

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
      const sources = await knownSources(app);
      const fetcher = fetcherFor(app, source);
      let counts = NOTHING_CRAWLED;
      const faults: StepFault[] = [];
      const pauses: Fault[] = [];
      app.log('info', 'crawl.started', { source: source.id, dueAt, baseline });
      try {
        const deps = await crawlDeps(app, source, fetcher, baseline, options);
        await forEachOf(crawlSource(deps, source, options.stop), AT_ONCE, async (event) => {
          const more = await takeEvent(app, source, event, sources);
          counts = addCounts(counts, more);
          if (more.fault) faults.push(more.fault);
          if (more.pause) pauses.push(more.pause);
          options.onStep?.(counts);
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
      const asked = counts.fetched + counts.missing + counts.lists + faults.length > 0;
      return { ...counts, broken, fault: asked ? judgeRun(source, counts, faults) : undefined };
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

async function crawlDeps(
  app: App,
  source: Source,
  fetcher: Fetcher,
  baseline: boolean,
  options: CrawlJobOptions,
) {
  const { store, clock } = app;
  return {
    fetcher,
    settings: app.fetchSettings,
    pacer: app.pacer,
    robots: app.robots,
    sleep: app.sleep,
    clock,
    remember: (urls: readonly string[]) => store.remember(urls),
    saveListed: (urls: readonly string[]) =>
      store.transaction((tx) => tx.saveListed(source.id, urls, { at: clock().toISOString(), baseline })),
    due: (limit: number) =>
      store.dueUrls(source.id, options.recheck ? FAR_FUTURE : clock().toISOString(), limit),
    readOn: baseline || options.recheck === true || (await brokeOff(store, source.id)),
  };
}

/** Whether the last walk over a list of the source broke off: a problem is open for an address that is no document. */
async function brokeOff(store: Store, sourceId: string): Promise<boolean> {
  const problems = await store.problems({ sourceId, open: true, limit: 1000 });
  const urls = problems.flatMap(({ url, code }) => (url !== null && code !== 'LIST_EMPTY' ? [url] : []));
  const documents = await store.remember(urls);
  return urls.some((url) => !documents.has(url));
}
