import type { Dialect } from 'kysely';

/** Everything in which one database differs from another. One file makes one: store/sqlite.ts. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** The column type of bytes. */
  readonly bytes: 'blob' | 'bytea';
}
