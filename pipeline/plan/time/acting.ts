import type { Quantity } from '../../quantity/bounds.ts';
import { plainWords, stripTimes } from '../indicator/noun-lead.ts';
import type { Clause } from '../read-clause.ts';

/** Bodies as those who do something. */
const BODIES = /^(?:部门|单位|国家|省份|省区市|代表队)/;

/** People, or bodies, at the head of a clause who do something. */
export function isActing({ words, start }: Clause, { unit, start: at, end }: Quantity): boolean {
  const bodies = unit?.kind === 'count' && BODIES.test(words.slice(end - start));
  if ((unit?.kind !== 'people' && !bodies) || end - start === words.length) return false;
  const before = stripTimes(plainWords(words.slice(0, at - start)));
  return before === '' || /^(?:来自.*的|其中|当地)$/.test(before);
}
