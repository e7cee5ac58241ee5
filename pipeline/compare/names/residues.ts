/**
 * What is left of two names once all they share is taken out of both, in whatever order it stands.
 *
 * The longest common piece first, then the next, down to two characters: 综合治理水土流失 and 水土流失综合治理 leave
 * nothing, 一般工商业电价 and 工商业电价 leave 一般. Looking for the pieces in order took the first two for two things.
 *
 * @returns the pieces of each name that the other does not have, in order; cost is the product of the lengths a piece
 * @source greedy string tiling: Wise 1993, String Similarity via Greedy String Tiling and Running Karp-Rabin Matching
 */
export function residues(a: string, b: string): readonly [readonly string[], readonly string[]] {
  const piece = longestCommon(a, b);
  if (piece.length < 2) return [a.split(GAP).filter(Boolean), b.split(GAP).filter(Boolean)];
  return residues(a.replace(piece, GAP), b.replace(piece, GAP));
}

/** Stands where a piece was taken out, so that what stood before and behind it does not grow together. */
const GAP = ' ';

function longestCommon(a: string, b: string): string {
  let best = '';
  let above: readonly number[] = [];
  for (let i = 0; i < a.length; i++) {
    const row = Array.from(b, (character, j) =>
      character === a[i] && character !== GAP ? (above[j - 1] ?? 0) + 1 : 0,
    );
    for (const [j, length] of row.entries()) if (length > best.length) best = b.slice(j + 1 - length, j + 1);
    above = row;
  }
  return best;
}
