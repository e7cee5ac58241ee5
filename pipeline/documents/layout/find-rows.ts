import type { PlacedCell } from '../document-blocks.ts';
import type { Shown } from './lay-out.ts';
import { lineText, type PrintedLine } from './page-lines.ts';

/** Columns a row has at least: two are a name and its date, or a signature. */
const FEWEST_COLUMNS = 3;
/** Rows a table has at least, its head included. */
const FEWEST_ROWS = 3;
/** Letters of white space that part columns. Lines of prose have such gaps too, but not one below the other. */
const GUTTER = 0.5;

/** White space on a line, from its left to its right. */
type Gap = readonly [from: number, to: number];

interface OpenTable {
  readonly lines: PrintedLine[];
  readonly shown: Shown[];
  /** White space that all of its lines share. */
  gutters: readonly Gap[];
}

/**
 * Find tables that are printed without lines down: lines one below the other whose white space lines up to the same
 * columns. A cell of several lines breaks them off; nobody can tell to which row its lines belong.
 */
export function findRows(shown: readonly Shown[]): Shown[] {
  const found: Shown[] = [];
  let table: OpenTable = { lines: [], shown: [], gutters: [] };
  const flush = (): void => {
    found.push(...(table.lines.length >= FEWEST_ROWS ? [toGrid(table)] : table.shown));
    table = { lines: [], shown: [], gutters: [] };
  };
  for (const one of shown) {
    const gaps = one.kind === 'line' ? gapsOf(one.line) : [];
    if (one.kind !== 'line' || gaps.length + 1 < FEWEST_COLUMNS) {
      flush();
      found.push(one);
      continue;
    }
    let gutters = table.lines.length === 0 ? gaps : shared(table.gutters, gaps, GUTTER * one.line.size);
    if (gutters.length + 1 < FEWEST_COLUMNS) {
      flush();
      gutters = gaps;
    }
    table.lines.push(one.line);
    table.shown.push(one);
    table.gutters = gutters;
  }
  flush();
  return found;
}

function gapsOf({ runs, size }: PrintedLine): Gap[] {
  return runs.slice(1).flatMap((run, at): Gap[] => {
    const from = runs[at]?.right ?? run.left;
    return run.left - from > GUTTER * size ? [[from, run.left]] : [];
  });
}

function shared(one: readonly Gap[], other: readonly Gap[], least: number): Gap[] {
  return one.flatMap(([from, to]) =>
    other.flatMap(([start, end]): Gap[] => {
      const both: Gap = [Math.max(from, start), Math.min(to, end)];
      return both[1] - both[0] > least ? [both] : [];
    }),
  );
}

function toGrid({ lines, gutters }: OpenTable): Shown {
  const columns = [0, ...gutters.map(([from, to]) => (from + to) / 2)];
  const cells = lines.flatMap((line, row) => {
    const byColumn = Map.groupBy(line.runs, (run) =>
      columns.findLastIndex((at) => at <= (run.left + run.right) / 2),
    );
    return [...byColumn].map(
      ([column, runs]): PlacedCell => ({
        row,
        column,
        rows: 1,
        columns: 1,
        text: lineText({ ...line, runs }),
      }),
    );
  });
  const [top, bottom] = [lines[0]?.base ?? 0, lines.at(-1)?.base ?? 0];
  return { kind: 'grid', grid: { top, bottom, columns, cells, rows: lines.length } };
}
