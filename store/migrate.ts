import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { messageOf, StoreError } from '../core/errors.ts';
import type { Engine } from './engine.ts';
import { archive } from './migrations/0001-archive.ts';
import { leanKeys } from './migrations/0002-lean-keys.ts';
import { listPages } from './migrations/0003-list-pages.ts';
import { numberedBodies } from './migrations/0004-numbered-bodies.ts';
import { measuresByTime } from './migrations/0005-measures-by-time.ts';
import { newFingerprints } from './migrations/0006-new-fingerprints.ts';
import { freshBands } from './migrations/0007-fresh-bands.ts';
import type { Schema } from './schema.ts';

/** In order of their names; a released one is never edited. */
const migrations: Readonly<Record<string, (db: Kysely<unknown>, engine: Engine) => Promise<void>>> = {
  '0001-archive': archive,
  '0002-lean-keys': leanKeys,
  '0003-list-pages': listPages,
  '0004-numbered-bodies': numberedBodies,
  '0005-measures-by-time': measuresByTime,
  '0006-new-fingerprints': newFingerprints,
  '0007-fresh-bands': freshBands,
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
  // A locked or full disk is no fault of the schema.
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) throw error;
  if (error !== undefined) {
    throw new StoreError(
      'STORE_MIGRATION',
      `The database could not be brought to this version's schema (${messageOf(error)}). If it was made by a newer planwatch, install that one.`,
      { cause: error },
    );
  }
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

/**
 * See that the database has the present schema, without writing to it.
 *
 * @throws {StoreError} STORE_MIGRATION if it is that of an older or newer planwatch
 */
export async function checkSchema(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const ran = new Set(rows.map(({ name }) => name));
  if (ran.symmetricDifference(new Set(Object.keys(migrations))).size === 0) return;
  throw new StoreError(
    'STORE_MIGRATION',
    'The database has the schema of another version and may not be written here. Run "planwatch migrate" where it may, with the newest planwatch in use.',
  );
}
