import type { Kysely, Selectable } from 'kysely';
import type { VersionRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type VersionStore = Pick<Store, 'saveVersion' | 'version' | 'latestVersion' | 'versions'>;

/** Versions: the states of a document's article, numbered from 1. */
export function versionStore(db: Kysely<Schema>): VersionStore {
  const latest = async (documentId: string) =>
    db
      .selectFrom('version')
      .selectAll()
      .where('document_id', '=', documentId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();

  return {
    async saveVersion({ documentId, pageId, article, hash, fingerprint, cause, at, restates }) {
      const last = await latest(documentId);
      if (last?.hash === hash && last.seq !== restates) return 'unchanged';
      const seq = (last?.seq ?? 0) + 1;
      const row = {
        id: naturalId(documentId, seq),
        document_id: documentId,
        seq,
        cause,
        page_id: pageId,
        created_at: at,
        hash,
        article: json.articleColumn(article),
      };
      await db.insertInto('version').values(row).execute();
      await db
        .updateTable('document')
        .set({ title: article.title, published: article.published, versions: seq, fingerprint })
        .where('id', '=', documentId)
        .execute();
      return versionRecord(row);
    },

    async version(documentId, seq) {
      const row = await db
        .selectFrom('version')
        .selectAll()
        .where('document_id', '=', documentId)
        .where('seq', '=', seq)
        .executeTakeFirst();
      return row ? versionRecord(row) : null;
    },

    async latestVersion(documentId) {
      const row = await latest(documentId);
      return row ? versionRecord(row) : null;
    },

    async versions(documentId) {
      const rows = await db
        .selectFrom('version')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('seq')
        .execute();
      return rows.map(versionRecord);
    },
  };
}

function versionRecord(row: Selectable<Schema['version']>): VersionRecord {
  return {
    id: row.id,
    documentId: row.document_id,
    seq: row.seq,
    cause: row.cause,
    pageId: row.page_id,
    createdAt: row.created_at,
    hash: row.hash,
    article: json.parse(json.article, row.article),
  };
}
