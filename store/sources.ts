import type { Kysely, Selectable } from 'kysely';
import type { ProblemRecord, SourceRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import type { PublisherKind } from '../core/source.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';
import type { Store } from './store.ts';

type SourceStore = Pick<Store, 'saveSources' | 'sources' | 'saveProblem' | 'resolveProblems' | 'problems'>;

const resolveAll = statement(
  (db, { sourceId, url, at }: Given<{ sourceId: string; url: string | null; at: string }>) =>
    db
      .updateTable('problem')
      .set({ resolved_at: at })
      .where('source_id', '=', sourceId)
      .where('url', 'is not distinct from', url)
      .where('resolved_at', 'is', null),
);

/** Sources as the archive knows them, and what is wrong with them. */
export function sourceStore(db: Kysely<Schema>): SourceStore {
  return {
    async saveSources(sources) {
      for (const { id, publisher, publisherKind, region, tags } of sources) {
        const present = { publisher, publisher_kind: publisherKind, region, tags: JSON.stringify(tags) };
        await db
          .insertInto('source')
          .values({ id, ...present })
          .onConflict((c) => c.column('id').doUpdateSet(present))
          .execute();
      }
    },

    async sources() {
      return (await db.selectFrom('source').selectAll().orderBy('id').execute()).map(sourceRecord);
    },

    async saveProblem({ sourceId, url, code, message, at }) {
      await db
        .insertInto('problem')
        .values({
          id: naturalId(sourceId, url ?? '', code),
          source_id: sourceId,
          url,
          code,
          message,
          first_at: at,
          last_at: at,
          count: 1,
          resolved_at: null,
        })
        .onConflict((c) =>
          c.column('id').doUpdateSet((row) => ({
            message,
            last_at: at,
            // A problem that was closed and comes back starts again.
            first_at: row
              .case()
              .when('problem.resolved_at', 'is', null)
              .then(row.ref('problem.first_at'))
              .else(at)
              .end(),
            count: row
              .case()
              .when('problem.resolved_at', 'is', null)
              .then(row('problem.count', '+', 1))
              .else(1)
              .end(),
            resolved_at: null,
          })),
        )
        .execute();
    },

    async resolveProblems(sourceId, url, at, except = []) {
      if (except.length === 0) await resolveAll(db, { sourceId, url, at });
      else
        await db
          .updateTable('problem')
          .set({ resolved_at: at })
          .where('source_id', '=', sourceId)
          .where('url', 'is not distinct from', url)
          .where('code', 'not in', except)
          .where('resolved_at', 'is', null)
          .execute();
    },

    async problems({ sourceId, open, limit, offset }) {
      let query = db.selectFrom('problem').selectAll();
      if (sourceId !== undefined) query = query.where('source_id', '=', sourceId);
      if (open !== undefined) query = query.where('resolved_at', open ? 'is' : 'is not', null);
      const rows = await query
        .orderBy('last_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(problemRecord);
    },
  };
}

const KINDS: Readonly<Record<string, PublisherKind>> = {
  government: 'government',
  press: 'press',
  aggregator: 'aggregator',
};

function sourceRecord(row: Selectable<Schema['source']>): SourceRecord {
  return {
    id: row.id,
    publisher: row.publisher,
    publisherKind: KINDS[row.publisher_kind] ?? 'aggregator',
    region: row.region,
    tags: json.parse(json.tags, row.tags),
  };
}

function problemRecord(row: Selectable<Schema['problem']>): ProblemRecord {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    code: row.code,
    message: row.message,
    firstAt: row.first_at,
    lastAt: row.last_at,
    count: row.count,
    resolvedAt: row.resolved_at,
  };
}
