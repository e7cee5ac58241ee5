import { namedTimes, type Period } from './named-times.ts';

/**
 * The year a stretch of text names as the time of a target, or null where it names none.
 *
 * The last time named wins, since it stands nearest to the number: 全年增长10%、“十四五”末达到两千亿元.
 * It is `NO_YEAR` where that lies ahead and is no year (今后一个时期).
 *
 * @param carried the time the text before has named: 全年 behind 明年 is all of next year
 */
export function namedDeadline(text: string, period: Period, carried: number | null = null): number | null {
  const last = namedTimes(text, period).findLast(({ year }) => year >= period.year);
  if (last === undefined) return null;
  return last.vague && carried !== null && carried > period.year ? carried : last.year;
}

const SEVERAL_YEARS = /20\d\d年(?:[底末]?[、和及与]20\d\d年){1,4}/g;

/** The years that 分别 deals out to numbers, in order: 到2030年和2035年…分别达到; none where the text names no such list. */
export function dealtYears(text: string): readonly number[] {
  const last = [...text.matchAll(SEVERAL_YEARS)].at(-1)?.[0] ?? '';
  return [...last.matchAll(/20\d\d/g)].map(([year]) => Number(year));
}

/** 达产后 and 建成后 name no year at all: the target has no deadline. */
export function isOpenEnded(clause: string): boolean {
  return /(?:达产|投产|建成|投用|运营|完工|通车|开通)后/.test(clause);
}

/** The year an achievement describes: the last past year named, 去年, or the one given. */
export function describedYear(text: string, year: number | null, fallback: number | null): number | null {
  const named = [...text.matchAll(/(20\d\d)年/g)]
    .map((match) => Number(match[1]))
    .filter((y) => year === null || y <= year);
  if (/(?<![比较同与])(?:去年|上年)|去冬/.test(text) && year !== null) return year - 1;
  return named.at(-1) ?? fallback;
}
