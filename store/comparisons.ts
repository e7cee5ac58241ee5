import type { Kysely, Selectable } from 'kysely';
import type { ComparisonRecord, PlanRecord } from '../core/archive.ts';
import { StoreError } from '../core/errors.ts';
import { naturalId } from '../core/hash.ts';
import { insertAll } from './insert-all.ts';
import * as json from './json.ts';
import { PLAN_COLUMNS, planRecord } from './plans.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type ComparisonStore = Pick<
  Store,
  'saveComparison' | 'comparison' | 'presentComparison' | 'comparisons' | 'saveTasks' | 'tasks'
>;

/** Comparisons of two readings, with one row a changed (or unchanged) target. */
export function comparisonStore(db: Kysely<Schema>): ComparisonStore {
  const one: Store['comparison'] = async (id) => {
    const row = await db.selectFrom('comparison').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? comparisonRecord(db, row) : null;
  };

  const list: Store['comparisons'] = async ({ planId, present, limit, offset }) => {
    let query = present ? presentRows(db) : db.selectFrom('comparison').selectAll('comparison');
    if (planId !== undefined) query = query.where('after_plan_id', '=', planId);
    const rows = await query
      .orderBy('comparison.created_at', 'desc')
      .orderBy('comparison.id')
      .limit(limit)
      .offset(offset ?? 0)
      .execute();
    return Promise.all(rows.map((row) => comparisonRecord(db, row)));
  };

  return {
    async saveComparison({ kind, before, after, changes, at }) {
      const id = naturalId(kind, before.versionId, after.versionId);
      await db
        .insertInto('comparison')
        .values({
          id,
          kind,
          before_plan_id: before.id,
          after_plan_id: after.id,
          before_version_id: before.versionId,
          after_version_id: after.versionId,
          created_at: at,
        })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
      await db.deleteFrom('change').where('comparison_id', '=', id).execute();
      const rows = changes.map((change, n) => ({
        comparison_id: id,
        n,
        change: change.change,
        indicator: change.indicator,
        headline: change.headline ? 1 : 0,
        detail: JSON.stringify(change),
      }));
      await insertAll(rows, (batch) => db.insertInto('change').values(batch).execute());
      return { id, kind, before, after, changes, createdAt: at };
    },

    comparison: one,

    async presentComparison(id) {
      const told = await one(id);
      if (told === null || told.kind === 'revision') return told;
      const now = await list({ planId: told.after.id, present: true, limit: 20 });
      return now.find(({ kind, before }) => kind === 'year' && before.id === told.before.id) ?? told;
    },

    comparisons: list,

    async saveTasks(comparisonId, tasks) {
      const summary = JSON.stringify(tasks);
      await db
        .insertInto('task_summary')
        .values({ comparison_id: comparisonId, summary })
        .onConflict((c) => c.column('comparison_id').doUpdateSet({ summary }))
        .execute();
    },

    async tasks(comparisonId) {
      const row = await db
        .selectFrom('task_summary')
        .select('summary')
        .where('comparison_id', '=', comparisonId)
        .executeTakeFirst();
      return row ? json.parse(json.taskSummary, row.summary) : null;
    },
  };
}

/** Comparisons of the versions that their plans point at now; a comparison of wordings stays what it was. */
function presentRows(db: Kysely<Schema>) {
  return db
    .selectFrom('comparison')
    .selectAll('comparison')
    .where((where) =>
      where.or([
        where('comparison.kind', '=', 'revision'),
        where.and([
          where.exists(planAtVersion(db, 'before_plan_id', 'before_version_id')),
          where.exists(planAtVersion(db, 'after_plan_id', 'after_version_id')),
        ]),
      ]),
    );
}

function planAtVersion(
  db: Kysely<Schema>,
  plan: 'before_plan_id' | 'after_plan_id',
  version: 'before_version_id' | 'after_version_id',
) {
  return db
    .selectFrom('plan')
    .select('plan.id')
    .whereRef('plan.id', '=', db.dynamic.ref(`comparison.${plan}`))
    .whereRef('plan.version_id', '=', db.dynamic.ref(`comparison.${version}`));
}

async function comparisonRecord(
  db: Kysely<Schema>,
  row: Selectable<Schema['comparison']>,
): Promise<ComparisonRecord> {
  const changes = await db
    .selectFrom('change')
    .select('detail')
    .where('comparison_id', '=', row.id)
    .orderBy('n')
    .execute();
  return {
    id: row.id,
    kind: row.kind,
    before: await planAt(db, row.before_plan_id, row.before_version_id),
    after: await planAt(db, row.after_plan_id, row.after_version_id),
    changes: changes.map((change) => json.parse(json.change, change.detail)),
    createdAt: row.created_at,
  };
}

/** A plan as it stood at the version that was compared, which need not be its present one. */
async function planAt(db: Kysely<Schema>, planId: string, versionId: string): Promise<PlanRecord> {
  const row = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.version_id')
    .innerJoin('plan', (join) => join.on('plan.id', '=', planId))
    .select(PLAN_COLUMNS)
    .where('reading.version_id', '=', versionId)
    .executeTakeFirst();
  if (!row)
    throw new StoreError(
      'STORE_CORRUPT',
      `Comparison refers to a missing version ${versionId}. Restore a backup.`,
    );
  return planRecord(row);
}
