import type { PlanRecord, PlanWithStatements } from '../../../core/archive.ts';
import type { Article } from '../../../core/article.ts';
import type { PlanReading } from '../../../core/plan.ts';
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
  const { identity, sourceId, documentId, seq } = plan;
  const version = await store.version(documentId, seq);
  if (version === null) return plan;
  const { outline, statements } = await readAsPlan(store, plan, version.article);
  if (JSON.stringify(statements) === JSON.stringify(plan.statements)) return plan;
  return {
    ...(await store.savePlan({ identity, sourceId, documentId, seq, outline, statements, at })),
    statements,
  };
}

/** What the present rules read of an article that was kept as a plan. */
export async function readAsPlan(
  store: Pick<Store, 'sources' | 'document'>,
  { sourceId, documentId }: PlanRecord,
  article: Article,
): Promise<PlanReading> {
  const region = (await store.sources()).find((source) => source.id === sourceId)?.region ?? null;
  const { url } = (await store.document(documentId)) ?? { url: null };
  return readPlan(planInputOf(article, { region, url }));
}
