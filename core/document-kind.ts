/** What a file is, by its first bytes: `zip` holds Office, OFD and archives; `ole` is Office of before 2007, and encrypted. */
export type DocumentKind = 'pdf' | 'zip' | 'ole' | 'rtf';

/** A PDF may have this many bytes of something else before it (ISO 32000-1, implementation note 13). */
const PDF_HEAD = 1024;

/**
 * What kind of document bytes are, told by content: names lie, and `.wps` and `.et` are one of these inside.
 *
 * @returns null for everything else, web pages among it
 */
export function documentKind(bytes: Uint8Array): DocumentKind | null {
  const head = Buffer.from(bytes.subarray(0, PDF_HEAD)).toString('latin1');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  if (head.startsWith('{\\rtf')) return 'rtf';
  return !/^\s*</.test(head) && head.includes('%PDF-') ? 'pdf' : null;
}

/** Word and Excel name themselves at the beginning of a page they save. */
const OFFICE_HEAD = 4096;
const OFFICE =
  /urn:schemas-microsoft-com:office:(?:word|excel)|content=["']?(?:Word\.Document|Excel\.Sheet)/i;

/**
 * Whether bytes are a page that Word or Excel saved, as some files called `.doc` and `.xls` are. A page of a site may be one too, so
 * this tells a document only where one was asked for.
 */
export function isOfficePage(bytes: Uint8Array): boolean {
  return OFFICE.test(Buffer.from(bytes.subarray(0, OFFICE_HEAD)).toString('latin1'));
}
