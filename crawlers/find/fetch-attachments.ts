import { documentKind, isOfficePage } from '../../core/document-kind.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { AttachedFile } from '../../core/parts.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import type { FetchResult } from '../fetch/fetcher.ts';
import type { PoliteFetch } from '../polite/polite-fetch.ts';

/** Files of one article at most, and their bytes in all. */
const MOST_FILES = 20;
const MOST_BYTES = 64_000_000;

/** What a server, or its robots.txt, does not let us have. */
const REFUSALS = new Set(['ROBOTS_DISALLOWED', 'ANSWER_REFUSED', 'ANSWER_LOGIN']);

/** What a crawl must be told to fetch the files attached to articles. */
export interface Attachments {
  /** Whether a page may link to files, told from its bytes, a character for each: most do not, and are then not read for it. */
  readonly mayBeIn: (bytes: string) => boolean;
  /** Absolute addresses of the files that the parts of an article link to, in order. */
  readonly find: (parts: readonly [FetchedPage, ...FetchedPage[]]) => Promise<readonly string[]>;
  /** The files kept with the article when it was last fetched. */
  readonly known: (url: string) => Promise<readonly AttachedFile[]>;
  /** Why a file cannot be read, in words; null if it can. */
  readonly check: (body: Uint8Array) => Promise<string | null>;
}

/**
 * Fetch the files attached to an article, under the same manners and limits as pages.
 *
 * What is not to be had now, or cannot be read, stays as it was last kept: a server that fails must not look like a
 * publisher who takes an annex down. Each such file says why.
 *
 * @throws {FetchError} HOST_PAUSED: the article is left for a later run, whole
 */
export async function fetchAttachments(
  ask: PoliteFetch['ask'],
  attachments: Attachments,
  parts: readonly [FetchedPage, ...FetchedPage[]],
): Promise<AttachedFile[]> {
  const urls = await attachments.find(parts);
  if (urls.length === 0) return [];
  const known = new Map((await attachments.known(parts[0].url)).map((file) => [file.url, file]));
  const { host } = new URL(parts[0].url);
  const files: AttachedFile[] = [];
  let bytes = 0;
  for (const [at, url] of urls.entries()) {
    const last = known.get(url) ?? {
      url,
      etag: null,
      lastModified: null,
      body: new Uint8Array(),
      fault: null,
    };
    const file = at < MOST_FILES ? await fetchFile(ask, attachments, last, host) : keep(last, tooMany());
    bytes += file.body.length;
    files.push(bytes > MOST_BYTES ? keep({ ...last, body: new Uint8Array() }, tooMuch()) : file);
  }
  return files;
}

async function fetchFile(
  ask: PoliteFetch['ask'],
  { check }: Attachments,
  last: AttachedFile,
  host: string,
): Promise<AttachedFile> {
  const result = await ask({
    url: last.url,
    expects: 'document',
    ...(last.body.length > 0 ? { etag: last.etag, lastModified: last.lastModified } : {}),
  }).catch((thrown: unknown): FetchError => {
    const error = asFetchError(thrown, last.url);
    // The article waits with its own host, but not for another one.
    if (error.code === 'HOST_PAUSED' && new URL(last.url).host === host) throw error;
    return error;
  });
  if (result instanceof FetchError)
    return keep(
      last,
      result.message,
      REFUSALS.has(result.code) ? 'ATTACHMENT_REFUSED' : 'ATTACHMENT_NOT_FETCHED',
    );
  if (result.kind === 'unchanged') return { ...last, fault: null };
  if (result.kind === 'missing') return keep(last, `${last.url}: ${result.reason}`);
  return takeFile(result, last, check);
}

/** A new file counts if it can be read, or if what was kept cannot either: then it is at least the present one. */
async function takeFile(
  { page }: Extract<FetchResult, { kind: 'page' }>,
  last: AttachedFile,
  check: Attachments['check'],
): Promise<AttachedFile> {
  const { body, headers } = page;
  const file = {
    ...last,
    body,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    fault: null,
  };
  const wrong =
    documentKind(body) === null && isPage(body) ? 'a web page came in its place' : await check(body);
  if (wrong === null) return file;
  const readable = last.body.length > 0 && (await check(last.body)) === null;
  if (readable || isPage(body)) return keep(last, `${last.url}: ${wrong}`);
  return file;
}

function isPage(body: Uint8Array): boolean {
  if (isOfficePage(body)) return false;
  return /^(?:\ufeff)?\s*<(?:!doctype|html|head|script|\?xml)/i.test(
    Buffer.from(body.subarray(0, 200)).toString('utf8'),
  );
}

function keep(last: AttachedFile, message: string, code = 'ATTACHMENT_NOT_FETCHED'): AttachedFile {
  return { ...last, fault: { code, message } };
}

function tooMany(): string {
  return `the article has more than ${MOST_FILES} attached files; the rest is not fetched`;
}

function tooMuch(): string {
  return `the files of the article take more than ${MOST_BYTES} bytes; this one is not kept`;
}
