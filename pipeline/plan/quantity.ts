import type { Comparator } from '../../core/plan.ts';
import { type ComparatorWord, comparatorBefore, comparatorBehind } from './quantity-comparators.ts';
import { readFraction, readMultiple } from './quantity-fractions.ts';
import { fits, isCode, isFree, isVague, mayStandAlone } from './quantity-guards.ts';
import { type NumberReading, numberOf, readNumber, withHalf } from './quantity-number.ts';
import { isCrowded, isNumeral, LONGEST_NUMERAL, numeralsEnd, skipNumber, WINDOW } from './quantity-runs.ts';
import { type Unit, unitAt } from './quantity-units.ts';

/** A number with its unit and bound, as it stands in a text in normal form. */
export interface Quantity {
  /** From the comparator before it to the one behind it. */
  readonly start: number;
  readonly end: number;
  /** The number alone, without comparators, and behind its unit. */
  readonly numberStart: number;
  readonly unitEnd: number;
  readonly value: number;
  readonly value2: number | null;
  readonly unit: Unit | null;
  readonly comparator: Comparator;
  /** Written with Chinese numerals only (三个), where slogans and list counts are common. */
  readonly chinese: boolean;
}

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

interface Found {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

function quantityAt(text: string, at: number): Found | null {
  const multiple = readMultiple(text, at);
  if (multiple !== null) return single(text, at, multiple);
  if (!isFree(text, at)) return null;
  const fraction = readFraction(text, at);
  if (fraction !== null) return single(text, at, fraction);
  const number = readNumber(text, at);
  if (number === null || isVague(text, at, number)) return null;
  return (
    readShares(text, at, number) ?? readRange(text, at, number) ?? readPlain(text, at, withHalf(text, number))
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
  // 同比-0.3%: a rate below nothing, where 下降0.3% would have said so.
  const negative = unit?.kind === 'share' && /[一-鿿]-$/.test(text.slice(Math.max(0, at - 2), at));
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
    /^:1(?![0-9:.])/.test(text.slice(number.end, number.end + 3)) && /[至到为在于]/.test(text[at - 1] ?? '')
  );
}

/** a–b with every dash, 至 and 到: the second number gives the unit, and the scale where the first has none. */
function readRange(text: string, at: number, first: NumberReading): Found | null {
  const firstUnit = unitAt(text, first.end);
  const dashAt = first.end + (firstUnit?.length ?? 0);
  const dash = /[-—~至到]/.test(text[dashAt] ?? '') ? (text.startsWith('——', dashAt) ? 2 : 1) : 0;
  if (dash === 0 || number2(text, dashAt + dash) === null) return null;
  const second = number2(text, dashAt + dash);
  if (second === null || second.chinese !== first.chinese) return null;
  const unit = unitAt(text, second.end);
  if (unit === null || (firstUnit !== null && firstUnit.name !== unit.name)) return null;
  if (unit.kind === 'time' && unit.name === '年') return null;
  const high = numberOf(second);
  const plain = numberOf(first);
  const shared = numberOf({ digits: first.digits, exponent: first.exponent + second.scale });
  const low = first.scale === 0 && firstUnit === null && second.scale > 0 && shared < high ? shared : plain;
  // 从75%到100% is a change, and 20-10 is none either.
  if (low >= high || /[从由自]$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  const unitEnd = second.end + unit.length;
  const found = bounded(text, at, unitEnd, {
    value: low,
    value2: high,
    unit,
    over: false,
    chinese: first.chinese,
  });
  return found;
}

function number2(text: string, at: number): NumberReading | null {
  const number = isNumeral(text.charCodeAt(at)) ? readNumber(text, at) : null;
  return number === null || number.bare ? null : number;
}

/** 8.7:48.5:42.8 is the shares of a whole, each a percentage, if they make up a hundred. */
function readShares(text: string, at: number, first: NumberReading): Found | null {
  const parts: { start: number; number: NumberReading }[] = [{ start: at, number: first }];
  let end = first.end;
  while (text[end] === ':' && parts.length < 5) {
    const number = readNumber(text, end + 1);
    if (number === null) return null;
    parts.push({ start: end + 1, number });
    end = number.end;
  }
  const sum = parts.reduce((total, { number }) => total + numberOf(number), 0);
  if (parts.length < 3 || Math.abs(sum - 100) > 0.5) return null;
  const unit: Unit = { name: '%', kind: 'share', length: 0 };
  return {
    end,
    quantities: parts.map(({ start, number }) => ({
      start,
      end: number.end,
      numberStart: start,
      unitEnd: number.end,
      value: numberOf(number),
      value2: null,
      unit,
      comparator: '=',
      chinese: false,
    })),
  };
}

interface Amount {
  readonly value: number;
  readonly value2: number | null;
  readonly unit: Unit | null;
  readonly over: boolean;
  readonly chinese: boolean;
}

function single(text: string, at: number, read: Amount & { readonly end: number }): Found {
  return bounded(text, at, read.end, read);
}

const WITHIN: ComparatorWord = { comparator: '<=', length: 1 };

/** Attach the comparators that stand right before and behind. */
function bounded(text: string, at: number, unitEnd: number, amount: Amount): Found {
  const before = comparatorBefore(text, at);
  // A time has its bound in 内 alone: 压缩到3个工作日内.
  const within =
    amount.unit?.kind === 'time' && /^内(?:$|[，。；、）])/.test(text.slice(unitEnd, unitEnd + 2));
  const behind = within ? WITHIN : comparatorBehind(text, unitEnd);
  const { value, value2, unit, chinese } = amount;
  const over = amount.over ? '>' : '=';
  const comparator = value2 === null ? (before?.comparator ?? behind?.comparator ?? over) : 'range';
  const end = unitEnd + (behind?.length ?? 0);
  const start = at - (before?.length ?? 0);
  return {
    end,
    quantities: [{ start, end, numberStart: at, unitEnd, value, value2, unit, comparator, chinese }],
  };
}
