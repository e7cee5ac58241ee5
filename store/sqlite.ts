import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { messageOf, StoreError } from '../core/errors.ts';
import type { Engine } from './engine.ts';

/**
 * The one-machine engine: a file, in WAL mode, so that readers never wait for the writer.
 *
 * @param path the database file, made if absent; `:memory:` for tests
 * @throws {StoreError} STORE_UNWRITABLE if the file or its folder cannot be opened for writing
 */
export function sqliteEngine(path: string): Engine {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new SqliteDatabase(path, { timeout: 30_000 });
    useWal(database);
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return { name: 'sqlite', dialect: immediateDialect({ database }), bytes: 'blob' };
  } catch (cause) {
    throw new StoreError(
      'STORE_UNWRITABLE',
      `The database ${path} cannot be opened for writing (${messageOf(cause)}). Check the path, its permissions and the free disk space.`,
      { cause, path },
    );
  }
}

/** How often, and how many milliseconds apart, the change to WAL is tried: about five seconds in all. */
const WAL_TRIES = 100;
const WAL_WAIT_MS = 50;

/**
 * Switch to WAL. The switch needs the file alone and, unlike all else, does not wait for its time-out: two first starts at
 * once would fail one in forty times.
 */
function useWal(database: SqliteDatabase.Database): void {
  for (let tries = 1; ; tries++) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
      if (!busy || tries >= WAL_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAL_WAIT_MS);
    }
  }
}

/**
 * SQLite with transactions that take the write lock when they begin, migrations included.
 *
 * A plain `begin` reads first and asks for the lock at the first write; if another process wrote in between, that
 * write fails at once with "database is locked", and no time-out helps. Other archives lived with it for years.
 */
function immediateDialect(config: SqliteDialectConfig): SqliteDialect {
  const dialect = new SqliteDialect(config);
  dialect.createDriver = () => {
    const driver = new SqliteDriver(config);
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    return driver;
  };
  dialect.createAdapter = () => new TransactionalAdapter();
  return dialect;
}

/** SQLite can change its schema inside a transaction; Kysely does not rely on it, so two first starts would collide. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
