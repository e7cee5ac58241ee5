import type { FetchError } from '../core/errors.ts';
import type { FetchedPage } from '../core/page.ts';
import type { Source } from '../core/source.ts';
import { canonicalUrl } from '../core/url.ts';
import { asFetchError } from './fetch/fetch-error.ts';
import type { FetchRequest } from './fetch/fetcher.ts';
import { discover, type ListMemory } from './find/discover.ts';
import type { Attachments } from './find/fetch-attachments.ts';
import { fetchWhole } from './find/fetch-whole.ts';
import {
  type Pause,
  type PoliteDeps,
  type PoliteFetch,
  pauseOf,
  politeFetch,
} from './polite/polite-fetch.ts';
import { streamOf } from './stream-of.ts';

/** What one step of a crawl brought. */
export type CrawlEvent =
  /**
   * A list was read: the links it shows, and how many of those that are wanted were not known before. `entry` is the page
   * a list begins with: one further on that shows nothing is only its end.
   */
  | {
      readonly kind: 'listed';
      readonly url: string;
      readonly links: number;
      readonly fresh: number;
      readonly entry: boolean;
    }
  /** The articles that are now asked for, counted by host. */
  | { readonly kind: 'planned'; readonly hosts: ReadonlyMap<string, number> }
  /** `again` fetches it once more, politely: whoever doubts a page may ask. Null if that brings no page. */
  | {
      readonly kind: 'page';
      readonly page: FetchedPage;
      readonly again: () => Promise<FetchedPage | null>;
    }
  | { readonly kind: 'unchanged'; readonly url: string }
  | { readonly kind: 'missing'; readonly url: string; readonly status: number; readonly reason: string }
  /** `list`: an entry page of the source, without which nothing new is found. */
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly role: 'list' | 'article';
      readonly error: FetchError;
    }
  /** Articles that stay due because their host is to be left alone for the rest of this run. */
  | ({ readonly kind: 'paused'; readonly host: string; readonly left: number } & Pause);

/** What is remembered of a URL from earlier runs. */
export interface Remembered {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextCheckAt: string;
}

export interface CrawlDeps extends PoliteDeps {
  readonly remember: (urls: readonly string[]) => Promise<ReadonlyMap<string, Remembered>>;
  /** Remember URLs a list shows, to be fetched. */
  readonly saveListed: (urls: readonly string[]) => Promise<void>;
  /** Documents of the source to ask for now: new ones first, at most `limit`. */
  readonly due: (limit: number) => Promise<readonly Remembered[]>;
  readonly listMemory: ListMemory;
  /** Whether lists are read, or only what is due asked for. */
  readonly lists: boolean;
  /**
   * Pages of a list to read at least, up to its page budget, though they show nothing new. 1: stop at the first such page.
   * Infinity for first crawls, and after a run that broke off in the middle of a list: what lies behind the break is older
   * than what is known. A few from time to time: what is published late under an old date never stands on the first page.
   */
  readonly readOn: number;
  /** ISO date: articles that a list dates before it are passed over; null for the horizon of the source. */
  readonly since: string | null;
  /** How to tell which files belong to an article, and what was kept of them. */
  readonly attachments: Attachments;
}

/** Fetches of one run under way at once, over all hosts. */
const MOST_AT_ONCE = 16;

/**
 * Crawl one source once: read its lists, then fetch what is new and what is due for a check.
 *
 * Faults of single pages are events, not exceptions: one bad page never stops a run.
 *
 * @param stop when it fires, nothing further is started; what is under way ends
 * @returns events as they come; articles in no fixed order
 */
export async function* crawlSource(
  deps: CrawlDeps,
  source: Source,
  stop?: AbortSignal,
): AsyncGenerator<CrawlEvent> {
  const polite = politeFetch(deps, source, stop);
  const listed: string[] = [];
  if (source.kind === 'page') listed.push(...source.urls.flatMap((url) => canonicalUrl(url) ?? []));
  else if (deps.lists) {
    for await (const step of discover({ ...deps, ask: polite.ask, stop }, source)) {
      if (step.kind === 'links') listed.push(...step.urls);
      else yield step;
    }
  }
  // A walk broken off is walked again: saving its beginning would make the rest look old.
  if (stop?.aborted) return;
  await deps.saveListed(listed);
  const requests = await deps.due(source.maxArticles);
  const limits = { lane: deps.settings.concurrency, all: MOST_AT_ONCE };
  const hostOf = ({ url }: FetchRequest) => new URL(url).host;
  const hosts = Map.groupBy(requests, hostOf);
  yield { kind: 'planned', hosts: new Map([...hosts].map(([host, all]) => [host, all.length])) };
  const left = new Map<string, Pause & { left: number }>();
  const work = (request: FetchRequest) =>
    fetchArticle(polite, source, request, source.attachments ? deps.attachments : null);
  for await (const event of streamOf(requests, hostOf, limits, work, stop)) {
    if (event.kind !== 'paused') yield event;
    else {
      const { host, why, reason } = event;
      left.set(host, { left: (left.get(host)?.left ?? 0) + 1, why, reason });
    }
  }
  for (const [host, rest] of left) yield { kind: 'paused', host, ...rest };
}

async function fetchArticle(
  polite: PoliteFetch,
  source: Source,
  request: FetchRequest,
  attachments: Attachments | null,
): Promise<CrawlEvent> {
  const { url } = request;
  const paused = (pause: Pause): CrawlEvent => ({
    kind: 'paused',
    host: new URL(url).host,
    left: 1,
    ...pause,
  });
  const pause = polite.paused(url);
  if (pause !== null) return paused(pause);
  const fetch = (asked: FetchRequest) =>
    fetchWhole(polite.ask, asked, source.rules.charset ?? null, attachments);
  const again = () =>
    fetch({ url }).then(
      (result) => (result.kind === 'page' ? result.page : null),
      () => null,
    );
  try {
    const result = await fetch(request);
    return result.kind === 'page' ? { ...result, again } : { ...result, url };
  } catch (thrown) {
    const error = asFetchError(thrown, url);
    return error.code === 'HOST_PAUSED'
      ? paused(pauseOf(error))
      : { kind: 'failed', url, role: 'article', error };
  }
}
