import type { Cheerio } from 'cheerio';
import type { AnyNode } from 'domhandler';

/** Elements that may lead to an article. */
export const ANCHORS = 'a[href], a[onclick]';

/** `window.open('…')`, `location.href='…'`: a script whose address can be read without running it. */
const OPENS = /\b(?:open|href|location|assign|replace)\s{0,5}[(=]\s{0,5}["']([^"'\s]{1,2000})["']/i;

/** The address a link leads to, by its href or by the script that a click runs; empty for none. */
export function hrefOf(anchor: Cheerio<AnyNode>): string {
  const href = anchor.attr('href') ?? '';
  if (!/^\s*(?:javascript:|#|$)/i.test(href)) return href;
  return OPENS.exec(`${anchor.attr('onclick') ?? ''} ${href}`.slice(0, 5000))?.[1] ?? href;
}
