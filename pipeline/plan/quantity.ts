import type { Comparator } from '../../core/plan.ts';
import { comparatorBefore, comparatorBehind } from './quantity-comparators.ts';
import { readFraction, readMultiple } from './quantity-fractions.ts';
import { digitsEnd, type NumberReading, numberOf, readNumber } from './quantity-number.ts';
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
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === TITLE_OPEN) {
      if (titleClose < at) titleClose = closeOf(text, at);
      at = titleClose - at < LONGEST_TITLE ? titleClose + 1 : at + 1;
    } else if (!STARTS.has(code)) {
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

/** A row of numerals longer than this is no number; it is passed over as a whole, so that it is looked at once. */
const LONGEST_NUMERAL = 60;

function numeralsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && STARTS.has(text.charCodeAt(end))) end++;
  return end;
}

const STARTS: ReadonlySet<number> = new Set(
  [...'0123456789〇零一二两三四五六七八九十百千万亿半翻倍过壹贰叁肆伍陆柒捌玖拾'].map((c) => c.charCodeAt(0)),
);

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
  return readShares(text, at, number) ?? readRange(text, at, number) ?? readPlain(text, at, number);
}

/** A number that stands for itself, with unit and bounds. */
function readPlain(text: string, at: number, number: NumberReading): Found | null {
  if (isCode(text, number.end)) return null;
  const unit = unitAt(text, number.end);
  const unitEnd = number.end + (unit?.length ?? 0);
  if (unit === null && !mayStandAlone(text, at, number)) return null;
  if (unit !== null && !fits(text, at, number, unit, unitEnd)) return null;
  const value = numberOf(number);
  return bounded(text, at, unitEnd, {
    value,
    value2: null,
    unit,
    over: number.over,
    chinese: number.chinese,
  });
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
  const number = STARTS.has(text.charCodeAt(at)) ? readNumber(text, at) : null;
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

/** Attach the comparators that stand right before and behind. */
function bounded(text: string, at: number, unitEnd: number, amount: Amount): Found {
  const before = comparatorBefore(text, at);
  const behind = comparatorBehind(text, unitEnd);
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

/** Whether nothing before a number makes it part of a name, a code, an ordinal or a slogan. */
function isFree(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (/[A-Za-z0-9第几+.·×_/@#*№]/.test(before)) return false;
  // 前三名 is a rank; 目前3家 and 年底前100家 are not.
  if (before === '前') return /[目底月日年之以]/.test(text[at - 2] ?? '');
  if (before === '-' && /[A-Za-z0-9]/.test(text[at - 2] ?? '')) return false;
  return true;
}

/** Whether what follows a number makes it part of a code: 5G, 2+4, 3·15, 2022-07-12, 1/2号. */
function isCode(text: string, end: number): boolean {
  const next = text[end] ?? '';
  if (/[+·×_@]/.test(next)) return true;
  if (/[A-Za-z]/.test(next)) return unitAt(text, end) === null;
  return (next === '-' || next === ':' || next === '.' || next === '/') && /[0-9]/.test(text[end + 1] ?? '');
}

/** 十几, 数百, 三四个: nobody can compare with them. */
function isVague(text: string, at: number, number: NumberReading): boolean {
  if (text[number.end] === '几') return true;
  // 大陆架 and 队伍 are no sixes and fives.
  if (number.end - at === 1 && /[壹贰叁肆伍陆柒捌玖拾]/.test(text[at] ?? '')) return true;
  if ((number.bare || text[at] === '十') && /[数上成]/.test(text[at - 1] ?? '')) return true;
  return (
    number.chinese && number.scale === 0 && number.end - at > 1 && !text.slice(at, number.end).includes('点')
  );
}

/** A number without a unit says something only if it is large or decimal: 减少6800多万, 缩小至2.12. */
function mayStandAlone(text: string, at: number, number: NumberReading): boolean {
  if (number.bare) return false;
  if (/[年月日号时点届版期楼路线级型代环第]/.test(text[number.end] ?? '')) return false;
  if (number.scale >= 4) return true;
  return number.exponent < 0 && /[到至为达比]$/.test(text.slice(Math.max(0, at - 1), at));
}

/** Whether number and unit belong together: 千家万户, 三年, 一个 and 5年 are turns of speech, times or dates. */
function fits(text: string, at: number, number: NumberReading, unit: Unit, unitEnd: number): boolean {
  const next = text[unitEnd] ?? '';
  if (next === '级' || next === '强') return false;
  if (unit.kind === 'time' && number.chinese) return false;
  if (unit.name === '年' && (isYear(number, at) || /[底初末度代前来]/.test(next))) {
    return number.end - at < 4 && number.exponent < 0;
  }
  if (number.chinese && number.end - at === 1 && text[at] === '一')
    return /^(?:以上|以内|以下)/.test(text.slice(unitEnd, unitEnd + 2));
  if (unit.name === '元' && number.chinese && number.scale === 0) return false;
  if (number.bare && unit.name === '岁') return false;
  // 万元生产总值用水量 is a rate; 万元以上 and 百万吨 are sizes.
  if (number.bare && number.scale === 4 && number.end - at === 1 && unitEnd === number.end + unit.length) {
    return comparatorBefore(text, at) !== null || comparatorBehind(text, unitEnd) !== null;
  }
  if (number.bare) return unit.kind === 'measure' || comparatorBefore(text, at) !== null;
  if (unit.name === '个' && /[月年]/.test(next)) return false;
  // 6个1推进体系 is a slogan; 100个5亿元项目 is not.
  if (unit.kind === 'count' && /[0-9]/.test(next)) return readRate(text, unitEnd);
  return true;
}

/** 2025, 二〇二五 and 95 before 年 are dates, 11.3 is not. */
function isYear(number: NumberReading, at: number): boolean {
  const length = number.end - at;
  return number.exponent === 0 && (length === 4 || length === 2);
}

/** Whether the number at an offset has a unit or a scale of its own. */
function readRate(text: string, at: number): boolean {
  const number = readNumber(text, at);
  return number !== null && (number.scale > 0 || unitAt(text, number.end) !== null);
}

/** Behind a number that is none of ours, so that its tail is not read as another: 2025年, 13188780372. */
function skipNumber(text: string, at: number): number {
  const end = digitsEnd(text, at);
  if (end > at) {
    let tail = end;
    while (
      (text[tail] === '.' || text[tail] === ',' || text[tail] === ':') &&
      digitsEnd(text, tail + 1) > tail + 1
    ) {
      tail = digitsEnd(text, tail + 1);
    }
    return tail;
  }
  return Math.max(readNumber(text, at)?.end ?? 0, at + 1);
}
