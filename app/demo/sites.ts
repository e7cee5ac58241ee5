import { cityAEntries } from './content/city-a.ts';
import { cityBEntries } from './content/city-b.ts';
import type { Entry } from './content/entry.ts';
import { provinceEntries } from './content/province.ts';
import { tableTemplate } from './templates/table.ts';
import type { SiteTemplate } from './templates/template.ts';
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
];
