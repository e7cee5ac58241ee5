import { z } from 'zod';
import { canonicalUrl } from '../../core/url.ts';
import type { Link } from './link.ts';
import { dayInUrl, readDay } from './link-date.ts';

/** Values looked at in one answer, and how deep: bounds for hostile ones. */
const MOST_VALUES = 200_000;
const DEEPEST = 12;

const scalars = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof scalars>;

/** Names of fields, most telling first. Systems agree on little but their endings. */
const URL_FIELD = [
  /^url$/i,
  /^(?:doc|pub|post|page|info|article|detail|link)_?(?:pub)?_?url$/i,
  /^(?:link|href|external_url)$/i,
];
const TITLE_FIELD = [/^title$/i, /^(?:doc|sub|info|article)_?title$/i, /title$/i, /^name$/i];
const DATE_FIELD = [
  /(?:publish|release|display|pub|rel)\w*(?:date|time)|date_?published/i,
  /date/i,
  /time|created_at/i,
];

/**
 * JSON, or JSONP, as a value.
 *
 * @returns undefined for anything else
 */
export function parseJson(text: string): unknown {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  const inner = /^[\w$.]{1,80}\s*\(/.exec(trimmed);
  const json = inner ? trimmed.slice(inner[0].length, trimmed.lastIndexOf(')')) : trimmed;
  if (!/^[[{]/.test(json.trimStart())) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * The articles of a list that is served as JSON: gkmlpt, the lists of gov.cn, TRS and jpaas interfaces, JSON Feed.
 *
 * Of all arrays in the answer the one with most entries that have an address and a title is the list: menus and columns
 * stand beside it.
 */
export function readJsonList(value: unknown, base: string): Link[] {
  let best: Link[] = [];
  walk(value, (inner) => {
    if (!Array.isArray(inner)) return;
    const links = inner.flatMap((entry) => linkOf(entry, base) ?? []);
    if (links.length > best.length) best = links;
  });
  return best;
}

/** Pieces of HTML with links that an answer carries as strings: jpaas sends its lists so. */
export function htmlInJson(value: unknown): string {
  const pieces: string[] = [];
  walk(value, (inner) => {
    if (typeof inner === 'string' && /<a\s[^>]{0,200}href/i.test(inner)) pieces.push(inner);
  });
  return pieces.join('\n');
}

function walk(value: unknown, visit: (value: unknown) => void): void {
  let left = MOST_VALUES;
  const step = (at: unknown, depth: number) => {
    if (left-- <= 0 || depth > DEEPEST) return;
    visit(at);
    if (typeof at === 'object' && at !== null) for (const inner of Object.values(at)) step(inner, depth + 1);
  };
  step(value, 0);
}

function linkOf(entry: unknown, base: string): Link | null {
  const fields = scalars.safeParse(entry).data;
  if (fields === undefined) return null;
  const href = textOf(fields, URL_FIELD);
  const url = href === null ? null : canonicalUrl(href, base);
  if (url === null) return null;
  const text = textOf(fields, TITLE_FIELD)
    ?.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text ? { url, text, date: dayOf(fields) ?? dayInUrl(url) } : null;
}

/** The first string that is not empty, by the order of the names. */
function textOf(fields: Fields, names: readonly RegExp[]): string | null {
  for (const name of names) {
    for (const [key, value] of Object.entries(fields))
      if (name.test(key) && typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

/** A day as text, or as seconds or milliseconds since 1970. */
function dayOf(fields: Fields): string | null {
  for (const name of DATE_FIELD) {
    for (const [key, value] of Object.entries(fields)) {
      if (!name.test(key)) continue;
      if (typeof value === 'string' && readDay(value) !== null) return readDay(value);
      const number = Number(value);
      const ms = number > 1e11 ? number : number * 1000;
      // China's day: the sites publish by its clock, eight hours ahead.
      if (ms > 5e11 && ms < 5e12) return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
    }
  }
  return null;
}
