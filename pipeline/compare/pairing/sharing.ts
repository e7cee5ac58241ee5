/** What is found in more rows than this points to nobody. Keeps the cost linear on pages that repeat themselves. */
const COMMON = 60;

/**
 * For each column the rows that share something with it that few rows have: the only ones worth a closer look.
 *
 * @param before the marks of each row, such as its character pairs
 * @param after the marks of each column
 */
export function rowsSharing(
  before: readonly ReadonlySet<string>[],
  after: readonly ReadonlySet<string>[],
): number[][] {
  const rowsWith = new Map<string, number[]>();
  before.forEach((marks, row) => {
    for (const mark of marks) {
      const rows = rowsWith.get(mark);
      if (rows === undefined) rowsWith.set(mark, [row]);
      else if (rows.length <= COMMON) rows.push(row);
    }
  });
  return after.map((marks) => {
    const sharing = new Set<number>();
    for (const mark of marks) {
      const rows = rowsWith.get(mark) ?? [];
      if (rows.length <= COMMON) for (const row of rows) sharing.add(row);
    }
    return [...sharing];
  });
}
