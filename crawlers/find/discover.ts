import { decodeHtml } from '../../core/charset.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Source } from '../../core/source.ts';
import { dayIn } from '../../core/time.ts';
import type { CrawlDeps, CrawlEvent } from '../crawl-source.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import type { PoliteFetch } from '../polite/polite-fetch.ts';
import { knownSpelling, twin } from './known-spelling.ts';
import { type Link, linkFilter } from './link.ts';
import { nextPage } from './next-page.ts';
import { readFeed, readSitemap } from './read-feed.ts';
import { readList } from './read-list.ts';

/** A page of a list, as far as it is read. */
export type ListPage = Pick<FetchedPage, 'url' | 'finalUrl' | 'headers' | 'body'>;

/**
 * What lists showed last. A list whose server says that it is unchanged (304) is read again from here, link by link:
 * what the run before had no room for, and what the rules of then passed over, is found as if it had been sent.
 */
export interface ListMemory {
  /** Null where the list is to be asked for without condition. */
  readonly last: (url: string) => Promise<ListPage | null>;
  readonly keep: (page: FetchedPage) => Promise<void>;
}

export interface DiscoverDeps
  extends Pick<CrawlDeps, 'remember' | 'clock' | 'readOn' | 'since' | 'listMemory'> {
  readonly ask: PoliteFetch['ask'];
  readonly stop: AbortSignal | undefined;
}

/** Sitemap files read in one run at most. */
const MOST_SITEMAPS = 50;
const DAY = 86_400_000;
/** Files that may be articles, for sources that read files. */
const DOCUMENT = /\.(?:pdf|docx?|rtf|odt|wps|ofd)$/i;

type Step = CrawlEvent | { readonly kind: 'links'; readonly urls: readonly string[] };

/** What a run has learnt of one source's lists. */
interface Walk extends DiscoverDeps {
  readonly source: Source;
  /** Articles listed so far in this run. */
  readonly seen: Set<string>;
  /** Articles the list dates before this day are passed over; null for no horizon. */
  readonly horizon: string | null;
}

/**
 * Find the articles a source offers: read its lists page by page, its feeds, or its sitemaps.
 *
 * A list is read on until a page shows nothing new, so that a run costs one page where nothing happened and still
 * finds everything after a week of silence; see readOn in CrawlDeps for what stands further back. It also ends at the page budget, at the date horizon, and where it turns
 * in a circle.
 */
export async function* discover(deps: DiscoverDeps, source: Source): AsyncGenerator<Step> {
  const oldest = source.maxAgeDays === null ? null : deps.clock().getTime() - source.maxAgeDays * DAY;
  const horizon = deps.since ?? (oldest === null ? null : dayIn(source.timezone, new Date(oldest)));
  const walk = { ...deps, source, seen: new Set<string>(), horizon };
  for (const url of source.urls) {
    if (deps.stop?.aborted) return;
    if (source.kind === 'sitemap') yield* walkSitemaps(walk, url);
    else if (source.kind === 'feed') yield* readOne(walk, url);
    else yield* walkList(walk, url);
  }
}

async function* walkList(walk: Walk, first: string): AsyncGenerator<Step> {
  const { source } = walk;
  const read = new Set<string>();
  /** Links that this list has shown, about whatever: where a page has no others, it has turned in a circle, or ended. */
  const turned = new Set<string>();
  let url: string | null = first;
  let entry = true;
  for (let number = 1; url !== null && !read.has(url) && !walk.stop?.aborted; number++) {
    read.add(url);
    const fetched = await fetchList(walk, url, number);
    if (fetched === null) {
      // Past the end of a list that counts its pages; of one that has shown nothing, that is all there is to say.
      if (entry) yield { kind: 'listed', url: first, links: 0, fresh: 0, entry };
      return;
    }
    if (fetched.kind === 'failed') return yield fetched;
    const { finalUrl } = fetched.page;
    const text = textOf(fetched.page, source);
    const all = readList(text, finalUrl, source.links).filter(
      ({ url }) => source.attachments || !DOCUMENT.test(url),
    );
    const shown = shownBy(text, finalUrl, source, all);
    const next = nextPage(source.pagination, { number, first, url: finalUrl, text });
    url = next;
    // An empty page that names where its list is, such as gkmlpt's, is no empty list.
    if (shown.length === 0 && number === 1 && next !== null) continue;
    const links = all.filter((link) => isYoung(walk, link));
    const { steps, fresh } = await listed(walk, fetched.page.url, links, { shown: shown.length, entry });
    if (shown.length > 0) entry = false;
    yield* steps;
    if (shown.length > 0 && !shown.some((link) => isYoung(walk, link))) return; // and what follows is older still
    const turns = shown.every((link) => turned.has(link.url));
    for (const link of shown) turned.add(link.url);
    if (turns || (fresh === 0 && number >= walk.readOn)) return;
  }
}

/** Links a list shows, whatever they are about: a page that has none with the wanted words is in order. */
function shownBy(text: string, url: string, source: Source, wanted: readonly Link[]): readonly Link[] {
  const { words, ...rule } = source.links;
  return words === undefined ? wanted : readList(text, url, rule);
}

async function* readOne(walk: Walk, url: string): AsyncGenerator<Step> {
  const fetched = await fetchList(walk, url, 1);
  if (fetched === null) return;
  if (fetched.kind === 'failed') return yield fetched;
  const links = readFeed(textOf(fetched.page, walk.source), fetched.page.finalUrl);
  yield* (await listed(walk, url, wanted(walk, links), { shown: links.length, entry: true })).steps;
}

async function* walkSitemaps(walk: Walk, first: string): AsyncGenerator<Step> {
  const queue = [first];
  for (let i = 0; i < queue.length && i < MOST_SITEMAPS && !walk.stop?.aborted; i++) {
    const url = queue[i] ?? first;
    const fetched = await fetchList(walk, url, 1);
    if (fetched === null) continue;
    if (fetched.kind === 'failed') {
      yield fetched;
      continue;
    }
    const { pages, sitemaps } = readSitemap(textOf(fetched.page, walk.source), fetched.page.finalUrl);
    for (const sitemap of sitemaps)
      if (isYoung(walk, sitemap) && !queue.includes(sitemap.url)) queue.push(sitemap.url);
    const shown = { shown: pages.length, entry: i === 0 };
    if (sitemaps.length === 0) yield* (await listed(walk, url, wanted(walk, pages), shown)).steps;
  }
}

/** The links that the rule and the horizon let through, newest first: the budget of a run must not end before them. */
function wanted(walk: Walk, links: readonly Link[]): Link[] {
  return links
    .filter(linkFilter(walk.source.links))
    .filter((link) => isYoung(walk, link))
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

function isYoung({ horizon }: Walk, { date }: { readonly date: string | null }): boolean {
  return horizon === null || date === null || date >= horizon;
}

type Fetched = { kind: 'page'; page: ListPage } | Extract<CrawlEvent, { kind: 'failed' }>;

/** A list page; null if a page after the first does not exist, which only says that the list has ended. */
async function fetchList(walk: Walk, url: string, number: number): Promise<Fetched | null> {
  try {
    const last = await walk.listMemory.last(url);
    const { etag = null, 'last-modified': lastModified = null } = last?.headers ?? {};
    const result = await walk.ask({ url, etag, lastModified });
    if (result.kind === 'unchanged' && last !== null) return { kind: 'page', page: last };
    if (result.kind === 'page') {
      await walk.listMemory.keep(result.page);
      return result;
    }
    if (result.kind === 'missing' && number > 1) return null;
    throw listMissing(url);
  } catch (error) {
    return { kind: 'failed', url, role: 'list', error: asFetchError(error, url) };
  }
}

/**
 * What a list page shows, in the spelling under which it is known.
 *
 * @returns fresh: how many links were never seen, in this run or in an earlier one
 */
async function listed(
  walk: Walk,
  url: string,
  links: readonly Link[],
  page: { shown: number; entry: boolean },
): Promise<{ steps: Step[]; fresh: number }> {
  const shown = links.map((link) => link.url);
  const known = new Set((await walk.remember([...shown, ...shown.map(twin)])).keys());
  const urls = knownSpelling(shown, known);
  const now = urls.filter((link) => !walk.seen.has(link));
  for (const link of now) walk.seen.add(link);
  const fresh = now.filter((link) => !known.has(link)).length;
  return {
    steps: [
      { kind: 'listed', url, links: page.shown, fresh, entry: page.entry },
      { kind: 'links', urls },
    ],
    fresh,
  };
}

function textOf(page: ListPage, source: Source): string {
  return decodeHtml(page.body, {
    contentType: page.headers['content-type'] ?? null,
    override: source.rules.charset ?? null,
  }).text;
}

function listMissing(url: string): FetchError {
  return new FetchError(
    'LIST_MISSING',
    `${url}: the list is not there any more. Find its new address and put it into the source.`,
    { url },
  );
}
