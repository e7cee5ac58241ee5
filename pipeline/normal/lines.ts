import { isBlank, isDigit, isHan, isInvisible } from './characters.ts';

/** A line without a full stop that is shorter than this may be a heading, commas or not. */
const SHORTEST_BROKEN_LINE = 30;

/** Longest line that can be a page number: — 12 — or 第 12 页 共 40 页. */
const LONGEST_FURNITURE = 16;

/** A number between dashes, with 页, or of how many; -5, — and 15 in two cells, and 5 alone are values. */
const PAGE_NUMBER =
  /^(?:[-—–─·]+ ?\d{1,4} ?[-—–─·]+|[-—–─· ]*(?:第 ?)?\d{1,4} ?页(?: ?[/／,，]? ?共 ?\d{1,4} ?页?)?[-—–─· ]*|\d{1,4} ?[/／] ?(?:共 ?)?\d{1,4} ?页?)$/;

/** Sentence ends, closing quotes and brackets, colons: what a whole line may end with. */
const LINE_ENDS = new Set([...'。！？；：…”』」）)》】.!?;:|'].map((c) => c.charCodeAt(0)));
const COMMAS = new Set([...'，、'].map((c) => c.charCodeAt(0)));
const PARTS = new Set([...'，；'].map((c) => c.charCodeAt(0)));
const STOP = '。'.charCodeAt(0);
const PERCENT = '%'.charCodeAt(0);
const TAB = '\t'.charCodeAt(0);
const BAR = '|'.charCodeAt(0);

/** 一、, （一） and 1. begin a heading, which is a line of its own. */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、])/;
/** What a new paragraph or heading begins with although it might go on: 一是, 第二, 各位代表, 1.. */
const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}(?:、|是|要|（)|第[一二三四五六七八九十]|各位|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:[.、．）](?!\d)|[\s|]))/;
/** Signs that no line begins with unless it was broken. */
const NEVER_FIRST = /^(?:[，。、；：！？）》”％%‰]|\.\d)/;
/** What may go on in a broken line: words, numbers, quotations. */
/** The scale of a number whose digits end the line before; 万元 begins lines of tables. */
const SCALE = /^(?:[万亿](?!元[A-Z\u4e00-\u9fff])|个百分点)/;
/** Shortest line that a number's scale may be broken off; a cell of a table holds less. */
const SHORTEST_WITH_NUMBER = 10;
const CAPITAL = /^[A-Z]/;
const GOES_ON = /^[\u3007\u4e00-\u9fff\d“《（]/;

/**
 * Offset of the next line that says something, from a line break on: blank lines and page numbers are passed over.
 *
 * @param at offset of a line break
 * @returns offset of that line's first character that is not a blank, or the text's length
 */
export function skipFurniture(text: string, at: number): number {
  let next = skipSpace(text, at);
  for (;;) {
    const lineEnd = endOfShortLine(text, next);
    if (lineEnd < 0) return next;
    const line = text
      .slice(next, lineEnd)
      .replace(/[ \u00a0\u3000]+/g, ' ')
      .trimEnd();
    if (!PAGE_NUMBER.test(line)) return next;
    next = skipSpace(text, lineEnd);
  }
}

/**
 * Whether a line was broken by the page and goes on in the next one.
 *
 * @param next the first characters of that line
 */
export function isBrokenLine(line: Uint16Array, next: string): boolean {
  if (line.length === 0 || next === '') return false;
  if (NEVER_FIRST.test(next)) return true;
  const last = line[line.length - 1] ?? 0;
  if (isDigit(last) && line.length >= SHORTEST_WITH_NUMBER && SCALE.test(next)) return !line.includes(TAB);
  // GD|P
  const cut = CAPITAL.test(next) && CAPITAL.test(String.fromCharCode(last));
  if (!(cut || GOES_ON.test(next)) || BEGINS.test(next)) return false;
  const open = cut || isHan(last) || isDigit(last) || COMMAS.has(last) || last === PERCENT;
  // Rows of a table, whose cells are parted by tabs or bars, never go on.
  if (LINE_ENDS.has(last) || !open || line.includes(TAB) || line.includes(BAR)) return false;
  if (line.includes(STOP)) return true;
  const heading = HEADING.test(String.fromCharCode(...line.subarray(0, 6)));
  return !heading && line.length >= SHORTEST_BROKEN_LINE && line.some((code) => PARTS.has(code));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d || code === 0x09 || code === 0x2028 || code === 0x2029) at++;
    else if (isBlank(code) || isInvisible(code)) at++;
    else break;
  }
  return at;
}

function endOfShortLine(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_FURNITURE);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return limit === text.length ? limit : -1;
}
