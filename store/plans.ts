import type { Kysely } from 'kysely';
import type { PlanRecord, PlanWithStatements } from '../core/archive.ts';
import { naturalId } from '../core/hash.ts';
import type { PlanIdentity, Section, Statement, StatementKind } from '../core/plan.ts';
import { insertAll } from './insert-all.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type PlanStore = Pick<
  Store,
  'savePlan' | 'plan' | 'planOf' | 'statementsOf' | 'planBefore' | 'planAfter' | 'plans' | 'planDates'
>;

/** Plans: one row a period of a series, pointing at the version last read; a reading is kept for every version. */
export function planStore(db: Kysely<Schema>): PlanStore {
  const first = async (query: ReturnType<typeof planRows>) => {
    const row = await query.limit(1).executeTakeFirst();
    return row ? withStatements(db, planRecord(row)) : null;
  };

  return {
    async savePlan({ identity, sourceId, documentId, seq, outline, statements, at }) {
      const versionId = naturalId(documentId, seq);
      const id = naturalId(identity.series, identity.year);
      await saveReading(db, versionId, identity, outline, statements);
      const present = {
        region: identity.region,
        kind: identity.kind,
        identity: JSON.stringify(identity),
        source_id: sourceId,
        document_id: documentId,
        version_id: versionId,
      };
      await db
        .insertInto('plan')
        .values({ id, series: identity.series, year: identity.year, created_at: at, ...present })
        .onConflict((c) => c.column('id').doUpdateSet(present))
        .execute();
      const row = await planRows(db).where('plan.id', '=', id).executeTakeFirstOrThrow();
      return planRecord(row);
    },

    plan: (id) => first(planRows(db).where('plan.id', '=', id)),
    planOf: (series, year) =>
      first(planRows(db).where('plan.series', '=', series).where('plan.year', '=', year)),
    statementsOf: (documentId, seq, kind) => statementsOf(db, naturalId(documentId, seq), kind),
    planBefore: (series, year) =>
      first(
        planRows(db)
          .where('plan.series', '=', series)
          .where('plan.year', '<', year)
          .orderBy('plan.year', 'desc'),
      ),
    planAfter: (series, year) =>
      first(
        planRows(db).where('plan.series', '=', series).where('plan.year', '>', year).orderBy('plan.year'),
      ),

    async plans({ region, kind, series, year, documentId, limit, offset }) {
      let query = planRows(db);
      if (region !== undefined) query = query.where('plan.region', '=', region);
      if (kind !== undefined) query = query.where('plan.kind', '=', kind);
      if (series !== undefined) query = query.where('plan.series', '=', series);
      if (year !== undefined) query = query.where('plan.year', '=', year);
      if (documentId !== undefined) query = query.where('plan.document_id', '=', documentId);
      const rows = await query
        .orderBy('plan.year', 'desc')
        .orderBy('plan.series')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(planRecord);
    },

    async planDates(limit) {
      const rows = await db
        .selectFrom('plan')
        .innerJoin('document', 'document.id', 'plan.document_id')
        .select(['plan.id', 'plan.identity', 'document.published'])
        .orderBy('plan.year', 'desc')
        .orderBy('plan.series')
        .limit(limit)
        .execute();
      return rows.map(({ id, identity, published }) => ({
        planId: id,
        plan: json.parse(json.identity, identity),
        published,
      }));
    },
  };
}

/** What {@link planRecord} needs of a plan, a version and its reading. */
export const PLAN_COLUMNS = [
  'plan.id',
  'plan.source_id',
  'plan.created_at',
  'version.document_id',
  'version.seq',
  'reading.version_id',
  'reading.identity',
  'reading.outline',
] as const;

/** Plans joined with the version and reading they point at. */
export function planRows(db: Kysely<Schema>) {
  return db
    .selectFrom('plan')
    .innerJoin('version', 'version.id', 'plan.version_id')
    .innerJoin('reading', 'reading.version_id', 'plan.version_id')
    .select(PLAN_COLUMNS);
}

interface PlanRow {
  id: string;
  source_id: string;
  created_at: string;
  document_id: string;
  seq: number;
  version_id: string;
  /** Null only in a broken archive: what has a plan row was read as a plan. */
  identity: string | null;
  outline: string;
}

export function planRecord(row: PlanRow): PlanRecord {
  return {
    id: row.id,
    identity: json.parse(json.identity, row.identity ?? ''),
    sourceId: row.source_id,
    documentId: row.document_id,
    versionId: row.version_id,
    seq: row.seq,
    outline: json.parse(json.outline, row.outline),
    createdAt: row.created_at,
  };
}

async function withStatements(db: Kysely<Schema>, plan: PlanRecord): Promise<PlanWithStatements> {
  return { ...plan, statements: await statementsOf(db, plan.versionId) };
}

export async function statementsOf(
  db: Kysely<Schema>,
  versionId: string,
  kind?: StatementKind,
): Promise<Statement[]> {
  let query = db.selectFrom('statement').select('statement').where('version_id', '=', versionId);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  const rows = await query.orderBy('n').execute();
  return rows.map((row) => json.parse(json.statement, row.statement));
}

/** A version is read again only when our rules changed: its statements are then replaced whole. */
export async function saveReading(
  db: Kysely<Schema>,
  versionId: string,
  identity: PlanIdentity | null,
  outline: readonly Section[],
  statements: readonly Statement[],
): Promise<void> {
  const reading = {
    identity: identity === null ? null : JSON.stringify(identity),
    outline: JSON.stringify(outline),
  };
  await db
    .insertInto('reading')
    .values({ version_id: versionId, ...reading })
    .onConflict((c) => c.column('version_id').doUpdateSet(reading))
    .execute();
  await db.deleteFrom('statement').where('version_id', '=', versionId).execute();
  const rows = statements.map((statement, n) => ({
    version_id: versionId,
    n,
    indicator: statement.indicator,
    kind: statement.kind,
    statement: JSON.stringify(statement),
  }));
  await insertAll(rows, (batch) => db.insertInto('statement').values(batch).execute());
}
