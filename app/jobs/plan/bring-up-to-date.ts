import type { DocumentRecord, VersionRecord } from '../../../core/archive.ts';
import type { Article } from '../../../core/article.ts';
import { ExtractError } from '../../../core/errors.ts';
import { bandKeys } from '../../../pipeline/copies/band-keys.ts';
import { carryFacts, isCarried } from '../../../pipeline/diff/diff-facts.ts';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';
import type { Store, StoredPage } from '../../../store/store.ts';
import type { Derived } from '../page/derive.ts';
import { isSameReading, type Reading, readsTheSame } from '../page/reads-the-same.ts';
import { hasTargets } from './keep-plan.ts';
import { planInputOf } from './plan-input-of.ts';

/**
 * Whether a version was made. `completed`: it has the text of files that could not be had before, and no plan with
 * targets stood there: that is kept like one that comes new.
 */
export type BroughtUpToDate = 'nothing' | 'upgraded' | 'completed';

/** Reads a stored page by the present rules, its bytes from the store given: inside a transaction, that one. */
export type Rederive = (store: Store, page: StoredPage) => Promise<Derived>;

/** A version as the present rules read it, where that is otherwise than it was read. */
interface Renewed {
  readonly last: VersionRecord;
  readonly page: StoredPage;
  readonly derived: Derived;
  readonly article: Article;
}

/**
 * Read a document's last version again by the present rules, and write nothing.
 *
 * @param present what was fetched now: where it reads as the last version does, nothing needs reading; null to read anyway
 * @returns null where it reads as it was read, or cannot be read any more: that is for the operator to see, not a change
 */
export async function readRenewed(
  store: Store,
  document: DocumentRecord,
  present: Reading | null,
  rederive: Rederive,
): Promise<Renewed | null> {
  const last = document.versions === 0 ? null : await store.latestVersion(document.id);
  if (last === null || (present !== null && readsTheSame(last, present))) return null;
  const page = await store.page(last.pageId);
  const derived = page === null ? null : await readAgain(rederive, store, page);
  if (page === null || derived?.article.kind !== 'article') return null;
  // What was not read from this page, but kept from one before, is not to be found on it.
  const article = carryFacts(last.article, derived.article, (field) => isCarried(last.article, field));
  return isSameReading(last, { article, hash: derived.hash }) ? null : { last, page, derived, article };
}

/**
 * Bring a document's last version to the present rules, so that what then differs is the publisher's doing.
 *
 * Without this, the first fetch after an upgrade of ours would show readers our change as theirs. A version that reads
 * otherwise now is followed by one of cause `extractor`, of which nobody is told.
 *
 * @param store inside the page's transaction
 * @param present see {@link readRenewed}
 * @param presentPageId of the page fetched now, whose attached files the last version may lack
 * @source Open Terms Archive calls these technical upgrades
 */
export async function bringUpToDate(
  store: Store,
  document: DocumentRecord,
  present: Reading | null,
  rederive: Rederive,
  at: string,
  presentPageId?: string,
): Promise<BroughtUpToDate> {
  const renewed = await readRenewed(store, document, present, rederive);
  if (renewed === null) return 'nothing';
  const { last, page, derived, article } = renewed;
  const { hash, fingerprint, reading, borrowed } = derived;
  const version = await store.saveVersion({
    documentId: document.id,
    // What was borrowed from the present page is found on that one only.
    pageId: borrowed ? (presentPageId ?? page.id) : page.id,
    article,
    hash,
    fingerprint,
    cause: 'extractor',
    at,
    restates: last.seq,
  });
  if (version === 'unchanged') return 'nothing';
  await store.saveBands(document.id, {
    before: bandKeys(document.fingerprint ?? ''),
    now: bandKeys(fingerprint),
  });
  const [plan] = await store.plans({ documentId: document.id, limit: 1 });
  if (borrowed && (plan === undefined || (await isBare(store, plan.id)))) return 'completed';
  if (plan !== undefined) {
    const { identity, sourceId } = plan;
    // What our rules no longer take for a plan stays one, with all it states.
    const { outline, statements } =
      reading ?? readPlan(planInputOf(article, { region: identity.region, url: null }));
    await store.savePlan({
      identity,
      sourceId,
      documentId: document.id,
      seq: version.seq,
      outline,
      statements,
      at,
    });
  }
  return 'upgraded';
}

/** A plan that was read without any target: its text had not come yet. */
async function isBare(store: Store, planId: string): Promise<boolean> {
  const plan = await store.plan(planId);
  return plan !== null && !hasTargets(plan);
}

/** A stored page by the present rules; null if these find nothing on it, as after a redesign they were written for. */
export async function readAgain(rederive: Rederive, store: Store, page: StoredPage): Promise<Derived | null> {
  return rederive(store, page).catch((error: unknown) => {
    if (error instanceof ExtractError) return null;
    throw error;
  });
}
