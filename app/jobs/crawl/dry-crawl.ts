import type { Source } from '../../../core/source.ts';
import { crawlSource } from '../../../crawlers/crawl-source.ts';
import type { App } from '../../wire.ts';
import { type CrawlScope, crawlDeps } from './crawl-deps.ts';
import { fetcherFor } from './source-fetcher.ts';

/** What a run of a source would do. */
export interface DryCrawl {
  readonly source: Source;
  readonly lists: readonly { readonly url: string; readonly links: number; readonly fresh: number }[];
  /** Articles that would be fetched, in order; `new`: the archive does not know it, `check`: it is due for one. */
  readonly articles: readonly { readonly url: string; readonly why: 'new' | 'check' }[];
  readonly faults: readonly { readonly code: string; readonly message: string }[];
}

/**
 * Find out what a run would fetch: lists are read as it would read them, articles are left alone, nothing is written.
 *
 * Claims no run: it may be asked while the source is being crawled.
 */
export async function dryCrawl(
  app: App,
  source: Source,
  scope: CrawlScope,
  stop?: AbortSignal,
): Promise<DryCrawl> {
  const fetcher = fetcherFor(app, source);
  const lists: DryCrawl['lists'][number][] = [];
  const faults: DryCrawl['faults'][number][] = [];
  const listed: string[] = [];
  const real = await crawlDeps(app, source, fetcher, !(await app.store.wasCrawled(source.id)), scope);
  const known = () => app.store.remember(listed);
  const deps = {
    ...real,
    saveListed: async (urls: readonly string[]) => void listed.push(...urls),
    listMemory: { ...real.listMemory, keep: async () => {} },
    due: async () => [],
  };
  const limit = scope.limit ?? source.maxArticles;
  try {
    for await (const event of crawlSource(deps, source, stop)) {
      if (event.kind === 'listed') lists.push({ url: event.url, links: event.links, fresh: event.fresh });
      if (event.kind === 'failed') faults.push({ code: event.error.code, message: event.error.message });
    }
  } finally {
    await fetcher.close();
  }
  const remembered = await known();
  const fresh = listed.filter((url) => !remembered.has(url)).map((url) => ({ url, why: 'new' as const }));
  const due = await real.due(limit);
  const articles = [...fresh, ...due.map(({ url }) => ({ url, why: 'check' as const }))].slice(0, limit);
  return { source, lists, articles, faults };
}
