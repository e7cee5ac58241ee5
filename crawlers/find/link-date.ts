const WRITTEN = /(?<!\d)((?:19|20)\d\d)\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)/;
/** `/2024/3/1/`, `/202403/t20240301_`, `/2024-03/01/`: how most systems name their files. */
const IN_PATH =
  /(?<!\d)(20\d\d)(?:[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)|\/(\d{1,2})\/(\d{1,2})\/)/;

/**
 * A day as people write it, `2024-03-01`, `2024年3月1日`, `2024.3.1`, also at the beginning of a longer date-time.
 *
 * @returns `YYYY-MM-DD`, null if there is none in the text
 */
export function readDay(text: string): string | null {
  const [, year, month, day] = WRITTEN.exec(text.slice(0, 500)) ?? [];
  return isoDay(year, month, day);
}

/** A day in boxes of its own: `28 2026-03`, `03-28 2026`, `2026 03-28`. */
const SPLIT: readonly (readonly [RegExp, year: number, month: number, day: number])[] = [
  [/(?<![\d:./-])(\d{1,2})日?\s+((?:19|20)\d\d)\s?[-./年]\s?(\d{1,2})(?!\d)/, 2, 3, 1],
  [/(?<![\d:./-])(\d{1,2})\s?[-./月]\s?(\d{1,2})日?\s+((?:19|20)\d\d)(?!\d)/, 3, 1, 2],
  [/(?<!\d)((?:19|20)\d\d)年?\s+(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)/, 1, 2, 3],
];

/** A day whose parts stand in boxes beside or above each other, as cards have it; the text of nothing but such boxes. */
export function readSplitDay(text: string): string | null {
  for (const [pattern, year, month, day] of SPLIT) {
    const found = pattern.exec(text.slice(0, 500));
    if (found !== null) return isoDay(found[year], found[month], found[day]);
  }
  return null;
}

/** The day that an address carries, null if it carries none. */
export function dayInUrl(url: string): string | null {
  const [, year, month, day, m, d] = IN_PATH.exec(new URL(url).pathname) ?? [];
  return isoDay(year, month ?? m, day ?? d);
}

function isoDay(year?: string, month?: string, day?: string): string | null {
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
