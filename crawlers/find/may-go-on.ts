import iconv from 'iconv-lite';

/** What a link to the next page of an article is called, or the script that makes it. */
const WORDS = ['下', '下一', '后', '后一', '後', '後一'].flatMap((next) => [`${next}页`, `${next}頁`]);
const ASCII_WORDS = /next|createPage/i;
/** Encodings of Chinese pages whose ASCII is ASCII. */
const ENCODINGS = ['utf-8', 'gb18030', 'big5'];
/** UTF-16 shows in the first bytes: every other one is zero. */
const LOOK = 256;

const ENCODED_WORDS = new RegExp(
  [...new Set(ENCODINGS.flatMap((encoding) => WORDS.flatMap((word) => bytesOf(word, encoding))))].join('|'),
);

/** The bytes of a word as a pattern for a text with a character for each byte; none where the encoding lacks the word. */
function bytesOf(word: string, encoding: string): string[] {
  const bytes = iconv.encode(word, encoding);
  if (iconv.decode(bytes, encoding) !== word) return [];
  return [[...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')];
}

/**
 * Whether a page may have a word that leads to its next part, told from its bytes: most pages have none, and are then not decoded
 * for it, which takes twice as long.
 *
 * @param bytes of a page in any encoding of the web, a character for each
 */
export function mayGoOn(bytes: string): boolean {
  return bytes.slice(0, LOOK).includes('\0') || ASCII_WORDS.test(bytes) || ENCODED_WORDS.test(bytes);
}
