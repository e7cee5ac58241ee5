import type { Line } from '../tree/line.ts';
import { type Drop, weigh } from './step.ts';

/** Lines lighter than this repeat by chance. */
const LEAST_LINE = 15;
/** A copy says at least so many different things, and this share of what stands before it: two forms of one notice do not. */
const LEAST_LINES = 3;
const LEAST_SHARE = 0.6;
/** So many lines of its own (a title, a date, a credit) may stand between two lines of a copy. */
const MOST_BETWEEN = 4;

/**
 * Stretches that say again, paragraph by paragraph and in order, what stands before them. Boxes do not show these: the
 * copy for print is made of other elements, and has the title or a credit of its own.
 */
export function repeatedStretches(lines: readonly Line[]): Drop[] {
  const seen = new Map<string, number>();
  const drops: Drop[] = [];
  let copy: number[] = [];
  let follows = -1;
  /** Weight of all that was said for the first time, and of that when the copy began. */
  let told = 0;
  let toldBefore = 0;
  const end = (): void => {
    const [first = 0, last = 0] = [copy[0], copy.at(-1)];
    const said = copy.flatMap((at) => lines[at] ?? []);
    const enough = new Set(said.map(({ text }) => text)).size >= LEAST_LINES;
    if (enough && weigh(said) >= LEAST_SHARE * toldBefore)
      drops.push(...lines.slice(first, last + 1).map((line) => ({ line, reason: 'same text again' })));
    copy = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.weight < LEAST_LINE) continue;
    const twin = seen.get(line.text);
    if (twin === undefined) {
      seen.set(line.text, at);
      told += line.weight;
    }
    const goesOn = at - (copy.at(-1) ?? at) <= MOST_BETWEEN && twin !== undefined && twin > follows;
    if (copy.length > 0 && !goesOn && (twin !== undefined || at - (copy.at(-1) ?? at) > MOST_BETWEEN)) end();
    if (twin === undefined || twin >= (copy[0] ?? at)) continue;
    if (copy.length === 0) toldBefore = told;
    copy.push(at);
    follows = twin;
  }
  end();
  return drops;
}
