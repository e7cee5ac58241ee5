import { FIVE_YEAR_STARTS, type Period } from '../time/named-times.ts';

const NUMERALS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 十: 10 };

/** The period of a five-year plan that a text names: 十五五 is 2026–2030. */
export function fiveYears(text: string): Period | null {
  const start = FIVE_YEAR_STARTS[/十([一二三四五六])(?:个五年|五)/.exec(text)?.[1] ?? ''];
  return start === undefined ? null : { year: start, endYear: start + 4 };
}

/**
 * The years a plan is for, by its title: 2026年, 2024—2026年, “十五五”, 三年行动计划（2025…）.
 *
 * Of two years the later is the plan's (关于2025年计划执行情况与2026年计划草案的报告).
 *
 * @returns null where the title names no year
 */
export function titlePeriod(title: string): Period | null {
  const range = /(20\d\d)年?\s*[-—~至到]{1,2}\s*(20\d\d)\s*年?/.exec(title);
  if (range !== null) return { year: Number(range[1]), endYear: Number(range[2]) };
  const five = /十([一二三四五六])(?:个五年|五)(?:”)?(?:时期)?.{0,40}(?:规划|纲要)/.exec(title);
  const start = FIVE_YEAR_STARTS[five?.[1] ?? ''];
  if (start !== undefined) return { year: start, endYear: start + 4 };
  // 2030年前 is when the plan is to have worked.
  const years = [...title.matchAll(/(20\d\d)年(?!远景|[底末]?前)/g)].map((match) => Number(match[1]));
  const year = years.length > 0 ? Math.max(...years) : Number.NaN;
  if (Number.isNaN(year)) return null;
  return { year, endYear: year + yearsOf(title) - 1 };
}

/** How many years a plan is for, by its title: a 三年行动计划 for three, most for one. */
export function yearsOf(title: string): number {
  return NUMERALS[/([两二三四五十])年(?:行动|攻坚|提升|规划|计划)/.exec(title)?.[1] ?? ''] ?? 1;
}
