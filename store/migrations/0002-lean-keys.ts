import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Fewer rows of the file touched by each page.
 *
 * The keys of a fingerprint lay in two indices, of which the one by document served only to find them for replacing, which
 * the document's fingerprint tells too; and each row was checked against its document. Of pages only the few that are not
 * settled are ever looked up by that.
 */
export async function leanKeys(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('lean_band')
    .addColumn('key', 'integer', (c) => c.notNull())
    .addColumn('document_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('lean_band_key', ['key', 'document_id'])
    .modifyEnd(sql.raw(engine.clustered))
    .execute();
  await sql`insert into lean_band select key, document_id from band order by key, document_id`.execute(db);
  await db.schema.dropTable('band').execute();
  await db.schema.alterTable('lean_band').renameTo('band').execute();

  await db.schema.dropIndex('page_settled').execute();
  await sql`create index page_unsettled on page (fetched_at) where settled = 0`.execute(db);
}
