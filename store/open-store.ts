import { Kysely } from 'kysely';
import { AppError, messageOf, StoreError } from '../core/errors.ts';
import { atomically } from './atomically.ts';
import { bandStore } from './bands.ts';
import { comparisonStore } from './comparisons.ts';
import { documentStore } from './documents.ts';
import type { Engine } from './engine.ts';
import { eventStore } from './events.ts';
import { ledgerStore } from './ledgers.ts';
import { listPageStore } from './list-pages.ts';
import { mailStore } from './mails.ts';
import { measureStore } from './measures.ts';
import { mentionStore } from './mentions.ts';
import { checkSchema, migrate } from './migrate.ts';
import { pageStore } from './pages.ts';
import { planStore } from './plans.ts';
import { runStore } from './runs.ts';
import type { Schema } from './schema.ts';
import { sourceStore } from './sources.ts';
import type { Store } from './store.ts';
import { ticketStore } from './tickets.ts';
import { versionStore } from './versions.ts';

/**
 * Open the archive, bringing its schema up to date first; where nothing may be written, it must be.
 *
 * @param engine see store/sqlite.ts
 * @returns the store, and the migrations that ran
 * @throws {StoreError} STORE_MIGRATION, STORE_UNWRITABLE
 */
export async function openStore(engine: Engine): Promise<{ store: Store; migrated: string[] }> {
  const db = new Kysely<Schema>({ dialect: engine.dialect });
  try {
    const migrated = engine.readOnly ? [] : await migrate(db, engine);
    if (engine.readOnly) await checkSchema(db);
    return { migrated, store: storeOn(db, engine) };
  } catch (error) {
    await db.destroy();
    throw asStoreError(error);
  }
}

/** All methods on one connection source: the database, or a transaction of it. */
function storeOn(db: Kysely<Schema>, engine: Engine): Store {
  return {
    transaction: async (work) => {
      try {
        return await atomically(db, (trx) => work(storeOn(trx, engine)));
      } catch (error) {
        throw asStoreError(error);
      }
    },
    close: () => db.destroy(),
    ...sourceStore(db),
    ...pageStore(db),
    ...listPageStore(db),
    ...documentStore(db),
    ...bandStore(db, engine),
    ...versionStore(db),
    ...planStore(db),
    ...comparisonStore(db),
    ...ledgerStore(db),
    ...mentionStore(db),
    ...eventStore(db),
    ...mailStore(db, engine),
    ...runStore(db),
    ...measureStore(db),
    ...ticketStore(db),
  };
}

/** Database errors under our codes; everything else as it is. */
function asStoreError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code.startsWith('SQLITE_BUSY')) {
    return new StoreError('STORE_BUSY', 'The database is held by another process for too long. Try again.', {
      cause: error,
      retryable: true,
    });
  }
  if (/^SQLITE_(READONLY|FULL|IOERR|CANTOPEN|CORRUPT|NOTADB)/.test(code)) {
    return new StoreError(
      'STORE_UNWRITABLE',
      `The database cannot be written (${messageOf(error)}). Check its permissions and the free disk space.`,
      { cause: error },
    );
  }
  return error;
}
