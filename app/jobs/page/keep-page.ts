import type { DocumentRecord, DocumentState, SourceRecord } from '../../../core/archive.ts';
import type { Store, StoredPage } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import type { Rederive } from '../plan/bring-up-to-date.ts';
import type { Derived } from './derive.ts';
import type { Suspicion, Trust } from './doubt-reading.ts';
import { keepArticle } from './keep-article.ts';
import { keepCheck } from './keep-check.ts';
import { keepMissing } from './keep-missing.ts';

/** What a page added to the archive. */
export interface KeptPage {
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'not_article' | 'held';
  readonly title: string | null;
  readonly state: DocumentState;
  /** The plan it carries, in a few words, if it does. */
  readonly plan: string | null;
  /** What the operator should look at. */
  readonly suspect: Suspicion | null;
}

/**
 * Keep all that follows from one page, in one transaction: version, plan, comparisons, events, and the mark that the
 * page is settled. After a crash it has all happened, or nothing, and the page is taken up again.
 */
export function keepPage(
  app: Pick<App, 'store' | 'clock' | 'config'>,
  page: StoredPage,
  derived: Derived,
  rederive: Rederive,
  sources: ReadonlyMap<string, SourceRecord>,
  trust: Trust,
): Promise<KeptPage> {
  return app.store.transaction(async (store) => {
    const document = await store.document(page.documentId);
    if (document === null) throw new Error(`page ${page.id} without a document`);
    const kept =
      derived.article.kind === 'article'
        ? await keepArticle({ app, store, page, document, derived, rederive, sources, trust })
        : await keepOther(app, store, document, derived);
    await store.settlePage(page.id);
    await keepCheck(app, store, page, kept, derived, trust);
    return kept;
  });
}

/** A page that is no article now. If it was one, that may be our fault or theirs: somebody should look. */
async function keepOther(
  app: Pick<App, 'clock' | 'config'>,
  store: Store,
  document: DocumentRecord,
  { article }: Derived,
): Promise<KeptPage> {
  const kept = { outcome: 'not_article', title: article.title, plan: null } as const;
  if (article.kind === 'missing') {
    const { state } = await keepMissing(app, store, document, article.reason);
    return { ...kept, state, suspect: null };
  }
  const state = article.kind === 'article' ? 'content' : article.kind;
  await store.saveState(document.id, { state, reason: article.reason, missingSince: null, missingChecks: 0 });
  if (document.versions === 0) return { ...kept, state, suspect: null };
  const why = `it was an article and now looks like: ${article.kind} (${article.reason})`;
  return { ...kept, state, suspect: { code: 'EXTRACT_SUSPECT', why } };
}
