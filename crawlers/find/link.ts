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
