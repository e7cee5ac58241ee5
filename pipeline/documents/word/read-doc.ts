import type { Block } from '../../../core/article.ts';
import { encrypted, unreadable } from '../document.ts';
import { type PlacedCell, paragraphBlock, tableBlocks } from '../document-blocks.ts';
import type { CompoundFile } from './compound-file.ts';
import { readPieces } from './doc-pieces.ts';
import { hiddenStretches, type ParagraphLook, paragraphLooks } from './doc-properties.ts';

/** Offsets into the file information block ([MS-DOC] 2.5). */
const FIB = { ident: 0, flags: 0x0a, textLength: 0x4c } as const;
const WORD = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Marks in the text of a Word document ([MS-DOC] 2.4.1). */
const PARAGRAPH = 0x0d;
const CELL = 0x07;
const PAGE = 0x0c;

/**
 * Read a Word document of before 2007: paragraphs, headings, tables. What is deleted or hidden in it is left out.
 *
 * Numbers that Word counts itself are not in the text, and not read.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_UNREADABLE
 */
export function readDoc(file: CompoundFile): Block[] {
  const main = file.stream('WordDocument');
  if (main === null || main.length < 0x200 || main.readUInt16LE(FIB.ident) !== WORD)
    throw unreadable('it has no text that Word 97 or later wrote');
  const flags = main.readUInt16LE(FIB.flags);
  if ((flags & ENCRYPTED) !== 0) throw encrypted();
  const table = file.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (table === null) throw unreadable('it has no table stream');
  const streams = { main, table, data: file.stream('Data') ?? Buffer.alloc(0) };
  const pieces = readPieces(main, table, main.readUInt32LE(FIB.textLength));
  const looks = paragraphLooks(streams);
  const hidden = hiddenStretches(streams);
  const blocks: Block[] = [];
  const rows = openTable(blocks);
  let text = '';
  for (const { code, at } of pieces) {
    if (code !== PARAGRAPH && code !== CELL && code !== PAGE) {
      if (!hidden(at)) text += String.fromCharCode(code);
      continue;
    }
    const look = looks(at);
    if (!look.inTable && code !== CELL) {
      rows.close();
      blocks.push(...paragraphsOf(text, look));
    } else rows.take(plain(text), code === CELL, look.endsRow);
    text = '';
  }
  rows.close();
  return [...blocks, ...paragraphsOf(text, { inTable: false, endsRow: false, level: 0 })];
}

/** Gathers cells into rows and rows into tables. */
function openTable(blocks: Block[]) {
  let cells: PlacedCell[] = [];
  let row = 0;
  let column = 0;
  let cell = '';
  return {
    take: (text: string, endsCell: boolean, endsRow: boolean): void => {
      if (endsRow) {
        row++;
        column = 0;
        cell = '';
        return;
      }
      cell += text;
      if (!endsCell) return;
      cells.push({ row, column, rows: 1, columns: 1, text: cell });
      column++;
      cell = '';
    },
    close: (): void => {
      if (cells.length > 0) blocks.push(...tableBlocks(cells));
      cells = [];
      row = column = 0;
      cell = '';
    },
  };
}

function paragraphsOf(text: string, { level }: ParagraphLook): Block[] {
  // 0x0b is a line broken by hand.
  return plain(text)
    .split('\u000b')
    .flatMap((line) => paragraphBlock(line, level));
}

/** Text without pictures, notes and the instructions of fields: between 0x13 and 0x14 stands what 0x14 to 0x15 shows. */
function plain(text: string): string {
  let shown = '';
  /** For each field around, whether its instruction is being read. */
  const fields: boolean[] = [];
  for (const char of text) {
    if (char === '\u0013') fields.push(true);
    else if (char === '\u0014') fields.splice(-1, 1, false);
    else if (char === '\u0015') fields.pop();
    else if (!fields.includes(true)) shown += char;
  }
  return shown.replaceAll('\u001e', '-');
}
