import type { LinkRule } from '../../core/source.ts';
import { compileGlob } from './glob.ts';

/** A link of a list, in the order of the list. */
export interface Link {
  /** Canonical. */
  readonly url: string;
  /** Headline, on one line; empty where the list does not show any. */
  readonly text: string;
  /** The day the list gives the article, `YYYY-MM-DD`; null if it gives none. */
  readonly date: string | null;
}

/** What links to other pages of the same list say: no headline is so short, nor a number. */
const PAGER =
  /^[[<«‹]?\s?(?:\d{1,3}|[首尾末][页頁]|[上下前后後]一?[页頁]|[<>«»‹›]{1,2}|prev(?:ious)?|next|\.{3}|…)\s?[\]>»›]?$/i;

/** Whether a link leads to another page of its list, and to no article. */
export function isPager({ text }: Pick<Link, 'text'>): boolean {
  return PAGER.test(text);
}

/**
 * Whether a link meets what the rule says of its address and words; a link without words, as in a sitemap, is judged by
 * its address alone.
 */
export function linkFilter(rule: LinkRule): (link: Link) => boolean {
  const match = rule.match === undefined ? null : compileGlob(rule.match);
  return ({ url, text }) =>
    (match === null || match(url)) &&
    (rule.words === undefined || text === '' || rule.words.some((word) => text.includes(word)));
}
