import type { Element } from 'domhandler';
import { LIMITS, tooLarge } from '../document.ts';
import type { PlacedCell } from '../document-blocks.ts';
import { attribute, children, localName } from '../xml.ts';

/**
 * The shown cells of a table of an OpenDocument, text or sheet, at their places. Rows and cells that say they are
 * repeated are; empty ones only take their place, since a sheet is said to have a million of them.
 *
 * @param read the text of a cell
 * @throws {ExtractError} ATTACHMENT_TOO_LARGE
 */
export function odfCells(table: Element, read: (cell: Element) => string): PlacedCell[] {
  const hidden = hiddenColumns(table);
  const cells: PlacedCell[] = [];
  let row = 0;
  for (const line of partsOf(table, 'row')) {
    const own = isShown(line) ? cellsOf(line, read).filter(({ column }) => !hidden(column)) : [];
    const times = repeats(line, 'number-rows-repeated');
    if (cells.length + own.length * times > LIMITS.cells) throw tooLarge(`${LIMITS.cells} cells`);
    for (let time = 0; time < times && own.length > 0; time++)
      cells.push(...own.map((cell) => ({ ...cell, row: row + time })));
    row += times;
  }
  return cells;
}

function cellsOf(row: Element, read: (cell: Element) => string): Omit<PlacedCell, 'row'>[] {
  const cells: Omit<PlacedCell, 'row'>[] = [];
  let column = 0;
  for (const cell of children(row)) {
    const name = localName(cell);
    if (name !== 'table-cell' && name !== 'covered-table-cell') continue;
    const times = repeats(cell, 'number-columns-repeated');
    const text = name === 'table-cell' ? read(cell) : '';
    if (text.trim() !== '') {
      if (cells.length + times > LIMITS.cells) throw tooLarge(`${LIMITS.cells} cells`);
      const span = { rows: spanOf(cell, 'rows'), columns: spanOf(cell, 'columns') };
      for (let time = 0; time < times; time++) cells.push({ column: column + time, ...span, text });
    }
    column += times;
  }
  return cells;
}

/** Columns that are not shown, as ranges: there may be as many as a sheet is wide. */
function hiddenColumns(table: Element): (column: number) => boolean {
  const ranges: (readonly [from: number, end: number])[] = [];
  let column = 0;
  for (const one of partsOf(table, 'column')) {
    const end = column + repeats(one, 'number-columns-repeated');
    if (!isShown(one)) ranges.push([column, end]);
    column = end;
  }
  return (at) => ranges.some(([from, end]) => at >= from && at < end);
}

/** Rows or columns, in their groups and heads too. */
function partsOf(table: Element, kind: 'row' | 'column'): Element[] {
  return children(table).flatMap((child) => {
    const name = localName(child);
    if (name === `table-${kind}`) return [child];
    return name.startsWith(`table-${kind}`) || name.startsWith(`table-header-${kind}`)
      ? partsOf(child, kind)
      : [];
  });
}

function isShown(part: Element): boolean {
  return !/^(?:collapse|filter)$/.test(attribute(part, 'visibility') ?? '');
}

function repeats(element: Element, name: string): number {
  return Math.max(1, Math.trunc(Number(attribute(element, name) ?? 1)) || 1);
}

function spanOf(cell: Element, of: 'rows' | 'columns'): number {
  return Math.min(LIMITS.cells, repeats(cell, `number-${of}-spanned`));
}
