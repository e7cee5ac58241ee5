import { type Range, read, utils, type WorkSheet } from '@e965/xlsx';
import type { Block } from '../../core/article.ts';
import { encrypted, LIMITS, tooLarge, unreadable } from './document.ts';
import { type PlacedCell, paragraphBlock, tableBlocks } from './document-blocks.ts';

/**
 * Read the visible sheets of a workbook, `.xlsx` or `.xls`: each a table, lines above it with one cell (title, 单位：亿元)
 * as paragraphs, sheets of a book of several under their names.
 *
 * Values are read as they are shown: 0.055 in a percent column is 5.5%.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_UNREADABLE, ATTACHMENT_TOO_LARGE
 */
export function readSheets(bytes: Uint8Array): Block[] {
  const book = openBook(bytes);
  const shown = book.SheetNames.filter((_, at) => !book.Workbook?.Sheets?.[at]?.Hidden);
  const sheets = shown
    .map((name) => ({ name, blocks: sheetBlocks(book.Sheets[name] ?? {}) }))
    .filter(({ blocks }) => blocks.length > 0);
  return sheets.flatMap(({ name, blocks }) => [
    ...(sheets.length > 1 && !/^sheet\d*$/i.test(name) ? paragraphBlock(name, 2) : []),
    ...blocks,
  ]);
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

function sheetBlocks(sheet: WorkSheet): Block[] {
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
  const first = firstTableRow(cells);
  return [
    ...cells.filter(({ row }) => row < first).flatMap(({ text }) => paragraphBlock(text)),
    ...tableBlocks(compact(cells.filter(({ row }) => row >= first))),
  ];
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

/** The first row of two cells or more; what stands above it alone in its row is a title. */
function firstTableRow(cells: readonly PlacedCell[]): number {
  const counts = new Map<number, number>();
  for (const { row } of cells) counts.set(row, (counts.get(row) ?? 0) + 1);
  const rows = [...counts].filter(([, count]) => count > 1).map(([row]) => row);
  return rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
}

/** The same cells without the rows and columns that are empty all through. */
function compact(cells: readonly PlacedCell[]): PlacedCell[] {
  const rows = ranks(cells.map(({ row }) => row));
  const columns = ranks(cells.map(({ column }) => column));
  return cells.map(({ row, column, text, ...span }) => ({
    row: rankOf(rows, row),
    column: rankOf(columns, column),
    rows: rankOf(rows, row + span.rows) - rankOf(rows, row),
    columns: rankOf(columns, column + span.columns) - rankOf(columns, column),
    text,
  }));
}

/** Different values in order. */
function ranks(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** How many values of a sorted list are smaller. */
function rankOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
