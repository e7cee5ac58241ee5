import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Bodies get numbers, and what refers to one has its number instead of its hash.
 *
 * The next version of a page takes some 350 bytes packed, and three hashes took 100 more: its own, the same in the index, and
 * that of the body it lies on. Now the index has the first four bytes, which nearly always find one row. And a page repeats
 * neither the address of its document nor, where it is the same, the one that answered.
 *
 * Tables that others refer to are made anew here, so references are unchecked meanwhile, see store/migrate.ts.
 */
export async function numberedBodies(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const make = (name: string) => db.schema.createTable(`new_${name}`);
  const bytes = sql.raw(engine.bytes);

  // Bytes as fetched, once per content: zstd, with the body base_id as dictionary where that is set. depth: how many bodies
  // must be unpacked first.
  await make('body')
    .addColumn('id', sql.raw(engine.counting), (c) => c.primaryKey())
    .addColumn('sha256', bytes, (c) => c.notNull())
    .addColumn('base_id', 'integer', (c) => c.references('body.id'))
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('packed', bytes, (c) => c.notNull())
    .execute();
  // Bodies kept in full that others of their source may lie on, the newest with the greatest number.
  await make('template')
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('body_id', 'integer', (c) => c.notNull().references('body.id'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('template_key', ['source_id', 'body_id'])
    .modifyEnd(sql.raw(engine.clustered))
    .execute();
  // One row a fetch; settled is 0 until everything that follows from it is in the archive. final_url: null for the
  // document's own.
  await make('page')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('final_url', 'text')
    .addColumn('fetched_at', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('body_id', 'integer', (c) => c.notNull().references('body.id'))
    .addColumn('fetcher', 'text', (c) => c.notNull())
    .addColumn('settled', 'integer', (c) => c.notNull())
    .execute();

  await carryOver(db);
  for (const name of ['template', 'page', 'body']) {
    await db.schema.dropTable(name).execute();
    await db.schema.alterTable(`new_${name}`).renameTo(name).execute();
  }
  await sql`create index body_sha256 on body (substr(sha256, 1, 4))`.execute(db);
  await db.schema.createIndex('page_document').on('page').columns(['document_id', 'fetched_at']).execute();
  await sql`create index page_unsettled on page (fetched_at) where settled = 0`.execute(db);
}

/** Bodies are numbered in the order in which they were first fetched, as new ones will be. */
async function carryOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    create temporary table numbered as
    select body.sha256, row_number() over (order by min(page.fetched_at), body.sha256) as id
    from body left join page on page.sha256 = body.sha256 group by body.sha256`.execute(db);
  await sql`create index numbered_sha256 on numbered (sha256)`.execute(db);
  await sql`
    insert into new_body (id, sha256, base_id, depth, size, packed)
    select numbered.id, body.sha256, base.id, depth, size, packed
    from numbered join body on body.sha256 = numbered.sha256
    left join numbered as base on base.sha256 = body.base_sha256 order by numbered.id`.execute(db);
  await sql`
    insert into new_template (source_id, body_id, url)
    select source_id, numbered.id, url from template join numbered on numbered.sha256 = template.sha256`.execute(
    db,
  );
  await sql`
    insert into new_page (id, document_id, source_id, final_url, fetched_at, status, headers, body_id, fetcher, settled)
    select page.id, document_id, source_id, nullif(final_url, url), fetched_at, status, headers, numbered.id, fetcher, settled
    from page join numbered on numbered.sha256 = page.sha256 order by fetched_at`.execute(db);
  await sql`drop table numbered`.execute(db);
}
