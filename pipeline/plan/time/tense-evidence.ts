import { announcesProjects } from './announced.ts';
import { saysDay } from './day.ts';
import { FUTURE, PLANS, SHALL, SPEAKS } from './future-words.ts';
import { lastFiveYears, namedTimes } from './named-times.ts';
import {
  COMPARES,
  DONE_HEAD,
  LAST_YEAR,
  LOOKS_BACK,
  PART_OF_YEAR,
  PAST,
  PRESENT,
  RECAP,
  RECKONED,
  SHOWS,
} from './past-words.ts';
import { saysWill } from './will.ts';

/** How much a sign of tense weighs: a named time over a word, a word over a hint that both times share. */
export type Weight = 'time' | 'word' | 'hint';

/** A sign by which a clause says of itself whether it is done or planned. */
export interface Evidence {
  readonly rule: string;
  readonly kind: 'target' | 'achievement';
  readonly weight: Weight;
  readonly holds: (clause: string, year: number | null) => boolean;
}

/** The rule of what figures show: it is there, though nobody has said when. */
export const FIGURES = 'figures show';

/** 已 and 了, and 四年内累计, say that it is done, whatever time stands beside. */
const COMPLETED = /已(?!有)|年内(?:累计|共|先后)|(?<![为除])了(?![解不却然望])/;

const ANY_YEAR = /(?<!到|至|比|较|与|同|于|超过)(20\d\d)年(?!代)/g;
const A_DAY = /20\d\d年\d{1,2}月\d{1,2}日(?!起|前|之前|以前)/g;
/** 恢复到2019年水平 is not said of that year. */
const UP_TO = /[到至](20\d\d)年(?!水平|同期)/;
const AS_OF = /截[至止](?:到)?(?:(20\d\d)年)?/;

/**
 * The signs of tense in the order they are asked; the first that holds speaks for the clause.
 *
 * Times come first, since they cannot be mistaken, then words of the future, since 已 may stand beside 力争 but not
 * the other way round, then words of the past, then what only leans to one side.
 */
export const EVIDENCE: readonly Evidence[] = [
  {
    rule: 'reckoned',
    kind: 'achievement',
    weight: 'hint',
    holds: (clause) => clause.length <= 30 && RECKONED.test(clause),
  },
  {
    rule: FIGURES,
    kind: 'achievement',
    weight: 'hint',
    holds: (clause) => /[示明]/.test(clause.slice(-1)) && SHOWS.test(clause),
  },
  {
    rule: 'plan speaks',
    kind: 'target',
    weight: 'word',
    holds: (clause, year) =>
      SPEAKS.some((words) => words.test(clause)) || announcesProjects(clause, year, lastYearNamed),
  },
  { rule: 'time ahead', kind: 'target', weight: 'time', holds: isAhead },
  { rule: 'state so far', kind: 'achievement', weight: 'time', holds: isSoFar },
  // 过去一年，各项工作取得进展: the sentences behind tell what they were.
  {
    rule: 'years behind',
    kind: 'achievement',
    weight: 'time',
    holds: isYearsBehind,
  },
  { rule: 'last year', kind: 'achievement', weight: 'time', holds: (clause) => LAST_YEAR.test(clause) },
  {
    rule: 'earlier year',
    kind: 'achievement',
    weight: 'time',
    holds: (clause, year) =>
      year !== null &&
      ((lastYearNamed(clause) ?? year) < year || Number(UP_TO.exec(clause)?.[1] ?? year) < year) &&
      !isSpanTo(clause, year),
  },
  {
    rule: 'future word',
    kind: 'target',
    weight: 'word',
    holds: (clause) => saysWill(clause) || [FUTURE, PLANS, ...SHALL].some((words) => words.test(clause)),
  },
  {
    rule: 'recap',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => LOOKS_BACK.test(clause) && RECAP.test(clause),
  },
  {
    rule: 'done word',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => PAST.test(clause) || DONE_HEAD.test(clause),
  },
  // 2024年生产总值预计增长5.5% was estimated, not planned: the times above have been asked.
  { rule: 'expectation', kind: 'target', weight: 'word', holds: (clause) => /(?<!占)预计|有望/.test(clause) },
  { rule: 'a day', kind: 'achievement', weight: 'word', holds: saysDay },
  {
    rule: 'part of the year',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => PART_OF_YEAR.test(clause),
  },
  { rule: 'present word', kind: 'achievement', weight: 'word', holds: (clause) => PRESENT.test(clause) },
  { rule: 'sum so far', kind: 'achievement', weight: 'hint', holds: (clause) => clause.includes('累计') },
  { rule: 'comparison word', kind: 'achievement', weight: 'hint', holds: (clause) => COMPARES.test(clause) },
  // “十四五”期间 of a text of 2025 tells what the five years have brought.
  {
    rule: 'period that ends',
    kind: 'achievement',
    weight: 'hint',
    holds: (clause, year) => year !== null && (lastFiveYears(clause) ?? year + 1) <= year,
  },
  {
    rule: 'year of the plan',
    kind: 'target',
    weight: 'hint',
    // 2026年5月2日 tells of a day that was, unless a word of the future says more.
    holds: (clause, year) => year !== null && (lastYearNamed(clause.replace(A_DAY, '')) ?? 0) >= year,
  },
  {
    rule: 'this year',
    kind: 'target',
    weight: 'hint',
    // 今年的提案 is which one, and 今年3月，… tells of a month that was, unless it bounds: 今年3月底前.
    holds: (clause) =>
      /(?<![面针应]对)今年(?!\d{1,2}月(?![底末前起份])|的(?!目标|任务|计划)|新?(?:引进|购置|建成|投入|投用|推出|上线|启用)[^，]{0,6}的)|年内(?!蒙)/.test(
        clause,
      ),
  },
];

/** 到2027年, “十五五”期间, 三年内: a time to come, where nothing says that it is done. */
function isAhead(clause: string, year: number | null): boolean {
  if (COMPLETED.test(clause)) return false;
  if (year === null) return /(?<![截从由].{0,12})到(?:20\d\d年|“?十[五六]五”?末)/.test(clause);
  return namedTimes(clause, { year, endYear: year }).some(({ ahead }) => ahead);
}

/** 过去五年, 五年来, and “十四五”时期 at the head of a clause once it is over. */
function isYearsBehind(clause: string, year: number | null): boolean {
  if (/过去的?[一三五]年|(?<!\d)[\d一二三四五六七八九十]年来|^这[一三五]年$/.test(clause)) return true;
  return year !== null && /^“?十[一二三四五六]五/.test(clause) && (lastFiveYears(clause) ?? year) < year;
}

/** 计划2025年冬至2026年3月 ends in the year itself. */
function isSpanTo(clause: string, year: number): boolean {
  const end = /计划|[将拟]/.test(clause)
    ? /20\d\d年[冬秋底末\d月]{1,4}[至到—-](20\d\d)年/.exec(clause)?.[1]
    : null;
  return Number(end ?? 0) >= year;
}

/** 截至2024年底; 截至2027年底 of a plan is a deadline. */
function isSoFar(clause: string, year: number | null): boolean {
  const found = AS_OF.exec(clause);
  return found !== null && (year === null || Number(found[1] ?? 0) <= year);
}

function lastYearNamed(clause: string): number | null {
  // Few clauses name a year, and the words it must not stand behind are looked for at every character.
  if (!clause.includes('20')) return null;
  const last = [...clause.matchAll(ANY_YEAR)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
