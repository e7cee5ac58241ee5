import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type SqliteDatabase as KyselyDatabase,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  sql,
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
    database.pragma('synchronous = NORMAL');
    database.pragma('wal_autocheckpoint = 8000');
    database.pragma('cache_size = -8000');
    database.pragma('foreign_keys = ON');
    const dialect = immediateDialect({ database: preparedOnce(database) });
    return { ...sqlite, readOnly: false, dialect, reshaping, durably };
  } catch (cause) {
    throw new StoreError(
      'STORE_UNWRITABLE',
      `The database ${path} cannot be opened for writing (${messageOf(cause)}). Check the path, its permissions and the free disk space.`,
      { cause, path },
    );
  }
}

/** What holds however a file is opened, see {@link Engine}. */
export const sqlite: Pick<Engine, 'name' | 'bytes' | 'counting' | 'clustered' | 'listed'> = {
  name: 'sqlite',
  bytes: 'blob',
  counting: 'integer',
  clustered: 'without rowid',
  listed: (json) => sql`json_each(${json})`,
};

/** The safety level holds for the connection: there is one, and it is ours alone while the work lasts. */
const durably: Engine['durably'] = (db, write) =>
  db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection);
    try {
      await write(connection);
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
    }
  });

/** Inside a transaction the switch would do nothing, and dropping a table would drop what refers to it. */
const reshaping: Engine['reshaping'] = async (db, change) => {
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    return await change();
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
};

/** Statements kept prepared. Lists of values of each length make statements of their own, so there is no end of them. */
const MOST_PREPARED = 300;

/** A database that prepares each statement once: preparing costs more than most of them take. */
function preparedOnce(database: SqliteDatabase.Database): KyselyDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare<readonly unknown[]>(text);
      prepared.set(text, statement);
      // The oldest goes, even if it is used: it comes back, and no use of a statement has to be counted.
      const [oldest] = prepared.keys();
      if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
      return statement;
    },
    close: () => database.close(),
  };
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
