import type { Outcome, Settlement } from '../../core/ledger.ts';
import type { PlanReading, Statement } from '../../core/plan.ts';
import { measuresFall, wishFor } from './better.ts';
import { distinctFacets } from './facets/distinct-facets.ts';
import { type Facet, grownBy } from './facets/facet.ts';
import { measureOf } from './facets/measure.ts';
import { wordsBefore } from './facets/number-in-quote.ts';
import { stretchOf } from './facets/stretch.ts';
import { pairsOf, setLikeness } from './names/character-pairs.ts';
import { indicatorName } from './names/indicator-name.ts';
import { pairFacets } from './pairing/pair-facets.ts';
import { isRescoped } from './rescoped.ts';

/** 左右 and 约 allow this share of the number either way; plans themselves name no tolerance. */
const ABOUT = 0.05;
/** Any difference at all. */
const LEAST = 1e-9;
const PROGRESS = /(?:完成率|落实率|开工率|竣工率|兑现率|完成进度|进度)$/;
/** Statements of progress kept with one target. */
const MOST_PROGRESS = 3;
/** Names of a target and of its progress less alike than this are two things. */
const SAME_NAME = 0.6;

/**
 * The ledger of a plan: each target with what a later report says was achieved.
 *
 * @param plan the plan that set the targets
 * @param report what looks back on it: the next plan's review, a communiqué, news; its achievements count. Its text, where
 *   at hand, tells what a number is said of where the quote does not (过去五年，…)
 * @param year the plan's year, if the reading does not know it
 * @returns one settlement for each target, in document order
 */
export function settleTargets(
  plan: PlanReading,
  report: PlanReading & { readonly text?: string },
  year: number | null = null,
): Settlement[] {
  const own = plan.identity?.year ?? year;
  const told = report.statements.filter(
    ({ deadline }) => own === null || deadline === null || deadline === own,
  );
  const targets = distinctFacets(plan.statements, 'target', own);
  const due = Map.groupBy(targets, (facet) => within(facet, stretchOf(facet.statement, null, own)));
  // Apart, since of two statements of one number only the first is kept.
  const stretches = Map.groupBy(told, (statement) => stretchOf(statement, report.text ?? null, own));
  const reported = [...stretches].flatMap(([stretch, part]) =>
    distinctFacets(part, 'achievement', own).map((facet) => ({ facet, stretch: within(facet, stretch) })),
  );
  const progress = reported.map(({ facet }) => facet).filter(isProgress);
  const done = Map.groupBy(
    reported.filter(({ facet }) => !isProgress(facet)),
    ({ stretch }) => stretch,
  );
  const partner = new Map(
    [...due].flatMap(([stretch, some]) =>
      partnersOf(
        some,
        (done.get(stretch) ?? []).map(({ facet }) => facet),
      ),
    ),
  );
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

/** The stretch that a statement is of; a part of a year that its quote names is narrower than any. */
function within(facet: Facet, stretch: string): string {
  return stretch === 'the year' ? (facet.within ?? stretch) : stretch;
}

/** Targets and what was achieved of them, both of one stretch of time. */
function partnersOf(due: readonly Facet[], done: readonly Facet[]): [Facet, Facet][] {
  return pairFacets(due, done).flatMap(({ row, column }): [Facet, Facet][] => {
    const [target, end] = [due[row], done[column]];
    if (target === undefined || end === undefined) return [];
    // 进出口增长5% is not redefined by 进出口5000亿元: how far it grew was not said.
    return (target.measure === 'percent') === (end.measure === 'percent') ? [[target, end]] : [];
  });
}

function outcomeOf(target: Facet, end: Facet | null, year: number | null): Outcome {
  const { deadline } = target.statement;
  if (year !== null && deadline !== null && deadline > year) return 'not_due';
  if (end === null) return 'not_reported';
  // The review speaks of the plan's year whether or not it says so: the period is no difference here.
  if (isRescoped(target, { ...end, horizon: target.horizon }) || isUnfinished(end, target))
    return 'redefined';
  const { factor } = measureOf(target.statement.unit);
  const grown = grownBy(end.statement) - grownBy(target.statement);
  const [low, high] = boundsOf(end).map((amount) =>
    judge(target.statement, rounded(amount / factor + grown)),
  );
  return low === high ? (low ?? 'undetermined') : 'undetermined';
}

/** Whether only a beginning is reported of what was to be built: 新建学校12所, 开工12所. */
function isUnfinished(end: Facet, target: Facet): boolean {
  return end.stage !== 'finished' && end.stage !== null && end.stage !== target.stage;
}

/** 近5000 is fewer, by no more than 左右 allows; 约 and 左右 are taken at their number. */
const NEARLY = /(?:^|[^最附邻])(?:近|接近|将近)$/;

/** Between which amounts a number lies that is reported with a bound: 突破490家 says nothing of 500. */
function boundsOf({ statement, amount }: Facet): readonly [number, number] {
  const { comparator, value, value2 } = statement;
  const factor = value === 0 ? 1 : amount / ((value + (value2 ?? value)) / 2);
  if (comparator === '>=' || comparator === '>') return [amount, Number.POSITIVE_INFINITY];
  if (comparator === '<=' || comparator === '<') return [Number.NEGATIVE_INFINITY, amount];
  if (comparator === '~' && NEARLY.test(wordsBefore(statement)))
    return [amount * (1 - ABOUT), amount * (1 - LEAST)];
  return comparator === 'range' ? [value * factor, (value2 ?? value) * factor] : [amount, amount];
}

/** 452万吨 in 斤 is 90.4亿, whatever floating point makes of it. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(12));
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
  if (target.unit === 'x') return 1;
  return target.metric === 'count' || target.metric === 'level' || measuresFall(target) ? 1 : 0;
}

function isProgress({ statement }: Facet): boolean {
  return PROGRESS.test(statement.indicator);
}

function isProgressOf(step: Facet, target: Facet): boolean {
  const named = indicatorName(step.statement.indicator.replace(PROGRESS, '')).core;
  return setLikeness(pairsOf(named), pairsOf(target.name.core)) >= SAME_NAME;
}
