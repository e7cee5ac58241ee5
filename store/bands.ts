import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { Store } from './store.ts';

type BandStore = Pick<Store, 'saveFingerprint' | 'saveBands' | 'headsSharing'>;

/** Keys of a document's fingerprint, as JSON. */
interface Keys {
  readonly documentId: string;
  readonly keys: string;
}

/** Lists are written in the way of an engine, so the statements are its own. */
function bandStatements({ listed }: Pick<Engine, 'listed'>) {
  return {
    take: statement((db, { documentId, keys }: Given<Keys>) =>
      db
        .deleteFrom('band')
        .where('document_id', '=', documentId)
        .where(sql<boolean>`key in (select value from ${listed(keys)})`),
    ),
    add: statement((db, { documentId, keys }: Given<Keys>) =>
      db
        .insertInto('band')
        .columns(['key', 'document_id'])
        .expression(sql`select value, ${documentId} from ${listed(keys)} where true`)
        .onConflict((c) => c.doNothing()),
    ),
    heads: statement((db, { keys, limit }: Given<{ keys: string; limit: number }>) =>
      db
        .selectFrom('document')
        .select(['id', 'fingerprint'])
        .where('id', 'in', (sharing) =>
          sharing
            .selectFrom('band')
            .select('document_id')
            .where(sql<boolean>`key in (select value from ${listed(keys)})`),
        )
        .whereRef('cluster_id', '=', 'id')
        .where('fingerprint', 'is not', null)
        .orderBy('first_seen_at', 'desc')
        .orderBy('id')
        .limit(limit),
    ),
  };
}

const built = new WeakMap<Engine['listed'], ReturnType<typeof bandStatements>>();

/** The index of fingerprints, by which copies of a text are found. */
export function bandStore(db: Kysely<Schema>, engine: Pick<Engine, 'listed'>): BandStore {
  const { take, add, heads } = built.get(engine.listed) ?? bandStatements(engine);
  built.set(engine.listed, { take, add, heads });
  return {
    async saveFingerprint(documentId, fingerprint) {
      await db.updateTable('document').set({ fingerprint }).where('id', '=', documentId).execute();
    },

    async saveBands(documentId, { before, now }) {
      const kept = new Set(now);
      const old = before.filter((key) => !kept.has(key));
      if (old.length > 0) await take(db, { documentId, keys: JSON.stringify(old) });
      if (now.length > 0) await add(db, { documentId, keys: JSON.stringify(now) });
    },

    async headsSharing(keys, limit) {
      if (keys.length === 0) return [];
      const rows = await heads(db, { keys: JSON.stringify(keys), limit });
      return rows.map(({ id, fingerprint }) => ({ documentId: id, fingerprint: fingerprint ?? '' }));
    },
  };
}
