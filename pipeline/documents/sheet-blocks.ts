import type { Block } from '../../core/article.ts';
import { type PlacedCell, paragraphBlock, tableBlocks } from './document-blocks.ts';

/** The shown cells of one sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly PlacedCell[];
}

/**
 * The sheets of a workbook as blocks: each a table, lines above it with one cell (title, 单位：亿元) as paragraphs, sheets of a
 * book of several under their names.
 *
 * @throws {ExtractError} ATTACHMENT_TOO_LARGE
 */
export function sheetBlocks(sheets: readonly Sheet[]): Block[] {
  const filled = sheets
    .map(({ name, cells }) => ({ name, blocks: cellBlocks(cells) }))
    .filter(({ blocks }) => blocks.length > 0);
  return filled.flatMap(({ name, blocks }) => [
    ...(filled.length > 1 && !/^sheet\d*$/i.test(name) ? paragraphBlock(name, 2) : []),
    ...blocks,
  ]);
}

function cellBlocks(cells: readonly PlacedCell[]): Block[] {
  const first = firstTableRow(cells);
  return [
    ...cells.filter(({ row }) => row < first).flatMap(({ text }) => paragraphBlock(text)),
    ...tableBlocks(compact(cells.filter(({ row }) => row >= first))),
  ];
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
