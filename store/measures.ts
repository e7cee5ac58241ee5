import type { Kysely } from 'kysely';
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
  const lastEnd = async (sourceId: string): Promise<string> => {
    const run = await db
      .selectFrom('run')
      .select('finished_at')
      .where('source_id', '=', sourceId)
      .where('status', 'in', ['done', 'failed'])
      .orderBy('started_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return run?.finished_at ?? '';
  };

  return {
    async saveMeasure({ sourceId, kind, url, at, size, blocks }) {
      await db
        .insertInto('measure')
        .values({ source_id: sourceId, kind, url, at, size, blocks })
        .onConflict((c) => c.columns(['source_id', 'kind', 'url', 'at']).doUpdateSet({ size, blocks }))
        .execute();
      const end = await lastEnd(sourceId);
      const all = await alike(sourceId, kind, url).select(['url', 'at']).orderBy('at', 'desc').execute();
      const [since, before] = [all.filter((row) => row.at > end), all.filter((row) => row.at <= end)];
      const old = [...since.slice(MOST), ...before.slice(MOST)];
      for (const row of old) {
        await db
          .deleteFrom('measure')
          .where('source_id', '=', sourceId)
          .where('kind', '=', kind)
          .where('url', '=', row.url)
          .where('at', '=', row.at)
          .execute();
      }
    },

    async measures({ sourceId, kind, url }, limit) {
      return alike(sourceId, kind, url)
        .select(['size', 'blocks'])
        .where('at', '<=', await lastEnd(sourceId))
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
