/** The period a plan is for. */
export interface Period {
  readonly year: number;
  readonly endYear: number;
  /** The text is of the end of its year: the years to come are counted from the next. */
  readonly late?: boolean;
  /** The years that the text names as ends: 5年内 beside 到2031年 ends then too. */
  readonly ends?: ReadonlySet<number>;
}

/** A time that a text names. */
export interface NamedTime {
  readonly at: number;
  /** The last year of it, {@link NO_YEAR} where none is told (今后一个时期). */
  readonly year: number;
  /** Whether it lies ahead or bounds what is said (到年底), so that what has it is planned. */
  readonly ahead: boolean;
  /** 全年, 年内 and 届时 say which part of a year and not which year. */
  readonly vague: boolean;
}

/** The year of a time that lies ahead and has none: behind every year. */
export const NO_YEAR: number = Number.POSITIVE_INFINITY;

/** First year of a five-year plan by its ordinal: 十五五 is 2026–2030. */
export const FIVE_YEAR_STARTS: Readonly<Record<string, number>> = {
  一: 2006,
  二: 2011,
  三: 2016,
  四: 2021,
  五: 2026,
  六: 2031,
};

const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 十: 10 };

const SPELLED = '〇一二三四五六七八九';

const FIVE_YEARS = /“?十([一二三四五六])五”?(末|期末|时期|期间|规划期末|以来)/g;
const YEARS =
  /(?:(20\d\d)年?(?:[-—~至]{1,2}|到))?(20\d\d|二[〇零][〇零一二三四五][〇零一二三四五六七八九])年(?!代)(?:度)?(?:(?:年)?[底末]|\d{1,2}月(?:份|底|末)?)?(之前|以前|前(?![一二三四五六七八九十\d]))?/g;
const RELATIVE =
  /今明两年|今冬明春|明后两年|明年|来年|后年|(?:未来|今后|力争|经过|(?<![启使投通])用)([一两二三四五十\d])年(?:内|左右|时间)?|(?<![第\d])([一两二三五十\d])年(?:内(?!蒙)|后)|到(?:今年)?年底|(?<![\d〇零一二三四五六七八九])年底(?:之?前)|(?<![\d年])\d{1,2}月(?:底|末)?(?:之?前)|届时|今年|年内(?!蒙)|全年|(?:今后|未来)(?:一个|一段|较长一?段?)(?:时期|时间)|(?<!中)远期(?![结合售外汇交利支票])|本?世纪(?:中叶|末)/g;

/** What a year stands behind when it is compared with or looked back from, and not aimed at. */
const BASE = /[比较与同于以自从超过由]$|截[至止]|占$/;
/** What a year stands behind when it bounds: 到2027年. */
const BOUNDING = /(?:^|[^截以直达冬夏])[到至]$/;

/**
 * Every time that a text names, in order.
 *
 * A year behind 比 or 截至 is a base or a state: it is named, but never ahead unless it is still to come.
 */
export function namedTimes(text: string, period: Period): readonly NamedTime[] {
  if (!/[年月时五冬期世]/.test(text)) return [];
  const times: NamedTime[] = [];
  for (const match of text.matchAll(FIVE_YEARS)) {
    if (match[2] === '以来' || /[比较]$/.test(before(text, match.index))) continue;
    const first = FIVE_YEAR_STARTS[match[1] ?? ''];
    const year = first === undefined ? period.endYear : first + 4;
    const by = /末$/.test(match[2] ?? '') && /[到至]$/.test(before(text, match.index));
    const ahead = year > period.year || (by && year === period.year);
    times.push({ at: match.index, year, ahead: ahead && !isBase(text, match.index), vague: false });
  }
  for (const match of text.matchAll(YEARS)) {
    if (isInName(text, match.index)) continue;
    const year = yearOf(match[2] ?? '');
    const ranged = match[1] !== undefined;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
    const by = match[3] !== undefined || (!ranged && BOUNDING.test(before(text, match.index)));
    const past =
      isBase(text, match.index) ||
      /期间|以来/.test(behind) ||
      /[从由][^，]{0,12}$/.test(text.slice(Math.max(0, match.index - 13), match.index));
    const ahead = !past && (year > period.year || (by && year === period.year));
    times.push({ at: match.index, year, ahead, vague: false });
  }
  for (const match of text.matchAll(RELATIVE)) {
    const year = relativeYear(match[0], match[1] ?? match[2], period);
    const vague = /^(?:年内|全年|届时)$/.test(match[0]);
    const ahead = year > period.year || /[到前时底]/.test(match[0]);
    times.push({ at: match.index, year, ahead: ahead && !/截至|用了/.test(text), vague });
  }
  return times.sort((a, b) => a.at - b.at);
}

/** The last year of the five-year period that a text speaks of as a span (“十四五”期间), or null. */
export function lastFiveYears(text: string): number | null {
  const first =
    FIVE_YEAR_STARTS[/(?<![为比较是与占]“?)十([一二三四五六])五”?(?:期间|时期)(?!的)/.exec(text)?.[1] ?? ''];
  return first === undefined ? null : first + 4;
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 3), at);
}

/** “2026—2030年水利建设计划” and 《2030年行动方案》 name a document, and no time of what is done by it. */
function isInName(text: string, at: number): boolean {
  const opens = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('《', at));
  const name =
    /^[“《][^“”《》，。]{0,60}(?=[”》])/.exec(opens < 0 ? '' : text.slice(opens, opens + 62))?.[0] ?? '';
  return opens + name.length > at && /(?:计划|规划|方案|行动|纲要)$/.test(name);
}

function isBase(text: string, at: number): boolean {
  return BASE.test(before(text, at));
}

/** 2035, or 二〇三五 written out. */
function yearOf(written: string): number {
  return /^\d/.test(written)
    ? Number(written)
    : Number([...written].map((c) => (c === '零' ? 0 : SPELLED.indexOf(c))).join(''));
}

function relativeYear(word: string, count: string | undefined, period: Period): number {
  if (word.includes('世纪')) return word.endsWith('末') ? 2100 : 2050;
  if (/远期|^(?:今后|未来).*时/.test(word)) return NO_YEAR;
  if (/^(?:今明两年|今冬明春|[明来]年)$/.test(word)) return period.year + 1;
  if (word === '明后两年' || word === '后年') return period.year + 2;
  if (count === undefined) return word === '届时' ? period.endYear : period.year;
  if (period.endYear > period.year) return period.endYear;
  const years = NUMERALS[count] ?? (Number(count) || 1);
  if (years > 2 && period.ends?.has(period.year + years)) return period.year + years;
  return period.year + years - (period.late && /^(?:未来|今后)/.test(word) ? 0 : 1);
}
