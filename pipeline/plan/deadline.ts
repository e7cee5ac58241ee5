/** Last year of a five-year plan by its ordinal: 十四五 ends in 2025. */
const FIVE_YEAR_ENDS: Readonly<Record<string, number>> = {
  一: 2010,
  二: 2015,
  三: 2020,
  四: 2025,
  五: 2030,
  六: 2035,
};

const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 十: 10 };

/** The period a plan is for. */
export interface Period {
  readonly year: number;
  readonly endYear: number;
}

/**
 * The year a stretch of text names as the time of a target, or null where it names none.
 *
 * The last time named wins, since it stands nearest to the number: 全年增长10%、“十四五”末达到两千亿元.
 */
export function namedDeadline(text: string, period: Period): number | null {
  let deadline: number | null = null;
  let at = -1;
  const take = (index: number, year: number) => {
    if (index >= at) {
      at = index;
      deadline = year;
    }
  };
  for (const match of text.matchAll(/“?十([一二三四五六])五”?(?:末|期末|时期|期间|规划期末)/g)) {
    take(match.index, FIVE_YEAR_ENDS[match[1] ?? ''] ?? period.endYear);
  }
  for (const match of text.matchAll(/(20\d\d)年/g)) {
    const year = Number(match[1]);
    if (year >= period.year) take(match.index, year);
  }
  for (const match of text.matchAll(
    /今明两年|明年|(?:未来|今后|力争)([一两二三四五十])年(?:内|左右|时间)?|([一两二三五十])年(?:内|后)|今年|年内|全年|年底前/g,
  )) {
    take(match.index, relativeYear(match[0], match[1] ?? match[2], period));
  }
  return deadline;
}

function relativeYear(word: string, count: string | undefined, period: Period): number {
  if (word === '今明两年' || word === '明年') return period.year + 1;
  if (count === undefined) return period.year;
  return period.endYear > period.year ? period.endYear : period.year + (NUMERALS[count] ?? 1) - 1;
}

/** 达产后 and 建成后 name no year at all: the target has no deadline. */
export function isOpenEnded(clause: string): boolean {
  return /(?:达产|投产|建成|投用|运营|完工)后/.test(clause);
}

/** The year an achievement describes: the last past year named, 去年, or the one given. */
export function describedYear(text: string, year: number | null, fallback: number | null): number | null {
  const named = [...text.matchAll(/(20\d\d)年/g)]
    .map((match) => Number(match[1]))
    .filter((y) => year === null || y <= year);
  if (/去年|上年/.test(text) && year !== null) return year - 1;
  return named.at(-1) ?? fallback;
}
