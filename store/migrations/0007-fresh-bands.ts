import type { Kysely } from 'kysely';

/** Keys of fingerprints, as JSON, that wait for others to be written into the index with them: see store/bands.ts. */
export async function freshBands(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fresh_band')
    .addColumn('document_id', 'text', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull())
    .execute();
}
