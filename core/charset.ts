import { isAscii, isUtf8 } from 'node:buffer';

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
  readonly from: 'override' | 'header' | 'meta';
}

/** The standard looks at 1,024 bytes; real pages put scripts first, and browsers then reload. */
const META_BYTES = 8192;
/** A wrong label shows in the first half megabyte or not at all. */
const PROBE_BYTES = 524_288;
/** More bytes than this beyond ASCII do not form UTF-8 by chance. */
const MANY = 24;
/** One broken advertisement must not change the encoding of a page; one error in 500 bytes is no accident. */
const TOLERATED = 1 / 500;

/**
 * Turn the bytes of a page into text, by the order of the WHATWG standard: byte order mark, override, header,
 * meta, then detection. A label that the bytes contradict gives way to the encoding they do fit, since pages
 * labelled UTF-8 that are GBK (and the reverse) are common; gb2312 and gbk mean gb18030, ISO-8859-1 means
 * nothing on a page with Chinese in it.
 *
 * @returns the text without byte order mark; `errors` above 0 means that some of it was lost
 * @source https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array, options: DecodeOptions = {}): DecodedHtml {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked, 'bom');
  const declared = declaredEncoding(bytes, options);
  if (declared?.from === 'override') return decodeAs(bytes, declared.encoding, 'override');
  const encoding = declared?.encoding ?? null;
  if (encoding !== null && isAscii(bytes)) return decodeAs(bytes, encoding, declared?.from ?? 'meta');
  const probe = bytes.subarray(0, PROBE_BYTES);
  const valid = isUtf8(bytes);
  const fitting = fittingEncoding(valid, probe, encoding);
  const from = fitting === encoding && declared !== null ? declared.from : 'detected';
  return decodeAs(bytes, fitting, from, valid);
}

/** What is declared, unless the bytes contradict it. `valid`: they are UTF-8. */
function fittingEncoding(valid: boolean, probe: Uint8Array, declared: string | null): string {
  const single = declared === null || SINGLE_BYTE.test(declared);
  if (valid) {
    // A handful of GBK characters may happen to be UTF-8 too (the two bytes of 联 are), a text never is.
    return single || declared === 'utf-8' || highBytes(probe) > MANY ? 'utf-8' : declared;
  }
  if (!single && errorRate(probe, declared) <= TOLERATED) return declared;
  return detect(probe, declared);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array, options: DecodeOptions): Declared | null {
  const override = canonical(options.override);
  if (override !== null) return { encoding: override, from: 'override' };
  const header = canonical(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(options.contentType ?? '')?.[1]);
  if (header !== null) return { encoding: header, from: 'header' };
  const meta = canonical(metaLabel(bytes));
  // A page whose ASCII tags could be read is not UTF-16, whatever it says.
  if (meta !== null) return { encoding: meta.startsWith('utf-16') ? 'utf-8' : meta, from: 'meta' };
  return null;
}

/** The label of the first meta tag (or XML declaration) that gives one; comments are passed over. */
function metaLabel(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES)).replace(/<!--.*?-->/gs, '');
  for (const [tag] of head.matchAll(/<(?:meta|\?xml)\s[^>]{0,500}>/gi)) {
    const label = /(?:charset|encoding)\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag)?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}

/** A label as the decoder knows it; null for none, for a typing error, and for x-user-defined. */
function canonical(label: string | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' || encoding === 'gb2312' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

/** Labels that fit any bytes and so say nothing on a page with Chinese in it. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|macintosh|koi8|ibm866|x-mac|x-user-defined)/;

/** The encoding the bytes fit best: UTF-8 if they are, else of the Chinese ones the most ordinary text. */
function detect(probe: Uint8Array, declared: string | null): string {
  if (errorRate(probe, 'utf-8') <= TOLERATED) return 'utf-8';
  let best = declared ?? 'windows-1252';
  let bestScore = declared === null || SINGLE_BYTE.test(declared) ? 0.3 : score(probe, declared);
  for (const encoding of ['gb18030', 'big5', 'utf-8']) {
    const own = score(probe, encoding);
    if (own > bestScore) {
      best = encoding;
      bestScore = own;
    }
  }
  return best;
}

/** How ordinary the text is when read so, minus what breaks. */
function score(probe: Uint8Array, encoding: string): number {
  return commonShare(decodeProbe(probe, encoding)) - 20 * errorRate(probe, encoding);
}

/**
 * Of the characters beyond ASCII, the share that stands in ordinary running Chinese: the hundred or so
 * commonest characters make up about half of any text, in either script, but hardly any of a text misread.
 */
function commonShare(text: string): number {
  let wide = 0;
  let common = 0;
  for (const char of text) {
    if (char < '\u0080') continue;
    wide++;
    if (COMMON.has(char)) common++;
  }
  return wide === 0 ? 0 : (common / wide) * 2;
}

const COMMON = new Set(
  '的一是不了在人有我他这这個个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传師师们時國會來說這個為後發經進現過開實長與對還們點無體問當業產將動，。、：；！？“”　',
);

function errorRate(probe: Uint8Array, encoding: string): number {
  const broken = countReplaced(decodeProbe(probe, encoding));
  // The probe may end inside a character.
  return Math.max(0, broken - 1) / Math.max(1, highBytes(probe));
}

function decodeProbe(probe: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(probe);
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

function decodeAs(bytes: Uint8Array, encoding: string, from: EncodingFrom, valid = false): DecodedHtml {
  const text = new TextDecoder(encoding).decode(bytes);
  // A replacement character that the page itself has was lost before it was published.
  const errors = encoding === 'utf-8' && valid ? 0 : countReplaced(text);
  return { text, encoding, from, errors };
}
