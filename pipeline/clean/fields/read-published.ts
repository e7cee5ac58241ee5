import { fold } from '../fold.ts';
import type { Line } from '../tree/line.ts';
import type { Found } from './found.ts';
import { isHeadline } from './headline.ts';
import { dateInUrl, datesOn, firstDate } from './read-date.ts';
import type { Head } from './read-head.ts';

const PUBLISHED_METAS =
  'pubdate publishdate article:published_time og:release_date firstpublishedtime datepublished publish-date publication_date bytedance:published_time og:published_time apub:time ptime date dc.date dc.date.issued sailthru.date parsely-pub-date weibo:article:create_at og:article:published_time dateupdate'.split(
    ' ',
  );
const UPDATED_METAS = ['article:modified_time', 'lastmodifiedtime', 'og:updated_time', 'datemodified'];

const PUBLISHED = /(?:发布|发表|刊发|上传|录入|公开|首发|published|posted ?@?)(?:时间|日期|于|在)?:? ?$/;
/** A label that does not say of what. */
const DATED = /(?:时间|日期):? ?$/;
const UPDATED = /(?:更新|修改|编辑)(?:时间|日期|于|在)?:?$/;
const OTHER_DAY =
  /(?:更新|修改|成文|施行|截止|生效|失效|废止|写作|实施|编辑|有效期)(?:时间|日期|于|在|限)?:?至?$/;

/**
 * The publication date: as printed near the title, as declared, as in the address, in that order, except that a
 * declared time beats a printed one of about that day. A site that moves to another system declares the day it moved.
 *
 * @param above lines around the title, nearest first
 * @param below lines behind the article
 */
export function readPublished(
  head: Head,
  above: readonly Line[],
  below: readonly Line[],
  url: string | null,
): Found | null {
  const printed =
    labelledDate(above, PUBLISHED) ??
    labelledDate(above, DATED) ??
    bestDate(above) ??
    partedDate(above) ??
    labelledDate(below, PUBLISHED);
  const declared = declaredDate(head, PUBLISHED_METAS) ?? dataDate(head, 'datePublished');
  if (declared !== null && (printed === null || isFiner(declared.value, printed.value))) return declared;
  if (printed !== null) return printed;
  const element = declaredDate(head, ['time']);
  if (element !== null) return element;
  const inUrl = url === null ? null : dateInUrl(url);
  if (inUrl !== null) return { value: inUrl, found: 'url', line: null };
  // Many content systems print no other date than that of the last change.
  return labelledDate(above, UPDATED) ?? bestDate(below.filter((line, at) => !isOfItem(line, at, below)));
}

/** Whether a declared date says as much as a printed one, and is not that of a move. */
function isFiner(declared: string, printed: string): boolean {
  if (declared.length < printed.length) return false;
  // Without a time, what is printed may be the day a document was written.
  if (printed.length <= DAY) return true;
  return Date.parse(declared.slice(0, DAY)) - Date.parse(printed.slice(0, DAY)) <= MOVED;
}

/** How long a date without a time is written. */
const DAY = 10;
/** What is declared this much later than printed, in milliseconds, is when the page was moved: thirty days. */
const MOVED = 30 * 24 * 3600 * 1000;

/** Whether a line is the headline of another page, or stands beside one or below its summary: its date is not this page's. */
function isOfItem(line: Line, at: number, lines: readonly Line[]): boolean {
  return [line, lines[at - 2], lines[at - 1], lines[at + 1]].some(
    (near) => near !== undefined && isHeadline(near),
  );
}

/** When the page says it was last changed: above the text, in its head, or behind the text. */
export function readUpdated(head: Head, above: readonly Line[], below: readonly Line[]): Found | null {
  return (
    labelledDate(above, UPDATED) ??
    declaredDate(head, UPDATED_METAS) ??
    dataDate(head, 'dateModified') ??
    labelledDate(below, UPDATED)
  );
}

function declaredDate(head: Head, names: readonly string[]): Found | null {
  const made = madeAt(head);
  for (const name of names) {
    const value = firstDate(head.meta.get(name) ?? '');
    if (value !== null && value !== made) return { value, found: `meta:${name}`, line: null };
  }
  return null;
}

/** 页面生成时间 2024-11-10 15:33:34: what the system declares as published may be when it made the page anew. */
function madeAt({ meta }: Head): string | null {
  const others = meta.get('others') ?? '';
  return others.startsWith('页面生成时间') ? firstDate(others) : null;
}

function dataDate({ data }: Head, key: 'datePublished' | 'dateModified'): Found | null {
  const value = firstDate(data[key] ?? '');
  return value === null ? null : { value, found: `json-ld:${key}`, line: null };
}

function labelledDate(lines: readonly Line[], label: RegExp): Found | null {
  for (const [at, line] of lines.entries()) {
    for (const date of datesOn(line)) {
      const before = wordsBefore(line, date.start, lines[at - 1]);
      if (label !== UPDATED && OTHER_DAY.test(before)) continue;
      if (label.test(before)) return { value: date.iso, found: 'line', line };
    }
  }
  return null;
}

/** Of the dates around the title, one with a time, or on a short line, rather than one in a sentence. */
function bestDate(lines: readonly Line[]): Found | null {
  let best: Found | null = null;
  let bestScore = 0;
  for (const [at, line] of lines.entries()) {
    // The date of a linked headline is that of the page it leads to.
    if (line.weight > 160 || line.rows !== null || isRelated(line)) continue;
    for (const date of datesOn(line)) {
      if (OTHER_DAY.test(wordsBefore(line, date.start, lines[at - 1]))) continue;
      const short = Math.max(0, 40 - line.weight) / 40;
      const score = (date.timed ? 2 : 0) + short + (line.stops === 0 ? 0.5 : 0) - at / 100 + 0.3;
      if (score > bestScore) {
        best = { value: date.iso, found: 'line', line };
        bestScore = score;
      }
    }
  }
  return best;
}

/** 图文解读：《…》 2023-07-12: another page, and its date. */
function isRelated({ linked, hrefs, weight }: Line): boolean {
  return linked > 0.6 && hrefs.length === 1 && weight >= 15;
}

/** A day and its month on lines of their own, as set in the corner of a page: 05, 2024年03月. */
function partedDate(lines: readonly Line[]): Found | null {
  for (const [at, line] of lines.entries()) {
    const month = MONTH.exec(line.text)?.[1];
    if (month === undefined) continue;
    for (const near of [lines[at - 1], lines[at + 1]]) {
      const day = near === undefined ? undefined : DAY_ALONE.exec(near.text)?.[1];
      const value = day === undefined ? null : firstDate(`${month.replace(/\D+/, '-')}-${day}`);
      if (value !== null) return { value, found: 'line', line };
    }
  }
  return null;
}

const MONTH = /^((?:19|20)\d\d\s?[-/.年]\s?\d{1,2})月?$/;
const DAY_ALONE = /^(\d{1,2})日?$/;

/** What stands before a date, without brackets: on its line, or where it opens its line, on a short one before. */
function wordsBefore({ text, index }: Line, end: number, before: Line | undefined): string {
  const own = fold(text.slice(Math.max(0, end - 9), end)).replace(BRACKETS, '');
  const isLabel = before?.index === index - 1 && before.weight <= LABEL_WEIGHT;
  return own === '' && isLabel ? fold(before.text).replace(BRACKETS, '') : own;
}

const BRACKETS = /[[\]【】]/g;
/** A label on a line of its own, as in `<dt>`, weighs no more than this. */
const LABEL_WEIGHT = 8;
