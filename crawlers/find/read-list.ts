import type { LinkRule } from '../../core/source.ts';
import { findLinks } from './find-links.ts';
import { type Link, linkFilter } from './link.ts';
import { htmlInJson, parseJson, readJsonList } from './read-json-list.ts';
import { unwrapDatastore } from './unwrap-datastore.ts';

/**
 * The article links of one page of a list, whatever it is served as: HTML, XML data, JSON, or HTML inside of these.
 *
 * @param text decoded
 * @param base the address that answered
 */
export function readList(text: string, base: string, rule: LinkRule): Link[] {
  const json = parseJson(text);
  if (json === undefined) return findLinks(unwrapDatastore(text), base, rule);
  const html = htmlInJson(json);
  const links = readJsonList(json, base).filter(linkFilter(rule));
  return links.length > 0 || html === '' ? links : findLinks(unwrapDatastore(html), base, rule);
}
