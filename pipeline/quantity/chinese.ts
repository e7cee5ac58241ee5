import type { NumberReading } from './number.ts';
import { isOver, readScales, scaleAt } from './scales.ts';

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

/** No number in a plan is longer. */
const MAX_NUMERALS = 48;

/**
 * The number in Chinese numerals that begins at an offset, or null: 一千二百万, 二三三, 一点五万, 百亿.
 */
export function readChinese(text: string, at: number): NumberReading | null {
  let total = 0n;
  let section = 0n;
  let digit = -1n;
  let end = at;
  let over = false;
  let scale = 0;
  let plain = '';
  let large = 0;
  for (; end - at < MAX_NUMERALS; end++) {
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
  const places = text[end] === '点' ? readPlaces(text, end + 1) : null;
  if (places !== null) {
    digits = BigInt(`${digits}${places.digits}`);
    exponent = places.power - places.digits.length;
    end = places.end;
  }
  const bare = scaleAt(text, at) > 1;
  if (isOver(text, end) && scale > 0) {
    over = true;
    end++;
  }
  return { digits, exponent, end, over, scale, chinese: true, bare };
}

/** 一点五: decimal places are said one by one; scale words may follow. */
function readPlaces(text: string, at: number): { digits: string; power: number; end: number } | null {
  let digits = '';
  let end = at;
  for (; digits.length < MAX_NUMERALS && DIGITS[text[end] ?? ''] !== undefined; end++) {
    digits += DIGITS[text[end] ?? ''];
  }
  return digits === '' ? null : { digits, ...readScales(text, end) };
}
