import type { ChangeKind, TargetChange } from '../../core/change.ts';
import type { PlanReading, Statement } from '../../core/plan.ts';
import { alignTargets, type PlanYears } from './align-targets.ts';
import { isBetter } from './better.ts';
import { facetOf } from './facet.ts';
import { indicatorName } from './indicator-name.ts';
import { isRescoped } from './rescoped.ts';

/**
 * What became of each target from the earlier plan to the later one.
 *
 * @param years the plans' years, for readings that do not know their own
 * @returns the targets of `after` in document order, then what was dropped or not restated
 */
export function compareTargets(
  before: PlanReading,
  after: PlanReading,
  years: PlanYears = { before: null, after: null },
): TargetChange[] {
  const known: PlanYears = {
    before: before.identity?.year ?? years.before,
    after: after.identity?.year ?? years.after,
  };
  return alignTargets(before.statements, after.statements, known).flatMap((pair) => {
    const told = pair.after ?? pair.before;
    if (told === null) return [];
    const change = changeOf(pair.before, pair.after, known);
    const { standing } = indicatorName(told.indicator);
    return [
      {
        ...pair,
        change,
        indicator: told.indicator,
        entity: told.entity,
        headline: standing?.headline ?? false,
        better: change === 'raised' || change === 'lowered' ? isBetter(change, told) : null,
      },
    ];
  });
}

function changeOf(before: Statement | null, after: Statement | null, years: PlanYears): ChangeKind {
  if (before === null) return 'new';
  if (after === null) return outlives(before, years.before) ? 'not_restated' : 'dropped';
  const [old, young] = [facetOf(before, years.before), facetOf(after, years.after)];
  if (isRescoped(old, young)) return 'rescoped';
  // 1.4万亿斤 and 7亿吨 are equal, though a float may differ in its last digit.
  const apart = young.amount - old.amount;
  if (Math.abs(apart) > 1e-9 * Math.max(Math.abs(old.amount), Math.abs(young.amount)))
    return apart > 0 ? 'raised' : 'lowered';
  return before.comparator === after.comparator ? 'same' : 'comparator';
}

function outlives(target: Statement, year: number | null): boolean {
  return year !== null && target.deadline !== null && target.deadline > year;
}
