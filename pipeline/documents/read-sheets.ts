import { type Range, read, utils, type WorkSheet } from '@e965/xlsx';
import type { Block } from '../../core/article.ts';
import { encrypted, LIMITS, tooLarge, unreadable } from './document.ts';
import type { PlacedCell } from './document-blocks.ts';
import { sheetBlocks } from './sheet-blocks.ts';

/**
 * Read the visible sheets of a workbook, `.xlsx` or `.xls`, see {@link sheetBlocks}.
 *
 * Values are read as they are shown: 0.055 in a percent column is 5.5%.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_UNREADABLE, ATTACHMENT_TOO_LARGE
 */
export function readSheets(bytes: Uint8Array): Block[] {
  const book = openBook(bytes);
  const shown = book.SheetNames.filter((_, at) => !book.Workbook?.Sheets?.[at]?.Hidden);
  return sheetBlocks(shown.map((name) => ({ name, cells: cellsOf(book.Sheets[name] ?? {}) })));
}

function openBook(bytes: Uint8Array) {
  try {
    // Formulas, styles and links are not needed; what is not asked for cannot be attacked through.
    return read(bytes, {
      type: 'array',
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      bookVBA: false,
      WTF: false,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw encrypted();
    throw unreadable('it is no workbook, or a broken one', error);
  }
}

function cellsOf(sheet: WorkSheet): PlacedCell[] {
  const merges = new Map((sheet['!merges'] ?? []).map((range) => [utils.encode_cell(range.s), range]));
  const cells: PlacedCell[] = [];
  // By the cells there are: a sheet formatted to its last row claims a million rows and has ten.
  for (const address of Object.keys(sheet)) {
    const cell: unknown = address.startsWith('!') ? null : sheet[address];
    const text = shownText(cell);
    if (text === '') continue;
    if (cells.length >= LIMITS.cells) throw tooLarge(`${LIMITS.cells} cells`);
    const { r: row, c: column } = utils.decode_cell(address);
    if (sheet['!rows']?.[row]?.hidden || sheet['!cols']?.[column]?.hidden) continue;
    cells.push({ row, column, ...spanOf(merges.get(address)), text });
  }
  return cells;
}

/** What a cell shows. Where the format is lost, a number shows no more digits than it has. */
function shownText(cell: unknown): string {
  if (typeof cell !== 'object' || cell === null) return '';
  const shown: unknown = Reflect.get(cell, 'w') ?? Reflect.get(cell, 'v');
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown).trim() : '';
}

function spanOf(range: Range | undefined): { rows: number; columns: number } {
  return range === undefined
    ? { rows: 1, columns: 1 }
    : { rows: range.e.r - range.s.r + 1, columns: range.e.c - range.s.c + 1 };
}
