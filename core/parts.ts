import { z } from 'zod';
import { sha256 } from './hash.ts';
import type { FetchedPage } from './page.ts';

/** Our own header on a page that was published in parts: the byte length of each, such as `18234,17222`. */
const PARTS_HEADER = 'planwatch-parts';
/** Our own header on a page with attached files: what is known of each, as JSON. Their bytes stand behind the parts. */
const ATTACHMENTS_HEADER = 'planwatch-attachments';

/** Headers that no server may send us. */
export const OWN_HEADERS: ReadonlySet<string> = new Set([PARTS_HEADER, ATTACHMENTS_HEADER]);

/** A file that an article links to, as it was last to be had. */
export interface AttachedFile {
  /** As the page links to it, absolute. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Empty where it was never to be had. */
  readonly body: Uint8Array;
  /** Why `body` is not what the server has now, by a code of docs/errors.md and in words; null where it is. */
  readonly fault: { readonly code: string; readonly message: string } | null;
}

const attachedFiles = z.array(
  z.object({
    url: z.string(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    length: z.int().min(0),
    fault: z.object({ code: z.string(), message: z.string() }).nullable(),
  }),
);

/**
 * Several pages of one article, and the files attached to it, as one page: their bytes one after another, and where each
 * ends. See docs/decisions/0009 and 0013.
 *
 * The validators of the first part are dropped: they say nothing of the others.
 *
 * @param parts in order; the first is the document
 */
export function joinParts(
  parts: readonly [FetchedPage, ...FetchedPage[]],
  files: readonly AttachedFile[] = [],
): FetchedPage {
  const [first] = parts;
  if (parts.length === 1 && files.length === 0) return first;
  const body = Buffer.concat([...parts, ...files].map((part) => part.body));
  const { etag: _etag, 'last-modified': _modified, ...headers } = first.headers;
  const lengths = parts.map((part) => part.body.length).join(',');
  const attached = files.map(({ body: bytes, ...facts }) => ({ ...facts, length: bytes.length }));
  return {
    ...first,
    body,
    sha256: sha256(body),
    headers: {
      ...headers,
      [PARTS_HEADER]: lengths,
      ...(files.length > 0 ? { [ATTACHMENTS_HEADER]: JSON.stringify(attached) } : {}),
    },
  };
}

/** The bodies of the parts of a page, in order, the body itself where it was published whole; and its attached files. */
export function splitParts(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): { readonly parts: readonly Uint8Array[]; readonly files: readonly AttachedFile[] } {
  const facts = attachedFiles.parse(JSON.parse(headers[ATTACHMENTS_HEADER] ?? '[]'));
  let start = 0;
  const cut = (length: number): Uint8Array => {
    start += length;
    return body.subarray(start - length, start);
  };
  const lengths = headers[PARTS_HEADER]?.split(',').map(Number) ?? [];
  const parts = lengths.map(cut);
  const files = facts.map(({ length, ...file }) => ({ ...file, body: cut(length) }));
  return parts.length > 0 && start === body.length ? { parts, files } : { parts: [body], files: [] };
}

/** Whether files were fetched with a page. */
export function hasFiles(headers: Readonly<Record<string, string>>): boolean {
  return headers[ATTACHMENTS_HEADER] !== undefined;
}

/** A page as it would be had its attached files never been fetched. */
export function withoutFiles(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } {
  const { [ATTACHMENTS_HEADER]: facts, ...rest } = headers;
  if (facts === undefined) return { body, headers };
  const length = splitParts(body, headers).parts.reduce((sum, part) => sum + part.length, 0);
  return { body: body.subarray(0, length), headers: rest };
}
