import { canonicalCode, invisibleLength, isBlank, isDigit, isHan, isLineBreak } from './characters.ts';
import { pinyinEnd } from './pinyin.ts';
import { scriptClasses } from './script-classes.ts';

/** “ ” ‘ ’ " ' ` « » ‹ ›, and what the canonical code makes one of them. */
const QUOTES: ReadonlySet<number> = new Set([...'“”‘’"\'`´«»‹›'].map((sign) => sign.charCodeAt(0)));
const TAB = 0x09;
const SPACE = 0x20;

/**
 * What must differ between two texts for one to be a new version of the other: all but script, width, white space, quotes,
 * pinyin and what has no width.
 *
 * Looser than the normal form, which keeps what a reader must see (quotes, lines) and what grammar needs (著 in 著名), and
 * stricter in one thing: white space between two digits counts, since cells of `1` and `5` are not `15`, and no line is
 * passed over as a page number.
 */
export function versionKey(text: string): string {
  const classOf = scriptClasses();
  const codes = new Uint16Array(2 * text.length);
  let length = 0;
  let apart = false;
  for (let at = 0; at < text.length; ) {
    const raw = text.charCodeAt(at);
    const last = codes[length - 1] ?? 0;
    const code = canonicalCode[raw] ?? raw;
    const nothing = invisibleLength(text, at);
    const behind = nothing === 0 && isHan(last) ? pinyinEnd(text, at) : at + nothing;
    if (behind > at) {
      at = behind;
      continue;
    }
    at++;
    if (isBlank(raw) || raw === TAB || isLineBreak(raw) || QUOTES.has(code)) {
      apart = true;
      continue;
    }
    if (apart && isDigit(last) && isDigit(code)) codes[length++] = SPACE;
    apart = false;
    codes[length++] = classOf[code] ?? code;
  }
  return new TextDecoder('utf-16le').decode(codes.subarray(0, length)).normalize('NFC');
}
