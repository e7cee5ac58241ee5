import type { Cheerio } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { closestOf } from './parse-markup.ts';

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:[;\s]|$|\.0)|font-size\s*:\s*0|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}/i;

const HTML: ReadonlySet<string> = new Set(['html']);

/** Levels above a link that are looked at: no real page nests deeper, a hostile one does to cost time. */
const MOST_LEVELS = 60;

/**
 * Whether a person could not see a link. Firewalls plant such links to tell programs by, many of them behind the end of
 * the page (dgtlmoon/changedetection.io#2318): following one gets us blocked.
 *
 * @param inHtml whether the page has an `<html>` element, behind which nothing is shown to anyone
 */
export function isHiddenLink(anchor: Cheerio<AnyNode>, inHtml: boolean): boolean {
  if (anchor.text().trim() === '' && anchor.find('img').length === 0 && !anchor.attr('title')) return true;
  for (let at = anchor, depth = 0; at.length > 0 && depth < MOST_LEVELS; at = at.parent(), depth++) {
    if (at.attr('hidden') !== undefined || at.is('template, noscript')) return true;
    if (HIDING.test((at.attr('style') ?? '').slice(0, 500))) return true;
  }
  return inHtml && closestOf(anchor.get(0), HTML) === null;
}
