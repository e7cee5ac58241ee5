import type { Kysely, Selectable } from 'kysely';
import type { RunRecord } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import { pruneMeasures } from './measures.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type RunStore = Pick<
  Store,
  'claimRun' | 'wasCrawled' | 'renewRun' | 'finishRun' | 'lastRuns' | 'lastGoodRun' | 'aliveRuns'
>;

/**
 * Runs, which are also the locks between processes: a source has at most one run whose lease has not run out.
 * A run whose process died is found by its lease and marked `interrupted`.
 */
export function runStore(db: Kysely<Schema>): RunStore {
  return {
    async claimRun({ sourceId, dueAt, at, leaseUntil, owner, isDead, release }) {
      const running = await db
        .selectFrom('run')
        .select(['id', 'owner', 'lease_until'])
        .where('source_id', '=', sourceId)
        .where('status', '=', 'running')
        .execute();
      for (const run of running) {
        if (run.lease_until > at && !isDead(run.owner)) return null;
        await db
          .updateTable('run')
          .set({ status: 'interrupted', finished_at: at })
          .where('id', '=', run.id)
          .execute();
      }
      const row = {
        id: naturalId(sourceId, dueAt),
        source_id: sourceId,
        due_at: dueAt,
        started_at: at,
        finished_at: null,
        status: 'running' as const,
        owner,
        lease_until: leaseUntil,
        fetched: 0,
        new_versions: 0,
        errors: 0,
        release,
        fault_code: null,
        fault_message: null,
        judged: 0,
        narrowed: 0,
      };
      // A minute that was run is not run again, unless that run was cut off.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('run')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row).where('run.status', '=', 'interrupted'))
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 0n ? null : runRecord(row);
    },

    async wasCrawled(sourceId) {
      const done = await db
        .selectFrom('run')
        .select('id')
        .where('source_id', '=', sourceId)
        .where('status', '=', 'done')
        .where('narrowed', '=', 0)
        .limit(1)
        .executeTakeFirst();
      return done !== undefined;
    },

    async renewRun(runId, leaseUntil) {
      await db.updateTable('run').set({ lease_until: leaseUntil }).where('id', '=', runId).execute();
    },

    async finishRun({ id, finishedAt, status, fetched, newVersions, errors, fault, judged, narrowed }) {
      const run = await db
        .updateTable('run')
        .set({
          finished_at: finishedAt,
          status,
          fetched,
          new_versions: newVersions,
          errors,
          fault_code: fault?.code ?? null,
          fault_message: fault?.message ?? null,
          judged: judged ? 1 : 0,
          narrowed: narrowed ? 1 : 0,
        })
        .where('id', '=', id)
        .returning('source_id')
        .executeTakeFirst();
      if (run !== undefined && status !== 'interrupted') await pruneMeasures(db, run.source_id);
    },

    async lastGoodRun(sourceId) {
      let query = db.selectFrom('run').selectAll();
      // Locks that are no sources, such as that of mail, have names that begin so.
      query =
        sourceId === null
          ? query.where('source_id', 'not like', '@%')
          : query.where('source_id', '=', sourceId);
      const row = await query
        .where('status', '=', 'done')
        .where('judged', '=', 1)
        .where('fault_code', 'is', null)
        .orderBy('started_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? runRecord(row) : null;
    },

    async aliveRuns(now) {
      const rows = await db
        .selectFrom('run')
        .selectAll()
        .where('status', '=', 'running')
        .where('lease_until', '>', now)
        .execute();
      return rows.map(runRecord);
    },

    async lastRuns(until) {
      const last = db
        .selectFrom('run')
        .select(({ fn }) => ['source_id', fn.max('started_at').as('started_at')])
        .$if(until !== undefined, (query) => query.where('started_at', '<=', until ?? ''))
        .groupBy('source_id');
      const rows = await db
        .selectFrom('run')
        .innerJoin(last.as('last'), (join) =>
          join.onRef('last.source_id', '=', 'run.source_id').onRef('last.started_at', '=', 'run.started_at'),
        )
        .selectAll('run')
        .orderBy('run.source_id')
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
    release: row.release,
    fault:
      row.fault_code === null ? null : { code: row.fault_code, message: row.fault_message ?? row.fault_code },
    judged: row.judged === 1,
  };
}
