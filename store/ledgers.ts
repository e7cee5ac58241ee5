import type { Kysely } from 'kysely';
import { naturalId } from '../core/hash.ts';
import { mergeReports } from '../core/merge-reports.ts';
import * as json from './json.ts';
import { saveReading, statementsOf } from './plans.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type LedgerStore = Pick<Store, 'saveReview' | 'reviews' | 'saveLedger' | 'ledger'>;

/** What became of targets: who looks back on which year, and one row a target and report. */
export function ledgerStore(db: Kysely<Schema>): LedgerStore {
  return {
    async saveReview({ documentId, seq, region, year, outline, statements }) {
      const versionId = naturalId(documentId, seq);
      await saveReading(db, versionId, null, outline, statements);
      await db
        .insertInto('review')
        .values({ version_id: versionId, region, year })
        .onConflict((c) => c.column('version_id').doUpdateSet({ region, year }))
        .execute();
    },

    async reviews(region, year) {
      const rows = await currentReviews(db)
        .where('review.region', '=', region)
        .where('review.year', '=', year)
        .orderBy('version.created_at')
        .orderBy('version.id')
        .execute();
      return Promise.all(
        rows.map(async ({ id, document_id, seq }) => ({
          documentId: document_id,
          seq,
          statements: await statementsOf(db, id),
        })),
      );
    },

    async saveLedger({ plan, report, settlements, at }) {
      const key = {
        plan_version_id: plan.versionId,
        report_version_id: naturalId(report.documentId, report.seq),
      };
      await db
        .deleteFrom('settlement')
        .where('plan_version_id', '=', key.plan_version_id)
        .where('report_version_id', '=', key.report_version_id)
        .execute();
      for (const [n, settlement] of settlements.entries()) {
        await db
          .insertInto('settlement')
          .values({
            ...key,
            n,
            outcome: settlement.outcome,
            detail: JSON.stringify(settlement),
            created_at: at,
          })
          .execute();
      }
    },

    async ledger({ versionId }) {
      const rows = await db
        .selectFrom('settlement')
        .innerJoin('version', 'version.id', 'settlement.report_version_id')
        .select(['settlement.detail', 'version.id', 'version.document_id', 'version.seq'])
        .where('settlement.plan_version_id', '=', versionId)
        .orderBy('settlement.n')
        .orderBy('settlement.created_at')
        .orderBy('version.id')
        .execute();
      const reports = [...new Set(rows.map(({ id }) => id))];
      if (reports.length === 0) return [];
      const plans = await db
        .selectFrom('plan')
        .select('version_id')
        .where('version_id', 'in', reports)
        .execute();
      const reviews = await currentReviews(db).where('version.id', 'in', reports).execute();
      const own = new Set(plans.map((plan) => plan.version_id));
      const standing = new Set([...own, ...reviews.map(({ id }) => id)]);
      return mergeReports(
        rows
          .filter(({ id }) => standing.has(id))
          .map(({ id, detail, document_id, seq }) => ({
            settlement: json.parse(json.settlement, detail),
            report: { documentId: document_id, seq },
            own: own.has(id),
          })),
      );
    },
  };
}

/** Reviews that the latest version of their document still is. */
function currentReviews(db: Kysely<Schema>) {
  return db
    .selectFrom('review')
    .innerJoin('version', 'version.id', 'review.version_id')
    .innerJoin('document', (join) =>
      join.onRef('document.id', '=', 'version.document_id').onRef('document.versions', '=', 'version.seq'),
    )
    .select(['version.id', 'version.document_id', 'version.seq']);
}
