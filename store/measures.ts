import type { Kysely } from 'kysely';
import type { HealthStore } from './health-store.ts';
import type { Schema } from './schema.ts';

type MeasureStore = Pick<HealthStore, 'saveMeasure' | 'measures' | 'holdBack'>;

/** Readings kept of the articles of a source, and of one list. */
const MOST = 40;

/** What readings of a source usually are, and readings that are held back because they are not. */
export function measureStore(db: Kysely<Schema>): MeasureStore {
  /** Articles of a source are measured together, lists each by itself. */
  const alike = (sourceId: string, kind: 'article' | 'list', url: string | undefined) => {
    const query = db.selectFrom('measure').where('source_id', '=', sourceId).where('kind', '=', kind);
    return kind === 'list' && url !== undefined ? query.where('url', '=', url) : query;
  };

  return {
    async saveMeasure({ sourceId, kind, url, at, size, blocks }) {
      await db
        .insertInto('measure')
        .values({ source_id: sourceId, kind, url, at, size, blocks })
        .onConflict((c) => c.columns(['source_id', 'kind', 'url', 'at']).doUpdateSet({ size, blocks }))
        .execute();
      const old = await alike(sourceId, kind, url)
        .select(['url', 'at'])
        .orderBy('at', 'desc')
        .limit(1000)
        .offset(MOST)
        .execute();
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
