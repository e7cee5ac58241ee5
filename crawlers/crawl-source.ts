import type { FetchError } from '../core/errors.ts';
import type { FetchedPage } from '../core/page.ts';
import type { Source } from '../core/source.ts';
import type { Clock } from '../core/time.ts';
import { canonicalUrl } from '../core/url.ts';
import { asFetchError } from './fetch/fetch-error.ts';
import type { Fetcher, FetchRequest, FetchResult } from './fetch/fetcher.ts';
import { discover } from './find/discover.ts';
import type { Pacer, Sleep } from './polite/pacer.ts';
import { retryDelay } from './polite/retry-delay.ts';
import type { FetchSettings } from './settings.ts';
import { streamOf } from './stream-of.ts';

/** What one step of a crawl brought. */
export type CrawlEvent =
  | { readonly kind: 'listed'; readonly url: string; readonly links: number; readonly fresh: number }
  | { readonly kind: 'page'; readonly page: FetchedPage }
  | { readonly kind: 'unchanged'; readonly url: string }
  | { readonly kind: 'missing'; readonly url: string; readonly status: number }
  /** `list`: an entry page of the source, without which nothing new is found. */
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly role: 'list' | 'article';
      readonly error: FetchError;
    };

/** What is remembered of a URL from earlier runs. */
export interface Remembered {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextCheckAt: string;
}

export interface CrawlDeps {
  readonly fetcher: Fetcher;
  readonly settings: FetchSettings;
  readonly pacer: Pacer;
  readonly sleep: Sleep;
  readonly clock: Clock;
  readonly remember: (urls: readonly string[]) => Promise<ReadonlyMap<string, Remembered>>;
  /** Remember URLs a list shows, to be fetched. */
  readonly saveListed: (urls: readonly string[]) => Promise<void>;
  /** Documents of the source to ask for now: new ones first, at most `limit`. */
  readonly due: (limit: number) => Promise<readonly Remembered[]>;
}

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
  const ask = politeFetch(deps, stop);
  const listed: string[] = [];
  if (source.kind === 'page') listed.push(...source.urls.flatMap((url) => canonicalUrl(url) ?? []));
  else {
    for await (const step of discover({ ask, remember: deps.remember, stop: stop }, source)) {
      if (step.kind === 'links') listed.push(...step.urls);
      else yield step;
    }
  }
  await deps.saveListed(listed);
  const requests = await deps.due(source.maxArticles);
  yield* streamOf(requests, deps.settings.concurrency, (request) => fetchArticle(ask, request), stop);
}

async function fetchArticle(ask: Ask, request: FetchRequest): Promise<CrawlEvent> {
  const { url } = request;
  try {
    const result = await ask(request);
    if (result.kind === 'page') return { kind: 'page', page: result.page };
    return result.kind === 'missing'
      ? { kind: 'missing', url, status: result.status }
      : { kind: 'unchanged', url };
  } catch (error) {
    return { kind: 'failed', url, role: 'article', error: asFetchError(error, url) };
  }
}

/** A fetch that waits its turn at the host and is tried again where that can help. */
export type Ask = (request: FetchRequest) => Promise<FetchResult>;

function politeFetch(deps: CrawlDeps, stop: AbortSignal | undefined): Ask {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      await deps.pacer.turn(new URL(request.url).host);
      try {
        return await deps.fetcher.fetch(request);
      } catch (thrown) {
        const error = asFetchError(thrown, request.url);
        const asked = error.details.retryAfterMs;
        const wait = retryDelay(
          { attempt, error, retryAfterMs: typeof asked === 'number' ? asked : null },
          deps.settings.attempts,
        );
        if (wait === 0 || stop?.aborted) throw error;
        await deps.sleep(wait);
      }
    }
  };
}
