import { getDomain } from 'tldts';
import type { Link } from './link.ts';

/** A headline has at least this many characters; navigation entries have two to four. */
const SHORTEST_HEADLINE = 8;
/** Files that are no article by themselves; a PDF or a Word document may be one. */
const FILE = /\.(xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|mp[34]|exe|apk)$/i;
/** A folder, or a page that bears the name of one; not `123.html`, which is how many sites name articles. */
const INDEX = /\/((index|default|list)(_?\d{0,3})?(\.(s?html?|jsp|aspx?|php))?)?$/i;

/**
 * Of all links of a list page, those that look like articles: on the same site, headlines by their length, and with an
 * address of the shape that most such links of the page share (a list is made by one template). Short headlines, such
 * as 政府工作报告, count where their address has that shape exactly; headlines of any shape count where they have a day
 * beside them as those of the list do, for a plan may be published in a folder of its own.
 *
 * @param base address of the list page
 */
export function articleLinks(links: readonly Link[], base: string): Link[] {
  const site = siteKey(base);
  const pages = links.filter((link) => siteKey(link.url) === site && isPage(link.url));
  const isHeadline = (link: Link) => [...link.text].length >= SHORTEST_HEADLINE;
  const counts = new Map<string, number>();
  for (const { url } of pages.filter(isHeadline))
    counts.set(shapeOf(url), (counts.get(shapeOf(url)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const listed = pages.filter(({ url }) => counts.get(shapeOf(url)) === most);
  const isDated = listed.filter(({ date }) => date !== null).length * 2 > listed.length;
  return pages.filter((link) => {
    const count = counts.get(shapeOf(link.url)) ?? 0;
    // A tenth of the largest group: pages list a few items of other columns, but single links are asides.
    if (!isHeadline(link)) return most > 1 && count === most;
    return count >= Math.max(1, most / 10) || (isDated && link.date !== null);
  });
}

function siteKey(url: string): string {
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

function isPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return !FILE.test(pathname) && (search !== '' || !INDEX.test(pathname) || /\d{4,}/.test(pathname));
}

/** The address with every run of digits and every id-like segment replaced: articles of one template share it. */
function shapeOf(url: string): string {
  const { pathname, search } = new URL(url);
  const path = pathname
    .replace(/\d+/g, '0')
    .replace(/[0-9a-f]{16,}/gi, '0')
    .split('/');
  return `${path.length}/${path.at(-1)?.replace(/[a-z]{9,}/gi, 'x') ?? ''}?${[...new URLSearchParams(search).keys()].join('&')}`;
}
