import { numberOf, readNumber } from './number.ts';
import type { Unit } from './units.ts';

/** A part of a whole or a multiple, with the offset behind it. */
export interface PartReading {
  readonly value: number;
  readonly value2: null;
  readonly unit: Unit;
  readonly over: boolean;
  readonly chinese: boolean;
  readonly end: number;
}

const PERCENT: Unit = { name: '%', kind: 'share', length: 0 };
const PERMILLE: Unit = { name: '‰', kind: 'share', length: 0 };
const TIMES: Unit = { name: 'x', kind: 'times', length: 0 };

/** Parts of a whole that begin at an offset: 百分之五, 三分之一, 1/5, 一半, 七成. Percent, to two decimals. */
export function readFraction(text: string, at: number): PartReading | null {
  return readHalf(text, at) ?? readTenths(text, at) ?? readParts(text, at) ?? readSlash(text, at);
}

function readHalf(text: string, at: number): PartReading | null {
  // 近半, 占半 and no more: 半导体 and 上半年 go on.
  if (
    text[at] === '半' &&
    /[近约占超]/.test(text[at - 1] ?? '') &&
    /^(?:$|[，。；、！）\n])/.test(text.slice(at + 1, at + 2))
  )
    return { value: 50, value2: null, unit: PERCENT, over: false, chinese: true, end: at + 1 };
  const found = ['一半', '半数', '过半'].find((word) => text.startsWith(word, at));
  if (found === undefined || (found === '过半' && /[通经超]/.test(text[at - 1] ?? ''))) return null;
  return {
    value: 50,
    value2: null,
    unit: PERCENT,
    over: found === '过半',
    chinese: true,
    end: at + found.length,
  };
}

/** 七成 is 70 %, 七成六 76 %, 三成半 35 %; 成 before 为, 立, 果 and their like is a verb. */
function readTenths(text: string, at: number): PartReading | null {
  const number = readNumber(text, at);
  if (number === null || text[number.end] !== '成') return null;
  const value = numberOf(number);
  if (value <= 0 || value > 10 || /[为立果功效员本长套品熟就都型片]/.test(text[number.end + 1] ?? ''))
    return null;
  const more = readTenth(text, number.end + 1);
  const end = number.end + 1 + (more > 0 ? 1 : 0);
  return {
    value: Math.round(value * 100) / 10 + more,
    value2: null,
    unit: PERCENT,
    over: number.over,
    chinese: true,
    end,
  };
}

/** The hundredths behind 成: 七成六, 三成半. */
function readTenth(text: string, at: number): number {
  const digit = '一二三四五六七八九'.indexOf(text[at] ?? '-') + 1;
  return text[at] === '半' ? 5 : digit;
}

/** 百分之五, 千分之三, 三分之一. */
function readParts(text: string, at: number): PartReading | null {
  // 一百分之二 is 百分之二 written out.
  const one = /[一壹]/.test(text[at] ?? '') ? 1 : 0;
  const hundred = text.startsWith('百分之', at + one);
  const thousand = text.startsWith('千分之', at + one);
  const whole = hundred || thousand ? null : readNumber(text, at);
  const marker = hundred || thousand ? at + one + 1 : (whole?.end ?? at);
  if (!text.startsWith('分之', marker)) return null;
  const part = readNumber(text, marker + 2);
  if (part === null) return null;
  const { over, end } = part;
  if (hundred || thousand) {
    return {
      value: numberOf(part),
      value2: null,
      unit: thousand ? PERMILLE : PERCENT,
      over,
      chinese: true,
      end,
    };
  }
  const value = percent(numberOf(part), whole === null ? 0 : numberOf(whole));
  return value === null ? null : { value, value2: null, unit: PERCENT, over, chinese: true, end };
}

/** 1/5 where it is a part and not a date or a code: small numbers, and nothing attached. */
function readSlash(text: string, at: number): PartReading | null {
  const part = readNumber(text, at);
  if (part === null || text[part.end] !== '/') return null;
  const whole = readNumber(text, part.end + 1);
  // 8.5/10万: deaths are counted so.
  const short = whole !== null && (whole.end - at < 6 || (whole.scale >= 4 && whole.end - at < 12));
  if (whole === null || !short || /[0-9A-Za-z/.年月日号]/.test(text[whole.end] ?? '')) return null;
  const value = percent(numberOf(part), numberOf(whole));
  return value === null
    ? null
    : { value, value2: null, unit: PERCENT, over: false, chinese: false, end: whole.end };
}

/** A share in percent: exact of a power of ten, since 9 and 12 of a hundred thousand differ, else to four digits. */
function percent(part: number, whole: number): number | null {
  if (!(whole > 0 && part > 0 && part < whole)) return null;
  const share = (part / whole) * 100;
  return Number(share.toPrecision(Number.isInteger(Math.log10(whole)) ? 12 : 4));
}

/** 翻一番, 翻两番, 翻番, 翻一倍, 倍增: a factor of two, four, two, two, two. Programmes of that name (倍增计划) are none. */
export function readMultiple(text: string, at: number): PartReading | null {
  const found = /^(?:翻了?([一两二三])?番|翻了?一?倍|倍增)/.exec(text.slice(at, at + 5));
  if (found === null) return null;
  const end = at + found[0].length;
  if (found[0] === '倍增' && !/[，。；：！]|^$/.test(text.slice(end, end + 1))) return null;
  if (/^(?:计划|行动|工程|方案|目标)/.test(text.slice(end, end + 2))) return null;
  const doublings = { 一: 1, 两: 2, 二: 2, 三: 3 }[found[1] ?? '一'] ?? 1;
  return { value: 2 ** doublings, value2: null, unit: TIMES, over: false, chinese: true, end };
}
