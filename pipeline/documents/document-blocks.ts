import type { Block } from '../../core/article.ts';
import { numberedLevel } from '../clean/make-blocks.ts';
import { tidy } from '../clean/tree/measure.ts';
import { LIMITS, tooLarge } from './document.ts';

/** Longest heading that is told by its number alone. */
const LONGEST_HEADING = 45;

/** A cell at its place in the grid of a table. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it spans. */
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/**
 * A paragraph as a block: a heading by its level, or by a short line's number (一、, （一）, 第一章).
 *
 * @param level 1 to 6 where the document says that it is a heading, else 0
 * @returns nothing for an empty one
 */
export function paragraphBlock(raw: string, level = 0): Block[] {
  const text = tidy(raw);
  if (text === '') return [];
  const numbered = text.length <= LONGEST_HEADING && !/[。；，;,]/.test(text) ? numberedLevel(text) : 0;
  const heading = level > 0 ? Math.min(level, 6) : numbered;
  return [heading > 0 ? { kind: 'heading', text, level: heading } : { kind: 'paragraph', text }];
}

/**
 * A grid of cells as a block: spans filled in `rows`, each text once in `text`.
 *
 * A grid of one column is a frame around text, and gives its paragraphs.
 *
 * @throws {ExtractError} ATTACHMENT_TOO_LARGE
 */
export function tableBlocks(cells: readonly PlacedCell[]): Block[] {
  const placed = cells.map((cell) => ({ ...cell, text: tidy(cell.text) })).filter(({ text }) => text !== '');
  const width = new Set(placed.map(({ column }) => column)).size;
  if (width < 2) return placed.flatMap(({ text }) => paragraphBlock(text));
  const height = placed.reduce((most, cell) => Math.max(most, cell.row + cell.rows), 0);
  const columns = placed.reduce((most, cell) => Math.max(most, cell.column + cell.columns), 0);
  if (height * columns > LIMITS.cells) throw tooLarge(`${LIMITS.cells} cells in a table`);
  const grid = () => Array.from({ length: height }, () => new Array<string>(columns).fill(''));
  const [filled, once] = [grid(), grid()];
  for (const cell of placed) {
    put(once, cell.row, cell.column, cell.text);
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++)
        put(filled, row, column, cell.text);
  }
  const used = once.map((row) => row.some((text) => text !== ''));
  const text = once
    .filter((_, at) => used[at])
    .map((row) => row.join('\t'))
    .join('\n');
  return [{ kind: 'table', text, rows: filled.filter((_, at) => used[at]) }];
}

function put(grid: readonly string[][], row: number, column: number, text: string): void {
  const line = grid[row];
  if (line !== undefined) line[column] = text;
}
