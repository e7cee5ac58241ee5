import type { Statement } from '../../../core/plan.ts';
import { measureOf } from './measure.ts';
import { wordsBefore } from './number-in-quote.ts';

/**
 * What a number counts from: the whole of a thing there is to be (`total`), what comes on top of it within the period
 * (`added`), or how far it is to differ from another year (`difference`). Null where the wording leaves it open.
 */
export type Basis = 'total' | 'added' | 'difference' | null;

const DIFFERENCE = /[比较](?:去年|上年|上一年|前一年|\d{4}年)/;
const NEWLY = /^(?:新[增建招设开办创引培认评]|新改|新入|新组建|新布局|净增|扩充)/;
const RISES = /增加|减少|提高|提升|扩大|压减|削减|[增减多少](?:约|近|超过?|到)?$/;
const REACHES = /(?:达到?|突破|总数|总量|稳定在|保持在|[提增扩升]\S?[至到])(?:约|近|超过?)?$/;

/** On what basis a statement's number stands. */
export function basisOf(statement: Statement): Basis {
  const { indicator, quote, unit, metric } = statement;
  if (unit === '个百分点' || unit === '百分点') return 'difference';
  if (unit === '%') return null;
  if (metric === 'growth' && DIFFERENCE.test(quote)) return 'difference';
  const words = wordsBefore(statement);
  if (NEWLY.test(indicator) || /(?:新增|净增)$/.test(words)) return 'added';
  // 提升25个养老院 does something to 25 of them.
  const { kind } = measureOf(unit);
  // 压减煤炭500万吨、水泥100万吨: its name has the verb of the first.
  const rises = RISES.test(words) || RISES.test(indicator);
  if (metric === 'growth' && kind !== 'count' && kind !== 'people' && rises) return 'added';
  return REACHES.test(words) ? 'total' : null;
}

/** 22家 in all and 22家 that join: whether the numbers of the two can be alike by chance only. */
export function areOpposed(a: Basis, b: Basis): boolean {
  return (a === 'total' && b === 'added') || (a === 'added' && b === 'total');
}
