import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { canonicalUrl } from '../../core/url.ts';
import type { Link } from './link.ts';
import { readDay } from './link-date.ts';
import { parseXml } from './parse-markup.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { parseJson, readJsonList } from './read-json-list.ts';

/** Entries read of one feed or sitemap file: as many as a sitemap may have. */
const MOST_ENTRIES = 50_000;

/** Elements around an entry that may say where its addresses begin. */
const MOST_BASES = 5;

/**
 * The articles of an RSS 0.9–2.0, Atom or JSON feed.
 *
 * Parsed without a DTD: entities a feed declares are never expanded (no XXE, no billion laughs).
 */
export function readFeed(text: string, base: string): Link[] {
  const json = parseJson(text);
  if (json !== undefined) return readJsonFeed(json, base) ?? readJsonList(json, base);
  const $ = parseXml(text);
  return $('item, entry')
    .slice(0, MOST_ENTRIES)
    .toArray()
    .flatMap((element) => {
      const entry = $(element);
      const atom = entry.children('link[href]');
      const alternate = atom.filter('[rel="alternate"], :not([rel])').first();
      const href = [
        alternate.attr('href') ?? atom.first().attr('href') ?? '',
        entry.children('link').first().text(),
        entry.children('guid:not([isPermaLink="false"])').first().text(),
        entry.attr('rdf:about') ?? '',
      ].find((text) => text.trim() !== '');
      const url = href === undefined ? null : canonicalUrl(href, xmlBase(element, base));
      const title = entry.children('title').first().text().replace(/\s+/g, ' ').trim();
      const date = feedDay(entry.children('pubDate, published, updated, dc\\:date').first().text());
      return url === null ? [] : [{ url, text: title, date }];
    });
}

/** The base of an entry's relative addresses (XML Base): as it and what it stands in say, on the same origin only. */
function xmlBase(entry: AnyNode, base: string): string {
  const declared: string[] = [];
  for (let at: AnyNode | null = entry, level = 0; at !== null && level <= MOST_BASES; at = at.parent, level++)
    if ('attribs' in at && at.attribs['xml:base'] !== undefined) declared.unshift(at.attribs['xml:base']);
  const url = declared.reduce<URL | null>((from, to) => from && URL.parse(to, from.href), URL.parse(base));
  return url !== null && url.origin === new URL(base).origin ? url.href : base;
}

/** The day of an RFC 822 or ISO date, as its own zone has it; what feeds write instead is read as people would. */
function feedDay(text: string): string | null {
  const iso = readDay(text);
  if (iso !== null) return iso;
  const at = Date.parse(/\d{1,2} [A-Z][a-z]{2} \d{4}/.exec(text)?.[0].concat(' UTC') ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

/** What a sitemap file lists. */
export interface Sitemap {
  readonly pages: readonly Link[];
  /** Further sitemaps, if it is an index: newest first where it says when they changed. */
  readonly sitemaps: readonly { readonly url: string; readonly date: string | null }[];
}

/** Read an XML sitemap, an index of them, or a text file of addresses (sitemaps.org, 0.9). */
export function readSitemap(text: string, base: string): Sitemap {
  if (!text.trimStart().startsWith('<')) return { pages: textSitemap(text, base), sitemaps: [] };
  const $ = parseXml(text);
  const prefix = PREFIX.exec(text.slice(0, LONGEST_PROLOGUE))?.[1] ?? '';
  const sitemaps = entriesOf($, prefix, 'sitemap', base);
  return {
    pages: entriesOf($, prefix, 'url', base).map(({ url, date }) => ({ url, text: '', date })),
    sitemaps: sitemaps.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '')),
  };
}

/** What stands before every name of a sitemap that gives its namespace one: `<sm:urlset>`. */
const PREFIX = /<([\w.-]{1,40}:)(?:urlset|sitemapindex)[\s>]/;
const LONGEST_PROLOGUE = 10_000;

function entriesOf(
  $: CheerioAPI,
  prefix: string,
  name: string,
  base: string,
): { url: string; date: string | null }[] {
  const of = (local: string) => `${prefix}${local}`.replace(/[.:]/g, '\\$&');
  return $(of(name))
    .slice(0, MOST_ENTRIES)
    .toArray()
    .flatMap((element) => {
      const entry = $(element);
      const url = canonicalUrl(entry.children(of('loc')).first().text(), base);
      return url === null ? [] : [{ url, date: readDay(entry.children(of('lastmod')).first().text()) }];
    });
}

function textSitemap(text: string, base: string): Link[] {
  return text
    .split(/\s+/, MOST_ENTRIES)
    .filter((line) => /^https?:/.test(line))
    .flatMap((line) => canonicalUrl(line, base) ?? [])
    .map((url) => ({ url, text: '', date: null }));
}
