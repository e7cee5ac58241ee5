import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { HealthStore, MeasureKind } from './health-store.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';

type MeasureStore = Pick<HealthStore, 'saveMeasure' | 'measures' | 'holdBack'>;

/** Readings kept of the articles of a source, and of each of its lists, when a run ends. */
const MOST = 40;

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
        .columns(['source_id', 'kind', 'at', 'url'])
        .doUpdateSet({ size: measure.size, blocks: measure.blocks }),
    ),
);

/** Articles of a source are measured together, lists each by itself. */
interface Alike {
  readonly source_id: string;
  readonly kind: MeasureKind;
  readonly url: string;
}

const lastMeasures = statement((db, { source_id, kind, url, limit }: Given<Alike & { limit: number }>) =>
  db
    .selectFrom('measure')
    .select(['size', 'blocks'])
    .where('source_id', '=', source_id)
    .where('kind', '=', kind)
    .where('at', '<=', lastEnd(source_id))
    .where(sql<boolean>`(kind = 'article' or url = ${url})`)
    .orderBy('at', 'desc')
    .orderBy('url')
    .limit(limit),
);

/** Take away all but the last measures of a source: done when a run ends, since nothing asks for those of one under way. */
export async function pruneMeasures(db: Kysely<Schema>, sourceId: string): Promise<void> {
  await sql`delete from measure where source_id = ${sourceId} and (kind, at, url) in (
    select kind, at, url from (
      select kind, at, url, row_number() over (
        partition by kind, case when kind = 'article' then '' else url end order by at desc, url
      ) as nth
      from measure where source_id = ${sourceId}
    ) as counted where nth > ${sql.lit(MOST)}
  )`.execute(db);
}

/** What readings of a source usually are, and readings that are held back because they are not. */
export function measureStore(db: Kysely<Schema>): MeasureStore {
  return {
    async saveMeasure({ sourceId, kind, url, at, size, blocks }) {
      await insertMeasure(db, { source_id: sourceId, kind, url, at, size, blocks });
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
