import { CHINESE_COMMON } from '../../../core/likely-encoding.ts';

/** Fewer Chinese characters than this say nothing of what is ordinary. */
const FEW = 100;
/** Common characters are 0.40 of any real article at least (either script, 51 measured), and 0.22 at most of one misread. */
const LEAST_COMMON = 0.15;
/** Share of the letters that may be lost before a text is no text. */
const MOST_LOST = 0.02;

/**
 * Why a text cannot be what somebody wrote; null if it can. Pages read in a wrong encoding look like this, and so do those
 * that were misread before they were published.
 */
export function whyGarbled(text: string): string | null {
  const letters = text.replace(/\s+/g, '').length;
  if (lostIn(text) > MOST_LOST * letters)
    return `${lostIn(text)} of ${letters} characters were lost in decoding`;
  if (countOf(text, LATIN_PAIRS) > 0.1 * letters)
    return 'its letters are bytes of UTF-8 read as Western ones';
  const han = text.match(HAN) ?? [];
  const common = han.filter((character) => CHINESE_COMMON.has(character)).length;
  if (han.length >= FEW && common < LEAST_COMMON * han.length)
    return `hardly any of its ${han.length} Chinese characters are common ones`;
  return null;
}

/** Places of a text where characters were lost before it was read, or by reading it. */
export function lostIn(text: string): number {
  return countOf(text, LOST);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const HAN = /\p{Script=Han}/gu;
/**
 * Replacement characters, also as a system of GBK shows two of them; control characters; and characters of private use between
 * letters or digits, which only the site's own font can show. At the start of a line they are bullets of Word.
 */
const LOST =
  /\uFFFD|锟斤拷|[\u0001-\u0008\u000E-\u001F\u007F-\u009F]|(?<=[\p{L}\d])[\uE000-\uF8FF]+(?=[\p{L}\d%])/gu;
/** The two or three bytes of a character of UTF-8, each shown as a Western letter or sign. */
const LATIN_PAIRS = /[Â-ô][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;
