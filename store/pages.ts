import { type Kysely, sql } from 'kysely';
import { naturalId } from '../core/hash.ts';
import type { FetchedPage } from '../core/page.ts';
import { atomically } from './atomically.ts';
import { findBody, hashKey, insertBody, loadBody, type PackedBody } from './bodies.ts';
import * as json from './json.ts';
import { packPage, type RecentBase, saveTemplate } from './pack-page.ts';
import type { Schema } from './schema.ts';
import type { Store, StoredPage } from './store.ts';

type PageStore = Pick<Store, 'savePage' | 'pendingPages' | 'settlePage' | 'pageBody' | 'pages' | 'page'>;

/** Raw pages: what was fetched, byte for byte. */
export function pageStore(db: Kysely<Schema>): PageStore {
  const recent: RecentBase = { last: null, templates: new Map() };
  return {
    async savePage(page, sourceId) {
      const documentId = naturalId(page.url);
      const id = naturalId(page.url, page.fetchedAt);
      // Packing takes longer than writing: others may write meanwhile.
      const known = await findBody(db, hashKey(page.sha256));
      const body = known ?? (await packPage(db, documentId, sourceId, page, recent));
      await atomically(db, async (tx) => {
        await saveDocument(tx, documentId, page, sourceId);
        const bodyId = typeof body === 'number' ? body : await saveBody(tx, sourceId, page.url, body, recent);
        await tx
          .insertInto('page')
          .values({
            id,
            document_id: documentId,
            source_id: sourceId,
            final_url: page.finalUrl === page.url ? null : page.finalUrl,
            fetched_at: page.fetchedAt,
            status: page.status,
            headers: JSON.stringify(page.headers),
            body_id: bodyId,
            fetcher: page.fetcher,
            settled: 0,
          })
          .onConflict((c) => c.column('id').doNothing())
          .execute();
      });
      const { body: _, ...fetched } = page;
      return { ...fetched, id, documentId, sourceId };
    },

    async pendingPages(limit) {
      const rows = await pageRows(db)
        // In the words of the index, not as a value that may be any.
        .where('settled', '=', sql.lit(0))
        .orderBy('fetched_at')
        .orderBy('page.id')
        .limit(limit)
        .execute();
      return rows.map(storedPage);
    },

    async settlePage(pageId) {
      await db.updateTable('page').set({ settled: 1 }).where('id', '=', pageId).execute();
    },

    pageBody: (sha256) => loadBody(db, sha256),

    async page(id) {
      const row = await pageRows(db).where('page.id', '=', id).executeTakeFirst();
      return row ? storedPage(row) : null;
    },

    async pages(documentId) {
      const rows = await pageRows(db).where('document_id', '=', documentId).orderBy('fetched_at').execute();
      return rows.map(storedPage);
    },
  };
}

/** Store a body, unless it came meanwhile: it is asked again where nobody else writes. */
async function saveBody(
  db: Kysely<Schema>,
  sourceId: string,
  url: string,
  body: PackedBody,
  recent: RecentBase,
): Promise<number> {
  const known = await findBody(db, body.sha256);
  if (known !== null) return known;
  const id = await insertBody(db, body);
  await saveTemplate(db, sourceId, url, id, body, recent);
  return id;
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

/** Pages with what is kept once for several: the address, and the hash of the body. */
function pageRows(db: Kysely<Schema>) {
  return db
    .selectFrom('page')
    .innerJoin('document', 'document.id', 'page.document_id')
    .innerJoin('body', 'body.id', 'page.body_id')
    .selectAll('page')
    .select(['document.url', 'body.sha256']);
}

function storedPage(row: Awaited<ReturnType<ReturnType<typeof pageRows>['execute']>>[number]): StoredPage {
  return {
    id: row.id,
    documentId: row.document_id,
    sourceId: row.source_id,
    url: row.url,
    finalUrl: row.final_url ?? row.url,
    fetchedAt: row.fetched_at,
    status: row.status,
    headers: json.parse(json.headers, row.headers),
    sha256: row.sha256.toString('hex'),
    fetcher: row.fetcher,
  };
}
