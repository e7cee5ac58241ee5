import type { Dialect, Kysely, RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Everything in which one database differs from another. One file makes one: store/sqlite.ts, store/sqlite-reading.ts. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Nothing may be written, so the schema must be the present one. */
  readonly readOnly: boolean;
  readonly dialect: Dialect;
  /** The column type of bytes. */
  readonly bytes: 'blob' | 'bytea';
  /** The column type of a primary key that counts by itself. */
  readonly counting: 'integer' | 'serial';
  /** What ends the declaration of a table that is to lie in the order of its key, where that can be said. */
  readonly clustered: 'without rowid' | '';
  /** A list of numbers, as JSON, as a table of one column, `value`: one statement for lists of any length. */
  readonly listed: (json: RawBuilder<string>) => RawBuilder<{ value: number }>;
  /**
   * Change the schema without checking references until it is done: a table that others refer to can then be made anew.
   */
  readonly reshaping: <T>(db: Kysely<Schema>, change: () => Promise<T>) => Promise<T>;
  /**
   * Write so that it outlives a power cut from the moment it is done, and with it all that was written before. What is
   * written otherwise outlives the process at once, a power cut some seconds later (docs/decisions/0015).
   */
  readonly durably: (db: Kysely<Schema>, write: (db: Kysely<Schema>) => Promise<void>) => Promise<void>;
}
