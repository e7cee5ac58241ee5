import type { SourceRecord } from '../../core/archive.ts';
import { codeOf, messageOf, StoreError } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import type { StoredPage } from '../../store/store.ts';
import type { App } from '../wire.ts';
import type { Rederive } from './bring-up-to-date.ts';
import type { CrawlCounts } from './crawl-counts.ts';
import { derivePage } from './derive-page.ts';
import { keepPage } from './keep-page.ts';
import { knownSources } from './known-sources.ts';
import { noteCheck } from './note-check.ts';

/** From stored page to settled archive. A fault of ours in one page is recorded; the page counts as settled. */
export async function settlePage(
  app: App,
  page: StoredPage,
  source: Source | null,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<Partial<CrawlCounts>> {
  const { store, clock, log } = app;
  const at = clock().toISOString();
  try {
    const rederive: Rederive = (from, kept) => derivePage(app, from, kept, source);
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
    await noteCheck(app, page.url);
    log('error', 'page.not_read', { source: page.sourceId, url: page.url, ...problem });
    return { errors: 1 };
  }
}

/** Take up the pages that a killed process had fetched but not settled. Run before anything is crawled. */
export async function settlePending(app: App): Promise<number> {
  const sources = await knownSources(app);
  let settled = 0;
  for (;;) {
    const pages = await app.store.pendingPages(50);
    for (const page of pages) {
      await settlePage(
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
