import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import type { AnyNode } from 'domhandler';

/** Open elements above one another at most; real pages stay below a hundred, sloppy ones below a thousand. */
const MOST_LEVELS = 1500;
/** Tags of a page at most; the busiest front pages have ten thousand. */
const MOST_TAGS = 200_000;
const TAG = /<(\/?)([a-z][\w:.-]{0,40})/gi;
/** HTML elements that do not nest: they have no end, or the next of their kind ends them. */
const FLAT = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr wbr'.split(' '),
);

/**
 * Parse a list page. What stands below a depth that no real page has is cut off with all that follows: the parser needs
 * time that grows with the square of the depth, and readers of the tree run out of stack.
 */
export function parseHtml(html: string): CheerioAPI {
  // One element around all: selecting among many roots takes time that grows with the square of their number.
  return load(`<page-root>${bound(html, FLAT, MOST_TAGS)}`);
}

/** Parse XML in the same way. No DTD is read, so that entities it declares are never expanded. */
export function parseXml(xml: string): CheerioAPI {
  return load(`<page-root>${bound(xml, new Set(), Number.POSITIVE_INFINITY)}`, { xml: true });
}

/** The node itself or the nearest around it that is one of these elements. By hand: selecting is slow, levels are many. */
export function closestOf(node: AnyNode | undefined, names: ReadonlySet<string>): AnyNode | null {
  for (let at: AnyNode | null = node ?? null; at !== null; at = at.parent)
    if ('name' in at && names.has(at.name)) return at;
  return null;
}

function bound(text: string, flat: ReadonlySet<string>, most: number): string {
  let depth = 0;
  let tags = 0;
  for (const { 1: slash, 2: name = '', index } of text.matchAll(TAG)) {
    if (++tags > most) return text.slice(0, index);
    if (flat.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MOST_LEVELS) return text.slice(0, index);
  }
  return text;
}
