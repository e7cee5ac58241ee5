import type { DocumentRecord, Fault } from '../../../core/archive.ts';
import type { Article } from '../../../core/article.ts';
import { codeOf, messageOf, StoreError } from '../../../core/errors.ts';
import type { PlanReading } from '../../../core/plan.ts';
import type { Source } from '../../../core/source.ts';
import { recognizePlan } from '../../../pipeline/plan/identity/recognize-plan.ts';
import type { Store } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import { derivePage } from '../page/derive-page.ts';
import { findMentions } from '../page/find-mentions.ts';
import { fingerprintAgain } from '../page/keep-copy.ts';
import { bringUpToDate, type Rederive, readRenewed } from './bring-up-to-date.ts';
import { recompare } from './keep-plan.ts';
import { planInputOf } from './plan-input-of.ts';
import { readAsPlan } from './reread-plan.ts';

/** What reading one document again came to. */
export interface Reprocessed {
  readonly document: DocumentRecord;
  /** Its text or title reads otherwise now. */
  readonly changed: boolean;
  /** Lines of title and text that it had, and that it has now. */
  readonly lines: Difference;
  /** Targets of its plan, and the quotes of those it had and of those it has now; null where it carries none. */
  readonly targets: (Difference & { readonly before: number; readonly after: number }) | null;
  /** Why the present rules cannot read it; it stays as it was read. */
  readonly error: Fault | null;
}

/** What only one of two readings has, each once. */
export interface Difference {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

const NO_DIFFERENCE: Difference = { lost: [], gained: [] };

const BATCH = 200;

/**
 * Read every archived document again from its raw page by the present rules, and compare plans anew. Readers are told of
 * nothing: what differs now is our doing.
 *
 * @param dryRun say what would change, and leave the archive as it is
 * @returns one result a document, in the order of the archive, as they come
 */
export async function* reprocess(app: App, dryRun: boolean): AsyncGenerator<Reprocessed> {
  for (let offset = 0; ; offset += BATCH) {
    const documents = await app.store.documents({ limit: BATCH, offset });
    for (const document of documents)
      if (document.versions > 0) yield await reprocessOne(app, document, dryRun);
    if (documents.length < BATCH) return;
  }
}

async function reprocessOne(app: App, document: DocumentRecord, dryRun: boolean): Promise<Reprocessed> {
  const source = app.config.sources.find((one) => one.id === document.sourceId) ?? null;
  let unread: Fault | null = null;
  const rederive: Rederive = async (from, page) => {
    const derived = await derivePage(app, from, page, source).catch((error: unknown) => {
      unread = { code: codeOf(error), message: messageOf(error) };
      throw error;
    });
    const { kind, reason } = derived.article;
    if (kind !== 'article') unread = { code: 'NOT_ARTICLE', message: `it now reads as: ${kind} (${reason})` };
    return derived;
  };
  const read = async (store: Store): Promise<Reprocessed> => {
    const before = await readingOf(store, document.id);
    const { changed, after } = dryRun
      ? await foresee(store, document, before, rederive)
      : await renew(store, document, rederive, source, app.clock().toISOString());
    const lines = differenceOf(before.lines, after.lines);
    return { document, changed, lines, targets: targetsMoved(before.targets, after.targets), error: unread };
  };
  try {
    return await (dryRun ? read(app.store) : app.store.transaction(read));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const fault = { code: codeOf(error), message: messageOf(error) };
    return { document, changed: false, lines: NO_DIFFERENCE, targets: null, error: fault };
  }
}

/** What reading a document again came to, or would come to. */
interface Outcome {
  readonly changed: boolean;
  readonly after: ArchivedReading;
}

/** @param store inside a transaction */
async function renew(
  store: Store,
  document: DocumentRecord,
  rederive: Rederive,
  source: Source | null,
  at: string,
): Promise<Outcome> {
  const brought = await bringUpToDate(store, document, null, rederive, at);
  if (brought === 'nothing') await fingerprintAgain(store, document);
  await recompare(store, document.id, at);
  await mentionAgain(store, document.id, source?.region ?? null);
  return { changed: brought !== 'nothing', after: await readingOf(store, document.id) };
}

/** What {@link renew} would come to. It writes nothing, so that an archive will do in which nothing may be written. */
async function foresee(
  store: Store,
  document: DocumentRecord,
  before: ArchivedReading,
  rederive: Rederive,
): Promise<Outcome> {
  const renewed = await readRenewed(store, document, null, rederive);
  const [plan] = await store.plans({ documentId: document.id, limit: 1 });
  const read = renewed ?? (plan && (await store.version(plan.documentId, plan.seq)));
  const targets = plan && read ? targetsIn(await readAsPlan(store, plan, read.article)) : before.targets;
  const lines = renewed === null ? before.lines : linesOf(renewed.article);
  return { changed: renewed !== null, after: { lines, targets } };
}

async function mentionAgain(store: Store, documentId: string, region: string | null): Promise<void> {
  const version = await store.latestVersion(documentId);
  if (version === null) return;
  const identity = recognizePlan(planInputOf(version.article, { region, url: null }));
  const isPlan = (identity?.issuer ?? identity?.region ?? null) !== null;
  await store.saveMentions(documentId, findMentions(version.article, region, isPlan));
}

/** What the archive says of a document: lines of title and text, and quotes of its plan's targets. */
interface ArchivedReading {
  readonly lines: readonly string[];
  readonly targets: readonly string[] | null;
}

async function readingOf(store: Store, documentId: string): Promise<ArchivedReading> {
  const article = (await store.latestVersion(documentId))?.article;
  const [plan] = await store.plans({ documentId, limit: 1 });
  const read = plan === undefined ? null : await store.plan(plan.id);
  return { lines: linesOf(article), targets: read && targetsIn(read) };
}

function targetsIn({ statements }: Pick<PlanReading, 'statements'>): string[] {
  return statements.filter(({ kind }) => kind === 'target').map(({ quote }) => quote);
}

/** What makes versions of it, line by line. */
function linesOf(article: Article | undefined): string[] {
  const { validity, documentNumber } = article?.fields ?? {};
  return [article?.title, ...(article?.text ?? '').split('\n'), documentNumber, validity].filter(
    (line) => line !== undefined && line !== null,
  );
}

function targetsMoved(
  before: readonly string[] | null,
  after: readonly string[] | null,
): Reprocessed['targets'] {
  if (before === null || after === null) return null;
  return { before: before.length, after: after.length, ...differenceOf(before, after) };
}

function differenceOf(before: readonly string[], after: readonly string[]): Difference {
  const [had, has] = [new Set(before), new Set(after)];
  return { lost: [...had.difference(has)], gained: [...has.difference(had)] };
}
