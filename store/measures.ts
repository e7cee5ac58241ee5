import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { HealthStore, MeasureKind } from './health-store.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';

type MeasureStore = Pick<HealthStore, 'saveMeasure' | 'measures' | 'holdBack'>;

/** Readings kept of the articles of a source, and of one list: so many of runs that ended, and as many since. */
const MOST = 40;

/** Measures that are of one kind: articles of a source are measured together, lists each by itself. */
interface Alike {
  readonly source_id: string;
  readonly kind: MeasureKind;
  readonly url: string;
}

const alike = ({ source_id, kind, url }: Given<Alike>) =>
  sql<boolean>`source_id = ${source_id} and kind = ${kind} and (kind = 'article' or url = ${url})`;

/** When the last run of a source ended that went its whole way; before all times if none did. */
const lastEnd = (sourceId: RawBuilder<string>) => sql<string>`coalesce((
  select finished_at from run where source_id = ${sourceId} and status in ('done', 'failed')
  order by started_at desc limit 1
), '')`;

const insertMeasure = statement((db, measure: Given<Insertable<Schema['measure']>>) =>
  db
    .insertInto('measure')
    .values(measure)
    .onConflict((c) =>
      c
        .columns(['source_id', 'kind', 'url', 'at'])
        .doUpdateSet({ size: measure.size, blocks: measure.blocks }),
    ),
);

/** Take away what neither of the two counts keeps. */
const prune = statement((db, measure: Given<Alike>) => {
  const end = lastEnd(measure.source_id);
  const oldestKept = (when: RawBuilder<unknown>) => sql`(
    select at from measure where ${alike(measure)} and at ${when} ${end} order by at desc limit 1 offset ${sql.lit(MOST - 1)}
  )`;
  return db
    .deleteFrom('measure')
    .where(alike(measure))
    .where(
      sql<boolean>`at < case when at > ${end} then ${oldestKept(sql`>`)} else ${oldestKept(sql`<=`)} end`,
    );
});

const lastMeasures = statement((db, { limit, ...measure }: Given<Alike & { limit: number }>) =>
  db
    .selectFrom('measure')
    .select(['size', 'blocks'])
    .where(alike(measure))
    .where('at', '<=', lastEnd(measure.source_id))
    .orderBy('at', 'desc')
    .orderBy('url')
    .limit(limit),
);

/** What readings of a source usually are, and readings that are held back because they are not. */
export function measureStore(db: Kysely<Schema>): MeasureStore {
  return {
    async saveMeasure({ sourceId, kind, url, at, size, blocks }) {
      const one = { source_id: sourceId, kind, url };
      await insertMeasure(db, { ...one, at, size, blocks });
      await prune(db, one);
    },

    measures: ({ sourceId, kind, url = '' }, limit) =>
      lastMeasures(db, { source_id: sourceId, kind, url, limit }),

    async holdBack(documentId, { state, hash, since, reason }) {
      await db
        .updateTable('document')
        .set({
          state,
          state_reason: reason,
          held_hash: hash,
          held_since: since,
          etag: null,
          last_modified: null,
        })
        .where('id', '=', documentId)
        .execute();
    },
  };
}
