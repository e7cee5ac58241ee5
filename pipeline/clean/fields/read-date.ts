import type { Line } from '../tree/line.ts';

/** A date found in a text, and where. */
export interface FoundDate {
  /** ISO date, or ISO date-time with offset. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
  readonly timed: boolean;
}

const DATE =
  /(?<!\d)((?:19|20)\d\d)\s{0,2}(?:[-/.]|年)\s{0,2}(\d{1,2})\s{0,2}(?:[-/.]|月)\s{0,2}(\d{1,2})(?!\d)\s{0,2}[日号]?(?:\s{0,3}(?:(?:星期|[周週]|[礼禮]拜).|[(（].{1,4}[)）]))?(?:(?:\s{0,4}|[T,-])(?:([上下]午)\s?)?(\d{1,2})\s?(?:[:：]|时)\s?(\d{1,2})(?:\s?(?:[:：]|分)\s?(\d{1,2})(?:\.\d{1,9})?秒?)?分?\s?(Z|[+-]\d\d:?\d\d)?)?/g;
/** 二〇二四年三月五日. */
const SPELLED =
  /([一二][九〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;
/** 24-03-05 09:00: only with the time behind it, as any other three numbers may be anything. */
const TWO_DIGITS = /(?<![\d.-])(\d\d)-(\d{1,2})-(\d{1,2})\s{1,3}(\d{1,2}):(\d\d)(?![\d:-])/g;
/** 民國115年1月5日, 發布日期：115-01-05: years of the Republic of China. */
const REPUBLIC =
  /(?:民[國国]\s?(\d{2,3})|(?<=(?:日期|[時时][間间])\s?[:：]?\s?)(1\d\d))\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?![\d./-])日?/g;
/** | 24-03-05 | 【大 中 小】: between bars, as one content system of institutes has it. */
const BARRED = /^[|｜]\s{0,2}(\d\d)-(\d\d)-(\d\d)\s{0,2}(?=[|｜])/g;
const FIRST_YEAR_BEFORE = 1911;
const COMPACT = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g;

const ENGLISH =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\s?(\d{1,2})(?:st|nd|rd|th)?,?\s)?(?:(\d\d):(\d\d):(\d\d)\s)?((?:19|20)\d\d)\b/g;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** What any date has: a cheap look first, as most lines have none. */
const MAY_DATE = /\d\d|年/;

/**
 * Every calendar date in a text: `2020年4月8日 16:20`, `2020-04-08`, `2020.4.8`, and where there is none so written,
 * `二〇二〇年四月八日`, `民國109年4月8日`, `20-04-08 16:20`, `April 8, 2020`, `8 April 2020`, `Wed Apr 8 16:20:00 2020`.
 */
export function findDates(text: string): FoundDate[] {
  if (!MAY_DATE.test(text)) return [];
  for (const find of [findNumeric, findSpelled, findRepublic, findTwoDigits, findBarred, findEnglish]) {
    const dates = find(text);
    if (dates.length > 0) return dates;
  }
  return [];
}

/** How far into a line its dates are looked for: no line that long is of a byline. */
const LONGEST = 600;

/** The dates on a line, looked for but once. */
export function datesOn({ text, asked }: Pick<Line, 'text' | 'asked'>): readonly FoundDate[] {
  asked.dates ??= findDates(text.slice(0, LONGEST));
  return asked.dates;
}

function findSpelled(text: string): FoundDate[] {
  return [...text.matchAll(SPELLED)].flatMap((match) => {
    const [all, year = '', month = '', day = ''] = match;
    const iso = isoDay([...year].map(digitOf).join(''), String(numberOf(month)), String(numberOf(day)));
    return foundAt(match.index, all, iso, null);
  });
}

function digitOf(character: string): number {
  return Math.max(0, '〇一二三四五六七八九'.indexOf(character));
}

/** 十二, 二十一, 三十. */
function numberOf(spelled: string): number {
  const [tens = '', ones] = spelled.split('十');
  if (ones === undefined) return digitOf(spelled);
  return 10 * (tens === '' ? 1 : digitOf(tens)) + digitOf(ones);
}

function findRepublic(text: string): FoundDate[] {
  return [...text.matchAll(REPUBLIC)].flatMap((match) => {
    const [all, named, labelled, month, day] = match;
    const iso = isoDay(String(FIRST_YEAR_BEFORE + Number(named ?? labelled)), month, day);
    return iso === null ? [] : [{ iso, start: match.index, end: match.index + all.length, timed: false }];
  });
}

function findTwoDigits(text: string): FoundDate[] {
  return [...text.matchAll(TWO_DIGITS)].flatMap((match) => {
    const [all, year, month, day, hour, minute] = match;
    const time = isoTimeOf(undefined, hour, minute);
    return time === null ? [] : foundAt(match.index, all, isoDay(year, month, day), time);
  });
}

function findBarred(text: string): FoundDate[] {
  return [...text.matchAll(BARRED)].flatMap((match) => {
    const [all, year, month, day] = match;
    return foundAt(match.index, all, isoDay(year, month, day), null);
  });
}

function findEnglish(text: string): FoundDate[] {
  if (!/[A-Z][a-z]{2}/.test(text)) return [];
  return [...text.matchAll(ENGLISH)].flatMap((match) => {
    const [all, before, name = '', behind, hour, minute, second, year] = match;
    const month = MONTHS.indexOf(name.slice(0, 3)) / 3 + 1;
    return foundAt(
      match.index,
      all,
      isoDay(year, String(month), behind ?? before),
      isoTimeOf(undefined, hour, minute, second),
    );
  });
}

function findNumeric(text: string): FoundDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const [all, year, month, day, half, hour, minute, second, zone] = match;
    return foundAt(match.index, all, isoDay(year, month, day), isoTimeOf(half, hour, minute, second), zone);
  });
}

/** A date with the time behind it, if there is one; none for a day that no calendar has. */
function foundAt(
  start: number,
  text: string,
  day: string | null,
  time: string | null,
  zone?: string,
): FoundDate[] {
  if (day === null) return [];
  const iso = time === null ? day : `${day}T${time}${offset(zone)}`;
  return [{ iso, start, end: start + text.length, timed: time !== null }];
}

/** The first date of a text, also in the compact form `20200408`; null for none. */
export function firstDate(text: string): string | null {
  const [found] = findDates(text);
  if (found !== undefined) return found.iso;
  for (const [, year, month, day] of text.matchAll(COMPACT)) {
    const iso = isoDay(year, month, day);
    if (iso !== null) return iso;
  }
  const english = Date.parse(/^[A-Z][a-z]{2}.{5,30}$/.test(text) ? text : '');
  return Number.isNaN(english) ? null : new Date(english).toISOString().slice(0, 10);
}

/** The date in an address, such as `/2020/04/08/`, `t20200408_123.html`, `/202004/08/`; null for none. */
export function dateInUrl(url: string): string | null {
  for (const pattern of URL_DATES) {
    for (const [, year, month, day] of url.matchAll(pattern)) {
      const iso = isoDay(year, month, day);
      if (iso !== null) return iso;
    }
  }
  return null;
}

const URL_DATES = [
  /\/((?:19|20)\d\d)[-/_]?(\d{1,2})[-/_](\d{1,2})(?=[/_.-])/g,
  /\/((?:19|20)\d\d)[-/]?(\d\d)(\d\d)(?=[/_.-])/g,
  /\/(\d\d)\/(\d\d)(\d\d)\//g,
  /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g,
];

function isoDay(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d || y < 1949 || y > 2099) return null;
  return date.toISOString().slice(0, 10);
}

function isoTimeOf(half: string | undefined, hour = '', minute = '', second = '00'): string | null {
  if (hour === '') return null;
  const h = Number(hour) + (half === '下午' && Number(hour) < 12 ? 12 : 0);
  if (h > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return [String(h), minute, second].map((part) => part.padStart(2, '0')).join(':');
}

/** Chinese pages print Beijing time and seldom say so. */
function offset(zone: string | undefined): string {
  if (zone === undefined) return '+08:00';
  return zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
