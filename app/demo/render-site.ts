import iconv from 'iconv-lite';
import { sha256 } from '../../core/hash.ts';
import { type DemoYear, type Entry, listed, shown } from './content/entry.ts';
import type { SiteSpec } from './sites.ts';
import type { Link } from './templates/template.ts';

/** One answer, ready to send. */
export interface Rendered {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: string;
}

/**
 * Every page of a site as it stands in a year, by path with query.
 *
 * Pages that a publisher took down are missing, though lists still link to them, as on real sites.
 *
 * @param origin `http://127.0.0.1:PORT`, for the absolute addresses of feeds and sitemaps
 */
export function renderSite(site: SiteSpec, year: DemoYear, origin: string): ReadonlyMap<string, Rendered> {
  const entries = listed(site.entries, year);
  const links = entries.map((entry) => linkTo(site, entry));
  const pages = new Map([...listPages(site, links), ...articlePages(site, entries, links, year)]);
  if (!site.xml) return pages;
  const body = Buffer.from(site.xml.render(origin, links));
  return pages.set(site.xml.path, rendered(body, site.xml.contentType, newest(links)));
}

function linkTo(site: SiteSpec, entry: Entry): Link {
  return { href: site.articlePath(entry), title: entry.title, published: entry.published };
}

function* listPages(site: SiteSpec, links: readonly Link[]): Generator<[string, Rendered]> {
  const pages = Math.ceil(links.length / site.perPage);
  for (let page = 1; page <= pages; page += 1) {
    const markup = site.template.list({
      home: site.listPath(1),
      links: links.slice((page - 1) * site.perPage, page * site.perPage),
      page,
      pages,
      pageHref: site.listPath,
    });
    yield [site.listPath(page), encoded(site, markup, newest(links))];
  }
}

function* articlePages(
  site: SiteSpec,
  entries: readonly Entry[],
  links: readonly Link[],
  year: DemoYear,
): Generator<[string, Rendered]> {
  for (const [index, original] of entries.entries()) {
    const entry = shown(original, year);
    if (!entry) continue;
    // The oldest articles, because they never change: a side column that did would make every page new each year.
    const others = links.toSpliced(index, 1).slice(-4);
    const markup = site.template.article({ home: site.listPath(1), entry, others });
    yield [site.articlePath(entry), encoded(site, markup, entry.published)];
  }
}

function newest(links: readonly Link[]): string {
  return links[0]?.published ?? '2025-01-01 00:00';
}

function encoded({ template }: SiteSpec, markup: string, published: string): Rendered {
  return rendered(iconv.encode(markup, template.charset), template.contentType, published);
}

/** Last-Modified is the printed time, even after a silent edit: only the ETag gives such a publisher away. */
function rendered(body: Buffer, contentType: string, published: string): Rendered {
  return {
    body,
    contentType,
    etag: `"${sha256(body).slice(0, 16)}"`,
    lastModified: new Date(`${published.replace(' ', 'T')}:00+08:00`).toUTCString(),
  };
}
