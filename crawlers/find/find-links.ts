import { type CheerioAPI, load } from 'cheerio/slim';
import type { LinkRule } from '../../core/source.ts';
import { canonicalUrl } from '../../core/url.ts';
import { articleLinks } from './article-links.ts';
import { compileGlob } from './glob.ts';

/** A link of a list page, in page order. */
export interface Link {
  /** Canonical. */
  readonly url: string;
  readonly text: string;
}

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
  const $ = load(html);
  const from = baseOf($, base);
  const anchors =
    rule.select === undefined
      ? $('a[href]')
      : $(rule.select).filter('a[href]').add($(rule.select).find('a[href]'));
  const match = rule.match === undefined ? null : compileGlob(rule.match);
  const seen = new Set<string>();
  const links: Link[] = [];
  for (const element of anchors.slice(0, MOST_LINKS).toArray()) {
    const anchor = $(element);
    if (isHidden(anchor)) continue;
    const url = canonicalUrl(anchor.attr('href') ?? '', from);
    if (url === null || seen.has(url) || url === canonicalUrl(base)) continue;
    const text = (anchor.attr('title') ?? anchor.text()).replace(/\s+/g, ' ').trim();
    if (match && !match(url)) continue;
    if (rule.words && !rule.words.some((word) => text.includes(word))) continue;
    seen.add(url);
    links.push({ url, text });
  }
  return rule.select === undefined && rule.match === undefined ? articleLinks(links, base) : links;
}

/** Where a list goes on: the link that says so, or null. */
export function findNextPage(html: string, base: string): string | null {
  const $ = load(html);
  const next = $('a[rel="next"][href], link[rel="next"][href]').first();
  const anchor =
    next.length > 0
      ? next
      : $('a[href]')
          .filter((_, a) => /^(下一?[页頁]|后一页|next)\s*[>›»]*$/i.test($(a).text().trim()))
          .first();
  const href = anchor.attr('href');
  return href === undefined ? null : canonicalUrl(href, baseOf($, base));
}

function baseOf($: CheerioAPI, base: string): string {
  const declared = $('base[href]').attr('href');
  const url = declared === undefined ? null : URL.parse(declared, base);
  return url !== null && url.origin === new URL(base).origin ? url.href : base;
}

/** Firewalls plant links that no person sees, to tell programs by: following one gets us blocked. */
function isHidden(anchor: { closest(selector: string): { length: number } }): boolean {
  return (
    anchor.closest(
      '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i]',
    ).length > 0
  );
}
