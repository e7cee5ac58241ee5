import { canonicalCode, isHan } from '../normal/characters.ts';
import type { Line } from './tree/line.ts';

const PINYIN = /(?<=\p{Script=Han})[(（][a-zà-ǜ]{1,6}[)）]/giu;
const WIDE = /[^\0-\u00ff]/;
const SPACE = /\s/;
const SPACES = /\s+/g;
/** Characters that NFKC may change; running Chinese without its full-width signs has none. */
const COMPATIBLE = /[^\0-\u007f\u3001\u3002\u3007-\u3011\u4e00-\u9fff\u2018-\u201d]/;

/**
 * A short line as the phrase grammar reads it: full-width signs narrowed, traditional characters simplified, pinyin
 * in brackets and all white space gone, lower case. `責任編輯：张(zhāng)三` becomes `责任编辑:张三`. Text without any
 * wide character keeps its spaces.
 */
export function fold(text: string): string {
  if (!WIDE.test(text)) return text.toLowerCase();
  let narrow = COMPATIBLE.test(text) ? text.normalize('NFKC') : text;
  if (SPACE.test(narrow)) narrow = narrow.replace(SPACES, '');
  if (narrow.includes('(')) narrow = narrow.replace(PINYIN, '');
  return simplify(narrow.toLowerCase());
}

/** Longer lines are no phrases, however little they weigh. */
const LONGEST_PHRASE = 400;

/**
 * A text as the phrase grammar reads it: folded, and empty if it is too long to be a phrase. The grammar backtracks
 * over repeated signs, which weigh nothing: unbounded, sixty thousand brackets took minutes.
 */
export function foldPhrase(text: string): string {
  return text.length > LONGEST_PHRASE ? '' : fold(text);
}

/** A line as the phrase grammar reads it, folded but once. */
export function phraseOf({ text, asked }: Pick<Line, 'text' | 'asked'>): string {
  asked.phrase ??= foldPhrase(text);
  return asked.phrase;
}

/** Only letters and digits, folded: what two printings of one title have in common. */
export function bare(text: string): string {
  return fold(text).replace(NO_LETTER, '');
}

/** One at a time: a run of five million of them overflows the stack of the engine. */
const NO_LETTER = /[^\p{L}\p{N}]/gu;

/** Traditional characters as simplified ones, one for one; everything else as it is. */
export function simplify(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (simpleCode(text, at) !== text.charCodeAt(at)) return rewritten(text, at);
  return text;
}

function rewritten(text: string, from: number): string {
  let simple = text.slice(0, from);
  for (let at = from; at < text.length; at++) simple += String.fromCharCode(simpleCode(text, at));
  return simple;
}

function simpleCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return isHan(code) ? (canonicalCode[code] ?? code) : code;
}

/** Whether a text was spun by a machine that notes the reading behind characters, as in 轉(zhuǎn)換. */
export function isSpun(text: string): boolean {
  return PINYIN_WITH_TONE.test(text);
}

const PINYIN_WITH_TONE = /\p{Script=Han}[(（][a-z]{0,4}[à-ǜ][a-z]{0,3}[)）]/u;
