import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { lookOf } from './inline-style.ts';
import { tidy } from './measure.ts';
import { INLINE_TAGS, SKIPPED_TAGS } from './tags.ts';

/** A data table. */
export interface Table {
  /** Cells, spans filled with the value they span. */
  readonly rows: readonly (readonly string[])[];
  /** The same, each value once: rows joined by `\n`, cells by `\t`. */
  readonly text: string;
  /** Characters in links: tables of threads and notices are lists. */
  readonly links: number;
  /** Addresses of the links. */
  readonly hrefs: readonly string[];
}

/** A cell longer than this holds an article, not a value. */
const MAX_CELL = 1500;
/** Wider spans are mistakes or attacks. */
const MAX_SPAN = 100;
/** Cells a table may have after its spans are filled. */
const MAX_CELLS = 50_000;

interface Cell {
  readonly text: string;
  /** Characters in links. */
  readonly links: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Read a data table; null for a table that only arranges the page: one with tables, lists, forms or headings inside,
 * with fewer than two rows or columns, or with one cell that holds nearly everything.
 */
export function readTable(table: Element): Table | null {
  const rows: Cell[][] = [];
  const hrefs: string[] = [];
  for (const row of tableRows(table)) {
    const cells: Cell[] = [];
    for (const cell of row.children) {
      if (!('attribs' in cell) || (cell.name !== 'td' && cell.name !== 'th')) continue;
      const text = cellText(cell);
      if (text === null || text.length > MAX_CELL) return null;
      cells.push({
        text: tidy(text),
        links: linkLength(cell, hrefs),
        columns: spanOf(cell.attribs.colspan),
        rows: spanOf(cell.attribs.rowspan),
      });
    }
    if (cells.some(({ text }) => text !== '')) rows.push(cells);
  }
  const filled = isData(rows) ? fillSpans(rows) : null;
  return filled === null ? null : { ...filled, hrefs };
}

function isData(rows: readonly (readonly Cell[])[]): boolean {
  const wide = rows.filter((row) => row.reduce((sum, cell) => sum + cell.columns, 0) >= 2);
  if (wide.length < 2 || rows.every((row) => row.length < 2)) return false;
  const sizes = rows.flat().map(({ text }) => text.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return largest <= 0.7 * total || largest <= 60;
}

function fillSpans(rows: readonly (readonly Cell[])[]): Omit<Table, 'hrefs'> | null {
  const filled: string[][] = rows.map(() => []);
  const once: string[][] = rows.map(() => []);
  let cells = 0;
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (filled[at]?.[column] !== undefined) column++;
      cells += cell.rows * cell.columns;
      if (cells > MAX_CELLS) return null;
      for (let down = at; down < Math.min(rows.length, at + cell.rows); down++) {
        for (let across = column; across < column + cell.columns; across++) {
          const first = down === at && across === column;
          put(filled[down], across, cell.text);
          put(once[down], across, first ? cell.text : '');
        }
      }
    }
  }
  const text = once.map((row) => Array.from(row, (cell) => cell ?? '').join('\t')).join('\n');
  const links = rows.flat().reduce((sum, cell) => sum + cell.links, 0);
  return { rows: filled.map((row) => Array.from(row, (cell) => cell ?? '')), text, links };
}

function put(row: string[] | undefined, column: number, text: string): void {
  if (row !== undefined) row[column] = text;
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(MAX_SPAN, Math.max(1, span));
}

function* tableRows(table: Element): Generator<Element> {
  for (const child of table.children) {
    if (!('attribs' in child)) continue;
    if (child.name === 'tr') yield child;
    else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot')
      yield* tableRows(child);
  }
}

/** Null where something stands in the cell that no data table holds. */
function cellText(cell: Element): string | null {
  let text = '';
  for (const child of cell.children) {
    if (child.type === 'text') text += child.data;
    else if (!('attribs' in child)) continue;
    else if (ARRANGING.has(child.name)) return null;
    else if (SKIPPED_TAGS.has(child.name) || lookOf(child).hidden !== null) continue;
    else {
      const inner = cellText(child);
      if (inner === null) return null;
      text += INLINE_TAGS.has(child.name) ? inner : ` ${inner} `;
    }
  }
  return text;
}

/** Characters in links; their addresses are added to `hrefs`. */
function linkLength(element: Element, hrefs: string[]): number {
  let length = 0;
  for (const child of element.children) {
    if (!('attribs' in child)) continue;
    const href = child.name === 'a' ? child.attribs.href : undefined;
    if (href !== undefined) hrefs.push(href);
    length += href === undefined ? linkLength(child, hrefs) : tidy(textContent(child)).length;
  }
  return length;
}

const ARRANGING: ReadonlySet<string> = new Set(
  'table ul ol dl form h1 h2 h3 input select textarea button nav iframe'.split(' '),
);
