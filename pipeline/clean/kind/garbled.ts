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
  const lost = lostIn(text);
  const pairs = countOf(text, LATIN_PAIRS);
  const letters = lost + pairs === 0 ? 0 : text.replace(/\s+/g, '').length;
  if (lost > MOST_LOST * letters) return `${lost} of ${letters} characters were lost in decoding`;
  if (pairs > 0.1 * letters) return 'its letters are bytes of UTF-8 read as Western ones';
  const common = commonIn(text);
  // Enough of all characters is enough of the Chinese ones, which take longer to count.
  if (common >= LEAST_COMMON * text.length) return null;
  const han = countOf(text, HAN);
  if (han >= FEW && common < LEAST_COMMON * han)
    return `hardly any of its ${han} Chinese characters are common ones`;
  return null;
}

/** Places of a text where characters were lost before it was read, or by reading it. */
export function lostIn(text: string): number {
  return MAYBE_LOST.test(text) ? countOf(text, LOST) : 0;
}

/** How many of its characters are common Chinese ones, all of which are one unit long. */
function commonIn(text: string): number {
  let common = 0;
  for (let at = 0; at < text.length; at++) if (COMMON.has(text.charCodeAt(at))) common++;
  return common;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const HAN = /\p{Script=Han}/gu;
/** Without the signs that are common too. */
const COMMON = new Set(
  [...CHINESE_COMMON]
    .join('')
    .match(HAN)
    ?.map((character) => character.charCodeAt(0)),
);
/**
 * Replacement characters, also as a system of GBK shows two of them; control characters; and characters of private use between
 * letters or digits, which only the site's own font can show. At the start of a line they are bullets of Word.
 */
const LOST =
  /\uFFFD|锟斤拷|[\u0001-\u0008\u000E-\u001F\u007F-\u009F]|(?<=[\p{L}\d])[\uE000-\uF8FF]+(?=[\p{L}\d%])/gu;
/** A character of each, and quick to look for: nearly all texts have none. */
const MAYBE_LOST = /[\uFFFD锟\u0001-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF]/;
/** The two or three bytes of a character of UTF-8, each shown as a Western letter or sign. */
const LATIN_PAIRS = /[Â-ô][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;
