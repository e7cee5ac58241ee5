import { decodeHtml } from '../../core/charset.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Source } from '../../core/source.ts';
import type { Ask, CrawlEvent, Remembered } from '../crawl-source.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import { findLinks, type Link } from './find-links.ts';
import { nextListPage } from './list-pages.ts';
import { readFeed, readSitemap } from './read-feed.ts';

interface DiscoverDeps {
  readonly ask: Ask;
  readonly remember: (urls: readonly string[]) => Promise<ReadonlyMap<string, Remembered>>;
  readonly stop: AbortSignal | undefined;
}

/** Sitemap files read in one run at most. */
const MOST_SITEMAPS = 50;

type Step = CrawlEvent | { readonly kind: 'links'; readonly urls: readonly string[] };

/**
 * Find the articles a source offers: read its lists page by page, its feeds, or its sitemaps.
 *
 * A list is read on until a page shows nothing new, so that a run costs one page where nothing happened and still
 * finds everything after a week of silence.
 */
export async function* discover(deps: DiscoverDeps, source: Source): AsyncGenerator<Step> {
  for (const url of source.urls) {
    if (deps.stop?.aborted) return;
    if (source.kind === 'sitemap') yield* readSitemaps(deps, source, url);
    else yield* readList(deps, source, url);
  }
}

async function* readList(deps: DiscoverDeps, source: Source, first: string): AsyncGenerator<Step> {
  const read = new Set<string>();
  let url: string | null = first;
  for (let number = 1; url !== null && !read.has(url) && !deps.stop?.aborted; number++) {
    read.add(url);
    const fetched = await fetchList(deps, url, number);
    if (fetched === null) return; // past the end of a list that counts its pages
    if (fetched.kind === 'failed') return yield fetched;
    const html = textOf(fetched.page, source);
    const links =
      source.kind === 'feed'
        ? readFeed(html, fetched.page.finalUrl)
        : findLinks(html, fetched.page.finalUrl, source.links);
    const { step, fresh } = await linksStep(deps, url, links);
    yield* step;
    if (fresh === 0 || source.kind === 'feed') return;
    url = nextListPage(source.pagination, first, { number, url: fetched.page.finalUrl, html });
  }
}

async function* readSitemaps(deps: DiscoverDeps, source: Source, first: string): AsyncGenerator<Step> {
  const queue = [first];
  for (let i = 0; i < queue.length && i < MOST_SITEMAPS && !deps.stop?.aborted; i++) {
    const url = queue[i] ?? first;
    const fetched = await fetchList(deps, url, 1);
    if (fetched === null) continue;
    if (fetched.kind === 'failed') {
      yield fetched;
      continue;
    }
    const { pages, sitemaps } = readSitemap(textOf(fetched.page, source), fetched.page.finalUrl);
    queue.push(...sitemaps.filter((sitemap) => !queue.includes(sitemap)));
    yield* (await linksStep(deps, url, pages)).step;
  }
}

type Fetched = { kind: 'page'; page: FetchedPage } | Extract<CrawlEvent, { kind: 'failed' }>;

/** A list page; null if a page after the first does not exist, which only says that the list has ended. */
async function fetchList(deps: DiscoverDeps, url: string, number: number): Promise<Fetched | null> {
  try {
    const result = await deps.ask({ url });
    if (result.kind === 'page') return result;
    if (result.kind === 'missing' && number > 1) return null;
    throw listMissing(url);
  } catch (error) {
    return { kind: 'failed', url, role: 'list', error: asFetchError(error, url) };
  }
}

async function linksStep(
  deps: DiscoverDeps,
  url: string,
  links: readonly Link[],
): Promise<{ step: Step[]; fresh: number }> {
  const urls = links.map((link) => link.url);
  const known = await deps.remember(urls);
  const fresh = urls.filter((link) => !known.has(link)).length;
  return {
    step: [
      { kind: 'listed', url, links: urls.length, fresh },
      { kind: 'links', urls },
    ],
    fresh,
  };
}

function textOf(page: FetchedPage, source: Source): string {
  return decodeHtml(page.body, {
    contentType: page.headers['content-type'] ?? null,
    override: source.rules.charset ?? null,
  }).text;
}

function listMissing(url: string): FetchError {
  return new FetchError(
    'LIST_MISSING',
    `${url}: the list is not there any more. Find its new address and put it into the source.`,
    {
      url,
    },
  );
}
