import type { Statement } from '../../../core/plan.ts';
import { saidOf } from './number-in-quote.ts';

/** What a sum invested is: all that the works will ever cost, or what a year is to bring; null where it does not say. */
export type Spent = 'in all' | 'in the year' | null;

const IN_THE_YEAR = /(?:完成|年度|全年|当年|本年)[^，、\d]{0,6}投资/;

/** 总投资300亿元 of projects and 完成投资40亿元 are two sums. */
export function spentOf(statement: Statement): Spent {
  const words = saidOf(statement);
  if (IN_THE_YEAR.test(words)) return 'in the year';
  return words.includes('总投资') ? 'in all' : null;
}

/** Whether one is all that is spent and the other a year's. */
export function spentApart(a: Spent, b: Spent): boolean {
  return a !== null && b !== null && a !== b;
}
