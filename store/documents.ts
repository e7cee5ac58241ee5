import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DocumentRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import { insertAll } from './insert-all.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { DocumentMemory, Store } from './store.ts';

type DocumentStore = Pick<
  Store,
  'document' | 'documents' | 'saveListed' | 'remember' | 'dueUrls' | 'saveState' | 'saveCheck' | 'saveCluster'
>;

/** SQLite takes 32,766 bound values a statement; far fewer keep the plan cheap. */
const BATCH = 500;

/** Clocks of several machines may be this far apart. */
const CLOCK_ERROR_MS = 2 * 86_400_000;

const documentOf = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('document').selectAll().where('id', '=', id),
);

type State = Pick<Schema['document'], 'id' | 'state' | 'state_reason' | 'missing_since' | 'missing_checks'>;

const updateState = statement((db, { id, ...state }: Given<State>) =>
  db
    .updateTable('document')
    .set({ ...state, held_hash: null, held_since: null })
    .where('id', '=', id),
);

type Check = Pick<Schema['document'], 'url' | 'last_fetched_at' | 'next_check_at'>;

const updateCheck = statement((db, { url, ...check }: Given<Check>) =>
  db.updateTable('document').set(check).where('url', '=', url),
);

/** Documents: one URL's article through time, and what the crawler remembers of it. */
export function documentStore(db: Kysely<Schema>): DocumentStore {
  return {
    async document(id) {
      const [row] = await documentOf(db, { id });
      return row ? documentRecord(row) : null;
    },

    async documents({ sourceId, clusterId, held, limit, offset }) {
      let query = db.selectFrom('document').selectAll();
      if (sourceId !== undefined) query = query.where('source_id', '=', sourceId);
      if (clusterId !== undefined) query = query.where('cluster_id', '=', clusterId);
      if (held !== undefined) query = query.where('held_hash', held ? 'is not' : 'is', null);
      const rows = await query
        .orderBy('first_seen_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(documentRecord);
    },

    async saveListed(sourceId, urls, { at, baseline }) {
      const rows = urls.map((url) => listedRow(url, sourceId, at, baseline));
      await insertAll(rows, (batch) =>
        db
          .insertInto('document')
          .values(batch)
          .onConflict((c) => c.column('id').doNothing())
          .execute(),
      );
    },

    async remember(urls) {
      const known = new Map<string, DocumentMemory>();
      for (let i = 0; i < urls.length; i += BATCH) {
        const rows = await db
          .selectFrom('document')
          .selectAll()
          .where('url', 'in', urls.slice(i, i + BATCH))
          .execute();
        for (const row of rows) known.set(row.url, memory(row));
      }
      return known;
    },

    async dueUrls(sourceId, now, limit, since) {
      // What was fetched days from now was fetched under a clock that was ahead; its next check may be years off.
      const ahead = new Date(Date.parse(now) + CLOCK_ERROR_MS).toISOString();
      let query = db
        .selectFrom('document')
        .selectAll()
        .where('source_id', '=', sourceId)
        .where(({ or, eb }) => or([eb('next_check_at', '<=', now), eb('last_fetched_at', '>', ahead)]));
      if (since !== undefined)
        query = query.where(({ or, eb }) => or([eb('published', 'is', null), eb('published', '>=', since)]));
      const rows = await query
        // Never fetched comes first: a new plan must not wait behind old pages.
        .orderBy((row) => row.case().when('last_fetched_at', 'is', null).then(0).else(1).end())
        .orderBy('next_check_at')
        .limit(limit)
        .execute();
      return rows.map(memory);
    },

    async saveState(documentId, { state, reason, missingSince, missingChecks }) {
      await updateState(db, {
        id: documentId,
        state,
        state_reason: reason,
        missing_since: missingSince,
        missing_checks: missingChecks,
      });
    },

    async saveCheck(url, { at, nextCheckAt }) {
      await updateCheck(db, { url, last_fetched_at: at, next_check_at: nextCheckAt });
    },

    async saveCluster(documentId, clusterId) {
      await db.updateTable('document').set({ cluster_id: clusterId }).where('id', '=', documentId).execute();
    },
  };
}

function listedRow(
  url: string,
  sourceId: string,
  at: string,
  baseline: boolean,
): Insertable<Schema['document']> {
  const id = naturalId(url);
  return {
    id,
    url,
    source_id: sourceId,
    title: null,
    published: null,
    state: 'listed',
    state_reason: 'found on a list, not yet fetched',
    first_seen_at: at,
    last_fetched_at: null,
    etag: null,
    last_modified: null,
    next_check_at: at,
    missing_since: null,
    missing_checks: 0,
    cluster_id: id,
    fingerprint: null,
    versions: 0,
    baseline: baseline ? 1 : 0,
    held_hash: null,
    held_since: null,
  };
}

/** A row as the rest of the program sees it. */
export function documentRecord(row: Selectable<Schema['document']>): DocumentRecord {
  return {
    id: row.id,
    url: row.url,
    sourceId: row.source_id,
    title: row.title,
    published: row.published,
    state: row.state,
    stateReason: row.state_reason,
    firstSeenAt: row.first_seen_at,
    lastFetchedAt: row.last_fetched_at,
    missingSince: row.missing_since,
    missingChecks: row.missing_checks,
    clusterId: row.cluster_id,
    versions: row.versions,
    fingerprint: row.fingerprint,
    baseline: row.baseline === 1,
    held:
      row.held_hash === null || row.held_since === null
        ? null
        : { hash: row.held_hash, since: row.held_since },
  };
}

function memory(row: Selectable<Schema['document']>): DocumentMemory {
  return {
    id: row.id,
    url: row.url,
    etag: row.etag,
    lastModified: row.last_modified,
    nextCheckAt: row.next_check_at,
    published: row.published,
  };
}
