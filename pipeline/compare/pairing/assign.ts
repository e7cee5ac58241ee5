/** A possible pairing of row and column, and what it is worth. Gains are positive. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly gain: number;
}

/**
 * Above this many cells one tangle of candidates is settled greedily instead of exactly. Real plans stay below a
 * hundredth of it; a page that repeats one target ten thousand times must not cost a minute.
 */
const EXACT_CELLS = 250_000;

/**
 * The set of candidates of greatest total gain in which no row and no column stands twice.
 *
 * First match, and best match first, let one wrong pair take a partner away from the right one, and the error runs on
 * through the list. Rows and columns that share no candidate do not bear on each other, so each connected tangle is
 * solved alone; plans fall into tangles of two to ten, which makes this far cheaper than one big matrix.
 *
 * @returns the chosen candidates, by row
 * @source Kuhn 1955, Naval Research Logistics 2(1-2), as shortest augmenting paths with potentials (Jonker and
 *   Volgenant 1987, Computing 38)
 */
export function assignBest<C extends Candidate>(candidates: readonly C[]): C[] {
  return tangles(candidates)
    .flatMap((tangle) => (tangle.length === 1 ? tangle : settle(tangle)))
    .sort((a, b) => a.row - b.row);
}

/** Candidates grouped so that no row or column stands in two groups. */
function tangles<C extends Candidate>(candidates: readonly C[]): C[][] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { row, column } of candidates) parent.set(root(`r${row}`), root(`c${column}`));
  return [...Map.groupBy(candidates, ({ row }) => root(`r${row}`)).values()];
}

function settle<C extends Candidate>(tangle: readonly C[]): C[] {
  const rows = [...new Set(tangle.map((c) => c.row))];
  const columns = [...new Set(tangle.map((c) => c.column))];
  if (rows.length * (rows.length + columns.length) > EXACT_CELLS) return greedy(tangle);
  const rowAt = new Map(rows.map((row, i) => [row, i]));
  const columnAt = new Map(columns.map((column, i) => [column, i]));
  // Each row has a column of its own that is worth nothing: to stay unpaired.
  const width = columns.length + rows.length;
  const gains = rows.map(() => new Float64Array(width));
  const chosen = new Map<string, C>();
  for (const candidate of tangle) {
    const row = rowAt.get(candidate.row) ?? 0;
    const column = columnAt.get(candidate.column) ?? 0;
    const line = gains[row];
    if (line !== undefined && candidate.gain > (line[column] ?? 0)) {
      line[column] = candidate.gain;
      chosen.set(`${row},${column}`, candidate);
    }
  }
  return augment(gains, width).flatMap((column, row) => chosen.get(`${row},${column}`) ?? []);
}

/** The column of each row in the assignment of greatest gain; every row gets one, so `width` is at least the rows. */
function augment(gains: readonly Float64Array[], width: number): number[] {
  const rowPrice = new Float64Array(gains.length);
  const columnPrice = new Float64Array(width);
  const rowOf = new Int32Array(width).fill(-1);
  const at = (line: Float64Array, i: number): number => line[i] ?? 0;
  for (let start = 0; start < gains.length; start++) {
    const slack = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(width).fill(-1);
    const done = new Uint8Array(width);
    const reached: number[] = [];
    let row = start;
    let last = -1;
    let end = -1;
    while (end < 0) {
      const line = gains[row] ?? new Float64Array(width);
      let next = -1;
      for (let column = 0; column < width; column++) {
        if (done[column] === 1) continue;
        const reduced = -at(line, column) - at(rowPrice, row) - at(columnPrice, column);
        if (reduced < at(slack, column)) {
          slack[column] = reduced;
          cameFrom[column] = last;
        }
        if (next < 0 || at(slack, column) < at(slack, next)) next = column;
      }
      const step = at(slack, next);
      rowPrice[start] = at(rowPrice, start) + step;
      for (const column of reached) {
        const owner = rowOf[column] ?? -1;
        rowPrice[owner] = at(rowPrice, owner) + step;
        columnPrice[column] = at(columnPrice, column) - step;
      }
      for (let column = 0; column < width; column++)
        if (done[column] !== 1) slack[column] = at(slack, column) - step;
      done[next] = 1;
      reached.push(next);
      last = next;
      row = rowOf[next] ?? -1;
      if (row < 0) end = next;
    }
    for (let column = end; column >= 0; ) {
      const from = cameFrom[column] ?? -1;
      rowOf[column] = from < 0 ? start : (rowOf[from] ?? -1);
      column = from;
    }
  }
  const columnOf = gains.map(() => -1);
  rowOf.forEach((row, column) => {
    if (row >= 0) columnOf[row] = column;
  });
  return columnOf;
}

function greedy<C extends Candidate>(tangle: readonly C[]): C[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  return tangle
    .toSorted((a, b) => b.gain - a.gain || a.row - b.row || a.column - b.column)
    .filter(({ row, column }) => {
      if (rows.has(row) || columns.has(column)) return false;
      rows.add(row);
      columns.add(column);
      return true;
    });
}
