import { bounded, type Found, type Quantity } from './bounds.ts';
import { type PartReading, readFraction } from './fractions.ts';
import { isAngle } from './guards.ts';
import { type NumberReading, numberOf, readNumber } from './number.ts';
import { isNumeral } from './runs.ts';
import { type Unit, unitAt } from './units.ts';

/** a–b with every dash, 至 and 到: the second number gives the unit, and the scale where the first has none. */
export function readRange(text: string, at: number, first: NumberReading): Found | null {
  const firstUnit = unitAt(text, first.end);
  const dashAt = first.end + (firstUnit?.length ?? 0);
  const secondAt = behindDash(text, dashAt);
  const second = secondAt === null ? null : number2(text, secondAt);
  if (second === null || second.chinese !== first.chinese) return null;
  const unit = unitAt(text, second.end);
  if (unit === null || (firstUnit !== null && firstUnit.name !== unit.name)) return null;
  if (unit.kind === 'time' && unit.name === '年') return null;
  const high = numberOf(second);
  const plain = numberOf(first);
  const shared = numberOf({ digits: first.digits, exponent: first.exponent + second.scale });
  const low = first.scale === 0 && firstUnit === null && second.scale > 0 && shared < high ? shared : plain;
  // 20-10 is no range either.
  if (low >= high || isChange(text, at)) return null;
  const unitEnd = second.end + unit.length;
  if (isAngle(text, at, unitEnd)) return null;
  const found = bounded(text, at, unitEnd, {
    value: low,
    value2: high,
    unit,
    over: false,
    chinese: first.chinese,
  });
  return found;
}

/** 百分之五至百分之六, 百分之五到六, 七成至八成: a range of parts of a whole. */
export function readShareRange(text: string, at: number, first: PartReading): Found | null {
  const secondAt = behindDash(text, first.end);
  if (secondAt === null || isChange(text, at)) return null;
  const second = readFraction(text, secondAt) ?? shortEnd(text, at, secondAt, first);
  if (second === null || second.unit.name !== first.unit.name || first.value >= second.value) return null;
  return bounded(text, at, second.end, { ...second, value: first.value, value2: second.value, over: false });
}

/** 六到七成. */
export function readTenthsRange(text: string, at: number, first: NumberReading): Found | null {
  const secondAt = behindDash(text, first.end);
  const second = secondAt === null || first.scale > 0 ? null : readFraction(text, secondAt);
  const low = 10 * numberOf(first);
  if (second === null || text[second.end - 1] !== '成' || low >= second.value) return null;
  return bounded(text, at, second.end, { ...second, value: low, value2: second.value, over: false });
}

/** The six of 百分之五到六, where it counts nothing of its own. */
function shortEnd(text: string, at: number, secondAt: number, first: PartReading): PartReading | null {
  const number = text.startsWith('百分之', at) ? number2(text, secondAt) : null;
  if (number === null || unitAt(text, number.end) !== null) return null;
  return { ...first, value: numberOf(number), end: number.end };
}

/** 从75%到100% is a change and no range. */
function isChange(text: string, at: number): boolean {
  return /[从由自]$/.test(text.slice(Math.max(0, at - 1), at));
}

/** Where the second number of a range begins: behind a dash of any make, 至, 到, or 一 that was scanned for one; null for none. */
function behindDash(text: string, at: number): number | null {
  const dash = /^(?: ?[-—~]{1,2} ?|[至到]|一(?=\d))/.exec(text.slice(at, at + 4))?.[0];
  return dash === undefined ? null : at + dash.length;
}

function number2(text: string, at: number): NumberReading | null {
  const number = isNumeral(text.charCodeAt(at)) ? readNumber(text, at) : null;
  return number === null || number.bare ? null : number;
}

/** 8.7:48.5:42.8 is the shares of a whole, each a percentage, if they make up a hundred. */
export function readShares(text: string, at: number, first: NumberReading): Found | null {
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

/** Longest series of numbers under one unit. */
const LONGEST_SERIES = 12;

/** 分别达到300、200、100万亩: those that 分别 deals out have the unit of the last, and its scale where that brings them nearer. */
export function readSeries(text: string, at: number, first: NumberReading): Found | null {
  if (
    first.chinese ||
    !/[、和及与]/.test(text[first.end] ?? '') ||
    !/分别[^，。；\n]{0,12}$/.test(text.slice(Math.max(0, at - 16), at))
  )
    return null;
  const items = [{ start: at, number: first }];
  for (let end = first.end; items.length < LONGEST_SERIES; ) {
    const last = /[、和及与]/.test(text[end] ?? '') ? number2(text, end + 1) : null;
    if (last === null || last.chinese) return null;
    const unit = unitAt(text, last.end);
    if (unit !== null)
      return { end: end + 1, quantities: items.flatMap((item) => dealt(text, item, last, unit)) };
    items.push({ start: end + 1, number: last });
    end = last.end;
  }
  return null;
}

function dealt(
  text: string,
  { start, number }: { readonly start: number; readonly number: NumberReading },
  last: NumberReading,
  unit: Unit,
): readonly Quantity[] {
  const plain = numberOf(number);
  const scaled = numberOf({ digits: number.digits, exponent: number.exponent + last.scale });
  const far = (value: number) => Math.abs(Math.log(value / numberOf(last)));
  const value = number.scale === 0 && far(scaled) < far(plain) ? scaled : plain;
  return bounded(text, start, number.end, { value, value2: null, unit, over: number.over, chinese: false })
    .quantities;
}
