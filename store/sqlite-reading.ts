import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type SqliteDatabase as KyselyDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { messageOf, StoreError } from '../core/errors.ts';
import type { Engine } from './engine.ts';
import { sqlite } from './sqlite.ts';

/** Whether a database is there and can be read, but not written: its folder or one of its files is locked to us. */
export function isReadOnly(path: string): boolean {
  const files = [path, logOf(path), `${path}-shm`].filter((file) => existsSync(file));
  return files.length > 0 && ![dirname(path), ...files].every(isWritable);
}

/**
 * A database as it is, for who may not write: an analyst in a folder of the operator, a mounted backup.
 *
 * SQLite writes even to read: a database in WAL mode wants two files beside it. While its writer runs they are there;
 * after that the database is told to be unchanging, and needs none. better-sqlite3 cannot say so, the SQLite of Node can.
 *
 * @throws {StoreError} STORE_UNREADABLE
 */
export function readingEngine(path: string): Engine {
  try {
    const unchanging = new URL('?immutable=1', pathToFileURL(path));
    const database = new DatabaseSync(existsSync(logOf(path)) ? path : unchanging, { readOnly: true });
    // Opening alone reads nothing.
    database.prepare('select count(*) from sqlite_master').get();
    const dialect = new SqliteDialect({ database: asKyselyTakesIt(database) });
    return {
      ...sqlite,
      readOnly: true,
      dialect,
      reshaping: (_, change) => change(),
      durably: (db, write) => write(db),
    };
  } catch (cause) {
    throw new StoreError(
      'STORE_UNREADABLE',
      `The database ${path} can neither be written nor read (${messageOf(cause)}). Run the command as the user who owns it, or copy it together with its -wal file to a folder of your own.`,
      { cause, path },
    );
  }
}

function asKyselyTakesIt(database: DatabaseSync): KyselyDatabase {
  return {
    prepare: (text): SqliteStatement => {
      const statement = database.prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)).map(withBuffers),
        run: (parameters) => statement.run(...values(parameters)),
        *iterate(parameters) {
          for (const row of statement.iterate(...values(parameters))) yield withBuffers(row);
        },
      };
    },
    close: () => database.close(),
  };
}

/** Bytes as the other driver gives them. */
function withBuffers(row: Record<string, SQLOutputValue>): Record<string, SQLOutputValue> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
    ]),
  );
}

function logOf(path: string): string {
  return `${path}-wal`;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
