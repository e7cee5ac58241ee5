import type { Statement } from '../../../core/plan.ts';

/** “十五五”开好局 and “十五五”规划 speak of a beginning and of a plan. */
const SEVERAL_YEARS =
  /年均|(?<!\d)(?:[两三四五]年[来间累]|[五5]年)|十[一二三四五六]五(?!”?(?:规划|[^，、；]{0,6}[开起头]))/;

/**
 * Times that hold for what stands behind them, until another is named: of several years, of a part of one, of one year.
 * “十四五”规划 names a plan and no time.
 */
const TIMES =
  /(过去的?[两三四五]年|(?<!\d)[两三四五]年(?:来|间|累计)|十[一二三四五六]五”?(?:时期|期间|以来))|(前?[一二三四]季度|[上下]半年|(?:1|一)[-—–~至到]{1,2}(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!12))|(一年来|过去的?一年|[去全上]年|20\d\d年)/g;

/** How far before a number the time it is said of is looked for; it must stand in the same paragraph. */
const REACH = 1000;

/**
 * The stretch of time a number is said of.
 *
 * The quote says it, else the time named nearest before it in its paragraph, else the nearest heading: 年均增长5.6% over five years
 * says nothing of the last one, nor does what stands behind 过去五年 or under “十四五”以来的成就.
 *
 * @param text what the statement was read from, null where it is not at hand
 * @param year the year that a heading about several may name beside them
 * @returns `several years`, `the year`, or the part of one as written (上半年)
 */
export function stretchOf(
  { quote, section, unit, start }: Statement,
  text: string | null,
  year: number | null,
): string {
  if (SEVERAL_YEARS.test(quote) || (unit === '%' && quote.includes('累计'))) return 'several years';
  const paragraph =
    text?.slice(Math.max(0, start - REACH, text.lastIndexOf('\n', start - 1) + 1), start) ?? '';
  const [, several, part, whole] = [...paragraph.matchAll(TIMES)].at(-1) ?? [];
  if (several !== undefined) return 'several years';
  if (part !== undefined) return part;
  const heading = section.at(-1) ?? '';
  const both = year !== null && heading.includes(`${year}年`);
  return whole === undefined && SEVERAL_YEARS.test(heading) && !both ? 'several years' : 'the year';
}
