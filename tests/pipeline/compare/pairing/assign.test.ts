import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBest, type Candidate } from '../../../../pipeline/compare/pairing/assign.ts';

const pairs = (candidates: readonly Candidate[]) => assignBest(candidates).map((c) => [c.row, c.column]);

/** Every way to pair, tried one by one. */
function bestTotal(
  candidates: readonly Candidate[],
  from = 0,
  rows = new Set(),
  columns = new Set(),
): number {
  const candidate = candidates[from];
  if (candidate === undefined) return 0;
  const without = bestTotal(candidates, from + 1, rows, columns);
  if (rows.has(candidate.row) || columns.has(candidate.column)) return without;
  const rest = bestTotal(
    candidates,
    from + 1,
    new Set([...rows, candidate.row]),
    new Set([...columns, candidate.column]),
  );
  return Math.max(without, candidate.gain + rest);
}

test('gives a row its second choice when that is worth more in total', () => {
  expect(
    pairs([
      { row: 0, column: 0, gain: 0.9 },
      { row: 0, column: 1, gain: 0.8 },
      { row: 1, column: 0, gain: 0.8 },
    ]),
  ).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('leaves a row unpaired when every partner is worth more elsewhere', () => {
  expect(
    pairs([
      { row: 0, column: 0, gain: 0.4 },
      { row: 1, column: 0, gain: 0.7 },
    ]),
  ).toEqual([[1, 0]]);
});

test('finds the greatest total of any small set of candidates', () => {
  const candidate = fc.record({
    row: fc.nat(4),
    column: fc.nat(4),
    gain: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(candidate, { maxLength: 11, selector: (c) => `${c.row},${c.column}` }),
      (all) => {
        const chosen = assignBest(all);
        expect(new Set(chosen.map((c) => c.row)).size).toBe(chosen.length);
        expect(new Set(chosen.map((c) => c.column)).size).toBe(chosen.length);
        expect(chosen.reduce((sum, c) => sum + c.gain, 0)).toBeCloseTo(bestTotal(all), 9);
      },
    ),
  );
});

test('pairs best first when a tangle is too large to settle exactly', () => {
  const all: Candidate[] = [];
  for (let row = 0; row < 600; row++) {
    for (let column = 0; column < 600; column++) all.push({ row, column, gain: row === column ? 1 : 0.5 });
  }
  expect(assignBest(all).every((c) => c.row === c.column)).toBe(true);
});
