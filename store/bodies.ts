import { type Insertable, type Kysely, sql } from 'kysely';
import { StoreError } from '../core/errors.ts';
import { unpackBody } from './body-codec.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';

/** A body as it is stored: packed, alone or against another. */
export type PackedBody = Required<Omit<Insertable<Schema['body']>, 'id'>>;

/** A hash as the table holds it. */
export function hashKey(sha256: string): Buffer {
  return Buffer.from(sha256, 'hex');
}

const bodyOf = statement((db, { head, sha256 }: Given<{ head: Buffer; sha256: Buffer }>) =>
  db
    .selectFrom('body')
    .select('id')
    // In the words of the index, which has no more of a hash: that finds one row, or very few.
    .where(sql<Buffer>`substr(sha256, 1, 4)`, '=', head)
    .where('sha256', '=', sha256),
);

const insert = statement((db, body: Given<PackedBody>) => db.insertInto('body').values(body).returning('id'));

const packedAt = statement((db, { id }: Given<{ id: number }>) =>
  db.selectFrom('body').select(['packed', 'size', 'base_id']).where('id', '=', id),
);

/** The number under which a body lies in the archive; null if it does not. */
export async function findBody(db: Kysely<Schema>, sha256: Buffer): Promise<number | null> {
  const [row] = await bodyOf(db, { head: sha256.subarray(0, 4), sha256 });
  return row?.id ?? null;
}

/** Store a packed body; its number. */
export async function insertBody(db: Kysely<Schema>, body: PackedBody): Promise<number> {
  const [row] = await insert(db, body);
  if (row === undefined) throw new Error('a body was stored without a number');
  return row.id;
}

/**
 * The bytes of the body with a hash.
 *
 * @throws {StoreError} STORE_BODY_MISSING
 */
export async function loadBody(db: Kysely<Schema>, sha256: string): Promise<Buffer> {
  const id = await findBody(db, hashKey(sha256));
  if (id === null) throw missing(sha256);
  return bodyAt(db, id);
}

/** The bytes of the body with a number. @throws {StoreError} STORE_BODY_MISSING */
export async function bodyAt(db: Kysely<Schema>, id: number): Promise<Buffer> {
  const [row] = await packedAt(db, { id });
  if (row === undefined) throw missing(`number ${id}`);
  const base = row.base_id === null ? null : await bodyAt(db, row.base_id);
  return unpackBody(row.packed, row.size, base);
}

function missing(which: string): StoreError {
  return new StoreError(
    'STORE_BODY_MISSING',
    `The archive has no page body ${which}. Restore it from a backup.`,
  );
}
