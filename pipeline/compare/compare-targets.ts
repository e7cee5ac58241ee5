import type { ChangeKind, TargetChange } from '../../core/change.ts';
import type { PlanReading } from '../../core/plan.ts';
import { isBetter } from './better.ts';
import { amountOf, type Facet } from './facets/facet.ts';
import { alignTargets, type PlanYears } from './pairing/align-targets.ts';
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
    const change = changeOf(pair.before, pair.after);
    return [
      {
        change,
        indicator: told.statement.indicator,
        entity: told.statement.entity,
        before: pair.before?.statement ?? null,
        after: pair.after?.statement ?? null,
        headline: told.name.standing?.headline ?? false,
        better: change === 'raised' || change === 'lowered' ? isBetter(change, told.statement) : null,
        similarity: pair.similarity,
      },
    ];
  });
}

function changeOf(before: Facet | null, after: Facet | null): ChangeKind {
  if (before === null) return 'new';
  if (after === null) return standsOn(before) ? 'not_restated' : 'dropped';
  if (isRescoped(before, after)) return 'rescoped';
  // 1.4万亿斤 and 7亿吨 are equal, though a float may differ in its last digit.
  const [old, young] = [amountOf(before), amountOf(after)];
  const apart = young - old;
  if (Math.abs(apart) > 1e-9 * Math.max(Math.abs(old), Math.abs(young)))
    return apart > 0 ? 'raised' : 'lowered';
  return before.statement.comparator === after.statement.comparator ? 'same' : 'comparator';
}

/** Whether a target is due after its plan's year, or some time later: 今后一个时期 names no year that a plan could miss. */
function standsOn({ horizon, year, statement }: Facet): boolean {
  return horizon > 0 || (year !== null && statement.deadline === null);
}
