import { load } from 'cheerio/slim';
import { canonicalUrl } from '../../core/url.ts';
import type { Link } from './find-links.ts';

/** Entries read of one feed or sitemap file. */
const MOST_ENTRIES = 50_000;

/**
 * The articles of an RSS 0.9–2.0 or Atom feed.
 *
 * Parsed without a DTD: entities a feed declares are never expanded (no XXE, no billion laughs).
 */
export function readFeed(xml: string, base: string): Link[] {
  const $ = load(xml, { xml: true });
  return $('item, entry')
    .slice(0, MOST_ENTRIES)
    .toArray()
    .flatMap((element) => {
      const entry = $(element);
      const atom = entry.children('link[href]');
      const alternate = atom.filter('[rel="alternate"], :not([rel])').first();
      const href =
        alternate.attr('href') ?? atom.first().attr('href') ?? entry.children('link').first().text();
      const url = canonicalUrl(href === '' ? entry.children('guid').first().text() : href, base);
      return url === null ? [] : [{ url, text: entry.children('title').first().text().trim() }];
    });
}

/**
 * The addresses of an XML sitemap (sitemaps.org, 0.9).
 *
 * @returns pages it lists, and further sitemaps if it is an index
 */
export function readSitemap(xml: string, base: string): { pages: Link[]; sitemaps: string[] } {
  const $ = load(xml, { xml: true });
  const urls = (selector: string) =>
    $(selector)
      .slice(0, MOST_ENTRIES)
      .toArray()
      .flatMap((element) => canonicalUrl($(element).text(), base) ?? []);
  return {
    pages: urls('url > loc').map((url) => ({ url, text: '' })),
    sitemaps: urls('sitemap > loc'),
  };
}
