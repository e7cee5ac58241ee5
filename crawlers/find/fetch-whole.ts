import { decodeHtml } from '../../core/charset.ts';
import { documentKind } from '../../core/document-kind.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchedPage } from '../../core/page.ts';
import { joinParts } from '../../core/parts.ts';
import type { FetchRequest, FetchResult } from '../fetch/fetcher.ts';
import type { PoliteFetch } from '../polite/polite-fetch.ts';
import { type Attachments, fetchAttachments } from './fetch-attachments.ts';
import { mayGoOn } from './may-go-on.ts';
import { nextPart } from './next-part.ts';

/** Pages of one article at most. */
const MOST_PARTS = 30;

/**
 * Fetch an article with all pages it is published on and the files attached to it, see docs/decisions/0009 and 0013.
 *
 * @param charset what the operator says of the encoding, null for nothing
 * @param attachments null to leave files alone
 * @returns one page whose body is all of them, see core/parts.ts
 * @throws {FetchError} PART_MISSING, or what the fetch of a part throws: half an article must never look like an edit
 */
export async function fetchWhole(
  ask: PoliteFetch['ask'],
  request: FetchRequest,
  charset: string | null,
  attachments: Attachments | null,
): Promise<FetchResult> {
  const first = await ask(attachments === null ? request : { ...request, expects: 'either' });
  // A link may lead straight to a file: that is the article then.
  if (first.kind !== 'page' || documentKind(first.page.body) !== null) return first;
  const parts: [FetchedPage, ...FetchedPage[]] = [first.page];
  const read = new Set([first.page.finalUrl]);
  let linksToFiles = false;
  for (let last = first.page; ; ) {
    const bytes = latin1(last.body);
    if (attachments?.mayBeIn(bytes)) linksToFiles = true;
    if (parts.length === MOST_PARTS || !mayGoOn(bytes)) break;
    const contentType = last.headers['content-type'] ?? null;
    const { text } = decodeHtml(last.body, { contentType, override: charset });
    const url = nextPart(text, { first: first.page.finalUrl, url: last.finalUrl, number: parts.length });
    if (url === null || read.has(url)) break;
    read.add(url);
    const part = await ask({ url });
    if (part.kind !== 'page') throw partMissing(request.url, url);
    parts.push(part.page);
    last = part.page;
  }
  const files = attachments !== null && linksToFiles ? await fetchAttachments(ask, attachments, parts) : [];
  return { kind: 'page', page: joinParts(parts, files) };
}

/** A character for each byte, without copying the bytes first. */
function latin1({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1');
}

function partMissing(url: string, part: string): FetchError {
  return new FetchError(
    'PART_MISSING',
    `${url}: its page ${part} is not there, so the article is not whole. It is tried again at the next run.`,
    { url, part, retryable: true },
  );
}
