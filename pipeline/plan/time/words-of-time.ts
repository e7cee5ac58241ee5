import type { Quantity } from '../../quantity/bounds.ts';
import type { Clause } from '../read-clause.ts';

/**
 * The words of a clause that may tell the time of a number.
 *
 * 在去年355个的基础上再增加300个: what stands before 基础上 has a time of its own, and so has what a bracket adds:
 * 建成工厂400家（2025年为236家）.
 */
export function wordsOfTime({ words, start }: Clause, quantity: Quantity): string {
  const at = quantity.start - start;
  const ground = words.indexOf('基础上');
  if (ground >= 0 && ground > at) return words.slice(0, ground);
  const halves = splitByTime(words);
  if (halves > 0) return at < halves ? words.slice(0, halves) : words.slice(halves);
  const open = words.lastIndexOf('（', at);
  const close = words.indexOf('）', at);
  const inside = open >= 0 && close >= 0 && words.lastIndexOf('）', at) < open;
  return inside ? words.slice(open + 1, close) : words.replace(/（[^（）]{0,60}）/g, '');
}

/** What has come of it, behind what was planned: 计划新开工的228个项目|已, 176个计划新开项目|实际. */
const SPLIT =
  /(?<=计划[^，]{0,8}的\d[\d.]{0,6}[^，\d]{1,10})(?:已|目前|实际|[一二三]季度|上半年)|(?<=\d[^，\d]{1,6}计划[^，\d]{2,16})(?:已|实际)/;

/** 计划新开工的228个项目已开工128个: where the second half of a clause, with a time of its own, begins, or -1. */
export function splitByTime(words: string): number {
  return words.includes('计划') ? words.search(SPLIT) : -1;
}
