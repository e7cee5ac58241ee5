import type { Paragraph } from './clauses.ts';
import type { EntityDefault } from './entity-default.ts';
import { leadingPlace } from './places.ts';

/** No district has a longer name. */
const LONGEST_NAME = 12;

/**
 * The lines that only name a district of the city or province a piece of news is about, by where they begin: what
 * stands below one is said of it.
 *
 * @returns none where there is but one such line, which tells where the news is from
 */
export function districtLines(
  text: string,
  paragraphs: readonly Paragraph[],
  { place }: EntityDefault,
): ReadonlyMap<number, string> {
  if (place === null || place.level === 3) return new Map();
  const within = place.code.slice(0, 2 * place.level);
  const nameAt = (at: number): string | null => {
    const { start, end } = paragraphs[at] ?? { start: 0, end: 0 };
    const name = end - start > LONGEST_NAME ? '' : text.slice(start, end).trim();
    const found = name === '' ? null : leadingPlace(name);
    const { level, name: whole, code } = found?.place ?? { level: 0, name: '', code: '' };
    return level === 3 && whole === name && code.startsWith(within) ? name : null;
  };
  const lines = paragraphs.flatMap(({ start }, at): [number, string][] => {
    const name = nameAt(at);
    // Names one below the other are links to the districts' own pages.
    return name === null || nameAt(at + 1) !== null ? [] : [[start, name]];
  });
  return lines.length > 1 ? new Map(lines) : new Map();
}
