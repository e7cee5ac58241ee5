import { z } from 'zod';
import { canonicalUrl } from '../../core/url.ts';
import type { Link } from './link.ts';
import { dayInUrl, readDay } from './link-date.ts';

const text = z.string().optional().catch(undefined);
const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_text: text,
  content_html: text,
  date_published: text,
});
const feed = z.object({ version: z.string().includes('jsonfeed.org'), items: z.array(z.unknown()) });

/**
 * The entries of a JSON Feed. Titles are optional there, unlike in other lists of JSON: what an entry says stands for
 * one, so that a rule about words can be asked.
 *
 * @returns null for other JSON
 * @source jsonfeed.org, version 1.1
 */
export function readJsonFeed(json: unknown, base: string): Link[] | null {
  const items = feed.safeParse(json).data?.items;
  return items?.flatMap((entry) => linkOf(entry, base) ?? []) ?? null;
}

function linkOf(entry: unknown, base: string): Link | null {
  const fields = item.safeParse(entry).data;
  if (fields === undefined) return null;
  // An id is best the address, but need be none.
  const id = /^https?:/.test(fields.id ?? '') ? fields.id : undefined;
  const href = filled([fields.url, fields.external_url, id]);
  const url = href === '' ? null : canonicalUrl(href, base);
  const { title, summary, content_text, content_html, date_published } = fields;
  const said = filled([title, summary, content_text, content_html?.replace(/<[^<>]*>/g, '')]);
  if (url === null) return null;
  return {
    url,
    text: said.replace(/\s+/g, ' ').trim(),
    date: readDay(date_published ?? '') ?? dayInUrl(url),
  };
}

/** The first that says something. */
function filled(texts: readonly (string | undefined)[]): string {
  return texts.find((value) => value !== undefined && value.trim() !== '') ?? '';
}
