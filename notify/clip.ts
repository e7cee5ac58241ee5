import type { DiffPart } from '../core/change.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Text on one line: line breaks, tabs and control characters become spaces, invisible direction marks go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}

/**
 * The beginning of a text, on one line, with an ellipsis where it was cut; never through the middle of a character.
 *
 * @param length in characters as a reader counts them
 */
export function clip(text: string, length: number): string {
  // A reader's character is at most some dozen code units; cutting first keeps a 5 MB title cheap.
  const line = oneLine(text.slice(0, length * 20));
  if (line.length <= length && text.length <= length * 20) return line;
  let end = 0;
  let count = 0;
  // Segments come one by one: what lies behind the cut is not looked at.
  for (const { index } of segmenter.segment(line)) {
    if (count === length - 1) end = index;
    if (count === length) return `${line.slice(0, end)}…`;
    count++;
  }
  return line;
}

const AROUND = 36;
const LONGEST_PART = 240;

function keepEnd(text: string): string {
  const line = oneLine(text.slice(-AROUND * 4));
  return text.length > AROUND ? `…${Array.from(line).slice(-AROUND).join('')}` : line;
}

function keepStart(text: string): string {
  return text.length > AROUND ? clip(text, AROUND) : oneLine(text);
}

const MAX_PARTS = 24;

function excerpt({ kind, text }: DiffPart, index: number, last: number): DiffPart {
  if (kind !== 'same') return { kind, text: clip(text, LONGEST_PART) };
  if (index === 0) return { kind, text: keepEnd(text) };
  if (index === last) return { kind, text: keepStart(text) };
  if (text.length <= 2 * AROUND) return { kind, text: oneLine(text) };
  return { kind, text: `${keepStart(text)}${keepEnd(text).replace(/^…/, '')}` };
}

/** A changed paragraph with its unchanged stretches shortened: what changed stays, with some words around it. */
export function excerptParts(parts: readonly DiffPart[]): DiffPart[] {
  const shown = parts.slice(0, MAX_PARTS).map((part, index) => excerpt(part, index, parts.length - 1));
  return parts.length > MAX_PARTS ? [...shown, { kind: 'same', text: '…' }] : shown;
}
