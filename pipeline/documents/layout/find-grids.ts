import type { PlacedCell } from '../document-blocks.ts';
import type { PrintedPage, Run, Stroke } from './page.ts';
import { lineText, readLines } from './page-lines.ts';

/** A table on a page, by the lines drawn around its cells. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and the last one ends. */
  readonly columns: readonly number[];
  readonly cells: readonly PlacedCell[];
  readonly rows: number;
}

/** Lines no further apart than this are one line, drawn twice or by two cells. */
const SAME = 4;
/** Lines of a grid on one page at most; more is a drawing. */
const MOST_LINES = 400;

/**
 * Find the tables of a page by the lines drawn around their cells, and put the runs of text into them.
 *
 * A cell ends where a line is drawn, so cells that span rows or columns are told from neighbours with the same text.
 *
 * @returns tables from top to bottom, and the runs that stand in none
 */
export function findGrids(page: PrintedPage): { grids: Grid[]; rest: Run[] } {
  const groups = groupStrokes(page.strokes).filter(
    (group) =>
      group.filter(({ direction }) => direction === 'down').length >= 2 &&
      group.filter(({ direction }) => direction === 'across').length >= 2,
  );
  let rest = page.runs.slice();
  const grids: Grid[] = [];
  for (const group of groups) {
    const ys = linesOf(group, 'across');
    const xs = linesOf(group, 'down');
    if (ys.length < 2 || xs.length < 3 || ys.length + xs.length > MOST_LINES) continue;
    const inside = rest.filter((run) => isInside(run, xs, ys));
    if (inside.length === 0) continue;
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
    const cells = cellsOf(group, xs, ys, inside);
    grids.push({ top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, columns: xs, cells, rows: ys.length - 1 });
  }
  return { grids: grids.sort((a, b) => a.top - b.top), rest };
}

/** Strokes that touch each other, over any number of others: each group is one drawing. */
function groupStrokes(strokes: readonly Stroke[]): Stroke[][] {
  const down = strokes.filter(({ direction }) => direction === 'down').toSorted((a, b) => a.at - b.at);
  const groups = new Map<Stroke, Stroke[]>(strokes.map((stroke) => [stroke, [stroke]]));
  for (const across of strokes) {
    if (across.direction !== 'across') continue;
    for (const other of down) {
      if (other.at > across.to + SAME) break;
      if (other.at < across.from - SAME || across.at < other.from - SAME || across.at > other.to + SAME)
        continue;
      join(groups, across, other);
    }
  }
  return [...new Set(groups.values())];
}

function join(groups: Map<Stroke, Stroke[]>, one: Stroke, other: Stroke): void {
  const [a, b] = [groups.get(one) ?? [], groups.get(other) ?? []];
  if (a === b) return;
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  large.push(...small);
  for (const stroke of small) groups.set(stroke, large);
}

/** Where the lines of one direction lie, in order, each once. */
function linesOf(strokes: readonly Stroke[], direction: Stroke['direction']): number[] {
  const places = strokes.filter((stroke) => stroke.direction === direction).map(({ at }) => at);
  const lines: number[] = [];
  for (const at of places.sort((a, b) => a - b))
    if (at - (lines.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME) lines.push(at);
  return lines;
}

function isInside(run: Run, xs: readonly number[], ys: readonly number[]): boolean {
  const [x, y] = middleOf(run);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function middleOf({ left, right, base, size }: Run): [number, number] {
  return [(left + right) / 2, base - 0.35 * size];
}

/** The cells of a grid, each with the text that stands in it. */
function cellsOf(
  strokes: readonly Stroke[],
  xs: readonly number[],
  ys: readonly number[],
  runs: readonly Run[],
): PlacedCell[] {
  const wall = wallsOf(strokes, xs, ys);
  const owner = new Map<string, string>();
  const cells = new Map<string, PlacedCell>();
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      if (owner.has(`${row} ${column}`)) continue;
      let columns = 1;
      while (
        column + columns + 1 < xs.length &&
        !wall.right(row, column + columns - 1) &&
        !owner.has(`${row} ${column + columns}`)
      )
        columns++;
      let rows = 1;
      while (row + rows + 1 < ys.length && !wall.below(row + rows - 1, column)) rows++;
      const key = `${row} ${column}`;
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) owner.set(`${row + down} ${column + right}`, key);
      cells.set(key, { row, column, rows, columns, text: '' });
    }
  }
  const texts = Map.groupBy(runs, (run) => {
    const [x, y] = middleOf(run);
    return owner.get(`${slotOf(ys, y)} ${slotOf(xs, x)}`) ?? '';
  });
  return [...cells].map(([key, cell]) => ({
    ...cell,
    text: readLines(texts.get(key) ?? [])
      .map(lineText)
      .join(''),
  }));
}

/** Whether a line is drawn between a slot of the grid and the one to its right, or below it. */
function wallsOf(strokes: readonly Stroke[], xs: readonly number[], ys: readonly number[]) {
  const drawn = (direction: Stroke['direction'], at: number, middle: number) =>
    strokes.some(
      (stroke) =>
        stroke.direction === direction &&
        Math.abs(stroke.at - at) <= SAME &&
        stroke.from < middle &&
        stroke.to > middle,
    );
  const between = (lines: readonly number[], slot: number) =>
    ((lines[slot] ?? 0) + (lines[slot + 1] ?? 0)) / 2;
  return {
    right: (row: number, column: number) => drawn('down', xs[column + 1] ?? 0, between(ys, row)),
    below: (row: number, column: number) => drawn('across', ys[row + 1] ?? 0, between(xs, column)),
  };
}

function slotOf(lines: readonly number[], at: number): number {
  return lines.findLastIndex((line) => line <= at);
}
