import type { PlanIdentity, PlanInput } from '../../core/plan.ts';

/** First version: nothing is recognised yet. */
export function recognizePlan(_input: PlanInput): PlanIdentity | null {
  return null;
}
