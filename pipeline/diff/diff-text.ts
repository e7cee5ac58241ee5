import { diffArrays } from 'diff';
import type { DiffPart } from '../../core/change.ts';
import { readable } from './readable.ts';
import { tokensOf } from './tokens.ts';

export interface DiffOptions {
  /** Milliseconds the comparison may take, about. Default 300. What does not fit is shown as replaced. */
  readonly timeoutMs?: number;
}

/**
 * Edits squared that one level tells apart in a millisecond, on a small machine.
 *
 * The cost of a diff grows with the square of its edits, so time is spent by counting edits. A clock would give a busy
 * machine another diff of the same two texts than an idle one.
 */
const EDITS_SQUARED_PER_MS = 7000;
/** So many edits are always looked for: they cost nothing worth saving. */
const MIN_EDITS = 60;

/** A stretch that differs is cut into words only up to this many characters, both sides together. */
const MAX_WORDED = 60_000;

/** Paragraphs first, then sentences of what differs, then words: each level sees only what the last left open. */
const LEVELS: readonly ((text: string) => string[])[] = [
  (text) => text.match(/[^\n]*\n|[^\n]+/g) ?? [],
  (text) => text.match(/[^。；！？]*[。；！？]|[^。；！？]+/g) ?? [],
  (text) => (text.length > MAX_WORDED ? [text] : tokensOf(text)),
];

/**
 * What a reader sees crossed out and underlined between two states of a text.
 *
 * Numbers with unit and bound, 《titles》 and document numbers change as a whole; Chinese is compared by words. Joining
 * `same` and `removed` gives the old text, `same` and `added` the new, exactly. The cost is bounded: where two texts
 * have too little in common to tell in time, the stretch is given as replaced.
 */
export function diffText(before: string, after: string, options: DiffOptions = {}): DiffPart[] {
  const effort = ((options.timeoutMs ?? 300) * EDITS_SQUARED_PER_MS) / (before.length + after.length + 1);
  return readable(refine(before, after, 0, effort));
}

/**
 * The parts of one stretch, cut as `level` says and, where it differs, as the levels below do.
 *
 * @param effort edits squared for each character
 */
function refine(before: string, after: string, level: number, effort: number): DiffPart[] {
  if (before === after) return [{ kind: 'same', text: before }];
  const cut = LEVELS[level];
  if (cut === undefined || before === '' || after === '') {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const maxEditLength = Math.max(MIN_EDITS, Math.floor(Math.sqrt((before.length + after.length) * effort)));
  const edits = diffArrays(cut(before), cut(after), { maxEditLength });
  const below = (old: string, young: string): DiffPart[] => refine(old, young, level + 1, effort);
  if (edits === undefined) return below(before, after);
  const parts: DiffPart[] = [];
  let [removed, added] = ['', ''];
  for (const edit of edits) {
    const text = edit.value.join('');
    if (edit.removed) removed += text;
    else if (edit.added) added += text;
    else {
      for (const part of below(removed, added)) parts.push(part);
      parts.push({ kind: 'same', text });
      [removed, added] = ['', ''];
    }
  }
  return [...parts, ...below(removed, added)];
}
