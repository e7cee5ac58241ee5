import type { Insertable, Kysely, Selectable } from 'kysely';
import type { VersionRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { Store } from './store.ts';

type VersionStore = Pick<Store, 'saveVersion' | 'version' | 'latestVersion' | 'versions'>;

const latest = statement((db, { documentId }: Given<{ documentId: string }>) =>
  db.selectFrom('version').selectAll().where('document_id', '=', documentId).orderBy('seq', 'desc').limit(1),
);

const insertVersion = statement((db, version: Given<Insertable<Schema['version']>>) =>
  db.insertInto('version').values(version),
);

const updateDocument = statement(
  (
    db,
    {
      id,
      ...facts
    }: Given<Pick<Schema['document'], 'id' | 'title' | 'published' | 'versions' | 'fingerprint'>>,
  ) => db.updateTable('document').set(facts).where('id', '=', id),
);

/** Versions: the states of a document's article, numbered from 1. */
export function versionStore(db: Kysely<Schema>): VersionStore {
  return {
    async saveVersion({ documentId, pageId, article, hash, fingerprint, cause, at, restates, last: known }) {
      const last = known === undefined ? (await latest(db, { documentId }))[0] : known;
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
      await insertVersion(db, row);
      const { title, published } = article;
      await updateDocument(db, { id: documentId, title, published, versions: seq, fingerprint });
      return { ...facts(row), article };
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
      const [row] = await latest(db, { documentId });
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
  return { ...facts(row), article: json.parse(json.article, row.article) };
}

function facts(row: Selectable<Schema['version']>): Omit<VersionRecord, 'article'> {
  return {
    id: row.id,
    documentId: row.document_id,
    seq: row.seq,
    cause: row.cause,
    pageId: row.page_id,
    createdAt: row.created_at,
    hash: row.hash,
  };
}
