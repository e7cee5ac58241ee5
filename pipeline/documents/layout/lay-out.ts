import type { Block } from '../../../core/article.ts';
import { type PlacedCell, paragraphBlock, tableBlocks } from '../document-blocks.ts';
import { findGrids, type Grid } from './find-grids.ts';
import { findRows } from './find-rows.ts';
import { joinLines, type PlacedLine, type Setting, settingOf } from './join-lines.ts';
import type { PrintedPage } from './page.ts';
import { withoutFurniture } from './page-furniture.ts';
import { type PrintedLine, readLines } from './page-lines.ts';

/** What a page shows, top to bottom: lines of text and tables. */
export type Shown =
  | { readonly kind: 'line'; readonly line: PrintedLine; readonly page: number }
  | { readonly kind: 'grid'; readonly grid: Grid };

/**
 * Turn printed pages into paragraphs, headings and tables: what a PDF or an OFD has lost.
 *
 * In this order: drawn tables, since their lines must not run into the text beside; page numbers and running heads, so
 * that what they part comes together; rows of columns without lines; tables and paragraphs that go over a page.
 */
export function layOut(pages: readonly PrintedPage[]): Block[] {
  const found = pages.map(findGrids);
  const lines = withoutFurniture(
    found.map(({ rest }) => readLines(rest)),
    pages.map(({ height }) => height),
  );
  const shown = found.flatMap(({ grids }, page) => inOrder(grids, lines[page] ?? [], page));
  const setting = settingsOf(pages, lines);
  return joinGrids(findRows(shown)).flatMap((piece) => {
    if (piece.kind === 'grid') return tableBlocks(piece.grid.cells);
    return joinLines(piece.lines, setting).flatMap(({ text, level }) => paragraphBlock(text, level));
  });
}

/** Pages of one width are set alike; an annex across the page is not. */
function settingsOf(
  pages: readonly PrintedPage[],
  lines: readonly (readonly PrintedLine[])[],
): (page: number) => Setting {
  const widthOf = (page: number) => Math.round(pages[page]?.width ?? 0);
  const settings = new Map<number, Setting>();
  for (const [width, group] of Map.groupBy(pages.keys(), widthOf))
    settings.set(
      width,
      settingOf(
        group.flatMap((page) => lines[page] ?? []),
        width,
      ),
    );
  const none = settingOf([], 0);
  return (page) => settings.get(widthOf(page)) ?? none;
}

function inOrder(grids: readonly Grid[], lines: readonly PrintedLine[], page: number): Shown[] {
  const placed = [
    ...grids.map((grid) => ({ at: grid.top, shown: { kind: 'grid', grid } as const })),
    ...lines.map((line) => ({ at: line.base, shown: { kind: 'line', line, page } as const })),
  ];
  return placed.sort((a, b) => a.at - b.at).map(({ shown }) => shown);
}

/** A stretch of text, or a table. */
type Piece = { readonly kind: 'lines'; readonly lines: PlacedLine[] } | { readonly kind: 'grid'; grid: Grid };

/** Bring lines together, and the parts of a table that goes over several pages. */
function joinGrids(shown: readonly Shown[]): Piece[] {
  const pieces: Piece[] = [];
  for (const one of shown) {
    const last = pieces.at(-1);
    if (one.kind === 'line') {
      if (last?.kind === 'lines') last.lines.push(one);
      else pieces.push({ kind: 'lines', lines: [one] });
    } else if (last?.kind === 'grid' && isContinued(last.grid, one.grid))
      last.grid = continued(last.grid, one.grid);
    else pieces.push({ kind: 'grid', grid: one.grid });
  }
  return pieces;
}

/** Columns at the same places, give or take this much. */
const SAME_COLUMN = 6;

function isContinued(above: Grid, below: Grid): boolean {
  return (
    above.columns.length === below.columns.length &&
    above.columns.every((at, i) => Math.abs(at - (below.columns[i] ?? 0)) <= SAME_COLUMN)
  );
}

/** The lower part behind the upper one, without the head that is printed again on every page. */
function continued(above: Grid, below: Grid): Grid {
  const row = (grid: Grid, at: number) =>
    grid.cells
      .filter((cell) => cell.row === at)
      .map(({ text }) => text)
      .join('\t');
  let repeated = 0;
  while (
    repeated < below.rows &&
    row(above, repeated) !== '' &&
    row(above, repeated) === row(below, repeated)
  )
    repeated++;
  const moved = below.cells
    .filter((cell) => cell.row >= repeated)
    .map((cell): PlacedCell => ({ ...cell, row: cell.row + above.rows - repeated }));
  return {
    ...above,
    bottom: below.bottom,
    rows: above.rows + below.rows - repeated,
    cells: [...above.cells, ...moved],
  };
}
