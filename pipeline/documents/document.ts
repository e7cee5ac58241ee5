import type { Block } from '../../core/article.ts';
import { ExtractError } from '../../core/errors.ts';

/** Kinds of documents that are read. */
export const DOCUMENT_KINDS = [
  'pdf',
  'docx',
  'doc',
  'rtf',
  'odt',
  'xlsx',
  'xls',
  'ods',
  'ofd',
  'html',
  'zip',
] as const;

/** What was read out of a document: an attachment, or a file that is the article itself. */
export interface DocumentText {
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  readonly blocks: readonly Block[];
  /** What could not be read of it, of files in an archive; the rest stands in `blocks`. */
  readonly faults: readonly DocumentFault[];
}

/** Why a document, or a part of it, was not read. */
export interface DocumentFault {
  /** One of docs/errors.md, such as ATTACHMENT_ENCRYPTED. */
  readonly code: string;
  readonly message: string;
}

/** What reading may cost. Everything larger is refused in words: a document read by half looks like one cut by half. */
export const LIMITS = {
  pages: 2000,
  /** Characters of text. */
  characters: 1_000_000,
  /** Files inside an archive, and bytes they unpack to. */
  entries: 5000,
  unpacked: 200_000_000,
  /** Documents inside an archive that are read. */
  documents: 20,
  cells: 200_000,
} as const;

export function encrypted(): ExtractError {
  return new ExtractError(
    'ATTACHMENT_ENCRYPTED',
    'the file is protected by a password. Ask the publisher for an open one.',
  );
}

export function scanned(pages: number): ExtractError {
  return new ExtractError(
    'ATTACHMENT_SCANNED',
    `the file is a scan: ${pages === 1 ? '1 page' : `${pages} pages`} of pictures without text. Read it yourself; it is kept as it was sent.`,
  );
}

export function tooLarge(what: string): ExtractError {
  return new ExtractError(
    'ATTACHMENT_TOO_LARGE',
    `the file has more than ${what}, so it is not read. Look at it yourself.`,
  );
}

export function unsupported(what: string): ExtractError {
  return new ExtractError(
    'ATTACHMENT_UNSUPPORTED',
    `${what}. Read are PDF, Word, RTF, Excel, ODT, ODS, OFD, WPS and zip of these. Look at it yourself.`,
  );
}

export function unreadable(why: string, cause?: unknown): ExtractError {
  return new ExtractError(
    'ATTACHMENT_UNREADABLE',
    `the file cannot be read (${why}). Open it; if it opens, report this.`,
    { cause },
  );
}
