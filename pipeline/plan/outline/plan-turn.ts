import type { PlanIdentity } from '../../../core/plan.ts';
import { fiveYears } from '../identity/plan-period.ts';

/** Where a report turns from what was done to what is planned. */
export interface PlanTurn {
  readonly at: number;
  /** Whether the text before it looks back; an excerpt may begin among the plans. */
  readonly looksBack: boolean;
  /** The plans of five years that come first, and where those of the year begin. */
  readonly fiveYears: { readonly endYear: number; readonly until: number } | null;
}

const REPORTS: ReadonlySet<string> = new Set(['政府工作报告', '国民经济和社会发展计划', '财政预算报告']);

/** How far before a period another may stand in the same heading; all of a line would be quadratic. */
const LONGEST_HEADING = 40;

/** Whether a plan is of a kind that begins with a review, so that not all of it is planned. */
export function isReport(identity: PlanIdentity | null): boolean {
  return identity !== null && REPORTS.has(identity.kind);
}

/** 今年是…之年, 做好2026年工作, 主要预期目标是, “十五五”时期: with these a report begins to speak of what comes. */
const OPENS =
  /(今年|20\d\d年)(?:，?是|[^，。；\n]{0,16}(?:预期|主要|奋斗|工作)目标(?:是|为|：))|(新的一年|(?<=做好|谋划|抓好)(?:今年|20\d\d年)(?=[^，。；\n]{0,12}工作))|(?:预期|主要|奋斗|工作)目标(?:是|为|：)|总体要求(?:是|为|：)|(“?十[一二三四五六]五”?)时期/g;

const LOOKS_BACK = /过去的?[一五]年|[一五]年来|这[一五]年|去年|回顾|成就|成绩/;

/** The speech begins here; what a page says before it is a summary of both parts. */
const SPEECH = /各位代表/;

/**
 * The first place where a report says of itself that it turns to its plans, whatever its headings say.
 *
 * Headings alone lost a whole report: under mottos (二、牢记使命、勇毅前行) the review never ended, and a page that
 * dropped its headings had no review at all.
 *
 * @param text in normal form
 * @returns null for plans that do not report, and where no sentence turns
 */
export function planTurn(text: string, year: number | null, identity: PlanIdentity | null): PlanTurn | null {
  if (!isReport(identity)) return null;
  const speech = Math.max(0, text.search(SPEECH));
  // A report given in December calls the year it looks back on 今年.
  const own = text.search(
    new RegExp(`^[一二三四]、[^\\n。]{0,6}${year}年[^\\n。]{0,20}(?:工作|安排|任务|目标|打算)`, 'm'),
  );
  const turns = [...text.matchAll(OPENS)].filter(
    (match) =>
      match.index >= (match[1] === '今年' ? Math.max(speech, own) : speech) && isOfPlan(match, text, year),
  );
  const first = turns[0];
  if (first === undefined) return null;
  const at = lineAt(text, first.index);
  const before = text.slice(speech, at);
  const period = fiveYears(first[3] ?? '');
  const ofYear = turns.find(([, begins, work]) => (begins ?? work) !== undefined);
  return {
    at,
    looksBack: LOOKS_BACK.test(before) || (year !== null && before.includes(`${year - 1}年`)),
    fiveYears: period && {
      endYear: period.endYear,
      until: ofYear === undefined ? text.length : lineAt(text, ofYear.index),
    },
  };
}

/** The last year of what a report plans at an offset, null where that is as ever the report's year. */
export function endOfPlan(turn: PlanTurn | null, at: number): number | null {
  const five = turn?.fiveYears ?? null;
  return turn !== null && five !== null && at >= turn.at && at < five.until ? five.endYear : null;
}

function lineAt(text: string, index: number): number {
  return text.lastIndexOf('\n', index - 1) + 1;
}

/**
 * A year that is named must be the plan's, and five years must not have begun before it, nor be named beside others:
 * “十四五”时期发展成就和“十五五”时期主要目标 heads both.
 */
function isOfPlan(match: RegExpMatchArray, text: string, year: number | null): boolean {
  const [, begins, work, period] = match;
  const named = Number.parseInt(begins ?? work ?? '', 10);
  if (!Number.isNaN(named)) return named === year;
  if (period === undefined) return true;
  const at = match.index ?? 0;
  const beside = /十[一二三四五六]五[^\n]*$/.test(text.slice(Math.max(0, at - LONGEST_HEADING), at));
  return !beside && year !== null && (fiveYears(period)?.year ?? 0) >= year;
}
