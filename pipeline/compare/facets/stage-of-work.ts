import type { Statement } from '../../../core/plan.ts';
import { saidOf, wordsBehind } from './number-in-quote.ts';

/** How far a work is to get: signed, begun, under way or finished; null where the wording leaves it open (建设, 新建) or says two. */
export type Stage = 'signed' | 'begun' | 'under way' | 'finished' | null;

const STAGES: readonly (readonly [Exclude<Stage, null>, RegExp])[] = [
  ['signed', /(?<!已)签约/],
  ['begun', /(?<!已经?)(?:开工(?!率)|动工|开建)/],
  ['under way', /在建|续建|已经?(?:开工|动工|开建)|加快建设(?<=[目程段位厂站路线桥区库院校]加快建设)/],
  [
    'finished',
    /建成|完工|竣工(?!率)|投产|投用|启用|投运|通车|交付|完成.{0,10}(?:改造|建设|整治|治理)(?!投资)/,
  ],
];

/**
 * How far the thing a statement counts is to get. 开工700套 and 建成500套 are two targets of one programme.
 *
 * Its name says it, else the words before, else those behind (62个项目加快建设); two say nothing: 开工、续建项目各200个 speaks of two.
 */
export function stageOf(statement: Statement): Stage {
  const said = stageIn(statement.indicator) ?? stageIn(saidOf(statement));
  const anywhere = said === null && STAGES.some(([, pattern]) => pattern.test(statement.quote));
  return anywhere ? stageIn(wordsBehind(statement)) : said;
}

function stageIn(words: string): Stage {
  const stages = STAGES.filter(([, pattern]) => pattern.test(words));
  return stages.length === 1 ? (stages[0]?.[0] ?? null) : null;
}

/** Whether both say how far the work is to get, and not equally far. */
export function stagesDiffer(a: Stage, b: Stage): boolean {
  return a !== null && b !== null && a !== b;
}
