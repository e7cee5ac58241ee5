/** What a page is made of, told in order as offsets into it. */
export interface TagListener {
  readonly onText: (start: number, end: number) => void;
  /** @returns the name, for the few elements whose content has no tags */
  readonly onOpenName: (start: number, end: number) => string;
  /** An attribute of the tag just named; without a value, both offsets of it are the end of its name. */
  readonly onAttribute: (name: number, nameEnd: number, value: number, valueEnd: number) => void;
  /** The tag is at its end, and whether a slash stands there. */
  readonly onOpenEnd: (slash: boolean) => void;
  readonly onClose: (start: number, end: number) => void;
}

/**
 * Divide a page into tags and text.
 *
 * It goes from mark to mark with `indexOf`; a state machine that looks at each character, as htmlparser2's does, took
 * a fifth of the whole extraction. Comments, declarations and tags cut off by the end of the page are left out. Linear:
 * every search either moves on to what it found or ends the page.
 *
 * @source https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function scanTags(html: string, listener: TagListener): void {
  const { length } = html;
  let at = 0;
  while (at < length) {
    let mark = html.indexOf('<', at);
    while (mark >= 0 && !opensMarkup(html.charCodeAt(mark + 1))) mark = html.indexOf('<', mark + 1);
    const textEnd = mark < 0 ? length : mark;
    if (textEnd > at) listener.onText(at, textEnd);
    if (mark < 0) return;
    at = readMarkup(html, mark, listener);
    if (at < 0) return;
  }
}

const TAB = 0x09;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 0x0d && code !== 0x0b);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}

function opensMarkup(code: number): boolean {
  return isLetter(code) || code === SLASH || code === EXCLAMATION || code === QUESTION;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

/** @returns where it ends; -1 if the page ends before */
function readMarkup(html: string, mark: number, listener: TagListener): number {
  const code = html.charCodeAt(mark + 1);
  if (code === SLASH) return readClosing(html, mark + 2, listener);
  if (isLetter(code)) return readOpening(html, mark + 1, listener);
  if (html.startsWith('!--', mark + 1)) return behindComment(html, mark);
  return html.startsWith('![CDATA[', mark + 1) ? behind(html, ']]>', mark + 9) : behind(html, '>', mark + 2);
}

/** `<!-->` is a whole comment, and `--!>` ends one too. */
function behindComment(html: string, mark: number): number {
  COMMENT_END.lastIndex = mark + 2;
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : -1;
}

const COMMENT_END = /--!?>/g;

/** Where a text found from an index on ends; -1 if it is not there. */
function behind(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from);
  return at < 0 ? -1 : at + text.length;
}

function readClosing(html: string, from: number, listener: TagListener): number {
  const start = skipSpace(html, from);
  if (!isLetter(html.charCodeAt(start))) return behind(html, '>', start);
  const close = html.indexOf('>', start);
  if (close < 0) return -1;
  let end = start + 1;
  while (!endsName(html.charCodeAt(end))) end++;
  listener.onClose(start, end);
  return close + 1;
}

function readOpening(html: string, start: number, listener: TagListener): number {
  const { length } = html;
  let end = start + 1;
  while (end < length && !endsName(html.charCodeAt(end))) end++;
  const name = listener.onOpenName(start, end);
  let slash = false;
  let at = end;
  while (at < length) {
    const code = html.charCodeAt(at);
    if (code === GREATER) {
      listener.onOpenEnd(slash);
      return slash || !RAW.has(name) ? at + 1 : readRaw(html, at + 1, name, listener);
    }
    if (isSpace(code)) at++;
    else if (code === SLASH) {
      slash = true;
      at++;
    } else {
      slash = false;
      at = readAttribute(html, at, listener);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** @returns where the value ends, or the name if it has none; -1 if a quote is left open */
function readAttribute(html: string, name: number, listener: TagListener): number {
  const { length } = html;
  let nameEnd = name + 1;
  for (; nameEnd < length; nameEnd++) {
    const code = html.charCodeAt(nameEnd);
    if (code === EQUALS || endsName(code)) break;
  }
  const sign = skipSpace(html, nameEnd);
  if (html.charCodeAt(sign) !== EQUALS) {
    listener.onAttribute(name, nameEnd, nameEnd, nameEnd);
    return sign;
  }
  const value = skipSpace(html, sign + 1);
  const quote = html.charCodeAt(value);
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    const valueEnd = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", value + 1);
    if (valueEnd < 0) return -1;
    listener.onAttribute(name, nameEnd, value + 1, valueEnd);
    return valueEnd + 1;
  }
  let valueEnd = value;
  for (; valueEnd < length; valueEnd++) {
    const code = html.charCodeAt(valueEnd);
    if (code === GREATER || isSpace(code)) break;
  }
  listener.onAttribute(name, nameEnd, value, valueEnd);
  return valueEnd;
}

/** @returns where the end tag begins; -1 if the page ends before */
function readRaw(html: string, from: number, name: string, listener: TagListener): number {
  let at = html.indexOf('</', from);
  while (at >= 0 && !isEndOf(name, html, at + 2)) at = html.indexOf('</', at + 2);
  const end = at < 0 ? html.length : at;
  if (end > from) listener.onText(from, end);
  return at;
}

function isEndOf(name: string, html: string, from: number): boolean {
  const end = from + name.length;
  // In this order: most end tags within scripts are of other elements.
  return endsName(html.charCodeAt(end)) && html.slice(from, end).toLowerCase() === name;
}

/** Elements whose content has no tags in it. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
