/** How much a text says, independent of script. */
export interface Measure {
  /** One for a CJK character, about 0.4 for a Latin letter or digit: an English and a Chinese sentence weigh alike. */
  readonly weight: number;
  /** Sentence ends. Navigation has none, articles do; they tell more than words. */
  readonly stops: number;
  readonly commas: number;
  /** Characters that are not white space. */
  readonly length: number;
}

/** Weigh a text and count its sentence ends, commas and characters, in one pass. */
export function measure(text: string): Measure {
  let weight = 0;
  let stops = 0;
  let commas = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (isWord(code)) weight += 0.4;
      else if (code === 0x20) spaces++;
      else if (code === 0x2e || code === 0x3f || code === 0x21) {
        // `3.5` and `www.gov.cn` have dots, but no sentence ends there.
        if (!isWord(text.charCodeAt(at + 1))) stops++;
      } else if (code === 0x2c || code === 0x3b) commas++;
    } else if (code < 0x2000) weight += 0.4;
    else if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff0e) stops++;
    else if (code === 0xff0c || code === 0x3001 || code === 0xff1b) commas++;
    else if (code >= 0x3040) weight += 1;
    else if (code === 0x3000) spaces++;
  }
  const length = text.length - spaces;
  return { weight: length > LONG ? Math.max(weight, LEAST_OF_LONG * length) : weight, stops, commas, length };
}

/** A line of so many signs is not short, though signs weigh nothing: what reads short lines took seconds for five million. */
const LONG = 1000;
const LEAST_OF_LONG = 0.2;

function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Text as a reader sees it: no control or zero-width characters, each run of white space one space. */
export function tidy(text: string): string {
  let tidied = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isGap(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < text.length && isGap(text.charCodeAt(end))) end++;
    // A single space is as it should be, and most gaps are one.
    if (end === at + 1 && text.charCodeAt(at) === SPACE && at > 0 && end < text.length) continue;
    tidied += text.slice(from, at);
    if (at > 0 && end < text.length) tidied += oneSpace(text, at, end);
    from = end;
    at = end - 1;
  }
  return from === 0 ? text : tidied + text.slice(from);
}

const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether a character is white space or cannot be seen: controls, soft hyphen, zero width, marks of direction. */
function isGap(code: number): boolean {
  if (code < 0x7f) return code <= SPACE;
  if (code > WIDE_SPACE) return code === BYTE_ORDER_MARK || code >= 0xfffe;
  return isSpaceBeyondAscii(code) || code === 0x7f || code === 0xad || UNSEEN.has(code);
}

const UNSEEN: ReadonlySet<number> = new Set([0x200b, 0x200e, 0x200f, 0x2060]);

function isSpaceBeyondAscii(code: number): boolean {
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code <= 0x202f) return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f;
  return code === 0x205f || code === WIDE_SPACE;
}

/** What a reader sees of a gap between words: a wide space, a space, or nothing. */
function oneSpace(text: string, from: number, to: number): string {
  let space = '';
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // The wide space between 第一条 and its text is the writer's, so it stays wide.
    if (code === WIDE_SPACE) return '\u3000';
    if (code === SPACE || (code >= 0x09 && code <= 0x0d) || isSpaceBeyondAscii(code)) space = ' ';
  }
  return space;
}

/** Length without white space. */
export function bareLength(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) length--;
  }
  return length;
}
