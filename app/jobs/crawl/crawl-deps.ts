import type { Source } from '../../../core/source.ts';
import { dayIn } from '../../../core/time.ts';
import type { CrawlDeps } from '../../../crawlers/crawl-source.ts';
import type { Fetcher } from '../../../crawlers/fetch/fetcher.ts';
import type { Store } from '../../../store/store.ts';
import { attachmentsOf } from '../../attachments/attachments-of.ts';
import type { App } from '../../wire.ts';
import { listMemory } from './list-memory.ts';

/** What a run takes in. */
export interface CrawlScope {
  /** Ask for every known document, due or not. Default false. */
  readonly recheck?: boolean;
  /** ISO date: pass over articles published before it, and read lists back to it. Default: the horizon of the source. */
  readonly since?: string | undefined;
  /** Articles to fetch of a source at most. Default: what the source says. */
  readonly limit?: number | undefined;
  /** Ask for these addresses alone: no list is read, and nothing is said of the source as a whole. Default: what is due. */
  readonly only?: readonly string[];
}

const FAR_FUTURE = '9999-12-31T00:00:00.000Z';

/**
 * What the crawler is handed for one run of a source.
 *
 * @param baseline this is the first crawl of the source: what stands there is no news
 */
export async function crawlDeps(
  app: App,
  source: Source,
  fetcher: Fetcher,
  baseline: boolean,
  { recheck = false, since, limit, only }: CrawlScope,
): Promise<CrawlDeps> {
  const { store, clock } = app;
  const whole = baseline || recheck || since !== undefined || (await brokeOff(store, source.id));
  const firstOfDay = await isFirstOfDay(app, source);
  return {
    fetcher,
    settings: app.fetchSettings,
    pacer: app.pacer,
    robots: app.robots,
    sleep: app.sleep,
    clock,
    remember: (urls) => store.remember(urls),
    saveListed: (urls) =>
      store.transaction((tx) => tx.saveListed(source.id, urls, { at: clock().toISOString(), baseline })),
    due: async (most) =>
      only === undefined
        ? store.dueUrls(source.id, recheck ? FAR_FUTURE : clock().toISOString(), limit ?? most, since)
        : [...(await store.remember(only)).values()],
    lists: only === undefined,
    attachments: attachmentsOf(app, source, store),
    listMemory: listMemory(store, source, !whole && !firstOfDay),
    readOn: whole ? Number.POSITIVE_INFINITY : firstOfDay ? LOOK_BACK : 1,
    since: since ?? null,
  };
}

/** Pages of a list read once a day, whatever they show: what is published late under an old date stands there. */
const LOOK_BACK = 5;

async function isFirstOfDay({ store, clock }: App, { id, timezone }: Source): Promise<boolean> {
  const last = await store.lastGoodRun(id);
  return last === null || dayIn(timezone, new Date(last.startedAt)) !== dayIn(timezone, clock());
}

/** Faults of a list that was walked all the same. */
const WALKED = new Set(['LIST_EMPTY', 'LIST_SHORT']);

/** Whether the last walk over a list of the source broke off: a problem is open for an address that is no document. */
async function brokeOff(store: Store, sourceId: string): Promise<boolean> {
  const problems = await store.problems({ sourceId, open: true, limit: 1000 });
  const urls = problems.flatMap(({ url, code }) => (url === null || WALKED.has(code) ? [] : [url]));
  const documents = await store.remember(urls);
  return urls.some((url) => !documents.has(url));
}
