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

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 };

/** No plan needs more digits; what is longer is a serial number or an attack, and arithmetic on it is not free. */
const MAX_DIGITS = 30;

/** 千 before these is part of the unit: 千瓦, 千克, 千米. */
const THOUSAND_UNITS = '瓦克米伏卡赫帕';

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
  // 2万5千, 5亿1万4千, 3万4000: smaller parts go on, each with a scale of its own; 1.3万 3 would be two numbers.
  while (scale > 0 && exponent >= 0 && isDigitAt(text, end)) {
    const part = readScaled(text, end);
    if (part === null || part.exponent < 0 || !goesOn(text, end, part, scale)) break;
    digits = digits * 10n ** BigInt(exponent) + part.digits * 10n ** BigInt(part.exponent);
    exponent = 0;
    end = part.end;
    scale = part.scale;
    over ||= part.over;
  }
  return { digits, exponent, end, over, scale, chinese: false, bare: false };
}

/** Whether a part belongs to the number before it: one of a smaller scale, or as many bare digits as that scale has places. */
function goesOn(
  text: string,
  at: number,
  part: Omit<NumberReading, 'chinese' | 'bare'>,
  scale: number,
): boolean {
  if (part.scale > 0) return part.scale < scale;
  return part.exponent === 0 && digitsEnd(text, at) - at === scale && text[part.end] !== '年';
}

/** Digits with the scale words behind them, and 多 or 余 before or after those: 3500多万, 5千余. */
function readScaled(text: string, at: number): Omit<NumberReading, 'chinese' | 'bare'> | null {
  const decimal = readDecimal(text, at);
  if (decimal === null) return null;
  const before = isOver(text, decimal.end) ? 1 : 0;
  const scales = readScales(text, decimal.end + before);
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

function readDecimal(text: string, at: number): { digits: bigint; exponent: number; end: number } | null {
  let end = digitsEnd(text, at);
  if (end === at || end - at > MAX_DIGITS) return null;
  let written = text.slice(at, end);
  while (text[end] === ',' && digitsEnd(text, end + 1) === end + 4) {
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

/** Scale words in a row multiply: 万亿 is 10¹². */
function readScales(text: string, at: number): { power: number; end: number } {
  let power = 0;
  let end = at;
  for (;;) {
    const scale = scaleAt(text, end);
    if (scale < 2 || power + scale > 24) return { power, end };
    power += scale;
    end++;
  }
}

function readChinese(text: string, at: number): NumberReading | null {
  let total = 0n;
  let section = 0n;
  let digit = -1n;
  let end = at;
  let over = false;
  let scale = 0;
  let plain = '';
  let large = 0;
  for (; end - at < MAX_DIGITS; end++) {
    const character = text[end] ?? '';
    const value = DIGITS[character];
    const power = scaleAt(text, end);
    if (value !== undefined) {
      if (digit > 0n && scale === 0) plain ||= String(digit);
      if (plain !== '') plain += String(value);
      else if (digit > 0n) break;
      digit = BigInt(value);
    } else if (power > 0) {
      if (plain !== '') break;
      scale = power;
      if (power < 4) {
        // 一万零十二: a ten without a digit, or behind a mere 零, is one ten.
        section += (digit <= 0n ? 1n : digit) * 10n ** BigInt(power);
      } else {
        const whole = section + (digit < 0n ? 0n : digit);
        const factor = 10n ** BigInt(power);
        // 八万五千亿 is of one scale, 四亿五千万 of two: a smaller one adds, a larger one takes all before it.
        if (whole > 0n && power < large) total += whole * factor;
        else total = (total + (whole === 0n && total === 0n ? 1n : whole)) * factor;
        large = power;
        section = 0n;
      }
      digit = -1n;
    } else if (isOver(text, end) && end > at && scaleAt(text, end + 1) > 0 && !over) {
      over = true;
    } else break;
  }
  if (end === at) return null;
  let exponent = 0;
  // 四百五 is 450 and 一万三 is 13000: a last digit without 零 counts in tens, thousands ….
  const short = digit > 0n && scale > 1 && scaleAt(text, end - 2) === scale ? 10n ** BigInt(scale - 1) : 1n;
  let digits = total + section + (digit < 0n ? 0n : digit * short);
  if (plain !== '') digits = BigInt(plain);
  // 一点五: decimal places are said one by one.
  if (text[end] === '点' && DIGITS[text[end + 1] ?? ''] !== undefined) {
    let places = '';
    for (end++; places.length < MAX_DIGITS && DIGITS[text[end] ?? ''] !== undefined; end++) {
      places += DIGITS[text[end] ?? ''];
    }
    digits = BigInt(`${digits}${places}`);
    exponent = -places.length;
    const step = readScales(text, end);
    exponent += step.power;
    end = step.end;
  }
  const bare = scaleAt(text, at) > 1;
  if (isOver(text, end) && scale > 0) {
    over = true;
    end++;
  }
  return { digits, exponent, end, over, scale, chinese: true, bare };
}

/** 多, 余, and 来 where it means "or so" and not "come" (十来个). */
function isOver(text: string, at: number): boolean {
  const character = text[at];
  return character === '多' || character === '余' || (character === '来' && scaleAt(text, at - 1) > 0);
}

function scaleAt(text: string, at: number): number {
  const character = text[at] ?? '';
  const power = SCALES[character] ?? 0;
  if (power === 3 && THOUSAND_UNITS.includes(text[at + 1] ?? '-')) return 0;
  if (power === 2 && text[at + 1] === '分') return 0;
  return power;
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
