import type { Kysely } from 'kysely';
import { packBody, unpackBody } from './body-codec.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** Pages of lists as they were last: one a list, and only to be read again where the server says that nothing changed. */
export function listPageStore(db: Kysely<Schema>): Pick<Store, 'listPage' | 'saveListPage' | 'dropListPage'> {
  return {
    async listPage(sourceId, url) {
      const row = await db
        .selectFrom('list_page')
        .selectAll()
        .where('source_id', '=', sourceId)
        .where('url', '=', url)
        .executeTakeFirst();
      if (row === undefined) return null;
      const body = unpackBody(row.packed, row.size, null);
      return { url, finalUrl: url, headers: json.parse(json.headers, row.headers), body };
    },

    async saveListPage(sourceId, { url, headers, body, fetchedAt }) {
      const page = {
        fetched_at: fetchedAt,
        headers: JSON.stringify(headers),
        size: body.length,
        packed: await packBody(body, null),
      };
      await db
        .insertInto('list_page')
        .values({ source_id: sourceId, url, ...page })
        .onConflict((c) => c.columns(['source_id', 'url']).doUpdateSet(page))
        .execute();
    },

    async dropListPage(sourceId, url) {
      await db.deleteFrom('list_page').where('source_id', '=', sourceId).where('url', '=', url).execute();
    },
  };
}
