import { type Kysely, sql } from 'kysely';
import type { HealthStore } from './health-store.ts';
import type { Schema } from './schema.ts';

type MeasureStore = Pick<HealthStore, 'saveMeasure' | 'measures' | 'holdBack'>;

/** Readings kept of the articles of a source, and of one list: so many of runs that ended, and as many since. */
const MOST = 40;

/** What readings of a source usually are, and readings that are held back because they are not. */
export function measureStore(db: Kysely<Schema>): MeasureStore {
  /** Articles of a source are measured together, lists each by itself. */
  const alike = (sourceId: string, kind: 'article' | 'list', url: string | undefined) => {
    const query = db.selectFrom('measure').where('source_id', '=', sourceId).where('kind', '=', kind);
    return kind === 'list' && url !== undefined ? query.where('url', '=', url) : query;
  };
  /** When the last run of a source ended that went its whole way; before all times if none did. */
  const lastEnd = (sourceId: string) => {
    const run = db
      .selectFrom('run')
      .select('finished_at')
      .where('source_id', '=', sourceId)
      .where('status', 'in', ['done', 'failed'])
      .orderBy('started_at', 'desc')
      .limit(1);
    return sql<string>`coalesce(${run}, '')`;
  };
  /** Take away what neither of the two counts keeps, in one statement: it is made for each page. */
  const prune = (sourceId: string, kind: 'article' | 'list', url: string) =>
    sql`
    delete from measure where source_id = ${sourceId} and kind = ${kind} and (url, at) in (
      select url, at from (
        select url, at, row_number() over (partition by at > ${lastEnd(sourceId)} order by at desc) as n
        from measure where source_id = ${sourceId} and kind = ${kind} and (kind = 'article' or url = ${url})
      ) as counted where n > ${MOST}
    )`.execute(db);

  return {
    async saveMeasure({ sourceId, kind, url, at, size, blocks }) {
      await db
        .insertInto('measure')
        .values({ source_id: sourceId, kind, url, at, size, blocks })
        .onConflict((c) => c.columns(['source_id', 'kind', 'url', 'at']).doUpdateSet({ size, blocks }))
        .execute();
      await prune(sourceId, kind, url);
    },

    async measures({ sourceId, kind, url }, limit) {
      return alike(sourceId, kind, url)
        .select(['size', 'blocks'])
        .where('at', '<=', lastEnd(sourceId))
        .orderBy('at', 'desc')
        .orderBy('url')
        .limit(limit)
        .execute();
    },

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
