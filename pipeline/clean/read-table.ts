import type { Element } from 'domhandler';
import { hiddenBy } from './inline-style.ts';
import { INLINE_TAGS, SKIPPED_TAGS } from './tags.ts';

/** A cell heavier than this many characters holds an article, not a value. */
const MAX_CELL = 1500;

/**
 * The cells of a data table, row by row, as raw text with `\n` between paragraphs of a cell; null for a table that
 * only arranges the page: one with tables, lists, forms or headings inside, with fewer than two rows or columns,
 * or with one cell that holds nearly everything.
 */
export function readTable(table: Element): string[][] | null {
  const rows: string[][] = [];
  for (const row of tableRows(table)) {
    const cells: string[] = [];
    for (const cell of row.children) {
      if (!('attribs' in cell) || (cell.name !== 'td' && cell.name !== 'th')) continue;
      const text = cellText(cell);
      if (text === null || text.length > MAX_CELL) return null;
      cells.push(text);
    }
    if (cells.some((cell) => /\S/.test(cell))) rows.push(cells);
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.filter((row) => row.length >= 2);
  if (columns < 2 || full.length < 2) return null;
  const sizes = rows.flat().map((cell) => cell.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(...sizes) > 0.7 * total && total > 300 ? null : rows;
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
    else if (!('attribs' in child) || (SKIPPED_TAGS.has(child.name) && !FORM_TAGS.has(child.name))) continue;
    else if (ARRANGING.has(child.name)) return null;
    else if (hiddenBy(child) !== null) continue;
    else {
      const inner = cellText(child);
      if (inner === null) return null;
      text += INLINE_TAGS.has(child.name) ? inner : `\n${inner}\n`;
    }
  }
  return text;
}

const FORM_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);
const ARRANGING: ReadonlySet<string> = new Set(
  'table ul ol dl form h1 h2 h3 input select textarea button nav iframe'.split(' '),
);
