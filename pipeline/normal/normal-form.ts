import {
  canonicalCode,
  invisibleLength,
  isBlank,
  isDigit,
  isHan,
  isInvisible,
  isLineBreak,
  isSentenceEnd,
} from './characters.ts';
import { isBrokenLine, skipFurniture } from './lines.ts';
import { endsSentence, insideNumber, isApart } from './mend-numbers.ts';
import { pinyinEnd } from './pinyin.ts';

/** A text as the readers see it, and the way back to the text as it was published. */
export interface NormalForm {
  readonly text: string;
  readonly original: string;
  /** Offset in the original of the character at `index`; the original's length for the end. */
  toOriginal(index: number): number;
  /** Offset in the normal form of the first character at or behind `index` of the original that was kept. */
  toNormal(index: number): number;
}

const NEWLINE = 0x0a;
/** Characters of the next line that tell whether it begins something. */
const LOOK_AHEAD = 5;
const STRAIGHT_QUOTE = 0x22;
const FULL_WIDTH_STOP = 0xff0e;
const STOP = 0x3002;
/** 計畫 is 计划, while 繪畫 is 绘画: the one character of plans that its neighbour decides. */
const PAINTED = 0x756b;
const PLANNED = 0x5212;
const PLANNING = '计规企筹策擘区';

/**
 * Bring a text into the one form all reading happens on, and keep the way back.
 *
 * Published texts mix scripts and widths, carry pinyin (务(wù)), blanks between characters, and lines broken by a
 * page. Grammar over all of that would be grammar nobody can read; rewriting the text would lose the quote. So each
 * kept character remembers where it stood. One pass, typed arrays: 5 MB take a fraction of a second.
 *
 * `toNormal(toOriginal(i)) === i` for every i, and both are monotone.
 */
export function normalForm(original: string): NormalForm {
  if (latest?.original !== original) latest = makeNormalForm(original);
  return latest;
}

/** An article is looked at as plan, read, and searched for plans it names, one after another: the last form is kept. */
let latest: NormalForm | null = null;

function makeNormalForm(original: string): NormalForm {
  const codes = new Uint16Array(original.length);
  const origin = new Uint32Array(original.length + 1);
  let length = 0;
  let quoteOpen = false;
  let lineStart = 0;
  let at = 0;
  const keep = (code: number, from: number) => {
    codes[length] = code;
    origin[length++] = from;
  };
  while (at < original.length) {
    const raw = original.charCodeAt(at);
    const last = length === 0 ? NEWLINE : (codes[length - 1] ?? NEWLINE);
    const nothing = invisibleLength(original, at);
    if (nothing > 0) {
      at += nothing;
    } else if (isLineBreak(raw)) {
      const next = skipFurniture(original, at);
      if (!isBrokenLine(codes.subarray(lineStart, length), original.slice(next, next + LOOK_AHEAD))) {
        if (last !== NEWLINE) keep(NEWLINE, at);
        lineStart = length;
        quoteOpen = false;
      }
      at = next;
    } else if (isBlank(raw)) {
      let end = at + 1;
      while (
        end < original.length &&
        (isBlank(original.charCodeAt(end)) || isInvisible(original.charCodeAt(end)))
      )
        end++;
      if (end - at > 1 && isSentenceEnd(last) && end < original.length) {
        // Paragraphs that a page has run together keep their indent: …意见。　　一、工作回顾.
        keep(NEWLINE, at);
        lineStart = length;
        quoteOpen = false;
      } else if (isHan(last) && pinyinEnd(original, end) > end) end = pinyinEnd(original, end);
      else if (last !== NEWLINE && !closesUp(last, original.charCodeAt(end), end - at)) {
        if (!isApart(original, at, end)) keep(0x20, at);
      }
      at = end;
    } else {
      const skipped = isHan(last) ? pinyinEnd(original, at) : at;
      if (skipped > at) at = skipped;
      else {
        let code = canonicalCode[raw] ?? raw;
        if (code === STRAIGHT_QUOTE) {
          quoteOpen = !quoteOpen;
          code = quoteOpen ? 0x201c : 0x201d;
        }
        if (raw === PAINTED && PLANNING.includes(String.fromCharCode(last))) code = PLANNED;
        if (raw === FULL_WIDTH_STOP && endsSentence(last, original, at + 1)) code = STOP;
        keep(isDigit(last) ? insideNumber(code, original, at + 1) : code, at);
        at++;
      }
    }
  }
  origin[length] = original.length;
  // TextDecoder would replace half characters, which pages have.
  const text = Buffer.from(codes.buffer, 0, 2 * length).toString('utf16le');
  return {
    text,
    original,
    toOriginal: (index) => origin[Math.max(0, Math.min(index, length))] ?? original.length,
    toNormal: (index) => lowerBound(origin, length, index),
  };
}

/** Whether a blank between two characters is typesetting (城 镇, 5 %) and not a separation (PM 2.5, two columns). */
function closesUp(before: number, rawAfter: number, width: number): boolean {
  const after = canonicalCode[rawAfter] ?? 0;
  if (Number.isNaN(rawAfter) || width > 2) return Number.isNaN(rawAfter);
  const cjk = (code: number) =>
    isHan(code) || (code >= 0x3001 && code <= 0x303f) || code >= 0xff00 || code === 0x25;
  const quote = (code: number) => code === 0x201c || code === 0x201d || code === 0x2014;
  const glue = (code: number) => cjk(code) || quote(code);
  if (glue(before) && glue(after)) return true;
  return (isDigit(before) && glue(after)) || (glue(before) && isDigit(after));
}

function lowerBound(sorted: Uint32Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
