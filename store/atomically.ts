import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Work in a transaction: the one that is open, if one is, so that callers need not know. */
export function atomically<T>(db: Kysely<Schema>, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
