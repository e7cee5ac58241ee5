import type { SourceRecord } from '../../../core/archive.ts';
import { codeOf, messageOf, StoreError } from '../../../core/errors.ts';
import type { FetchedPage } from '../../../core/page.ts';
import type { Source } from '../../../core/source.ts';
import { unreadCheckAt } from '../../../crawlers/next-check.ts';
import type { StoredPage } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import type { Step } from '../crawl/crawl-counts.ts';
import type { StepFault } from '../crawl/judge-run.ts';
import { onlyInFirst } from '../crawl/only-in-first.ts';
import { knownSources } from '../known-sources.ts';
import { type Rederive, readAgain } from '../plan/bring-up-to-date.ts';
import type { Derived } from './derive.ts';
import { deriveFetched, derivePage, filesKept } from './derive-page.ts';
import type { Trust } from './doubt-reading.ts';
import { type KeptPage, keepPage } from './keep-page.ts';
import { readsTheSame } from './reads-the-same.ts';

/** Fetches a page once more; null if that brings none. */
export type Again = () => Promise<FetchedPage | null>;

/**
 * From stored page to settled archive. A fault of ours in one page is recorded; the page counts as settled.
 *
 * @param fetched the page as it came, its bytes given away, and a way to make sure of an edit; null where it was fetched by
 * a run that is over
 */
export async function settlePage(
  app: App,
  page: StoredPage,
  source: Source | null,
  sources: ReadonlyMap<string, SourceRecord>,
  fetched: { readonly page: FetchedPage; readonly again: Again } | null = null,
): Promise<Step> {
  const { store, clock, log } = app;
  const at = clock().toISOString();
  try {
    const files = await filesKept(store, page);
    const rederive: Rederive = (from, kept) => derivePage(app, from, kept, source, files);
    const derived = await (fetched ? deriveFetched(app, fetched.page, source) : rederive(store, page));
    const trust = await trustIn(app, page, derived, rederive, source, fetched?.again ?? null);
    const kept = await keepPage(app, page, derived, rederive, sources, trust);
    app.log('info', 'page.settled', { source: page.sourceId, url: page.url, ...kept });
    for (const fault of derived.faults)
      log('info', 'attachment.not_read', { source: page.sourceId, url: page.url, ...fault });
    return {
      newArticles: kept.outcome === 'new' ? 1 : 0,
      newVersions: kept.outcome === 'new' || kept.outcome === 'changed' ? 1 : 0,
      plans: kept.plan !== null && kept.outcome !== 'unchanged' ? 1 : 0,
      held: kept.outcome === 'held' ? 1 : 0,
      fault: faultOf(page, kept),
    };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const problem = { code: codeOf(error), message: `${page.url}: ${messageOf(error)}` };
    await store.saveProblem({ sourceId: page.sourceId, url: page.url, at, ...problem });
    // Held back like a reading in doubt; what cannot be read has no hash that a later reading could have too.
    const state = { state: 'quarantined', hash: 'unread', since: at, reason: problem.message } as const;
    await store.holdBack(page.documentId, state);
    await store.settlePage(page.id);
    await store.saveCheck(page.url, { at, nextCheckAt: unreadCheckAt(clock()) });
    log('error', 'page.not_read', { source: page.sourceId, url: page.url, ...problem });
    return { errors: 1, fault: { role: 'reading', ...problem } };
  }
}

/** What a reading tells against its source: a suspicion, or that a page is no article. */
function faultOf({ url }: StoredPage, kept: KeptPage): StepFault | null {
  const { outcome, state, suspect } = kept;
  if (suspect !== null) return { role: 'reading', code: suspect.code, message: `${url}: ${suspect.why}` };
  if (outcome !== 'not_article') return null;
  return { role: 'reading', code: 'NOT_ARTICLE', message: `${url} reads as no article (${state})` };
}

/**
 * Whether an edited article reads the same when it is fetched a second time at once: random recommendations and counters
 * in the text differ with each fetch, and are no edit.
 */
async function trustIn(
  app: Pick<App, 'store' | 'derive'>,
  page: StoredPage,
  derived: Derived,
  rederive: Rederive,
  source: Source | null,
  again: Again | null,
): Promise<Trust> {
  const { article } = derived;
  const isComparable = article.kind === 'article' && !page.isFirst;
  const last = isComparable ? await app.store.latestVersion(page.documentId) : null;
  if (last === null || readsTheSame(last, derived)) return { kind: 'once' };
  const before = await app.store.page(last.pageId);
  const present = before === null ? null : await readAgain(rederive, app.store, before);
  if (present !== null && readsTheSame(present, derived)) return { kind: 'once' };
  if (again === null) return { kind: 'unsure' };
  const fetched = await again();
  if (fetched === null) return { kind: 'unlike', what: null };
  const second = await deriveFetched(app, fetched, source);
  // A plan whose targets are others now, and the same ones twice, was edited, whatever else of the page is restless.
  const targets = targetsOf(derived);
  const edited = targets !== '' && targets === targetsOf(second) && targets !== targetsOf(present);
  if (readsTheSame(second, derived) || edited) return { kind: 'twice' };
  return { kind: 'unlike', what: onlyInFirst(article, second.article) };
}

/** What a plan aims at, as one text; empty for what is no plan. */
function targetsOf(derived: Derived | null): string {
  const targets = derived?.reading?.statements.filter(({ kind }) => kind === 'target') ?? [];
  return targets.map(({ quote }) => quote).join('\n');
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
