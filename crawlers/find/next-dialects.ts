import type { ListPage } from './next-page.ts';
import { parseJson } from './read-json-list.ts';

/** `createPageHTML(25, 0, "index", "html")`, with or without the id of an element before. */
const SCRIPTED =
  /create\w{0,6}Page\w{0,10}\s{0,9}\(\s{0,9}(?:["'][\w#.-]{0,40}["']\s{0,9},\s{0,9})?(\d{1,6})\s{0,9},\s{0,9}(\d{1,6})\s{0,9},\s{0,9}["']([\w.-]{1,80})["']\s{0,9},\s{0,9}["'](\w{1,8})["']/i;

/**
 * TRS: a script writes the page links from the number of pages, the current one and the name of the file.
 *
 * Most count from 0 (`index.html`, `index_1.html`), some from 1 (`index.html`, `index_2.html`): the current page's own
 * number tells.
 */
export function nextScripted({
  text,
  url,
  number,
}: Pick<ListPage, 'text' | 'url' | 'number'>): string | null {
  const [, count, current, stem, extension] = SCRIPTED.exec(text) ?? [];
  if (!count || !current || number >= Number(count)) return null;
  const behind = Number(current) === number ? number + 1 : number;
  return new URL(`${stem}_${behind}.${extension}`, url).href;
}

/** `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?…">]]></nextgroup>` */
const NEXT_GROUP =
  /<nextgroup>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}<a\s[^>]{0,40}href\s{0,5}=\s{0,5}["']([^"']{1,2000})["']/i;
const PROXY = /["']([^"'\s]{0,200}dataproxy\.jsp)[^"']{0,200}["']/i;
const SETTING = (name: string) => new RegExp(`\\b${name}\\s{0,9}:\\s{0,9}["']?([^"',}\\s]{0,200})`, 'i');
/** What a list's own script sends along with the numbers of the records it wants. */
const SENT = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
];

/**
 * jpage and jpaas: the page carries its first records as data and fetches more from `dataproxy.jsp`.
 *
 * Where the data names the next group, that address is taken as it is: some sites encrypt it. Else it is made from the
 * settings of the page's script.
 */
export function nextJpage({ text, url }: Pick<ListPage, 'text' | 'url'>): string | null {
  const group = NEXT_GROUP.exec(text)?.[1];
  if (group !== undefined) return group.replaceAll('&amp;', '&');
  return url.includes('dataproxy.jsp') ? nextRecords(text, url) : firstRecords(text, url);
}

function firstRecords(text: string, url: string): string | null {
  const proxy = PROXY.exec(text)?.[1];
  const setting = (name: string) => SETTING(name).exec(text)?.[1] ?? null;
  const total = Number(setting('totalRecord'));
  const perPage = Number(setting('perPage')) || 15;
  const shown = text.split('<record>').length - 1;
  const next = proxy === undefined ? null : URL.parse(proxy, url);
  if (next === null || setting('unitid') === null || shown >= total) return null;
  for (const name of SENT) {
    const value = setting(name);
    if (value !== null) next.searchParams.set(name, value);
  }
  // The site's own script asks for three pages at a time.
  return records(next, shown + 1, shown + 3 * perPage, perPage);
}

function nextRecords(text: string, url: string): string | null {
  const next = new URL(url);
  const [start, end] = ['startrecord', 'endrecord'].map((name) => Number(next.searchParams.get(name)));
  const total = Number(/<totalrecord>\s{0,20}(\d{1,9})/i.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
  if (!start || !end || end >= total || !text.includes('<record>')) return null;
  return records(next, end + 1, 2 * end - start + 1, Number(next.searchParams.get('perpage')) || 15);
}

function records(url: URL, start: number, end: number, perPage: number): string {
  url.searchParams.set('startrecord', String(start));
  url.searchParams.set('endrecord', String(end));
  url.searchParams.set('perpage', String(perPage));
  return url.href;
}

/**
 * gkmlpt, the disclosure system of Guangdong: the page is empty and names its site; the list is
 * `/gkmlpt/api/all/COLUMN?page=1&sid=SITE`, the column stands in the fragment of the page's address (0 for all).
 */
export function nextGkmlpt({ text, url, first }: Pick<ListPage, 'text' | 'url' | 'first'>): string | null {
  const [, root] = /^(.*\/gkmlpt\/)(?!api\/)/.exec(url) ?? [];
  const sid = /\bSID\s{0,9}:\s{0,9}["']?(\d{1,12})/.exec(text)?.[1];
  if (root === undefined || sid === undefined) return null;
  const column = /^#(\d{1,12})$/.exec(new URL(first).hash)?.[1] ?? '0';
  return `${root}api/all/${column}?page=1&sid=${sid}`;
}

const NUMBER = /^(?:page|pageno|pagenum|page_no|pageindex|page_index|currentpage|curpage|p)$/i;

/** An interface that answers JSON and whose address counts pages, in a parameter or in a JSON parameter (jpaas). */
export function nextNumber({ text, url }: Pick<ListPage, 'text' | 'url'>): string | null {
  if (parseJson(text) === undefined) return null;
  const next = new URL(url);
  for (const [name, value] of next.searchParams) {
    const counted = NUMBER.test(name) ? countUp(value) : countUpJson(value);
    if (counted === null) continue;
    next.searchParams.set(name, counted);
    return next.href;
  }
  return null;
}

function countUp(value: string): string | null {
  return /^\d{1,6}$/.test(value) ? String(Number(value) + 1) : null;
}

function countUpJson(value: string): string | null {
  if (!value.startsWith('{')) return null;
  const counted = value.replace(
    /("(?:pageNo|pageNum|pageIndex|page|currentPage)"\s*:\s*"?)(\d{1,6})/i,
    (_, before: string, number: string) => `${before}${Number(number) + 1}`,
  );
  return counted === value ? null : counted;
}
