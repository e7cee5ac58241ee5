import type { DocumentRecord, DocumentState, SourceRecord } from '../../../core/archive.ts';
import { canonicalUrl } from '../../../core/url.ts';
import { twin } from '../../../crawlers/find/known-spelling.ts';
import { heldCheckAt, missingCheckAt, nextCheckAt } from '../../../crawlers/next-check.ts';
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
import { readingKey } from './reads-the-same.ts';
import { lossesIn } from './text-faults.ts';

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

const DAY = 86_400_000;

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
        ? await keepArticle(app, store, page, document, derived, rederive, sources, trust)
        : await keepOther(app, store, document, derived);
    await store.settlePage(page.id);
    await keepCheck(app, store, page, kept, derived, trust);
    return kept;
  });
}

/** Note when to ask again, and what the operator should look at, or need not any more. */
async function keepCheck(
  { clock }: Pick<App, 'clock'>,
  store: Store,
  page: StoredPage,
  kept: KeptPage,
  { article, faults, reading }: Derived,
  trust: Trust,
): Promise<void> {
  const now = clock();
  const at = now.toISOString();
  const since = kept.outcome === 'changed' ? at : article.published;
  const held = kept.outcome === 'held';
  const missing = (await store.document(page.documentId))?.missingChecks ?? 0;
  const lasting = trust.kind === 'unlike' || kept.suspect?.code === 'TEXT_GARBLED';
  const soon = held ? heldCheckAt(now, lasting) : missing > 0 ? missingCheckAt(missing, now) : null;
  await store.saveCheck(page.url, { at, nextCheckAt: soon ?? nextCheckAt(since, now) });
  const problems = [
    ...problemsOf(page.url, reading?.identity ? faults : faults.filter(mayPass)),
    ...(kept.suspect === null ? [] : [suspected(page.url, kept.suspect)]),
    ...(kept.suspect?.code === 'TEXT_GARBLED' ? [] : lossesIn(page.url, article)),
  ];
  await store.resolveProblems(
    page.sourceId,
    page.url,
    at,
    problems.map((problem) => problem.code),
  );
  for (const problem of problems)
    await store.saveProblem({ sourceId: page.sourceId, url: page.url, at, ...problem });
}

interface Problem {
  readonly code: string;
  readonly message: string;
}

/**
 * Whether a fault of a file may pass. What a file is for good (a scan, locked, of another kind) asks for nobody's
 * attention, unless the article is a plan: then its targets may stand there.
 */
function mayPass({ code }: Derived['faults'][number]): boolean {
  return code === 'ATTACHMENT_NOT_FETCHED' || code === 'ATTACHMENT_TIMEOUT';
}

/** What is wrong with the attached files of a page, one problem for all of a kind. */
function problemsOf(url: string, faults: Derived['faults']): Problem[] {
  return [...Map.groupBy(faults, ({ code }) => code)].map(([code, some]) => ({
    code,
    message: `${url}: ${some.map(({ message }) => message).join(' ')}`,
  }));
}

const ADVICE: Readonly<Record<Suspicion['code'], string>> = {
  EXTRACT_HELD:
    'It is published once it reads the same at a later check, or by "planwatch accept" with this address; rules.remove cuts what differs each time',
  EXTRACT_SUSPECT: 'Look at the page; if the site changed, set rules.select in the source',
  TEXT_GARBLED:
    'Set rules.charset in the source to the encoding of the page; "planwatch accept" with this address publishes it as it is',
};

function suspected(url: string, { code, why }: Suspicion): Problem {
  return { code, message: `${url}: ${why}. ${ADVICE[code]}.` };
}

async function keepArticle(
  app: Pick<App, 'clock' | 'config'>,
  store: Store,
  page: StoredPage,
  document: DocumentRecord,
  { article, hash, fingerprint, reading, mentions }: Derived,
  rederive: Rederive,
  sources: ReadonlyMap<string, SourceRecord>,
  trust: Trust,
): Promise<KeptPage> {
  const now = app.clock();
  const at = now.toISOString();
  const brought = await bringUpToDate(store, document, { article, hash }, rederive, at, page.id);
  const standing = standingOf(page, article.reason);
  if (standing.state === 'moved' && isAnother(document, fingerprint)) {
    const reason = `its address leads to another article now: ${page.finalUrl}`;
    const { state } = await keepMissing(app, store, document, reason);
    return { outcome: 'not_article', title: article.title, state, plan: null, suspect: null };
  }
  const doubt = await doubtOf(store, document, { article, hash }, trust, now);
  if (doubt !== null) {
    const key = readingKey({ article, hash });
    const since = document.held?.hash === key ? document.held.since : at;
    // A page that readers were told is gone stays so until it is back for good.
    const state = document.state === 'gone' ? 'gone' : 'quarantined';
    await store.holdBack(document.id, { state, hash: key, since, reason: doubt.why });
    return { outcome: 'held', title: article.title, state, plan: null, suspect: doubt };
  }
  await keepBack(app, store, document, standing);
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
    ...(restated && { restates: last.seq }),
  });
  const kept = { title: article.title, state: standing.state, plan: null, suspect: null } as const;
  // What came late is told as what comes new; it is no edit.
  const version =
    saved === 'unchanged' && brought === 'completed' ? await store.latestVersion(document.id) : saved;
  if (version === 'unchanged' || version === null) return { ...kept, outcome: 'unchanged' };
  const edited = version.seq > 1 && version.cause === 'publisher';

  const clusterId = await keepCopy(store, document, fingerprint, sources);
  const outcome = version.seq === 1 ? 'new' : 'changed';
  const news = edited || !document.baseline || isFresh(app, article.published);
  const identity = reading?.identity ?? null;
  const region = sources.get(page.sourceId)?.region ?? null;
  if (version.seq > 1 || mentions.length > 0) await store.saveMentions(document.id, mentions);
  if (identity === null && reading !== null) await keepReview(store, { version, region, reading, at });
  const plan =
    identity === null || reading === null
      ? null
      : await keepPlan(store, { version, sourceId: page.sourceId, identity, reading, news, at }, sources);
  if (edited && (restated || (!plan?.told && !plan?.suspect))) {
    await keepEdit(store, {
      version,
      source: sources.get(page.sourceId) ?? { id: page.sourceId, publisherKind: 'aggregator' },
      clusterId,
    });
  }
  const name = identity === null ? null : `${identity.series} ${identity.year}`;
  const suspect = plan?.suspect ? ({ code: 'EXTRACT_SUSPECT', why: plan.suspect } as const) : null;
  return { ...kept, outcome, plan: name, suspect };
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

function isFresh({ clock, config }: Pick<App, 'clock' | 'config'>, published: string | null): boolean {
  const at = published === null ? Number.NaN : Date.parse(published);
  return clock().getTime() - at < config.news.freshDays * DAY;
}
