import type { Statement } from '../../core/plan.ts';

/**
 * What a number counts from: the whole of a thing there is to be (`total`), what comes on top of it within the period
 * (`added`), or how far it is to differ from another year (`difference`). Null where the wording leaves it open.
 */
export type Basis = 'total' | 'added' | 'difference' | null;

const DIFFERENCE = /[比较](?:去年|上年|上一年|前一年|\d{4}年)/;
const ADDED = /^(?:新(?!能|型|材|兴|一代|市民|区|城|质|农|媒|华|疆|就业)|净增|再?增加|扩充)/;
const MOVES = /(?:增加|减少|提高|提升|扩大|增|减|多|少)(?:约|近|超过?|到)?[\d一二两三四五六七八九十百千万亿]/;
const TOTAL =
  /(?:达到?|突破|总数|总量|稳定在|保持在|[提增扩升]\S?[至到])(?:约|近|超过?)?[\d一二两三四五六七八九十百千万亿]/;

/** On what basis a statement's number stands. */
export function basisOf({ indicator, quote, unit, metric }: Statement): Basis {
  if (unit === '个百分点' || unit === '百分点') return 'difference';
  if (unit === '%') return null;
  if (metric === 'growth' && DIFFERENCE.test(quote)) return 'difference';
  if (ADDED.test(indicator) || (metric === 'growth' && MOVES.test(quote))) return 'added';
  return TOTAL.test(quote) ? 'total' : null;
}
