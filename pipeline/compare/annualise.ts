import type { Statement } from '../../core/plan.ts';
import { middle } from './facets/facet.ts';
import type { PlanYears } from './pairing/align-targets.ts';

/**
 * What two targets set for periods of different length come to a year: 1500万 in one year and 3500万 in two are
 * 1500万 and 1750万 a year.
 *
 * Only counts and amounts add up over years: a rate, a share or a growth figure does not.
 *
 * @returns null where a period is unknown, both are equally long, or the numbers do not add up over years
 */
export function annualise(
  before: Statement,
  after: Statement,
  years: PlanYears,
): { readonly before: number; readonly after: number } | null {
  const [old, young] = [periodOf(before, years.before), periodOf(after, years.after)];
  const sums =
    before.unit === after.unit && after.unit !== '%' && after.unit !== 'x' && after.metric === before.metric;
  if (!sums || after.metric === 'share' || old === null || young === null || old === young) return null;
  return { before: middle(before) / old, after: middle(after) / young };
}

/** Years from the plan's own to the deadline, both counted; null where one is unknown or the deadline has passed. */
function periodOf({ deadline }: Statement, year: number | null): number | null {
  return deadline === null || year === null || deadline < year ? null : deadline - year + 1;
}
