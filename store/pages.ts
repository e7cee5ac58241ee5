import { type Kysely, type Selectable, sql } from 'kysely';
import { naturalId } from '../core/hash.ts';
import type { FetchedPage } from '../core/page.ts';
import { atomically } from './atomically.ts';
import { hashKey, insertBody, loadBody, packPage, type RecentBase } from './bodies.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { Store, StoredPage } from './store.ts';

type PageStore = Pick<Store, 'savePage' | 'pendingPages' | 'settlePage' | 'pageBody' | 'pages' | 'page'>;

/** Raw pages: what was fetched, byte for byte. */
export function pageStore(db: Kysely<Schema>): PageStore {
  const recent: RecentBase = { last: null, templates: new Map() };
  return {
    async savePage(page, sourceId) {
      const documentId = naturalId(page.url);
      const row = {
        id: naturalId(page.url, page.fetchedAt),
        document_id: documentId,
        source_id: sourceId,
        url: page.url,
        final_url: page.finalUrl,
        fetched_at: page.fetchedAt,
        status: page.status,
        headers: JSON.stringify(page.headers),
        sha256: hashKey(page.sha256),
        fetcher: page.fetcher,
        settled: 0,
      };
      // Packing takes longer than writing: others may write meanwhile.
      const body = await packPage(db, documentId, sourceId, page, recent);
      await atomically(db, async (tx) => {
        await saveDocument(tx, documentId, page, sourceId);
        if (body !== null) await insertBody(tx, sourceId, page, body);
        await tx
          .insertInto('page')
          .values(row)
          .onConflict((c) => c.column('id').doNothing())
          .execute();
      });
      // A full copy may be the likest to the next page; other processes' copies are as good as ours, and may be missed.
      if (body?.depth === 0) recent.templates.delete(sourceId);
      const { body: _, ...fetched } = page;
      return { ...fetched, id: row.id, documentId, sourceId };
    },

    async pendingPages(limit) {
      const rows = await db
        .selectFrom('page')
        .selectAll()
        // In the words of the index, not as a value that may be any.
        .where('settled', '=', sql.lit(0))
        .orderBy('fetched_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(storedPage);
    },

    async settlePage(pageId) {
      await db.updateTable('page').set({ settled: 1 }).where('id', '=', pageId).execute();
    },

    pageBody: (sha256) => loadBody(db, sha256),

    async page(id) {
      const row = await db.selectFrom('page').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? storedPage(row) : null;
    },

    async pages(documentId) {
      const rows = await db
        .selectFrom('page')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('fetched_at')
        .execute();
      return rows.map(storedPage);
    },
  };
}

async function saveDocument(
  db: Kysely<Schema>,
  id: string,
  page: FetchedPage,
  sourceId: string,
): Promise<void> {
  const fetched = {
    last_fetched_at: page.fetchedAt,
    etag: page.headers.etag ?? null,
    last_modified: page.headers['last-modified'] ?? null,
  };
  await db
    .insertInto('document')
    .values({
      id,
      url: page.url,
      source_id: sourceId,
      title: null,
      published: null,
      state: 'empty',
      state_reason: 'fetched, not yet read',
      first_seen_at: page.fetchedAt,
      next_check_at: page.fetchedAt,
      missing_since: null,
      missing_checks: 0,
      cluster_id: id,
      fingerprint: null,
      versions: 0,
      baseline: 0,
      held_hash: null,
      held_since: null,
      ...fetched,
    })
    .onConflict((c) => c.column('id').doUpdateSet(fetched))
    .execute();
}

function storedPage(row: Selectable<Schema['page']>): StoredPage {
  return {
    id: row.id,
    documentId: row.document_id,
    sourceId: row.source_id,
    url: row.url,
    finalUrl: row.final_url,
    fetchedAt: row.fetched_at,
    status: row.status,
    headers: json.parse(json.headers, row.headers),
    sha256: row.sha256.toString('hex'),
    fetcher: row.fetcher,
  };
}
