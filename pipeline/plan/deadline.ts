import { namedTimes, type Period } from './named-times.ts';

/**
 * The year a stretch of text names as the time of a target, or null where it names none.
 *
 * The last time named wins, since it stands nearest to the number: 全年增长10%、“十四五”末达到两千亿元.
 *
 * @param carried the time the text before has named: 全年 behind 明年 is all of next year
 */
export function namedDeadline(text: string, period: Period, carried: number | null = null): number | null {
  const last = namedTimes(text, period).findLast(({ year }) => year >= period.year);
  if (last === undefined) return null;
  return last.vague && carried !== null && carried > period.year ? carried : last.year;
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
