import type { Block } from '../../../core/article.ts';
import { type PlacedCell, tableBlocks } from '../document-blocks.ts';

/** Edges of cells, in twentieths of a point, that are one edge: programs place those of each row anew. */
const ONE_EDGE = 60;

interface Cell {
  readonly right: number;
  /** It goes on with the cell above. */
  readonly goesOn: boolean;
}

type Row = readonly (Cell & { readonly text: string })[];

/** Gathers rows: each says where its cells end before or after what stands in them. */
export function rtfTable(): {
  /** What a word says of the row in hand, if it speaks of tables. */
  readonly tell: (word: string, value: number) => void;
  readonly cell: (text: string) => void;
  /** The table so far; what follows is another one. */
  readonly close: () => Block[];
} {
  let cells: Cell[] = [];
  let texts: string[] = [];
  let rows: Row[] = [];
  let goesOn = false;
  return {
    tell: (word, right) => {
      if (word === 'trowd') cells = [];
      else if (word === 'clvmrg') goesOn = true;
      else if (word === 'cellx') {
        cells.push({ right, goesOn });
        goesOn = false;
      } else if (word === 'row') {
        rows.push(texts.map((text, at) => ({ right: at, goesOn: false, ...cells[at], text })));
        texts = [];
      }
    },
    cell: (text) => texts.push(text),
    close: () => {
      const blocks = rows.length > 0 ? tableBlocks(placed(rows)) : [];
      rows = [];
      return blocks;
    },
  };
}

/** Cells by the columns that the edges of all rows make. */
function placed(rows: readonly Row[]): PlacedCell[] {
  const edges: number[] = [];
  for (const right of rows.flatMap((row) => row.map((cell) => cell.right)).toSorted((a, b) => a - b))
    if (right > (edges.at(-1) ?? Number.NEGATIVE_INFINITY) + ONE_EDGE) edges.push(right);
  const all: PlacedCell[] = [];
  /** Where the last cell of each column stands in `all`. */
  const last = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const { right, goesOn, text } of cells) {
      const end = Math.max(column + 1, edges.findLastIndex((edge) => edge <= right) + 1);
      const at = last.get(column) ?? -1;
      const above = all[at];
      if (goesOn && above !== undefined) all[at] = { ...above, rows: row - above.row + 1 };
      else last.set(column, all.push({ row, column, rows: 1, columns: end - column, text }) - 1);
      column = end;
    }
  }
  return all;
}
