import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** The first schema: pages, documents, versions, plans, ledgers, comparisons, events, mail, runs, problems. */
export async function archive(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const table = (name: string) => db.schema.createTable(name);
  const bytes = sql.raw(engine.bytes);

  await table('source')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('publisher', 'text', (c) => c.notNull())
    .addColumn('publisher_kind', 'text', (c) => c.notNull())
    .addColumn('region', 'text')
    .addColumn('tags', 'text', (c) => c.notNull())
    .execute();

  // Bytes as fetched, once per content: zstd, with the body under base_sha256 as dictionary where that is set. depth: how
  // many bodies must be unpacked first. Hashes are bytes: as digits they would take more than most bodies.
  await table('body')
    .addColumn('sha256', bytes, (c) => c.primaryKey())
    .addColumn('base_sha256', bytes)
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('packed', bytes, (c) => c.notNull())
    .execute();

  // Bodies kept in full that others of their source may lie on, see store/bodies.ts.
  await table('template')
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('sha256', bytes, (c) => c.notNull().references('body.sha256'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('template_key', ['source_id', 'sha256'])
    .execute();
  await db.schema.createIndex('template_at').on('template').columns(['source_id', 'at']).execute();

  await table('document')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull().unique())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('published', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('state_reason', 'text', (c) => c.notNull())
    .addColumn('first_seen_at', 'text', (c) => c.notNull())
    .addColumn('last_fetched_at', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('next_check_at', 'text', (c) => c.notNull())
    .addColumn('missing_since', 'text')
    .addColumn('missing_checks', 'integer', (c) => c.notNull())
    .addColumn('cluster_id', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text')
    .addColumn('versions', 'integer', (c) => c.notNull())
    // 1: found by the first crawl of its source, so it stood there before we came.
    .addColumn('baseline', 'integer', (c) => c.notNull())
    // Of a reading that is quarantined: its hash, and when it was first seen.
    .addColumn('held_hash', 'text')
    .addColumn('held_since', 'text')
    .execute();
  await db.schema
    .createIndex('document_due')
    .on('document')
    .columns(['source_id', 'next_check_at'])
    .execute();
  await db.schema
    .createIndex('document_seen')
    .on('document')
    .columns(['source_id', 'first_seen_at'])
    .execute();
  await db.schema.createIndex('document_cluster').on('document').column('cluster_id').execute();

  // Keys of a document's fingerprint: copies of one text share at least one (pipeline/copies/band-keys.ts).
  await table('band')
    .addColumn('key', 'integer', (c) => c.notNull())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addPrimaryKeyConstraint('band_key', ['key', 'document_id'])
    .modifyEnd(sql.raw(engine.clustered))
    .execute();
  await db.schema.createIndex('band_document').on('band').column('document_id').execute();

  // One row a fetch; settled is 0 until everything that follows from it is in the archive.
  await table('page')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('final_url', 'text', (c) => c.notNull())
    .addColumn('fetched_at', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('sha256', bytes, (c) => c.notNull().references('body.sha256'))
    .addColumn('fetcher', 'text', (c) => c.notNull())
    .addColumn('settled', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('page_document').on('page').columns(['document_id', 'fetched_at']).execute();
  await db.schema.createIndex('page_settled').on('page').columns(['settled', 'fetched_at']).execute();

  await table('version')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('page_id', 'text', (c) => c.notNull().references('page.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('article', 'text', (c) => c.notNull())
    .addUniqueConstraint('version_key', ['document_id', 'seq'])
    .execute();

  await table('plan')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('series', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('region', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('version_id', 'text', (c) => c.notNull().references('version.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('plan_key', ['series', 'year'])
    .execute();
  await db.schema.createIndex('plan_document').on('plan').column('document_id').execute();

  // What a version says. Kept per version, so that an old comparison stays true; identity is null if it is no plan.
  await table('reading')
    .addColumn('version_id', 'text', (c) => c.primaryKey().references('version.id'))
    .addColumn('identity', 'text')
    .addColumn('outline', 'text', (c) => c.notNull())
    .execute();
  await table('statement')
    .addColumn('version_id', 'text', (c) => c.notNull().references('reading.version_id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('indicator', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('statement_key', ['version_id', 'n'])
    .execute();

  // An article that is no plan and looks back on one year of one region.
  await table('review')
    .addColumn('version_id', 'text', (c) => c.primaryKey().references('reading.version_id'))
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('review_year').on('review').columns(['region', 'year']).execute();

  // The plans that the latest version of an article speaks of, whether the archive has them or not; subject is null
  // for kinds a region has one of a year.
  await table('mention')
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addPrimaryKeyConstraint('mention_key', ['document_id', 'n'])
    .execute();
  await db.schema.createIndex('mention_plan').on('mention').columns(['kind', 'year', 'region']).execute();

  // n counts the targets of the plan's version; report_version_id is the version that reports on them.
  await table('settlement')
    .addColumn('plan_version_id', 'text', (c) => c.notNull().references('version.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('report_version_id', 'text', (c) => c.notNull().references('version.id'))
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('settlement_key', ['plan_version_id', 'n', 'report_version_id'])
    .execute();

  await table('comparison')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('before_plan_id', 'text', (c) => c.notNull().references('plan.id'))
    .addColumn('after_plan_id', 'text', (c) => c.notNull().references('plan.id'))
    .addColumn('before_version_id', 'text', (c) => c.notNull().references('version.id'))
    .addColumn('after_version_id', 'text', (c) => c.notNull().references('version.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('comparison_plan')
    .on('comparison')
    .columns(['after_plan_id', 'created_at'])
    .execute();
  await table('change')
    .addColumn('comparison_id', 'text', (c) => c.notNull().references('comparison.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('indicator', 'text', (c) => c.notNull())
    .addColumn('headline', 'integer', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('change_key', ['comparison_id', 'n'])
    .execute();

  await table('task_summary')
    .addColumn('comparison_id', 'text', (c) => c.primaryKey().references('comparison.id'))
    .addColumn('summary', 'text', (c) => c.notNull())
    .execute();

  // news is 0 for what a first crawl finds standing: archived, but no mail.
  await table('event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('before_seq', 'integer')
    .addColumn('plan_id', 'text')
    .addColumn('comparison_id', 'text')
    .addColumn('news', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('event_at').on('event').columns(['news', 'at']).execute();

  await table('subscriber')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('wants', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .execute();

  // The id of a mail is its digest's. handing_over_at without sent_at: the server may or may not have it.
  await table('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // Null for letters to operators.
    .addColumn('subscriber_id', 'text', (c) => c.references('subscriber.id'))
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'text', (c) => c.notNull())
    .addColumn('handing_over_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('refused_at', 'text')
    .addColumn('dismissed_at', 'text')
    .addColumn('response', 'text')
    .addColumn('error_code', 'text')
    .addColumn('error_message', 'text')
    .execute();
  await table('told')
    .addColumn('subscriber_id', 'text', (c) => c.notNull().references('subscriber.id'))
    .addColumn('event_id', 'text', (c) => c.notNull().references('event.id'))
    .addColumn('digest_id', 'text', (c) => c.notNull().references('outbox.id'))
    .addPrimaryKeyConstraint('told_key', ['subscriber_id', 'event_id'])
    .execute();

  // The size of good readings, the last ones only: articles in characters and blocks, lists in links.
  await table('measure')
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('blocks', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('measure_key', ['source_id', 'kind', 'url', 'at'])
    .execute();

  await table('run')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'text', (c) => c.notNull())
    .addColumn('fetched', 'integer', (c) => c.notNull())
    .addColumn('new_versions', 'integer', (c) => c.notNull())
    .addColumn('errors', 'integer', (c) => c.notNull())
    .addColumn('release', 'text', (c) => c.notNull())
    .addColumn('fault_code', 'text')
    .addColumn('fault_message', 'text')
    // 0: it asked for nothing, or has not ended.
    .addColumn('judged', 'integer', (c) => c.notNull())
    // 1: a run that was told to pass over what is old, so it does not count as a first crawl.
    .addColumn('narrowed', 'integer', (c) => c.notNull())
    .addUniqueConstraint('run_key', ['source_id', 'due_at'])
    .execute();
  await db.schema.createIndex('run_last').on('run').columns(['source_id', 'started_at']).execute();
  await db.schema.createIndex('run_status').on('run').columns(['status', 'started_at']).execute();

  // The trouble of a source, from the first ill run to the first good one; told_in, healed_in: letters to operators.
  await table('ticket')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('runs', 'integer', (c) => c.notNull())
    .addColumn('release', 'text', (c) => c.notNull())
    .addColumn('release_before', 'text')
    .addColumn('broken_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('told_in', 'text')
    .addColumn('healed_in', 'text')
    .execute();
  await db.schema.createIndex('ticket_source').on('ticket').columns(['source_id', 'closed_at']).execute();

  await table('problem')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('first_at', 'text', (c) => c.notNull())
    .addColumn('last_at', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('resolved_at', 'text')
    .execute();
  await db.schema.createIndex('problem_source').on('problem').columns(['source_id', 'resolved_at']).execute();
}
