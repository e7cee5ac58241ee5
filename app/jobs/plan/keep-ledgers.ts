import type { PlanWithStatements } from '../../../core/archive.ts';
import type { ReportRef } from '../../../core/ledger.ts';
import type { Statement } from '../../../core/plan.ts';
import { settleTargets } from '../../../pipeline/compare/settle-targets.ts';
import { regionNames } from '../../../pipeline/plan/identity/full-region.ts';
import type { Store } from '../../../store/store.ts';

/** Something that reports what was achieved, and where it stands in the archive. */
type Report = ReportRef & { readonly statements: readonly Statement[] };

/**
 * Settle all that a plan has to do with: the targets of the plan before by its review, and its own by the plan after
 * and by the articles that look back on its last year.
 *
 * @param store inside the page's transaction
 */
export async function keepLedgers(store: Store, plan: PlanWithStatements, at: string): Promise<void> {
  const { series, year, region, endYear } = plan.identity;
  const before = await store.planBefore(series, year);
  const after = await store.planAfter(series, year);
  // A report looks back on one year only: over a gap, its numbers are those of another.
  if (before?.identity.endYear === year - 1) await keepLedger(store, before, plan, at);
  if (after?.identity.year === endYear + 1) await keepLedger(store, plan, after, at);
  if (region === null) return;
  for (const name of regionNames(region))
    for (const review of await store.reviews(name, endYear)) await keepLedger(store, plan, review, at);
}

/** Keep what one report says became of a plan's targets; a text without any achievement is no report. */
export async function keepLedger(
  store: Store,
  plan: PlanWithStatements,
  { documentId, seq, statements }: Report,
  at: string,
): Promise<void> {
  if (!statements.some(({ kind }) => kind === 'achievement')) return;
  // A plan of several years falls due at their end.
  const due = { ...plan, identity: { ...plan.identity, year: plan.identity.endYear } };
  const text = (await store.version(documentId, seq))?.article.text ?? '';
  const settlements = settleTargets(due, { identity: null, outline: [], statements, text });
  await store.saveLedger({ plan, report: { documentId, seq }, settlements, at });
}
