import type { Quantity } from '../../quantity/bounds.ts';
import { plainWords, stripTimes } from '../indicator/noun-lead.ts';
import type { Clause } from '../read-clause.ts';

/** Bodies as those who do something. */
const BODIES = /^(?:部门|单位|国家|省份|省区市|代表队)/;

/** How much of the plan has been done, in the clause behind. */
const OF_PLAN =
  /^，(?:已|约)?(?:完成|占|为|是|达到?)(?:[^，\d]{0,4}年[^，\d]{0,8}(?:任务|计划|目标|投资)|[^，\d]{0,8}(?:下达任务|计划))[^，\d]{0,4}[\d.]+%(?!以上|左右)/;

/** Whether a clause tells what has been completed, and the one behind it how much of the plan that is. */
export function isMeasured({ words }: Clause, behind: string): boolean {
  return /^(?:已|目前|累计|实际|共)*完成|开工[^，\d]{2,20}\d/.test(words) && OF_PLAN.test(behind);
}

/** People, or bodies, at the head of a clause who do something. */
export function isActing({ words, start }: Clause, { unit, start: at, end }: Quantity): boolean {
  const bodies = unit?.kind === 'count' && BODIES.test(words.slice(end - start));
  if ((unit?.kind !== 'people' && !bodies) || end - start === words.length) return false;
  const before = stripTimes(plainWords(words.slice(0, at - start)));
  return before === '' || /^(?:来自.*的|其中|当地)$/.test(before);
}
