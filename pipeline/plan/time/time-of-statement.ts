import { periodOf, type SentenceScene, type SentenceState } from '../scene.ts';
import { describedYear, isOpenEnded, namedDeadline } from './deadline.ts';
import { FIVE_YEAR_STARTS, NO_YEAR, type Period } from './named-times.ts';

const FIRST_YEAR = 1900;

/** 剩余的5公里将在明年改造, 40个项目将于2028年投产, 6台机组明年全部投产: the time behind the number. */
const BEHIND =
  /(?<=^[^，、\d]{0,12})(?:将[在于到](?:明年|20\d\d年)|(?<![比较到至])(?:明年|20\d\d年)(?=(?:全部|全面)?(?:投产|投用|建成|竣工|完工|通车|开工|交付)))/;

function timeBehind(words: string): string {
  return words.includes('年') ? (BEHIND.exec(words)?.[0] ?? '') : '';
}

/**
 * The year a target is for: named nearest before its number, else in the sentence, in the heading, else the plan's last.
 *
 * @param upTo   the clause up to the number
 * @param clause all of the clause
 * @returns null where neither the text's year nor another is known, or the time is open (达产后, 远期)
 */
export function dueIn(
  scene: SentenceScene,
  upTo: string,
  clause: string,
  state: SentenceState,
): number | null {
  if (isOpenEnded(clause)) return null;
  const period: Period = periodOf(scene);
  const own =
    namedDeadline(upTo, period, state.deadline) ??
    namedDeadline(timeBehind(clause.slice(upTo.length)), period);
  if (own === null && state.openEnded) return null;
  const due = own ?? state.deadline ?? endNamed(scene, period) ?? headed(scene, period) ?? scene.partYear;
  // Without the year of the text 明年 is no year, but 2028年 is.
  return due < FIRST_YEAR || due === NO_YEAR ? null : due;
}

/** A part headed “十五五”时期主要目标 is about its last year; the nearest heading that names a time is right. */
function headed(scene: SentenceScene, period: Period): number | null {
  for (const heading of scene.section.toReversed()) {
    const due = namedDeadline(heading, period) ?? fiveYearPlan(heading);
    if (due !== null) return due;
  }
  return null;
}

/** What a part says of a five-year plan, 关于第十三个五年规划纲要的说明, is for its last year. */
function fiveYearPlan(heading: string): number | null {
  const first = FIVE_YEAR_STARTS[/第十([一二三四五六])个五年规划(?!.*编制)/.exec(heading)?.[1] ?? ''];
  return first === undefined ? null : first + 4;
}

/** News tells the end behind: 向山东供水10亿立方米，预计到2024年9月结束. */
function endNamed(scene: SentenceScene, period: Period): number | null {
  if (scene.tense !== null) return null;
  const sentence = scene.text.slice(scene.sentence.start, scene.sentence.end);
  const end = /(?:到|至)(?:20\d\d年|明年)[^，]{0,8}(?:结束|完成|建成|完工)/.exec(sentence)?.[0];
  return end === undefined ? null : namedDeadline(end, period);
}

/** The year an achievement describes; in a review the year before the plan's. */
export function doneIn(scene: SentenceScene, upTo: string, state: SentenceState): number | null {
  const lastYear = scene.tense === 'review' && scene.year !== null ? scene.year - 1 : null;
  const own = describedYear(upTo, scene.year, null) ?? state.done;
  const headed = describedYear(scene.section[0] ?? '', scene.year, lastYear);
  // What is done under 2026年的工作 was not done in the year of that plan.
  return own ?? (scene.tense === 'plan' && headed === scene.year ? null : headed);
}
