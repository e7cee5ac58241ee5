import type { Cheerio, CheerioAPI } from 'cheerio';

import type { AnyNode } from 'domhandler';
import type { LinkRule } from '../../core/source.ts';
import { canonicalUrl } from '../../core/url.ts';
import { articleLinks } from './article-links.ts';
import { dayFinder } from './day-beside.ts';
import { isHiddenLink } from './hidden-link.ts';
import { ANCHORS, hrefOf } from './href-of.ts';
import { chromeFinder } from './in-chrome.ts';
import { isPager, type Link, linkFilter } from './link.ts';
import { dayInUrl } from './link-date.ts';
import { parseHtml } from './parse-markup.ts';
import type { Anchor } from './row-finder.ts';

/** Links looked at on one page: enough for any real list, a bound for one made of a million. */
const MOST_LINKS = 5000;

/**
 * The article links of a list page.
 *
 * @param html decoded
 * @param base the address that answered; a `<base>` in the page counts only if it stays on the same origin
 * @param rule conditions that must all hold; without select and match, links are detected, see article-links.ts
 */
export function findLinks(html: string, base: string, rule: LinkRule): Link[] {
  const $ = parseHtml(html);
  const from = baseOf($, base);
  const anchors =
    rule.select === undefined ? $(ANCHORS) : $(rule.select).filter(ANCHORS).add($(rule.select).find(ANCHORS));
  const detect = rule.select === undefined && rule.match === undefined;
  const passes = linkFilter(rule);
  const dayBeside = dayFinder();
  const isInChrome = chromeFinder($);
  const inHtml = $('html').length > 0;
  const links = new Map<string, Link>();
  const standing: Anchor[] = [];
  const self = canonicalUrl(base);
  for (const element of anchors.slice(0, MOST_LINKS).toArray()) {
    const anchor = $(element);
    const url = canonicalUrl(hrefOf(anchor), from);
    if (url === null || url === self || isHiddenLink(anchor, inHtml)) continue;
    const link = { url, text: headline(anchor), date: dayInUrl(url) };
    if (rule.select === undefined && isPager(link)) continue;
    standing.push({ ...link, node: element });
    // The same article may be linked twice, by picture and by headline: the headline tells more.
    if (!passes(link) || link.text.length <= (links.get(url)?.text.length ?? -1)) continue;
    const date = dayBeside(anchor) ?? link.date;
    if (date !== null || !detect || !isInChrome(anchor)) links.set(url, { ...link, date });
  }
  const found = [...links.values()];
  return detect ? articleLinks(found, base, standing) : found;
}

/** The base of a page's relative addresses. */
export function baseOf($: CheerioAPI, base: string): string {
  const declared = $('base[href]').attr('href');
  const url = declared === undefined ? null : URL.parse(declared, base);
  return url !== null && url.origin === new URL(base).origin ? url.href : base;
}

/** The text of a link or its title attribute, whichever is longer: lists cut headlines off and keep them whole there. */
function headline(anchor: Cheerio<AnyNode>): string {
  const [text, title] = [anchor.text(), anchor.attr('title') ?? ''].map((s) => s.replace(/\s+/g, ' ').trim());
  return (title ?? '').length > (text ?? '').length ? (title ?? '') : (text ?? '');
}
