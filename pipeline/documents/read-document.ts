import type { Block } from '../../core/article.ts';
import { documentKind, isOfficePage } from '../../core/document-kind.ts';
import { ExtractError } from '../../core/errors.ts';
import {
  type DocumentFault,
  type DocumentText,
  encrypted,
  LIMITS,
  scanned,
  tooLarge,
  unreadable,
  unsupported,
} from './document.ts';
import { paragraphBlock } from './document-blocks.ts';
import { isOdf, readOdf } from './odf/read-odf.ts';
import { readOfd } from './read-ofd.ts';
import { readOfficePage } from './read-office-page.ts';
import { readRtf } from './rtf/read-rtf.ts';
import { openZip, type ZipEntry } from './unzip.ts';
import { openCompoundFile } from './word/compound-file.ts';
import { readDoc } from './word/read-doc.ts';
import { readDocx } from './word/read-docx.ts';

/**
 * Read a document: its text in paragraphs, headings and tables. What it is is told by its content, never by its name;
 * `.wps` and `.et` are Word and Excel inside.
 *
 * Meant for a process of its own (app/attachments): files come from anywhere, and take what memory and time they like.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_SCANNED, ATTACHMENT_TOO_LARGE, ATTACHMENT_UNSUPPORTED,
 *   ATTACHMENT_UNREADABLE
 */
export function readDocument(bytes: Uint8Array): Promise<DocumentText> {
  return readOne(bytes, true);
}

/** @param outer whether an archive may be opened: one inside another is not */
async function readOne(bytes: Uint8Array, outer: boolean): Promise<DocumentText> {
  switch (documentKind(bytes)) {
    case 'pdf': {
      // Loaded when wanted: it is much, and a Word file needs none of it.
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return checked('pdf', await readPdf(bytes));
    }
    case 'ole':
      return readOle(bytes);
    case 'rtf':
      return checked('rtf', readRtf(bytes));
    case 'zip':
      return readZip(bytes, outer);
    default:
      if (isOfficePage(bytes)) return checked('html', readOfficePage(bytes));
      throw unsupported(named(bytes));
  }
}

async function readOle(bytes: Uint8Array): Promise<DocumentText> {
  const file = openCompoundFile(bytes);
  // An encrypted file of the newer formats is a compound file around the zip.
  if (file.stream('EncryptedPackage') !== null) throw encrypted();
  if (file.stream('WordDocument') !== null) return checked('doc', readDoc(file));
  if (file.stream('Workbook') === null && file.stream('Book') === null)
    throw unsupported('the file is of an old Office program, but neither Word nor Excel');
  const { readSheets } = await import('./read-sheets.ts');
  return checked('xls', readSheets(bytes));
}

async function readZip(bytes: Uint8Array, outer: boolean): Promise<DocumentText> {
  const files = await openZip(bytes);
  if (files.has('OFD.xml')) return checked('ofd', await readOfd(files));
  const word = [...files.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));
  if (word !== undefined) return checked('docx', await readDocx(files, word));
  if (files.has('xl/workbook.xml') || files.has('xl/workbook.bin')) {
    // The library unpacks by itself: what entries claim to hold must be so.
    for (const file of files.values()) await file.bytes();
    const { readSheets } = await import('./read-sheets.ts');
    return checked('xlsx', readSheets(bytes));
  }
  if (isOdf(files)) {
    const { kind, blocks } = await readOdf(files);
    return checked(kind, blocks);
  }
  if (files.has('[Content_Types].xml'))
    throw unsupported('the file is of Office, but neither Word nor Excel');
  if (!outer) throw unsupported('the file is an archive inside an archive');
  return readArchive([...files.values()]);
}

/** Every document of an archive under its own name. What is no document is named among the faults. */
async function readArchive(files: readonly ZipEntry[]): Promise<DocumentText> {
  const blocks: Block[] = [];
  const faults: DocumentFault[] = [];
  const named = files
    .filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|Thumbs\.db|desktop\.ini)$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (named.length > LIMITS.documents) throw tooLarge(`${LIMITS.documents} documents inside`);
  for (const file of named) {
    const name = file.name.slice(file.name.lastIndexOf('/') + 1);
    try {
      const inner = await readOne(await file.bytes(), false);
      blocks.push(...paragraphBlock(name, 2), ...inner.blocks);
      faults.push(...inner.faults);
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error;
      faults.push({ code: error.code, message: `${name}: ${error.message}` });
    }
  }
  const [first] = faults;
  if (blocks.length === 0 && first !== undefined) throw new ExtractError(first.code, first.message);
  return { ...checked('zip', blocks), faults };
}

function checked(kind: DocumentText['kind'], blocks: readonly Block[]): DocumentText {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > LIMITS.characters) throw tooLarge(`${LIMITS.characters} characters`);
  if (characters === 0)
    throw kind === 'docx' || kind === 'doc' || kind === 'rtf' || kind === 'odt'
      ? scanned(1)
      : unreadable('there is no text in it');
  return { kind, blocks, faults: [] };
}

/** What a file that is none of ours is, as far as its first bytes tell. */
function named(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (/^\s*(?:<!doctype|<html|<\?xml|<!--)/i.test(head)) return 'the file is a web page';
  const found = SIGNATURES.find(([start]) => head.startsWith(start));
  return `the file is ${found?.[1] ?? 'of a kind that is not known'}`;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['Rar!', 'a RAR archive'],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['\u0089PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['II*', 'a picture'],
  ['\u001f\u008b', 'a gzip archive'],
];
