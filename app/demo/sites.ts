import { b2bEntries } from './content/b2b.ts';
import { cityAEntries } from './content/city-a.ts';
import { cityBEntries } from './content/city-b.ts';
import type { Entry } from './content/entry.ts';
import { mirrorEntries } from './content/mirror.ts';
import { newsEntries } from './content/news.ts';
import { provinceEntries } from './content/province.ts';
import { b2bTemplate } from './templates/b2b.ts';
import { mirrorTemplate, sitemap } from './templates/mirror.ts';
import { portalTemplate, rss } from './templates/portal.ts';
import { tableTemplate } from './templates/table.ts';
import type { Link, SiteTemplate } from './templates/template.ts';
import { trsTemplate } from './templates/trs.ts';
import { ucapTemplate } from './templates/ucap.ts';

/** One of the demo's sites: what it publishes, how it looks, and how its addresses are made. */
export interface SiteSpec {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly template: SiteTemplate;
  readonly perPage: number;
  /** Path, with query, of the nth page of the list, from 1. */
  readonly listPath: (page: number) => string;
  readonly articlePath: (entry: Entry) => string;
  /** The same list for machines: an RSS feed or a sitemap, with absolute addresses. */
  readonly xml?: {
    readonly path: string;
    readonly contentType: string;
    readonly render: (origin: string, links: readonly Link[]) => string;
  };
}

/** The digits of an entry's time, `202501210830`: what its address is made of. */
function stamp(entry: Entry): string {
  return entry.published.replace(/\D/g, '');
}

/** Every site, each in another manner of writing lists, addresses and markup. */
export const sites: readonly SiteSpec[] = [
  {
    name: '澜海省人民政府',
    entries: provinceEntries,
    template: trsTemplate,
    perPage: 8,
    listPath: (page) => `/gov/province/zwgk/${page === 1 ? 'index' : `index_${page - 1}`}.html`,
    articlePath: (entry) =>
      `/gov/province/zwgk/${stamp(entry).slice(0, 6)}/t${stamp(entry).slice(0, 8)}_${stamp(entry).slice(8)}.html`,
  },
  {
    name: '望潮市人民政府',
    entries: cityAEntries,
    template: ucapTemplate,
    perPage: 6,
    listPath: (page) => `/gov/city-a/xxgk/list${page === 1 ? '' : `_${page}`}.htm`,
    articlePath: (entry) =>
      `/gov/city-a/xxgk/${stamp(entry).slice(0, 6)}/content_${stamp(entry).slice(6)}.htm`,
  },
  {
    name: '青禾市人民政府',
    entries: cityBEntries,
    template: tableTemplate,
    perPage: 5,
    listPath: (page) => `/gov/city-b/list.asp${page === 1 ? '' : `?page=${page}`}`,
    articlePath: (entry) => `/gov/city-b/show.asp?id=${stamp(entry)}`,
  },
  {
    name: '澜海新闻网',
    entries: newsEntries,
    template: portalTemplate,
    perPage: 6,
    listPath: (page) => `/news/index${page === 1 ? '' : `_${page}`}.html`,
    articlePath: (entry) => `/news/c/${entry.published.slice(0, 10)}/doc-${stamp(entry)}.shtml`,
    xml: { path: '/news/rss.xml', contentType: 'application/rss+xml; charset=utf-8', render: rss },
  },
  {
    name: '澜化网',
    entries: b2bEntries,
    template: b2bTemplate,
    perPage: 5,
    listPath: (page) => `/b2b/news/list-${page}.html`,
    articlePath: (entry) => `/b2b/news/show-${stamp(entry).slice(2, 8)}.html`,
  },
  {
    name: '资讯大全',
    entries: mirrorEntries,
    template: mirrorTemplate,
    perPage: 8,
    listPath: (page) => `/mirror/${page === 1 ? '' : `p${page}/`}`,
    articlePath: (entry) => `/mirror/a/${stamp(entry)}/`,
    xml: { path: '/mirror/sitemap.xml', contentType: 'application/xml', render: sitemap },
  },
];
