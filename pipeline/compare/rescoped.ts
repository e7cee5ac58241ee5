import type { Statement } from '../../core/plan.ts';
import type { PlanYears } from './align-targets.ts';
import { facetOf } from './likeness.ts';

/** Whether the two speak of another subject, base or period, or of a level here and a difference there. */
export function isRescoped(before: Statement, after: Statement, years: PlanYears): boolean {
  const a = facetOf(before, years.before);
  const b = facetOf(after, years.after);
  return (
    a.unit !== b.unit ||
    difference(before) !== difference(after) ||
    periodChanged(a.horizon, b.horizon, before, after)
  );
}

function difference(s: Statement): boolean {
  return s.metric === 'growth';
}

/** Over two years 3500 is no more than 1750 a year; but a line that must hold until 2025 is the same line in 2030. */
function periodChanged(old: number, young: number, before: Statement, after: Statement): boolean {
  return old !== young && before.deadline !== after.deadline && before.metric === 'count';
}
