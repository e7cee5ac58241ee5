import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { Store } from './store.ts';

type BandStore = Pick<Store, 'saveFingerprint' | 'saveBands' | 'headsSharing'>;

/**
 * Documents whose keys wait to be written into the index: in order of the keys, so that each place of the file is touched once for
 * all of them. More would make looking through those that wait dearer than what it saves.
 */
const WAITING = 64;

const waiting = statement((db) => db.selectFrom('fresh_band').select(['document_id', 'keys']));

const countWaiting = statement((db) =>
  db.selectFrom('fresh_band').select(({ fn }) => fn.countAll<number>().as('count')),
);

const letWait = statement((db, row: Given<{ document_id: string; keys: string }>) =>
  db.insertInto('fresh_band').values(row),
);

const waitNoMore = statement((db, { documentId }: Given<{ documentId: string }>) =>
  db.deleteFrom('fresh_band').where('document_id', '=', documentId),
);

/** Lists are written in the way of an engine, so these statements are its own. Keys and documents come as JSON. */
function bandStatements({ listed }: Pick<Engine, 'listed'>) {
  const values = (list: Parameters<Engine['listed']>[0]) => sql`(select value from ${listed(list)})`;
  return {
    take: statement((db, { documentId, keys }: Given<{ documentId: string; keys: string }>) =>
      db
        .deleteFrom('band')
        .where('document_id', '=', documentId)
        .where(sql<boolean>`key in ${values(keys)}`),
    ),
    heads: statement(
      (db, { keys, documents, limit }: Given<{ keys: string; documents: string; limit: number }>) =>
        db
          .selectFrom('document')
          .select(['id', 'fingerprint'])
          .where(
            sql<boolean>`(id in (select document_id from band where key in ${values(keys)}) or id in ${values(documents)})`,
          )
          .whereRef('cluster_id', '=', 'id')
          .where('fingerprint', 'is not', null)
          .orderBy('first_seen_at', 'desc')
          .orderBy('id')
          .limit(limit),
    ),
    /** All that wait. */
    write: (db: Kysely<Schema>) =>
      sql`
        insert into band (key, document_id)
        select value, document_id from fresh_band, ${listed(sql.ref('fresh_band.keys'))} where true order by 1, 2
        on conflict do nothing`.execute(db),
  };
}

const built = new WeakMap<Engine['listed'], ReturnType<typeof bandStatements>>();

/** The index of fingerprints, by which copies of a text are found. */
export function bandStore(db: Kysely<Schema>, engine: Pick<Engine, 'listed'>): BandStore {
  const { take, heads, write } = built.get(engine.listed) ?? bandStatements(engine);
  built.set(engine.listed, { take, heads, write });
  return {
    async saveFingerprint(documentId, fingerprint) {
      await db.updateTable('document').set({ fingerprint }).where('id', '=', documentId).execute();
    },

    async saveBands(documentId, { before, now }) {
      if (before.length > 0) {
        await take(db, { documentId, keys: JSON.stringify(before) });
        await waitNoMore(db, { documentId });
      }
      if (now.length === 0) return;
      await letWait(db, { document_id: documentId, keys: JSON.stringify(now) });
      const [row] = await countWaiting(db, {});
      if (Number(row?.count) < WAITING) return;
      await write(db);
      await db.deleteFrom('fresh_band').execute();
    },

    async headsSharing(keys, limit) {
      if (keys.length === 0) return [];
      const wanted = new Set(keys);
      const documents = (await waiting(db, {}))
        .filter((row) => json.parse(json.numbers, row.keys).some((key) => wanted.has(key)))
        .map((row) => row.document_id);
      const rows = await heads(db, {
        keys: JSON.stringify(keys),
        documents: JSON.stringify(documents),
        limit,
      });
      return rows.map(({ id, fingerprint }) => ({ documentId: id, fingerprint: fingerprint ?? '' }));
    },
  };
}
