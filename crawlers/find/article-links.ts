import type { Link } from './link.ts';
import { dayInUrl } from './link-date.ts';
import { type Anchor, rowFinder } from './row-finder.ts';
import { siteKey } from './site-key.ts';

/** A headline has at least this many characters; navigation entries have two to four. */
const SHORTEST_HEADLINE = 8;
/** One that a day or a row of a list tells, at least this many: not 下一页, not the number of a page. */
const SHORTEST_TITLE = 4;
/** Says that more is elsewhere. */
const MORE = /更多|全部/;
/** Files that are no article by themselves; a PDF or a Word document may be one. */
const FILE = /\.(xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|mp[34]|exe|apk)$/i;
/** A folder, or a page that bears the name of one; not `123.html`, which is how many sites name articles. */
const INDEX = /\/((index|default|list)(_?\d{0,3})?(\.(s?html?|jsp|aspx?|php))?)?$/i;

/** The part of the largest group that one of another shape must have: pages list a few items of other columns too. */
const FEW = 1 / 10;
/** The same of links without a day in a list of dated ones: single ones are ways to other parts of the site. */
const FEW_UNDATED = 1 / 4;
/** Files that are articles by themselves; no menu leads to one. */
const DOCUMENT = /\.(pdf|docx?|rtf|odt|wps|ofd)$/i;

/**
 * Of all links of a list page, those that look like articles: on the same site, told by a headline or a day, and with an
 * address of the shape that most such links of the page share (a list is made by one template).
 *
 * Short headlines, such as 政府工作报告, count where their address has that shape exactly or carries a day, or where they stand in
 * a row among those of articles and have a day or an address that numbers them: menus have entries of the same words.
 * Headlines of other shapes count where they have a day as those of the list do, for a plan may be published in a folder of its own.
 *
 * @param base address of the list page
 * @param anchors all links of the page where they stand
 */
export function articleLinks(links: readonly Link[], base: string, anchors: readonly Anchor[]): Link[] {
  const site = siteKey(base);
  const own = links.filter((link) => siteKey(link.url) === site && !FILE.test(new URL(link.url).pathname));
  const pages = own.filter(isPage);
  const told = pages.filter((link) => isHeadline(link) || isDatedTitle(link));
  const counts = new Map<string, number>();
  for (const { url } of told) counts.set(shapeOf(url), (counts.get(shapeOf(url)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const listed = told.filter(({ url }) => counts.get(shapeOf(url)) === most);
  const isDated = listed.filter(({ date }) => date !== null).length * 2 > listed.length;
  const sure = pages.filter((link) => {
    const count = counts.get(shapeOf(link.url)) ?? 0;
    if (!isHeadline(link))
      return (most > 1 && count === most) || (isDatedTitle(link) && dayInUrl(link.url) !== null);
    if (isDated && (link.date !== null || DOCUMENT.test(new URL(link.url).pathname))) return true;
    return count >= most * (isDated ? FEW_UNDATED : FEW);
  });
  const found = new Set(sure.map(({ url }) => url));
  const isInRow = rowFinder(anchors, found);
  const mayBe = (link: Link) => isNamed(link) && (isDated ? link.date !== null : isNumbered(link));
  return own.filter((link) => found.has(link.url) || (mayBe(link) && isInRow(link.url)));
}

function isDatedTitle(link: Link): boolean {
  return link.date !== null && isTitle(link);
}

function isTitle({ text }: Link): boolean {
  return [...text].length >= SHORTEST_TITLE;
}

/** Whether it has a title in Chinese: rows of forums name their members too. */
function isNamed({ text }: Link): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= SHORTEST_TITLE && !MORE.test(text);
}

/** Whether an address ends in a number, as those of articles do, be it of a file or in a query: no folder. */
function isNumbered({ url }: Link): boolean {
  const { pathname, search } = new URL(url);
  return /\d[^/]*$/.test(pathname + search);
}

function isHeadline({ text }: Link): boolean {
  return [...text].length >= SHORTEST_HEADLINE;
}

/** Not the way to a folder, unless the list dates it as one of its articles, or it is named by a year. */
function isPage(link: Link): boolean {
  const { pathname, search } = new URL(link.url);
  return (
    search !== '' ||
    !INDEX.test(pathname) ||
    /\d{4,}/.test(pathname) ||
    (link.date !== null && isHeadline(link))
  );
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
