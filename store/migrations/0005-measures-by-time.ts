import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Measures lie in the order of time, so that the last ones of a source are read off one place of the table: every new article is
 * held against them.
 */
export async function measuresByTime(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('new_measure')
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('blocks', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('new_measure_key', ['source_id', 'kind', 'at', 'url'])
    .modifyEnd(sql.raw(engine.clustered))
    .execute();
  await sql`insert into new_measure (source_id, kind, at, url, size, blocks)
    select source_id, kind, at, url, size, blocks from measure`.execute(db);
  await db.schema.dropTable('measure').execute();
  await db.schema.alterTable('new_measure').renameTo('measure').execute();
}
