/** Rows a statement: the fewest columns times this stays far below the 32,766 values SQLite can bind. */
const ROWS = 500;

/** Insert rows many at a time: a statement each would cost more than all the rest of keeping a page. */
export async function insertAll<T>(
  rows: readonly T[],
  insert: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS) await insert(rows.slice(i, i + ROWS));
}
