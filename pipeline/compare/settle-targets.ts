import type { Outcome, Settlement } from '../../core/ledger.ts';
import type { PlanReading, Statement } from '../../core/plan.ts';
import { measuresFall, wishFor } from './better.ts';
import { pairsOf, setLikeness } from './character-pairs.ts';
import { distinctFacets } from './distinct-facets.ts';
import type { Facet } from './facet.ts';
import { indicatorName } from './indicator-name.ts';
import { measureOf } from './measure.ts';
import { pairFacets } from './pair-facets.ts';
import { isRescoped } from './rescoped.ts';

/** 左右 and 约 allow this share of the number either way; plans themselves name no tolerance. */
const ABOUT = 0.05;
const SEVERAL_YEARS = /年均|[两三四五]年[来间累]|[五5]年|十[一二三四五六]五/;
const PROGRESS = /(?:完成率|落实率|开工率|竣工率|兑现率|完成进度|进度)$/;
/** Statements of progress kept with one target. */
const MOST_PROGRESS = 3;
/** Names of a target and of its progress less alike than this are two things. */
const SAME_NAME = 0.6;

/**
 * The ledger of a plan: each target with what a later report says was achieved.
 *
 * @param plan the plan that set the targets
 * @param report what looks back on it: the next plan's review, a communiqué, news; its achievements count
 * @param year the plan's year, if the reading does not know it
 * @returns one settlement for each target, in document order
 */
export function settleTargets(
  plan: PlanReading,
  report: PlanReading,
  year: number | null = null,
): Settlement[] {
  const own = plan.identity?.year ?? year;
  const targets = distinctFacets(plan.statements, 'target', own);
  const told = report.statements.filter(
    ({ deadline }) => own === null || deadline === null || deadline === own,
  );
  const { years = [], year: yearly = [] } = Object.groupBy(told, (s) =>
    ofSeveralYears(s, own) ? 'years' : 'year',
  );
  // Apart, since of two statements of one number only the first is kept.
  const reported = [yearly, years].flatMap((part) => distinctFacets(part, 'achievement', own));
  const [progress, achieved] = [reported.filter(isProgress), reported.filter((facet) => !isProgress(facet))];
  const partner = partnersOf(targets, achieved);
  return targets.map((facet): Settlement => {
    const end = partner.get(facet) ?? null;
    return {
      target: facet.statement,
      outcome: outcomeOf(facet, end, own),
      achievement: end?.statement ?? null,
      progress: progress
        .filter((step) => isProgressOf(step, facet))
        .slice(0, MOST_PROGRESS)
        .map(({ statement }) => statement),
    };
  });
}

/** Targets and what was achieved of them, each looked for among what is said of the same stretch of time. */
function partnersOf(targets: readonly Facet[], achieved: readonly Facet[]): ReadonlyMap<Facet, Facet> {
  const told = Map.groupBy(achieved, stretchOf);
  return new Map(
    [...Map.groupBy(targets, stretchOf)].flatMap(([stretch, due]) => {
      const done = told.get(stretch) ?? [];
      return pairFacets(due, done).flatMap(({ row, column }): [Facet, Facet][] => {
        const [target, end] = [due[row], done[column]];
        if (target === undefined || end === undefined) return [];
        // 进出口增长5% is not redefined by 进出口5000亿元: how far it grew was not said.
        return (target.measure === 'percent') === (end.measure === 'percent') ? [[target, end]] : [];
      });
    }),
  );
}

/** What a number is said of: several years, a part of one (上半年), or the year. */
function stretchOf({ statement, within, year }: Facet): string {
  return ofSeveralYears(statement, year) ? 'several years' : (within ?? 'the year');
}

/** 年均增长5.6% over five years says nothing of the last one, nor does what stands under 五年来的成就. */
function ofSeveralYears({ quote, section, unit }: Statement, year: number | null): boolean {
  const heading = section.at(-1) ?? '';
  if (SEVERAL_YEARS.test(heading) && !(year !== null && heading.includes(`${year}年`))) return true;
  return SEVERAL_YEARS.test(quote) || (unit === '%' && quote.includes('累计'));
}

function outcomeOf(target: Facet, end: Facet | null, year: number | null): Outcome {
  const { deadline } = target.statement;
  if (year !== null && deadline !== null && deadline > year) return 'not_due';
  if (end === null) return 'not_reported';
  // The review speaks of the plan's year whether or not it says so: the period is no difference here.
  if (isRescoped(target, { ...end, horizon: target.horizon })) return 'redefined';
  return judge(target.statement, end.amount / measureOf(target.statement.unit).factor);
}

/** Whether a number, in the target's unit, satisfies it: by its bound and, where that leaves it open, by which side readers welcome. */
function judge(target: Statement, actual: number): Outcome {
  const { comparator, value, value2 } = target;
  switch (comparator) {
    case '>=':
      return actual >= value ? 'met' : 'missed';
    case '>':
      return actual > value ? 'met' : 'missed';
    case '<=':
      return actual <= value ? 'met' : 'missed';
    case '<':
      return actual < value ? 'met' : 'missed';
    case 'range':
      return beside(actual, value, value2 ?? value, sideOf(target));
    case '~':
      return beside(actual, value - Math.abs(value) * ABOUT, value + Math.abs(value) * ABOUT, sideOf(target));
    default:
      return beside(actual, value, value, sideOf(target));
  }
}

function beside(actual: number, low: number, high: number, side: 1 | -1 | 0): Outcome {
  if (actual >= low && actual <= high) return 'met';
  if (side === 0) return 'undetermined';
  return actual > high === (side === 1) ? 'met' : 'missed';
}

/** The side on which overshooting is welcome. Of what is built, trained or cut, more than planned is more than met. */
function sideOf(target: Statement): 1 | -1 | 0 {
  const { standing } = indicatorName(target.indicator);
  if (standing !== null) return wishFor(target);
  return target.metric === 'count' || target.metric === 'level' || measuresFall(target) ? 1 : 0;
}

function isProgress({ statement }: Facet): boolean {
  return PROGRESS.test(statement.indicator);
}

function isProgressOf(step: Facet, target: Facet): boolean {
  const named = indicatorName(step.statement.indicator.replace(PROGRESS, '')).core;
  return setLikeness(pairsOf(named), pairsOf(target.name.core)) >= SAME_NAME;
}
