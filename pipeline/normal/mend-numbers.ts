import { canonicalCode, isDigit, isHan } from './characters.ts';

const STOP = 0x3002;
const MIDDLE_DOT = 0xb7;
const POINT = 0x2e;
/** What is left of a rate behind its point. */
const RATE = /^[\d０-９]{1,2} ?[%％﹪]/;

/** The code of a sign behind a digit: in 1,269 and 9:30 comma and colon are part of the number, not punctuation. */
export function insideNumber(code: number, original: string, next: number): number {
  const digit = (at: number) => isDigit(canonicalCode[original.charCodeAt(at)] ?? 0);
  if (code === 0xff1a && digit(next)) return 0x3a;
  // 5·5% and 5。5% of scans: nothing else stands so between the digits of a rate.
  if ((code === MIDDLE_DOT || code === STOP) && RATE.test(original.slice(next, next + 4))) return POINT;
  return code === 0xff0c && digit(next) && digit(next + 1) && digit(next + 2) && !digit(next + 3)
    ? 0x2c
    : code;
}

/** What is left of a large number behind its point; at the head of a line the point numbers an item: 1. 6万亩农田. */
const LARGE = /^[\d０-９]{1,2}[万亿]/;

/** How far around a blank is looked at. */
const APART = 16;

/**
 * Whether a blank stands inside a number that a scan has pulled apart: 5 . 5%, 5. 5%, 2 0 2 6 年, and 1 2 0 where the
 * words before are apart too. Elsewhere two numbers side by side are two.
 */
export function isApart(text: string, at: number, end: number): boolean {
  if (end - at > 1) return false;
  const before = text.slice(Math.max(0, at - APART), at);
  const behind = text.slice(end, end + APART);
  if (/[\d０-９]$/.test(before) && /^[.．] ?[\d０-９]/.test(behind)) return true;
  if (/[\d０-９] [.．]$/.test(before) && /^[\d０-９]/.test(behind)) return true;
  if (/[一-鿿] ?[\d０-９]{1,3}[.．]$/.test(before) && RATE.test(behind)) return true;
  if (/[一-鿿][\d０-９]{1,3}[.．]$/.test(before) && LARGE.test(behind)) return true;
  if (!/[\d０-９]$/.test(before) || !/^[\d０-９](?![\d０-９])/.test(behind)) return false;
  if (/[一-鿿] [一-鿿](?: [\d０-９])+$/.test(before)) return true;
  const digits = /(?:^|[^\d０-９])((?:[\d０-９] ){0,3}[\d０-９])$/.exec(before)?.[1] ?? '';
  return YEAR.test(`${digits} ${behind}`);
}

const YEAR = /^[2２] ?[0０] ?[\d０-９] [\d０-９] ?年/;

/** ．typed for 。: behind a word and before the next, and not in 一．工作 or ３．５. */
export function endsSentence(last: number, original: string, next: number): boolean {
  return (
    isHan(last) &&
    !NUMERALS.includes(String.fromCharCode(last)) &&
    !/^[\dA-Za-z０-９]/.test(original.slice(next, next + 1))
  );
}

const NUMERALS = '一二三四五六七八九十〇零';
