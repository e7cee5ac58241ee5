import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** What lists showed last, for those whose servers can say that they still show it. */
export async function listPages(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('list_page')
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('fetched_at', 'text', (c) => c.notNull())
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('packed', sql.raw(engine.bytes), (c) => c.notNull())
    .addPrimaryKeyConstraint('list_page_key', ['source_id', 'url'])
    .execute();
}
