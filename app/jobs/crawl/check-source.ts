import { codeOf, messageOf } from '../../../core/errors.ts';
import type { FetchedPage } from '../../../core/page.ts';
import type { Source } from '../../../core/source.ts';
import { crawlSource, type Remembered } from '../../../crawlers/crawl-source.ts';
import type { DocumentFault } from '../../../pipeline/documents/document.ts';
import { attachmentsOf } from '../../attachments/attachments-of.ts';
import type { App } from '../../wire.ts';
import type { Derived } from '../page/derive.ts';
import { deriveFetched } from '../page/derive-page.ts';
import { readsTheSame } from '../page/reads-the-same.ts';
import { garbledReason, lossesIn } from '../page/text-faults.ts';
import { onlyInFirst } from './only-in-first.ts';
import { fetcherFor } from './source-fetcher.ts';

/** What one URL of a source showed. */
export interface CheckedPage {
  readonly url: string;
  readonly derived: Derived | null;
  /** Characters the extractor dropped, by step. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface CheckedSource {
  readonly source: Source;
  readonly lists: readonly { readonly url: string; readonly links: number }[];
  readonly pages: readonly CheckedPage[];
  /** Why the source would not work, in words; empty if it would. */
  readonly faults: readonly string[];
}

/**
 * Try a source as a crawl would run it, with the same code, but keep nothing.
 *
 * @param samples articles to fetch
 */
export async function checkSource(app: App, source: Source, samples: number): Promise<CheckedSource> {
  const fetcher = fetcherFor(app, source);
  const listed: Remembered[] = [];
  const lists: { url: string; links: number }[] = [];
  const pages: CheckedPage[] = [];
  const faults: string[] = [];
  const deps = {
    ...app,
    settings: app.fetchSettings,
    fetcher,
    remember: async () => new Map(),
    saveListed: async (urls: readonly string[]) => {
      listed.push(...urls.map((url) => ({ url, etag: null, lastModified: null, nextCheckAt: '' })));
    },
    due: async () => listed.slice(0, samples),
    attachments: attachmentsOf(app, source, null),
    listMemory: { last: async () => null, keep: async () => {} },
    lists: true,
    readOn: 1,
    since: null,
  };
  try {
    for await (const event of crawlSource(deps, {
      ...source,
      // The second page too: that a list goes on is worth a look.
      pagination: { ...source.pagination, maxPages: Math.min(2, source.pagination.maxPages) },
    })) {
      if (event.kind === 'listed') lists.push({ url: event.url, links: event.links });
      else if (event.kind === 'failed') faults.push(`${event.error.code}: ${event.error.message}`);
      else if (event.kind === 'missing') faults.push(`FETCH_MISSING: ${event.url}: ${event.reason}`);
      else if (event.kind === 'paused') faults.push(`HOST_PAUSED: ${event.host}: ${event.reason}`);
      else if (event.kind === 'page') {
        const page = await read(app, event.page, source);
        pages.push(page);
        faults.push(...(await differsAgain(app, page, await event.again(), source)));
      }
    }
  } finally {
    await fetcher.close();
  }
  for (const { url, links } of lists)
    if (links === 0) faults.push(`LIST_EMPTY: ${url} shows no article links`);
  for (const page of pages) {
    if (page.error) faults.push(`${page.error.code}: ${page.error.message}`);
    for (const { code, message } of faultsOf(page)) faults.push(`${code}: ${message}`);
    if (page.derived && page.derived.article.kind !== 'article') {
      faults.push(
        `NOT_ARTICLE: ${page.url} reads as ${page.derived.article.kind} (${page.derived.article.reason})`,
      );
    }
  }
  return { source, lists, pages, faults };
}

/** What is wrong with a page that could be read. */
function faultsOf({ url, derived }: CheckedPage): readonly DocumentFault[] {
  if (derived === null) return [];
  const garbled = garbledReason(derived.article);
  if (garbled !== null)
    return [{ code: 'TEXT_GARBLED', message: `${url}: ${garbled}; set rules.charset to its encoding` }];
  return [...derived.faults, ...lossesIn(url, derived.article)];
}

async function read(app: Pick<App, 'derive'>, page: FetchedPage, source: Source): Promise<CheckedPage> {
  const { url } = page;
  try {
    const derived = await deriveFetched(app, page, source);
    const dropped: Record<string, number> = {};
    for (const { step, text } of derived.article.removed) dropped[step] = (dropped[step] ?? 0) + text.length;
    return { url, derived, dropped, error: null };
  } catch (error) {
    return { url, derived: null, dropped: {}, error: { code: codeOf(error), message: messageOf(error) } };
  }
}

/** An article whose text differs from fetch to fetch would have its edits held back for ever. */
async function differsAgain(
  app: Pick<App, 'derive'>,
  { url, derived }: CheckedPage,
  again: FetchedPage | null,
  source: Source,
): Promise<string[]> {
  if (derived === null || derived.article.kind !== 'article' || again === null) return [];
  const second = (await read(app, again, source)).derived;
  if (second === null || readsTheSame(second, derived)) return [];
  const what = onlyInFirst(derived.article, second.article);
  return [
    `READS_OTHERWISE: ${url} did not read the same when it was fetched a second time${what === null ? '' : ` ("${what}")`}; cut what differs with rules.remove`,
  ];
}
