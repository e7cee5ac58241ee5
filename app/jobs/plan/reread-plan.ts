import type { PlanWithStatements } from '../../../core/archive.ts';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';
import type { Store } from '../../../store/store.ts';
import { planInputOf } from './plan-input-of.ts';

/**
 * A plan of the archive as the present rules read it.
 *
 * Two plans are compared as read by one set of rules: had last year's been read by older ones, what they missed would
 * come out as new this year.
 *
 * @param store inside a transaction; the statements kept are replaced where they read otherwise now
 */
export async function rereadPlan(
  store: Store,
  plan: PlanWithStatements,
  at: string,
): Promise<PlanWithStatements> {
  const version = await store.version(plan.documentId, plan.seq);
  if (version === null) return plan;
  const { identity, sourceId, documentId, seq } = plan;
  const region = (await store.sources()).find((source) => source.id === sourceId)?.region ?? null;
  const { url } = (await store.document(documentId)) ?? { url: null };
  const reading = readPlan(planInputOf(version.article, { region, url }));
  const { outline, statements } = reading;
  if (JSON.stringify(statements) === JSON.stringify(plan.statements)) return plan;
  return {
    ...(await store.savePlan({ identity, sourceId, documentId, seq, outline, statements, at })),
    statements,
  };
}
