import { digitsEnd, readNumber } from './number.ts';

const STARTS: ReadonlySet<number> = new Set(
  [...'0123456789〇零一二两三四五六七八九十百千万亿半翻倍过壹贰叁肆伍陆柒捌玖拾'].map((c) => c.charCodeAt(0)),
);

/** Whether a number may begin with a character, by its code. */
export function isNumeral(code: number): boolean {
  return STARTS.has(code);
}

/** A row of numerals longer than this is no number; it is passed over as a whole, so that it is looked at once. */
export const LONGEST_NUMERAL = 60;

/** Where a row of numerals ends. */
export function numeralsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && STARTS.has(text.charCodeAt(end))) end++;
  return end;
}

/** Length of the stretches whose numbers are counted before they are read. */
export const WINDOW = 2048;

/** More numbers than a third of the characters: a table that lost its words, or an attack. */
const CROWDED = WINDOW / 3;

/** Whether a stretch of text holds so many numbers that it says nothing of any of them. */
export function isCrowded(text: string, from: number, to: number): boolean {
  let numbers = 0;
  let inside = false;
  for (let at = from; at < Math.min(to, text.length); at++) {
    const numeral = STARTS.has(text.charCodeAt(at));
    if (numeral && !inside) numbers++;
    inside = numeral;
  }
  return numbers > CROWDED;
}

/** Behind a number that is none of ours, so that its tail is not read as another: 2025年, 13188780372. */
export function skipNumber(text: string, at: number): number {
  const end = digitsEnd(text, at);
  if (end > at) {
    let tail = end;
    while (
      (text[tail] === '.' || text[tail] === ',' || text[tail] === ':') &&
      digitsEnd(text, tail + 1) > tail + 1
    ) {
      tail = digitsEnd(text, tail + 1);
    }
    return tail;
  }
  return Math.max(readNumber(text, at)?.end ?? 0, at + 1);
}
