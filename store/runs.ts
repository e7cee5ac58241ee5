import type { Kysely, Selectable } from 'kysely';
import type { RunRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type RunStore = Pick<Store, 'claimRun' | 'renewRun' | 'finishRun' | 'lastRuns'>;

/**
 * Runs, which are also the locks between processes: a source has at most one run whose lease has not run out.
 * A run whose process died is found by its lease and marked `interrupted`.
 */
export function runStore(db: Kysely<Schema>): RunStore {
  return {
    async claimRun({ sourceId, dueAt, at, leaseUntil }) {
      await db
        .updateTable('run')
        .set({ status: 'interrupted', finished_at: at })
        .where('source_id', '=', sourceId)
        .where('status', '=', 'running')
        .where('lease_until', '<=', at)
        .execute();
      const alive = await db
        .selectFrom('run')
        .select('id')
        .where('source_id', '=', sourceId)
        .where('status', '=', 'running')
        .executeTakeFirst();
      if (alive) return null;
      const row = {
        id: naturalId(sourceId, dueAt),
        source_id: sourceId,
        due_at: dueAt,
        started_at: at,
        finished_at: null,
        status: 'running' as const,
        lease_until: leaseUntil,
        fetched: 0,
        new_versions: 0,
        errors: 0,
      };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('run')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 0n ? null : runRecord(row);
    },

    async renewRun(runId, leaseUntil) {
      await db.updateTable('run').set({ lease_until: leaseUntil }).where('id', '=', runId).execute();
    },

    async finishRun({ id, finishedAt, status, fetched, newVersions, errors }) {
      await db
        .updateTable('run')
        .set({ finished_at: finishedAt, status, fetched, new_versions: newVersions, errors })
        .where('id', '=', id)
        .execute();
    },

    async lastRuns() {
      const rows = await db
        .selectFrom('run')
        .selectAll()
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('run as later')
                .select('later.id')
                .whereRef('later.source_id', '=', 'run.source_id')
                .whereRef('later.started_at', '>', 'run.started_at'),
            ),
          ),
        )
        .orderBy('source_id')
        .execute();
      return rows.map(runRecord);
    },
  };
}

function runRecord(row: Selectable<Schema['run']>): RunRecord {
  return {
    id: row.id,
    sourceId: row.source_id,
    dueAt: row.due_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    status: row.status,
    fetched: row.fetched,
    newVersions: row.new_versions,
    errors: row.errors,
  };
}
