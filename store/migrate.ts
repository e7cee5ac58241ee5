import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { messageOf, StoreError } from '../core/errors.ts';
import type { Engine } from './engine.ts';
import { archive } from './migrations/0001-archive.ts';
import { leanKeys } from './migrations/0002-lean-keys.ts';
import { numberedBodies } from './migrations/0004-numbered-bodies.ts';
import type { Schema } from './schema.ts';

/** In order of their names; a released one is never edited. */
const migrations: Readonly<Record<string, (db: Kysely<unknown>, engine: Engine) => Promise<void>>> = {
  '0001-archive': archive,
  '0002-lean-keys': leanKeys,
  '0004-numbered-bodies': numberedBodies,
};

/**
 * Bring the database to the present schema. Safe to run twice, and from two processes at once.
 *
 * @returns the names of the migrations that ran, in order; empty when there was nothing to do
 * @throws {StoreError} STORE_MIGRATION if one fails; the database is then as it was before it
 */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, up]) => [
            name,
            { up: (at: Kysely<unknown>) => up(at, engine) },
          ]),
        ),
    },
  });
  const { error, results } = await engine.reshaping(db, () => migrator.migrateToLatest());
  if (error !== undefined) {
    throw new StoreError(
      'STORE_MIGRATION',
      `The database could not be brought to this version's schema (${messageOf(error)}). If it was made by a newer planwatch, install that one.`,
      { cause: error },
    );
  }
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}
