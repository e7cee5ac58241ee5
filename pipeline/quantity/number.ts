import { readChinese } from './chinese.ts';
import { isOver, readScales, scaleAt } from './scales.ts';

/**
 * A number as written: digits × 10^exponent, so that 1.3万 is 13 × 10³ and never 13000.000000000002.
 * `over` is true where 多, 余 or 来 say that it is somewhat more.
 */
export interface NumberReading {
  readonly digits: bigint;
  readonly exponent: number;
  readonly end: number;
  readonly over: boolean;
  /** Power of ten of the last scale word (万 is 4), 0 where there is none. */
  readonly scale: number;
  /** Written with Chinese numerals only. */
  readonly chinese: boolean;
  /** A scale word without a number before it: 百亿, 万. */
  readonly bare: boolean;
}

/** No plan needs more digits; what is longer is a serial number or an attack, and arithmetic on it is not free. */
const MAX_DIGITS = 30;

/**
 * The number that begins at an offset, or null.
 *
 * Reads digits (1,269.5), Chinese numerals (一千二百万), and mixtures (1.3万, 2万5千, 3500多亿). Does not read years,
 * dates or ordinals as such: the caller knows what stands around it.
 */
export function readNumber(text: string, at: number): NumberReading | null {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39 ? readMixed(text, at) : readChinese(text, at);
}

/** Where a run of digits, commas and points that begins at `at` ends, however long. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigitAt(text, end)) end++;
  return end;
}

function readMixed(text: string, at: number): NumberReading | null {
  const first = readScaled(text, at);
  if (first === null) return null;
  let { digits, exponent, end, over, scale } = first;
  // 2万5千, 5亿1万4千, 3万4000, 1万零500: smaller parts go on, each with a scale of its own; 1.3万 3 would be two numbers.
  while (scale > 0 && exponent >= 0) {
    const gap = text[end] === '零' ? 1 : 0;
    const part = isDigitAt(text, end + gap) ? readScaled(text, end + gap) : null;
    if (part === null || part.exponent < 0 || !goesOn(text, end + gap, part, scale - gap)) break;
    digits = digits * 10n ** BigInt(exponent) + part.digits * 10n ** BigInt(part.exponent);
    exponent = 0;
    end = part.end;
    scale = part.scale;
    over ||= part.over;
  }
  return { digits, exponent, end, over, scale, chinese: false, bare: false };
}

/**
 * Whether a part belongs to the number before it: one of a smaller scale, or as many bare digits as that scale has
 * places; behind 零 fewer, for which the caller gives the scale less one.
 */
function goesOn(
  text: string,
  at: number,
  part: Omit<NumberReading, 'chinese' | 'bare'>,
  scale: number,
): boolean {
  if (part.scale > 0) return part.scale < scale;
  const digits = digitsEnd(text, at) - at;
  const fits = text[at - 1] === '零' ? digits <= scale : digits === scale;
  return part.exponent === 0 && fits && text[part.end] !== '年';
}

/** Digits with the scale words behind them, and 多 or 余 before or after those: 3500多万, 5千余. */
function readScaled(text: string, at: number): Omit<NumberReading, 'chinese' | 'bare'> | null {
  const decimal = readSection(text, at) ?? readDecimal(text, at);
  if (decimal === null) return null;
  const before = isOver(text, decimal.end) ? 1 : 0;
  const scales = readScales(text, decimal.end + before + (isColloquial(text, decimal.end) ? 1 : 0));
  const after = isOver(text, scales.end) ? 1 : 0;
  // 5千多万: the word may stand between two scales.
  const rest = after === 1 ? readScales(text, scales.end + 1) : { power: 0, end: scales.end };
  return {
    digits: decimal.digits,
    exponent: decimal.exponent + scales.power + rest.power,
    end: rest.end,
    over: before + after > 0,
    scale: rest.power || scales.power,
  };
}

/** 1千2百 of 1千2百万, 1百5十: what counts a larger scale, or has tens; 1千2百 by itself is read part by part. */
function readSection(text: string, at: number): { digits: bigint; exponent: number; end: number } | null {
  const [written = '', thousands, hundreds, tens, ones] =
    /^(?:(\d)千)?(?:(\d)百)?(?:(\d)十)?(?:(\d)(?![\d.,十百千]))?/.exec(text.slice(at, at + 9)) ?? [];
  const parts = [thousands, hundreds, tens, ones].filter((part) => part !== undefined);
  const end = at + written.length;
  if (parts.length < 2 || (tens === undefined && scaleAt(text, end) < 4)) return null;
  const digits = [thousands, hundreds, tens, ones].map((part) => part ?? '0').join('');
  return { digits: BigInt(digits), exponent: 0, end };
}

/** 500个亿 is said for 500亿; 5个亿元项目 are five. */
function isColloquial(text: string, at: number): boolean {
  return /^个亿(?![元级吨斤人户美欧千百量])/.test(text.slice(at, at + 3));
}

function readDecimal(text: string, at: number): { digits: bigint; exponent: number; end: number } | null {
  let end = digitsEnd(text, at);
  if (end === at || end - at > MAX_DIGITS) return null;
  let written = text.slice(at, end);
  // 1,200 and, behind a word, 1 200.
  const grouping = text[end] === ' ' && end - at < 4 && /[一-鿿]/.test(text[at - 1] ?? '') ? ' ' : ',';
  while (text[end] === grouping && digitsEnd(text, end + 1) === end + 4) {
    written += text.slice(end + 1, end + 4);
    end += 4;
    if (written.length > MAX_DIGITS) return null;
  }
  if (text[end] !== '.' || !isDigitAt(text, end + 1)) return { digits: BigInt(written), exponent: 0, end };
  const fractionEnd = digitsEnd(text, end + 1);
  if (fractionEnd - end > MAX_DIGITS) return null;
  const fraction = text.slice(end + 1, fractionEnd);
  return { digits: BigInt(written + fraction), exponent: -fraction.length, end: fractionEnd };
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** 4个半小时: half a unit more, said between the number and its unit; the number itself where there is none. */
export function withHalf(text: string, number: NumberReading): NumberReading {
  if (number.exponent !== 0 || !/^个半(?:小时|钟头)/.test(text.slice(number.end, number.end + 4)))
    return number;
  return { ...number, digits: number.digits * 10n + 5n, exponent: -1, end: number.end + 2 };
}

/** The value as a number: the nearest one there is, since it is parsed from its decimal form. */
export function numberOf(reading: { readonly digits: bigint; readonly exponent: number }): number {
  return Number(`${reading.digits}e${reading.exponent}`);
}
