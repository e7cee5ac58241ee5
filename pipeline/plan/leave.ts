import type { SentenceScene, SentenceState } from './scene.ts';
import { describedYear, isOpenEnded } from './time/deadline.ts';
import {
  clauseFrame,
  DAY_FRAME,
  type Frame,
  isEstimate,
  isOfDay,
  isOverruled,
  isPastPlan,
} from './time/frame.ts';
import { dueAfter } from './time/lasting-due.ts';
import { PLANNED_SUM } from './time/remarks.ts';
import { FORECAST_FRAME, isForecast, isNeed, NEED_FRAME, tellsOfWorks, WORKS_FRAME } from './time/told-of.ts';
import { splitByTime } from './time/words-of-time.ts';
import { aboutWhat, CIRCUMSTANCE } from './topics.ts';

/** What a document announces is still announced behind 将 and 力争, and what is planned behind 预计. */
export function onwards(own: Frame, said: Frame): Frame {
  if (own.kind !== 'target' || said.kind !== 'target') return own;
  return said.rule === 'plan speaks' || (own.rule === 'expectation' && said.weight !== 'hint') ? said : own;
}

/** What a clause says of its time for those behind it: 今天预计运输旅客243万人次，同比增长6% plans nothing. */
function meantBy(said: Frame, scene: SentenceScene, words: string, { frame }: SentenceState): Frame {
  if (isOfDay(said, words, frame, scene.frame)) return DAY_FRAME;
  if (isNeed(words, frame)) return NEED_FRAME;
  if (isForecast(said, words, frame, scene.frame)) return FORECAST_FRAME;
  if (tellsOfWorks(said, words, frame, scene.frame, scene.documentFrame)) return WORKS_FRAME;
  return isPastPlan(said, words, frame) || isEstimate(said, words, frame, scene.frame) ? frame : said;
}

/** Note what a clause says for those behind it. */
export function leave(scene: SentenceScene, words: string, numbered: boolean, state: SentenceState): void {
  const said = clauseFrame(words.slice(Math.max(0, splitByTime(words))).replace(PLANNED_SUM, ''), scene.year);
  const own = meantBy(said, scene, words, state);
  // 累计 behind 截至去年底 says less of the time than what was said.
  const { rule, weight, kind } = state.frame;
  const past = kind === 'achievement' && (rule === 'recap' || weight === 'time');
  const weaker =
    own.kind === kind && (past ? own.weight !== 'time' : own.weight === 'hint' && weight === 'time');
  if (own.kind !== null && !weaker && !isOverruled(own, state.frame, scene.frame))
    state.frame = onwards(own, state.frame.kind === null ? scene.frame : state.frame);
  const due = dueAfter(scene, words, null);
  state.openEnded = due === null && (state.openEnded || isOpenEnded(words));
  state.deadline = dueAfter(scene, words, state.deadline);
  if (scene.year !== null) state.done = describedYear(words, scene.year, state.done);
  const aspect = /^(?:在)?([^，]{2,40}?)(?:方面|领域)$/.exec(words)?.[1];
  if (aspect?.includes('、')) state.bases.push(...aspect.split(/[、和]/));
  else if (aspect !== undefined) state.antecedent = { ...state.antecedent, aspect };
  else if (!numbered && !CIRCUMSTANCE.test(words))
    state.antecedent = { ...state.antecedent, topic: aboutWhat(words) };
}
