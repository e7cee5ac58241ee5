import type { Element } from 'domhandler';
import type { Block } from '../../../core/article.ts';
import { encrypted, unreadable, unsupported } from '../document.ts';
import { type Sheet, sheetBlocks } from '../sheet-blocks.ts';
import type { ZipEntry } from '../unzip.ts';
import { attribute, children, down, partOf } from '../xml.ts';
import { odfCells } from './odf-cells.ts';
import { readOdfStyles } from './odf-styles.ts';
import { odfText } from './odf-text.ts';
import { odtBlocks } from './odt-blocks.ts';

type Files = ReadonlyMap<string, ZipEntry>;

/** Whether an archive is an OpenDocument, open or locked. */
export function isOdf(files: Files): boolean {
  return files.has('META-INF/manifest.xml') && (files.has('content.xml') || files.has(LOCKED));
}

/** The one part of a file that was locked as a whole. */
const LOCKED = 'encrypted-package';

/**
 * Read an OpenDocument (ISO/IEC 26300, OASIS ODF 1.3): a text with its headings, counted numbers and tables, or the shown
 * sheets of a workbook.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_UNSUPPORTED, ATTACHMENT_UNREADABLE, ATTACHMENT_TOO_LARGE
 */
export async function readOdf(files: Files): Promise<{ kind: 'odt' | 'ods'; blocks: Block[] }> {
  if (files.has(LOCKED) || isLocked(await partOf(files, 'META-INF/manifest.xml'))) throw encrypted();
  const content = await partOf(files, 'content.xml');
  const body = down(content, 'body');
  if (body === null) throw unreadable('it has no text part');
  const styles = readOdfStyles([content, await partOf(files, 'styles.xml')]);
  const text = down(body, 'text');
  if (text !== null) return { kind: 'odt', blocks: odtBlocks(text, styles) };
  const book = down(body, 'spreadsheet');
  if (book === null) throw unsupported('the file is an OpenDocument, but neither text nor sheets');
  const sheets = children(book, 'table').filter(
    (table) => !styles.hidden.has(attribute(table, 'style-name') ?? ''),
  );
  return { kind: 'ods', blocks: sheetBlocks(sheets.map((table) => sheetOf(table))) };
}

function sheetOf(table: Element): Sheet {
  const shown = (cell: Element) =>
    children(cell, 'p')
      .map((line) => odfText(line, { hidden: new Set() }).text)
      .join('\n');
  return { name: attribute(table, 'name') ?? '', cells: odfCells(table, shown) };
}

function isLocked(manifest: Element | null): boolean {
  return (
    manifest !== null &&
    children(manifest, 'file-entry').some((entry) => down(entry, 'encryption-data') !== null)
  );
}
