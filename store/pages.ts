import type { Kysely, Selectable } from 'kysely';
import { StoreError } from '../core/errors.ts';
import { naturalId } from '../core/hash.ts';
import type { FetchedPage } from '../core/page.ts';
import { packBody, unpackBody } from './body-codec.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { Store, StoredPage } from './store.ts';

type PageStore = Pick<Store, 'savePage' | 'pendingPages' | 'settlePage' | 'pageBody' | 'pages' | 'page'>;

/** A body packed against an earlier one is kept so only if it takes less than this part of being packed alone. */
const WORTH_A_BASE = 0.5;

/** Raw pages: what was fetched, byte for byte. */
export function pageStore(db: Kysely<Schema>): PageStore {
  return {
    async savePage(page, sourceId) {
      const documentId = naturalId(page.url);
      await saveDocument(db, documentId, page, sourceId);
      await saveBody(db, documentId, page);
      const row = {
        id: naturalId(page.url, page.fetchedAt),
        document_id: documentId,
        source_id: sourceId,
        url: page.url,
        final_url: page.finalUrl,
        fetched_at: page.fetchedAt,
        status: page.status,
        headers: JSON.stringify(page.headers),
        sha256: page.sha256,
        fetcher: page.fetcher,
        settled: 0,
      };
      await db
        .insertInto('page')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .execute();
      return storedPage(row);
    },

    async pendingPages(limit) {
      const rows = await db
        .selectFrom('page')
        .selectAll()
        .where('settled', '=', 0)
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

/** Keep a body once; packed against the document's last full copy where that saves much. */
async function saveBody(db: Kysely<Schema>, documentId: string, page: FetchedPage): Promise<void> {
  const known = await db
    .selectFrom('body')
    .select('sha256')
    .where('sha256', '=', page.sha256)
    .executeTakeFirst();
  if (known) return;
  const alone = packBody(page.body, null);
  const base = await lastFullBody(db, documentId);
  const onBase = base ? packBody(page.body, await loadBody(db, base)) : null;
  const based = base !== null && onBase !== null && onBase.length < alone.length * WORTH_A_BASE;
  await db
    .insertInto('body')
    .values({
      sha256: page.sha256,
      base_sha256: based ? base : null,
      size: page.body.length,
      packed: based ? onBase : alone,
    })
    .onConflict((c) => c.column('sha256').doNothing())
    .execute();
}

async function lastFullBody(db: Kysely<Schema>, documentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('page')
    .innerJoin('body', 'body.sha256', 'page.sha256')
    .select('body.sha256')
    .where('page.document_id', '=', documentId)
    .where('body.base_sha256', 'is', null)
    .orderBy('page.fetched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sha256 ?? null;
}

async function loadBody(db: Kysely<Schema>, sha256: string): Promise<Buffer> {
  const row = await db.selectFrom('body').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  if (!row) {
    throw new StoreError(
      'STORE_BODY_MISSING',
      `The archive has no page body ${sha256}. Restore it from a backup.`,
    );
  }
  // A base is always a full copy, so this goes one level deep.
  return unpackBody(row.packed, row.base_sha256 === null ? null : await loadBody(db, row.base_sha256));
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
    sha256: row.sha256,
    fetcher: row.fetcher,
  };
}
