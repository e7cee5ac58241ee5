import type { Box, Line, Reading } from '../tree/line.ts';

/** What the steps know beside the lines. */
export interface Scene {
  readonly reading: Reading;
  /** The box the article was found in. */
  readonly box: Box;
  /** The title, letters and digits only. */
  readonly title: string;
  readonly titleLines: readonly Line[];
  /** Lines already read as date, source or author. */
  readonly known: ReadonlySet<Line>;
  /** Whether the text is in Latin script, where other phrases and conventions hold. */
  readonly latin: boolean;
}

/** One line to take out, and why. */
export interface Drop {
  readonly line: Line;
  readonly reason: string;
}

/** From the lines that still stand to those that should go. Pure, and linear in lines and boxes. */
export type Step = (lines: readonly Line[], scene: Scene) => Iterable<Drop>;

/** The lines that have a reason to go. Most have none, so nothing is made for those. */
export function dropEach(lines: readonly Line[], reasonFor: (line: Line) => string | null): Drop[] {
  const drops: Drop[] = [];
  for (const line of lines) {
    const reason = reasonFor(line);
    if (reason !== null) drops.push({ line, reason });
  }
  return drops;
}

/** Total weight of lines. */
export function weigh(lines: readonly Line[]): number {
  let sum = 0;
  for (const line of lines) sum += line.weight;
  return sum;
}

/**
 * Sums over stretches of lines, each in constant time.
 *
 * @returns a function from the indexes of a stretch (first, one behind the last) to the sum of `value` over it
 */
export function stretchSums(
  lines: readonly Line[],
  { first, end }: Pick<Box, 'first' | 'end'>,
  value: (line: Line) => number,
): (from: number, to: number) => number {
  const sums = new Float64Array(end - first + 1);
  for (const line of lines) sums[line.index - first + 1] = value(line);
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return (from, to) => (sums[to - first] ?? 0) - (sums[from - first] ?? 0);
}

/** The boxes inside a box, in document order. */
export function* boxesIn({ boxes }: Reading, box: Box): Generator<Box> {
  for (let at = box.index + 1; at < boxes.length; at++) {
    const inner = boxes[at];
    // Boxes opened behind the end of this one are siblings, unless they are empty boxes at its very end.
    if (inner === undefined || inner.first >= box.end) return;
    yield inner;
  }
}
