import { type Amount, bounded, type Found, type Quantity } from './bounds.ts';
import { readFraction, readMultiple } from './fractions.ts';
import { fits, isCode, isFree, isVague, mayStandAlone } from './guards.ts';
import { type NumberReading, numberOf, readNumber, withHalf } from './number.ts';
import { isCrowded, isNumeral, LONGEST_NUMERAL, numeralsEnd, skipNumber, WINDOW } from './runs.ts';
import { readRange, readSeries, readShareRange, readShares, readTenthsRange } from './several.ts';
import { unitAt } from './units.ts';

/**
 * Every quantity of a text in normal form, in order.
 *
 * Left out are numbers that count nothing: years, dates, ordinals, codes, slogans (1+9), names (5G), titles in 《》.
 * Each character is looked at a bounded number of times, so cost is linear in the text's length.
 */
export function readQuantities(text: string): readonly Quantity[] {
  const quantities: Quantity[] = [];
  let titleClose = -1;
  let window = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (at >= window) {
      window = at + WINDOW;
      if (isCrowded(text, at, window)) at = window;
    } else if (code === TITLE_OPEN) {
      if (titleClose < at) titleClose = closeOf(text, at);
      at = titleClose - at < LONGEST_TITLE ? titleClose + 1 : at + 1;
    } else if (!isNumeral(code)) {
      at++;
    } else {
      const run = numeralsEnd(text, at);
      const read = run - at > LONGEST_NUMERAL ? null : quantityAt(text, at);
      if (read !== null) quantities.push(...read.quantities);
      const end = run - at > LONGEST_NUMERAL ? run : skipNumber(text, at);
      at = read === null ? end : Math.max(read.end, at + 1);
    }
  }
  return quantities;
}

const TITLE_OPEN = '《'.charCodeAt(0);

/** Where the title that opens at `at` closes; the text's length if nowhere, so that nobody looks again. */
function closeOf(text: string, at: number): number {
  const close = text.indexOf('》', at);
  return close < 0 ? text.length : close;
}

/** Longest title; an unclosed 《 must not swallow the rest of the text. */
const LONGEST_TITLE = 120;

function quantityAt(text: string, at: number): Found | null {
  const multiple = readMultiple(text, at);
  if (multiple !== null) return single(text, at, multiple);
  if (!isFree(text, at)) return null;
  const fraction = readFraction(text, at);
  if (fraction !== null) return readShareRange(text, at, fraction) ?? single(text, at, fraction);
  const number = readNumber(text, at);
  if (number === null || isVague(text, at, number)) return null;
  return (
    readShares(text, at, number) ??
    readSeries(text, at, number) ??
    readRange(text, at, number) ??
    readTenthsRange(text, at, number) ??
    readPlain(text, at, withHalf(text, number))
  );
}

/** A number that stands for itself, with unit and bounds. */
function readPlain(text: string, at: number, number: NumberReading): Found | null {
  if (isRatio(text, at, number))
    return bounded(text, at, number.end + 2, {
      value: numberOf(number),
      value2: null,
      unit: null,
      over: false,
      chinese: false,
    });
  if (isCode(text, number.end)) return null;
  const unit = unitAt(text, number.end);
  const unitEnd = number.end + (unit?.length ?? 0);
  if (unit === null && !mayStandAlone(text, at, number)) return null;
  if (unit !== null && !fits(text, at, number, unit, unitEnd)) return null;
  // 同比-0.3%, 由负0.3%: a rate below nothing, where 下降0.3% would have said so.
  const negative = unit?.kind === 'share' && /[一-鿿]-$|负$/.test(text.slice(Math.max(0, at - 2), at));
  return bounded(text, negative ? at - 1 : at, unitEnd, {
    value: negative ? -numberOf(number) : numberOf(number),
    value2: null,
    unit,
    over: number.over,
    chinese: number.chinese,
  });
}

/** 收入比降至1.9:1 is the number before the colon. */
function isRatio(text: string, at: number, number: NumberReading): boolean {
  return (
    /^:1(?![0-9:.])/.test(text.slice(number.end, number.end + 3)) && /[至到达为在于]/.test(text[at - 1] ?? '')
  );
}

function single(text: string, at: number, read: Amount & { readonly end: number }): Found {
  return bounded(text, at, read.end, read);
}
