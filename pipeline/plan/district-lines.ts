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
  const lines = paragraphs.flatMap(({ start, end }): [number, string][] => {
    const name = end - start > LONGEST_NAME ? '' : text.slice(start, end).trim();
    const found = name === '' ? null : leadingPlace(name);
    const isDistrict =
      found?.place.level === 3 && found.place.name === name && found.place.code.startsWith(within);
    return isDistrict ? [[start, name]] : [];
  });
  return lines.length > 1 ? new Map(lines) : new Map();
}
