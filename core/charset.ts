import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { canonicalLabel, headerLabel, metaLabel } from './encoding-label.ts';
import { countReplaced, fits, isRatherUtf8, likelyEncoding, saysNothing } from './likely-encoding.ts';

/** Where the encoding of a page was learnt. */
export type EncodingFrom = 'bom' | 'override' | 'header' | 'meta' | 'detected';

/** A page as text. */
export interface DecodedHtml {
  readonly text: string;
  /** Canonical lower-case name, such as `utf-8`, `gb18030`, `big5`. */
  readonly encoding: string;
  readonly from: EncodingFrom;
  /** Replacement characters that decoding put in: 0 for a page that fits its encoding. */
  readonly errors: number;
}

/** What is known of the encoding beside the bytes. */
export interface DecodeOptions {
  /** The Content-Type header as sent. */
  readonly contentType?: string | null;
  /** What the operator says; wins over everything but a byte order mark. */
  readonly override?: string | null;
}

interface Declared {
  readonly encoding: string;
  readonly from: 'bom' | 'override' | 'header' | 'meta';
}

/** A wrong label shows in the first half megabyte or not at all. */
const PROBE_BYTES = 524_288;

/**
 * Turn the bytes of a page into text, by the order of the WHATWG standard: byte order mark, override, header,
 * meta, then detection. A label that the bytes contradict gives way to the encoding they do fit, since pages
 * labelled UTF-8 that are GBK (and the reverse) are common; gb2312 and gbk mean gb18030, ISO-8859-1 means
 * nothing on a page with Chinese in it.
 *
 * @returns the text without byte order mark; `errors` above 0 means that some of it was lost. Whether it is a text at all,
 * tells garbled.ts
 * @source https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array, options: DecodeOptions = {}): DecodedHtml {
  const declared = declaredEncoding(bytes, options);
  if (declared?.from === 'override') return decodeAs(bytes, declared.encoding, 'override');
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide, declared?.encoding === wide ? declared.from : 'detected');
  // A page whose ASCII tags can be read is not UTF-16, whatever it says.
  const encoding = declared?.encoding.startsWith('utf-16') ? 'utf-8' : (declared?.encoding ?? null);
  if (encoding !== null && isAscii(bytes)) return decodeAs(bytes, encoding, declared?.from ?? 'meta');
  const valid = isUtf8(bytes);
  const fitting = fittingEncoding(valid, bytes.subarray(0, PROBE_BYTES), encoding);
  const from = fitting === encoding && declared !== null ? declared.from : 'detected';
  return decodeAs(bytes, fitting, from, valid);
}

/** What is declared, unless the bytes contradict it. `valid`: they are UTF-8. */
function fittingEncoding(valid: boolean, probe: Uint8Array, declared: string | null): string {
  if (valid) {
    // A handful of GBK characters may happen to be UTF-8 too (the two bytes of 联 are), a text never is.
    const other = declared !== null && declared !== 'utf-8' && !saysNothing(declared) ? declared : null;
    return other === null || isRatherUtf8(probe, other) ? 'utf-8' : other;
  }
  return declared !== null && !saysNothing(declared) && fits(probe, declared)
    ? declared
    : likelyEncoding(probe, declared);
}

function declaredEncoding(bytes: Uint8Array, options: DecodeOptions): Declared | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return { encoding: mark, from: 'bom' };
  const override = canonicalLabel(options.override);
  if (override !== null) return { encoding: override, from: 'override' };
  const header = canonicalLabel(headerLabel(options.contentType));
  if (header !== null) return { encoding: header, from: 'header' };
  const meta = canonicalLabel(metaLabel(bytes));
  return meta === null ? null : { encoding: meta, from: 'meta' };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 by its mark, or by its tags: every other byte of them is zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return mark === 'utf-8' ? null : mark;
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 20 || Math.min(even, odd) > Math.max(even, odd) / 10) return null;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

const PRIVATE_USE = /[\uE000-\uF8FF]/;
const UTF8_MARK = [0xef, 0xbb, 0xbf];

function decodeAs(bytes: Uint8Array, encoding: string, from: EncodingFrom, valid = false): DecodedHtml {
  const marked = encoding !== 'utf-8' && UTF8_MARK.every((byte, at) => bytes[at] === byte);
  const own = marked ? bytes.subarray(UTF8_MARK.length) : bytes;
  const plain = new TextDecoder(encoding).decode(own);
  // The decoder at hand knows Big5 without the characters of Hong Kong, which the standard means by the name.
  const text =
    encoding === 'big5' && PRIVATE_USE.test(plain) ? iconv.decode(Buffer.from(own), 'big5hkscs') : plain;
  // A replacement character that the page itself has was lost before it was published.
  const errors = encoding === 'utf-8' && valid ? 0 : countReplaced(text);
  return { text, encoding, from, errors };
}
