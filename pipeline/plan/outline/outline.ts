import type { Section } from '../../../core/plan.ts';
import { isNotes, sectionTense } from './section-tense.ts';

const NUMERALS = '一二三四五六七八九十百';

/** How the headings of each level begin. Order does not matter: no line fits two. */
const MARKERS: readonly (readonly [level: number, marker: RegExp])[] = [
  [1, new RegExp(`^(?:第[${NUMERALS}]{1,3}(?:部分|章|篇)|[${NUMERALS}]{1,3}、)`)],
  [2, new RegExp(`^（[${NUMERALS}]{1,3}）`)],
  [3, /^(?:\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]{1,3}节)/],
  [4, new RegExp(`^(?:（\\d{1,2}）|[${NUMERALS}]{1,3}是)`)],
];

/** ## 一、主要目标 and **一、主要目标** are headings as those without signs. */
const MARKDOWN = /^\s*#{0,6}\s*\*{0,2}\s*|\*{2}\s*$/g;

/** A line that ends in a full stop or is longer is a paragraph, and only its first sentence is the heading. */
const LONGEST_HEADING = 60;

/** Longest line that may be a heading without a number. */
const LONGEST_BARE = 30;

/**
 * The headings of a text in normal form, as a flat list in document order; nesting is in the offsets.
 *
 * Headings without numbers count only if they say which part of a report follows (工作回顾, 主要目标): a short line
 * in a news text is more often a caption.
 */
export function readOutline(text: string): readonly Section[] {
  const found: { level: number; heading: string; start: number; end: number }[] = [];
  const open: number[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 200)).replace(MARKDOWN, '');
    const level = levelOf(line, end - start);
    if (level > 0) {
      closeSections(found, open, level, start);
      open.push(found.length);
      found.push({ level, heading: headingOf(line), start, end: text.length });
    }
    start = end + 1;
  }
  return found;
}

/** End the open sections that a heading of `level` ends: those of its level and below. */
function closeSections(
  found: { level: number; end: number }[],
  open: number[],
  level: number,
  at: number,
): void {
  for (let last = found[open.at(-1) ?? -1]; last !== undefined && last.level >= level; ) {
    last.end = at;
    open.pop();
    last = found[open.at(-1) ?? -1];
  }
}

function levelOf(line: string, length: number): number {
  const marked = MARKERS.find(([, marker]) => marker.test(line));
  if (marked !== undefined) return marked[0];
  return length <= LONGEST_BARE && isBareHeading(line) ? 1 : 0;
}

/** What stands around a heading without a number: 【2026任务书】, ■今年目标, 主要目标：. */
const ORNAMENT = /^[\s■◆★▌►▶◼●【[#“]+|[\s】\]#”：:]+$/g;

/** How short headings end, with little before that but the year. */
const BARE_END =
  /^(?:(?:20\d\d年?|今年|去年|全年|新的?一年).{0,8}|.{0,6})(?:目标|任务|任务书|成绩单|回顾|实事|(?:任务|项目|责任)清单|工作打算|工作计划)$|^数读20\d\d/;

/** A new government tells what it is to do in all its years before what this one is to bring. */
const NEXT_YEARS = /^(?:今后|未来)五年.{0,14}(?:目标|任务|思路|重点|工作|要求)/;

/** News of a list, or of what became of it, is no heading of one. */
const TELLS = /完成(?!情况)|实现|公布|发布|出炉|提出|召开|印发|达到/;

function isBareHeading(line: string): boolean {
  if (isNotes(line)) return true;
  const plain = line.replace(ORNAMENT, '');
  if (/[。，；！？、…]|^[—-]|[0-9]{5}/.test(plain)) return false;
  if ((BARE_END.test(plain) || NEXT_YEARS.test(plain)) && !TELLS.test(plain)) return true;
  return (
    /(?:工作回顾|总体要求|主要目标|预期目标|重点工作|工作任务|工作安排|主要任务)/.test(plain) &&
    sectionTense(plain) !== null
  );
}

function headingOf(line: string): string {
  const stop = line.search(/[。：；！]/);
  const comma = line.search(/，/);
  const whole = stop < 0 ? line : line.slice(0, stop);
  if (whole.length <= LONGEST_HEADING) return whole.trim();
  return (comma > 0 ? line.slice(0, comma) : line.slice(0, LONGEST_HEADING)).trim();
}
