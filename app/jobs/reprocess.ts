import type { DocumentRecord } from '../../core/archive.ts';
import { codeOf, messageOf, StoreError } from '../../core/errors.ts';
import { recognizePlan } from '../../pipeline/plan/recognize-plan.ts';
import type { Store } from '../../store/store.ts';
import type { App } from '../wire.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { derivePage } from './derive-page.ts';
import { keepMentions } from './keep-mentions.ts';
import { recompare } from './keep-plan.ts';
import { planInputOf } from './plan-input-of.ts';

/** What reading one document again came to. */
export interface Reprocessed {
  readonly document: DocumentRecord;
  /** Its text or title reads otherwise now. */
  readonly changed: boolean;
  /** Targets of its plan before and after; null where it carries none. */
  readonly targets: { readonly before: number; readonly after: number } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

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

/** Carries a result out of a transaction that is to leave nothing behind. */
class RollBack extends Error {
  readonly result: Reprocessed;

  constructor(result: Reprocessed) {
    super('rolled back on purpose');
    this.result = result;
  }
}

async function reprocessOne(app: App, document: DocumentRecord, dryRun: boolean): Promise<Reprocessed> {
  const source = app.config.sources.find((one) => one.id === document.sourceId) ?? null;
  const at = app.clock().toISOString();
  try {
    return await app.store.transaction(async (store) => {
      const before = await targetsOf(store, document.id);
      const brought = await bringUpToDate(
        store,
        document,
        null,
        (from, page) => derivePage(app, from, page, source),
        at,
      );
      await recompare(store, document.id, at);
      await mentionAgain(store, document.id, source?.region ?? null);
      const after = await targetsOf(store, document.id);
      const targets = before === null || after === null ? null : { before, after };
      const result = { document, changed: brought !== 'nothing', targets, error: null };
      if (dryRun) throw new RollBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RollBack) return error.result;
    if (error instanceof StoreError) throw error;
    return {
      document,
      changed: false,
      targets: null,
      error: { code: codeOf(error), message: messageOf(error) },
    };
  }
}

async function mentionAgain(store: Store, documentId: string, region: string | null): Promise<void> {
  const version = await store.latestVersion(documentId);
  if (version === null) return;
  const identity = recognizePlan(planInputOf(version.article, { region, url: null }));
  await keepMentions(store, { version, region, isPlan: identity !== null });
}

async function targetsOf(store: Store, documentId: string): Promise<number | null> {
  const [plan] = await store.plans({ documentId, limit: 1 });
  const read = plan === undefined ? null : await store.plan(plan.id);
  return read?.statements.filter((statement) => statement.kind === 'target').length ?? null;
}
