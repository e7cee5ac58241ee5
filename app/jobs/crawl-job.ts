import type { DocumentRecord, DocumentState, SourceRecord } from '../../core/archive.ts';
import { codeOf, type FetchError, messageOf, StoreError } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import { type CrawlEvent, crawlSource } from '../../crawlers/crawl-source.ts';
import type { Fetcher } from '../../crawlers/fetch/fetcher.ts';
import { nextCheckAt, retryAt } from '../../crawlers/next-check.ts';
import type { Store, StoredPage } from '../../store/store.ts';
import type { App } from '../wire.ts';
import type { Rederive } from './bring-up-to-date.ts';
import { derivePage } from './derive-page.ts';
import { keepBack, keepMissing } from './keep-missing.ts';
import { keepPage } from './keep-page.ts';
import { fetcherFor } from './source-fetcher.ts';
import { withRun } from './with-run.ts';

/** What one run of one source came to. */
export interface CrawlCounts {
  readonly fetched: number;
  readonly newArticles: number;
  readonly newVersions: number;
  readonly plans: number;
  readonly missing: number;
  readonly errors: number;
  /** List pages read, and list pages that could not be. */
  readonly lists: number;
  readonly brokenLists: number;
}

export interface CrawlJobOptions {
  /** ISO time of the scheduled minute. Default: now. */
  readonly dueAt?: string;
  /** Ask for every known document, due or not. Default false. */
  readonly recheck?: boolean;
  readonly stop?: AbortSignal;
  /** Called after each page, for progress. */
  readonly onStep?: (counts: CrawlCounts) => void;
}

const NOTHING: CrawlCounts = {
  fetched: 0,
  newArticles: 0,
  newVersions: 0,
  plans: 0,
  missing: 0,
  errors: 0,
  lists: 0,
  brokenLists: 0,
};
const FAR_FUTURE = '9999-12-31T00:00:00.000Z';
/** What a refused fetch makes of its document: the page stands, but is not shown to us. */
const STATES: Readonly<Record<string, DocumentState>> = {
  ANSWER_REFUSED: 'refused',
  ANSWER_LOGIN: 'login',
  ROBOTS_DISALLOWED: 'refused',
};

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
      const counts = { ...NOTHING };
      app.log('info', 'crawl.started', { source: source.id, dueAt, baseline });
      try {
        for await (const event of crawlSource(
          await crawlDeps(app, source, fetcher, baseline, options),
          source,
          options.stop,
        )) {
          add(counts, await handle(app, source, event, sources));
          options.onStep?.(counts);
        }
      } finally {
        await fetcher.close();
      }
      app.log('info', 'crawl.finished', {
        source: source.id,
        ...counts,
        stopped: options.stop?.aborted ?? false,
      });
      // Where no list could be read nothing was crawled: the next run is still the first of a new source.
      return { ...counts, broken: counts.lists === 0 && counts.brokenLists > 0 };
    },
    options.stop,
  );
}

/** Take up the pages that a killed process had fetched but not settled. Run before anything is crawled. */
export async function settlePending(app: App): Promise<number> {
  const sources = await knownSources(app);
  let settled = 0;
  for (;;) {
    const pages = await app.store.pendingPages(50);
    for (const page of pages) {
      await settle(
        app,
        page,
        app.config.sources.find((source) => source.id === page.sourceId) ?? null,
        sources,
      );
      settled++;
    }
    if (pages.length === 0) return settled;
  }
}

export async function knownSources(app: App): Promise<ReadonlyMap<string, SourceRecord>> {
  return new Map((await app.store.sources()).map((source) => [source.id, source]));
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

async function handle(
  app: App,
  source: Source,
  event: CrawlEvent,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<Partial<CrawlCounts>> {
  const { store, clock, log } = app;
  const at = clock().toISOString();
  switch (event.kind) {
    case 'listed':
      log('info', 'list.read', { source: source.id, url: event.url, links: event.links, fresh: event.fresh });
      if (event.links > 0) await store.resolveProblems(source.id, event.url, at);
      else await store.saveProblem({ sourceId: source.id, url: event.url, at, ...emptyList(event.url) });
      return { lists: 1 };
    case 'page': {
      const page = await store.transaction((tx) => tx.savePage(event.page, source.id));
      log('info', 'page.fetched', { source: source.id, url: page.url, bytes: event.page.body.length });
      return { fetched: 1, ...(await settle(app, page, source, sources)) };
    }
    case 'unchanged':
      return unchanged(app, source, event.url);
    case 'missing':
      return missing(app, source, event.url, event.reason);
    case 'failed':
      return {
        ...(await failed(app, source, event.url, event.error)),
        brokenLists: event.role === 'list' ? 1 : 0,
      };
    case 'paused': {
      const { kind: _, ...paused } = event;
      log('warn', 'host.paused', { source: source.id, ...paused });
      return {};
    }
  }
}

/** From stored page to settled archive. A fault of ours in one page is recorded; the page counts as settled. */
async function settle(
  app: App,
  page: StoredPage,
  source: Source | null,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<Partial<CrawlCounts>> {
  const { store, clock, log } = app;
  const at = clock().toISOString();
  try {
    const rederive: Rederive = (from, kept) => derivePage(from, kept, source);
    const derived = await rederive(store, page);
    const kept = await keepPage(app, page, derived, rederive, sources);
    app.log('info', 'page.settled', { source: page.sourceId, url: page.url, ...kept });
    return {
      newArticles: kept.outcome === 'new' ? 1 : 0,
      newVersions: kept.outcome === 'new' || kept.outcome === 'changed' ? 1 : 0,
      plans: kept.plan !== null && kept.outcome !== 'unchanged' ? 1 : 0,
    };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const problem = { code: codeOf(error), message: `${page.url}: ${messageOf(error)}` };
    await store.saveProblem({ sourceId: page.sourceId, url: page.url, at, ...problem });
    await store.settlePage(page.id);
    await remember(app, page.url);
    log('error', 'page.not_read', { source: page.sourceId, url: page.url, ...problem });
    return { errors: 1 };
  }
}

/** Note that a URL was asked, and when to ask again by the age of what it holds. */
async function remember({ store, clock }: App, url: string, since?: string | null): Promise<void> {
  const now = clock();
  const known = since ?? (await store.remember([url])).get(url)?.published ?? null;
  await store.saveCheck(url, { at: now.toISOString(), nextCheckAt: nextCheckAt(known, now) });
}

/** 304: the page is there and as it was. */
async function unchanged(app: App, source: Source, url: string): Promise<Partial<CrawlCounts>> {
  await app.store.transaction(async (store) => {
    const document = await documentAt(store, url);
    if (document !== null && document.versions > 0)
      await keepBack(app, store, document, 'unchanged since last time');
  });
  await remember(app, url);
  await app.store.resolveProblems(source.id, url, app.clock().toISOString());
  app.log('info', 'page.unchanged', { source: source.id, url });
  return { fetched: 1 };
}

async function documentAt(store: Store, url: string): Promise<DocumentRecord | null> {
  const id = (await store.remember([url])).get(url)?.id;
  return id === undefined ? null : store.document(id);
}

/** A page that was there and is not any more is a state; one that never was is a fault of the list or the source. */
async function missing(app: App, source: Source, url: string, reason: string): Promise<Partial<CrawlCounts>> {
  const { store, clock, log } = app;
  const never = await store.transaction(async (tx) => {
    const document = await documentAt(tx, url);
    if (document !== null) await keepMissing(app, tx, document, reason);
    return document === null || document.versions === 0;
  });
  await remember(app, url);
  log('info', 'page.missing', { source: source.id, url, reason });
  if (!never) return { missing: 1 };
  const message = `${url}: ${reason}. Correct the address, or narrow the link rule if a list leads there.`;
  await store.saveProblem({
    sourceId: source.id,
    url,
    code: 'FETCH_MISSING',
    message,
    at: clock().toISOString(),
  });
  return { missing: 1, errors: 1 };
}

async function failed(
  app: App,
  source: Source,
  url: string,
  error: FetchError,
): Promise<Partial<CrawlCounts>> {
  const { store, clock, log } = app;
  const now = clock();
  await store.saveProblem({
    sourceId: source.id,
    url,
    code: error.code,
    message: error.message,
    at: now.toISOString(),
  });
  await store.saveCheck(url, { at: now.toISOString(), nextCheckAt: retryAt(error, now) });
  const state = STATES[error.code];
  const document = state === undefined ? null : await documentAt(store, url);
  if (state !== undefined && document !== null && document.state !== 'gone')
    await store.saveState(document.id, { ...document, state, reason: error.message });
  log('warn', 'page.failed', { source: source.id, url, code: error.code, message: error.message });
  return { errors: 1 };
}

function emptyList(url: string): { code: string; message: string } {
  return {
    code: 'LIST_EMPTY',
    message: `${url}: no article links were found. Look at the page and set links.select or links.match, or fetcher: browser if the list is filled in by scripts.`,
  };
}

function add(
  counts: { -readonly [K in keyof CrawlCounts]: CrawlCounts[K] },
  more: Partial<CrawlCounts>,
): void {
  for (const key of [
    'fetched',
    'newArticles',
    'newVersions',
    'plans',
    'missing',
    'errors',
    'lists',
    'brokenLists',
  ] as const) {
    counts[key] += more[key] ?? 0;
  }
}
