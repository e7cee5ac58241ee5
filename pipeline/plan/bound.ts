import type { Comparator } from '../../core/plan.ts';
import type { Quantity } from '../quantity/bounds.ts';
import type { Clause } from './read-clause.ts';

/** What a bound holds against stands between it and the number: 不低于全国平均2个百分点. */
const NOT_BELOW = /不(?:低|少|慢)于[^，、\d]{1,16}$/;
const NOT_ABOVE = /不(?:高|多|快)于[^，、\d]{1,16}$/;

/** 至少改造形成40个: verbs stand between. */
const AT_LEAST = /(?:至少|最少)[^，、\d]{2,6}$/;

/** The bound of a number, where words that do not touch it say one too: 守住18亿亩耕地红线. */
export function boundOf({ words, start }: Clause, { comparator, ...quantity }: Quantity): Comparator {
  if (comparator !== '=') return comparator;
  if (/(?:守住|坚守|严守|守牢|守好).*(?:红线|底线)/.test(words)) return '>=';
  const left = words.slice(0, quantity.start - start);
  if (AT_LEAST.test(left)) return '>=';
  if (!/^(?:point|times|share)$/.test(quantity.unit?.kind ?? '')) return comparator;
  return NOT_BELOW.test(left) ? '>=' : NOT_ABOVE.test(left) ? '<=' : comparator;
}
