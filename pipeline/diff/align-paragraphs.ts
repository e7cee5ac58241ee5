import { diffArrays } from 'diff';

/** A paragraph of the old text and one of the new that belong together, by index; one is null for what has no partner. */
export interface ParagraphPair {
  readonly from: number | null;
  readonly to: number | null;
  /** Stands elsewhere among its neighbours than it did. */
  readonly moved: boolean;
}

/** Edits after which two texts share too few whole paragraphs for that to guide anything. */
const MAX_EDITS = 1500;
/** Paragraphs are told apart by their beginning; more would let one endless paragraph set the cost. */
const MAX_COMPARED = 600;
/** Comparisons of two paragraphs that one text may cost; what lies beyond pairs only word for word. */
const MAX_COMPARISONS = 40_000;
/** In its old place, a paragraph with this much in common was edited; elsewhere it takes more to say it moved. */
const EDITED = 0.3;
const MOVED = 0.6;
/** 各位代表： and the like turn up anywhere; nobody calls that a move. */
const MIN_MOVED = 10;

/**
 * Which paragraph became which: untouched ones first, then edited ones between them, then those that moved.
 *
 * @returns in the order of the new text; what was removed stands where it stood
 */
export function alignParagraphs(before: readonly string[], after: readonly string[]): ParagraphPair[] {
  const kept = untouched(before, after);
  const grams = { before: before.map(gramsOf), after: after.map(gramsOf) };
  const likeness = (from: number, to: number): number => dice(grams.before[from], grams.after[to]);
  const inPlace: ParagraphPair[] = [];
  let [from, to] = [0, 0];
  for (const anchor of [...kept, { from: before.length, to: after.length }]) {
    // One by one: as arguments of a single call, a long text's pairs do not fit the stack.
    for (const pair of between(from, anchor.from, to, anchor.to, likeness)) inPlace.push(pair);
    if (anchor.from < before.length) inPlace.push({ ...anchor, moved: false });
    [from, to] = [anchor.from + 1, anchor.to + 1];
  }
  return joinMoved(inPlace, before, after, likeness);
}

/** Paragraphs that stand word for word in both, in the same order. */
function untouched(before: readonly string[], after: readonly string[]): { from: number; to: number }[] {
  const edits = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS }) ?? [];
  const kept: { from: number; to: number }[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of edits) {
    if (!added && !removed) for (let i = 0; i < count; i++) kept.push({ from: from + i, to: to + i });
    if (!added) from += count;
    if (!removed) to += count;
  }
  return kept;
}

/** Pair what lies between two untouched paragraphs, in order, for the greatest total likeness. */
function between(
  from: number,
  fromEnd: number,
  to: number,
  toEnd: number,
  likeness: (from: number, to: number) => number,
): ParagraphPair[] {
  const [rows, columns] = [fromEnd - from, toEnd - to];
  const comparable = rows * columns <= MAX_COMPARISONS;
  const width = columns + 1;
  const best = new Float64Array(comparable ? (rows + 1) * width : 0);
  const like = new Float64Array(best.length);
  for (let r = rows - 1; comparable && r >= 0; r--) {
    for (let c = columns - 1; c >= 0; c--) {
      const here = likeness(from + r, to + c);
      like[r * width + c] = here < EDITED ? 0 : here;
      const at = (row: number, column: number): number => best[row * width + column] ?? 0;
      best[r * width + c] = Math.max(at(r + 1, c), at(r, c + 1), here < EDITED ? 0 : here + at(r + 1, c + 1));
    }
  }
  const pairs: ParagraphPair[] = [];
  let [r, c] = [0, 0];
  while (r < rows || c < columns) {
    const total = best[r * width + c] ?? 0;
    const paired = like[r * width + c] ?? 0;
    if (r < rows && c < columns && paired > 0 && total === paired + (best[(r + 1) * width + c + 1] ?? 0)) {
      pairs.push({ from: from + r++, to: to + c++, moved: false });
    } else if (r < rows && (c === columns || total === (best[(r + 1) * width + c] ?? 0))) {
      pairs.push({ from: from + r++, to: null, moved: false });
    } else pairs.push({ from: null, to: to + c++, moved: false });
  }
  return pairs;
}

/** Join what was removed in one place and added in another, most alike first. */
function joinMoved(
  pairs: readonly ParagraphPair[],
  before: readonly string[],
  after: readonly string[],
  likeness: (from: number, to: number) => number,
): ParagraphPair[] {
  const removed = pairs.flatMap(({ from, to }) =>
    from !== null && to === null && long(before[from]) ? [from] : [],
  );
  const added = pairs.flatMap(({ from, to }) =>
    to !== null && from === null && long(after[to]) ? [to] : [],
  );
  const comparable = removed.length * added.length <= MAX_COMPARISONS;
  const alike = comparable ? likeness : (from: number, to: number) => (before[from] === after[to] ? 1 : 0);
  const rows = comparable
    ? removed
    : removed.slice(0, Math.floor(MAX_COMPARISONS / Math.max(1, added.length)));
  const candidates = rows
    .flatMap((from) => added.map((to) => ({ from, to, likely: alike(from, to) })))
    .filter(({ likely }) => likely >= MOVED)
    .sort((a, b) => b.likely - a.likely || a.to - b.to || a.from - b.from);
  const origin = new Map<number, number>();
  const gone = new Set<number>();
  for (const { from, to } of candidates) {
    if (origin.has(to) || gone.has(from)) continue;
    origin.set(to, from);
    gone.add(from);
  }
  return pairs.flatMap((pair) => {
    if (pair.to === null) return pair.from !== null && gone.has(pair.from) ? [] : [pair];
    const from = pair.from ?? origin.get(pair.to);
    return from === undefined || pair.from !== null ? [pair] : [{ from, to: pair.to, moved: true }];
  });
}

function long(paragraph: string | undefined): boolean {
  return paragraph !== undefined && paragraph.length >= MIN_MOVED;
}

function gramsOf(paragraph: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let i = 1; i < Math.min(paragraph.length, MAX_COMPARED); i++) grams.add(paragraph.slice(i - 1, i + 1));
  return grams;
}

function dice(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}
