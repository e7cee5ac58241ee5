import type { DocumentRecord, SourceRecord, VersionRecord } from '../../../core/archive.ts';
import { canonicalUrl } from '../../../core/url.ts';
import { twin } from '../../../crawlers/find/known-spelling.ts';
import { likeness } from '../../../pipeline/copies/fingerprint.ts';
import { carryFacts, diffFacts, isTold } from '../../../pipeline/diff/diff-facts.ts';
import type { Store, StoredPage } from '../../../store/store.ts';
import { ownBlocks, sizeOf } from '../../attachments/attach-files.ts';
import type { App } from '../../wire.ts';
import { bringUpToDate, type Rederive } from '../plan/bring-up-to-date.ts';
import { keepPlan } from '../plan/keep-plan.ts';
import { keepReview } from '../plan/keep-review.ts';
import type { Derived } from './derive.ts';
import { doubtOf, type Suspicion, type Trust } from './doubt-reading.ts';
import { keepCopy } from './keep-copy.ts';
import { keepEdit } from './keep-edit.ts';
import { keepBack, keepMissing, type Standing } from './keep-missing.ts';
import type { KeptPage } from './keep-page.ts';
import { readingKey } from './reads-the-same.ts';

/** A page that reads as an article, and what it is kept by. */
export interface Keeping {
  readonly app: Pick<App, 'clock' | 'config'>;
  /** The transaction. */
  readonly store: Store;
  readonly page: StoredPage;
  readonly document: DocumentRecord;
  readonly derived: Derived;
  readonly rederive: Rederive;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly trust: Trust;
}

/** Keep an article: hold it back if it is in doubt, else make its version if it has changed, and all that follows. */
export async function keepArticle(keeping: Keeping): Promise<KeptPage> {
  const { app, store, page, document, derived, rederive, trust } = keeping;
  const { article, hash, fingerprint } = derived;
  const now = app.clock();
  const brought = await bringUpToDate(
    store,
    document,
    { article, hash },
    rederive,
    now.toISOString(),
    page.id,
  );
  const standing = standingOf(page, article.reason);
  if (standing.state === 'moved' && isAnother(document, fingerprint)) {
    const reason = `its address leads to another article now: ${page.finalUrl}`;
    const { state } = await keepMissing(app, store, document, reason);
    return { outcome: 'not_article', title: article.title, state, plan: null, suspect: null };
  }
  const doubt = await doubtOf(store, document, { article, hash }, trust, now);
  if (doubt !== null) return await holdBack(keeping, doubt, now.toISOString());
  await keepBack(app, store, document, standing);
  const { version, restated } = await keepVersion(keeping, brought === 'completed', now.toISOString());
  const kept = { title: article.title, state: standing.state } as const;
  if (version === null) return { ...kept, outcome: 'unchanged', plan: null, suspect: null };
  return { ...kept, ...(await keepNews(keeping, version, restated, now.toISOString())) };
}

async function holdBack(
  { store, document, derived: { article, hash } }: Keeping,
  doubt: Suspicion,
  at: string,
): Promise<KeptPage> {
  const key = readingKey({ article, hash });
  const since = document.held?.hash === key ? document.held.since : at;
  // A page that readers were told is gone stays so until it is back for good.
  const state = document.state === 'gone' ? 'gone' : 'quarantined';
  await store.holdBack(document.id, { state, hash: key, since, reason: doubt.why });
  return { outcome: 'held', title: article.title, state, plan: null, suspect: doubt };
}

/**
 * Save the version, if the article reads otherwise than the last.
 *
 * @param completed what the last version lacked has come late: that is told as what comes new, it is no edit
 * @returns no version where nothing has changed; restated: the document is called otherwise (repealed, another number)
 */
async function keepVersion(
  { store, page, document, derived: { article, hash, fingerprint } }: Keeping,
  completed: boolean,
  at: string,
): Promise<{ readonly version: VersionRecord | null; readonly restated: boolean }> {
  const { sourceId, url } = page;
  const own = ownBlocks(article);
  await store.saveMeasure({ sourceId, kind: 'article', url, at, size: sizeOf(own), blocks: own.length });
  const last = document.versions === 0 ? null : await store.latestVersion(document.id);
  const restated = last !== null && diffFacts(last.article, article).some(isTold);
  const saved = await store.saveVersion({
    documentId: document.id,
    pageId: page.id,
    article: last === null ? article : carryFacts(last.article, article),
    hash,
    fingerprint,
    cause: 'publisher',
    at,
    last,
    ...(restated && { restates: last.seq }),
  });
  if (saved !== 'unchanged') return { version: saved, restated };
  return { version: completed ? await store.latestVersion(document.id) : null, restated };
}

/** Keep what follows from a version: its cluster, the plans it speaks of, the plan it is, and the event of an edit. */
async function keepNews(
  { app, store, page, document, derived, sources }: Keeping,
  version: VersionRecord,
  restated: boolean,
  at: string,
): Promise<Pick<KeptPage, 'outcome' | 'plan' | 'suspect'>> {
  const { article, fingerprint, reading, mentions } = derived;
  const edited = version.seq > 1 && version.cause === 'publisher';
  const clusterId = await keepCopy(store, document, fingerprint, sources);
  const news = edited || !document.baseline || isFresh(app, article.published);
  const identity = reading?.identity ?? null;
  const source = sources.get(page.sourceId);
  const region = source?.region ?? null;
  if (version.seq > 1 || mentions.length > 0) await store.saveMentions(document.id, mentions);
  if (identity === null && reading !== null) await keepReview(store, { version, region, reading, at });
  const plan =
    identity === null || reading === null
      ? null
      : await keepPlan(store, { version, sourceId: page.sourceId, identity, reading, news, at }, sources);
  if (edited && (restated || (!plan?.told && !plan?.suspect))) {
    const from = source ?? { id: page.sourceId, publisherKind: 'aggregator' };
    await keepEdit(store, { version, source: from, clusterId });
  }
  return {
    outcome: version.seq === 1 ? 'new' : 'changed',
    plan: identity === null ? null : `${identity.series} ${identity.year}`,
    suspect: plan?.suspect ? { code: 'EXTRACT_SUSPECT', why: plan.suspect } : null,
  };
}

/** Content, or moved: another address answers, and not only in another spelling. */
function standingOf({ url, finalUrl }: StoredPage, reason: string): Standing {
  const at = canonicalUrl(finalUrl) ?? finalUrl;
  if (at === url || at === twin(url)) return { state: 'content', reason };
  return { state: 'moved', reason: `it now stands at ${at}` };
}

/** Texts that share less than this are about other things: an edit of one article never goes so far. */
const ANOTHER = 0.1;

/** Some sites send readers of what they took down to something new: that is the end of the old, no edit of it. */
function isAnother({ fingerprint }: DocumentRecord, present: string): boolean {
  return fingerprint !== null && likeness(fingerprint, present) < ANOTHER;
}

const DAY = 86_400_000;

function isFresh({ clock, config }: Pick<App, 'clock' | 'config'>, published: string | null): boolean {
  const at = published === null ? Number.NaN : Date.parse(published);
  return clock().getTime() - at < config.news.freshDays * DAY;
}
