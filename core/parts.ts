import { sha256 } from './hash.ts';
import type { FetchedPage } from './page.ts';

/** Our own header on a page that was published in parts: the byte length of each, such as `18234,17222`. */
export const PARTS_HEADER = 'planwatch-parts';

/**
 * Several pages of one article as one page: their bytes one after another, and where each ends.
 *
 * The validators of the first part are dropped: they say nothing of the others.
 *
 * @param parts in order; the first is the document
 */
export function joinParts(parts: readonly [FetchedPage, ...FetchedPage[]]): FetchedPage {
  const [first] = parts;
  if (parts.length === 1) return first;
  const body = Buffer.concat(parts.map((part) => part.body));
  const { etag: _etag, 'last-modified': _modified, ...headers } = first.headers;
  const lengths = parts.map((part) => part.body.length).join(',');
  return { ...first, body, sha256: sha256(body), headers: { ...headers, [PARTS_HEADER]: lengths } };
}

/** The bodies of the parts of a page, in order; the body itself where it was published whole. */
export function splitParts(body: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array[] {
  const lengths = headers[PARTS_HEADER]?.split(',').map(Number) ?? [];
  const parts: Uint8Array[] = [];
  let start = 0;
  for (const length of lengths) {
    parts.push(body.subarray(start, start + length));
    start += length;
  }
  return parts.length > 0 && start === body.length ? parts : [body];
}
