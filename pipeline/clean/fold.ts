import { canonicalCode, isHan } from '../normal/characters.ts';

const PINYIN = /(?<=\p{Script=Han})[(（][a-zà-ǜ]{1,6}[)）]/giu;
const WIDE = /[^\0-\u00ff]/;

/**
 * A short line as the phrase grammar reads it: full-width signs narrowed, traditional characters simplified, pinyin
 * in brackets and all white space gone, lower case. `責任編輯：张(zhāng)三` becomes `责任编辑:张三`. Text without any
 * wide character keeps its spaces.
 */
export function fold(text: string): string {
  if (!WIDE.test(text)) return text.toLowerCase();
  return simplify(text.normalize('NFKC').replace(PINYIN, '').replace(/\s+/g, '').toLowerCase());
}

/** Only letters and digits, folded: what two printings of one title have in common. */
export function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Traditional characters as simplified ones, one for one; everything else as it is. */
export function simplify(text: string): string {
  let simple = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    simple += isHan(code) ? String.fromCharCode(canonicalCode[code] ?? code) : text.charAt(at);
  }
  return simple;
}

/** Whether a text was spun by a machine that notes the reading behind characters, as in 轉(zhuǎn)換. */
export function isSpun(text: string): boolean {
  return PINYIN_WITH_TONE.test(text);
}

const PINYIN_WITH_TONE = /\p{Script=Han}[(（][a-z]{0,4}[à-ǜ][a-z]{0,3}[)）]/u;
