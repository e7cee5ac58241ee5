import { type Insertable, type Kysely, sql } from 'kysely';
import { naturalId } from '../core/hash.ts';
import { atomically } from './atomically.ts';
import { findBody, hashKey, insertBody, loadBody, type PackedBody } from './bodies.ts';
import * as json from './json.ts';
import { packPage, type RecentBase, saveTemplate } from './pack-page.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { Store, StoredPage } from './store.ts';

type PageStore = Pick<Store, 'savePage' | 'pendingPages' | 'settlePage' | 'pageBody' | 'pages' | 'page'>;

const insertPage = statement((db, page: Given<Insertable<Schema['page']>>) =>
  db
    .insertInto('page')
    .values(page)
    .onConflict((c) => c.column('id').doNothing()),
);

const settle = statement((db, { id }: Given<{ id: string }>) =>
  db.updateTable('page').set({ settled: 1 }).where('id', '=', id),
);

/** When a document was last asked for. */
const lastFetch = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('document').select('last_fetched_at').where('id', '=', id),
);

type Fetched = Pick<Schema['document'], 'id' | 'url' | 'source_id' | 'etag' | 'last_modified'>;

/** Note that a document was fetched; one that no list showed is new. */
const fetchDocument = statement((db, { at, ...document }: Given<Fetched & { at: string }>) => {
  const fetched = { last_fetched_at: at, etag: document.etag, last_modified: document.last_modified };
  return db
    .insertInto('document')
    .values({
      ...document,
      ...fetched,
      title: null,
      published: null,
      state: 'empty',
      state_reason: 'fetched, not yet read',
      first_seen_at: at,
      next_check_at: at,
      missing_since: null,
      missing_checks: 0,
      cluster_id: document.id,
      fingerprint: null,
      versions: 0,
      baseline: 0,
      held_hash: null,
      held_since: null,
    })
    .onConflict((c) => c.column('id').doUpdateSet(fetched));
});

/** Raw pages: what was fetched, byte for byte. */
export function pageStore(db: Kysely<Schema>): PageStore {
  const recent: RecentBase = { packers: new Map(), templates: new Map() };
  return {
    async savePage(page, sourceId) {
      const documentId = naturalId(page.url);
      const id = naturalId(page.url, page.fetchedAt);
      const [document] = await lastFetch(db, { id: documentId });
      const isFirst = (document?.last_fetched_at ?? null) === null;
      // Packing takes longer than writing: others may write meanwhile.
      const known = await findBody(db, hashKey(page.sha256));
      const body = known ?? (await packPage(db, isFirst ? null : documentId, sourceId, page, recent));
      await atomically(db, async (tx) => {
        await fetchDocument(tx, {
          id: documentId,
          url: page.url,
          source_id: sourceId,
          at: page.fetchedAt,
          etag: page.headers.etag ?? null,
          last_modified: page.headers['last-modified'] ?? null,
        });
        const bodyId = typeof body === 'number' ? body : await saveBody(tx, sourceId, page.url, body, recent);
        await insertPage(tx, {
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
        });
      });
      const { body: _, ...fetched } = page;
      return { ...fetched, id, documentId, sourceId, isFirst };
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
      await settle(db, { id: pageId });
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
    isFirst: false,
  };
}
