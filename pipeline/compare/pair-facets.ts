import { assignBest } from './assign.ts';
import { identityOf } from './distinct-facets.ts';
import type { Facet } from './facet.ts';
import { likeness } from './likeness.ts';
import { rowsSharing } from './sharing.ts';
import { surroundingsOf } from './surroundings.ts';

/** Facets of the two sides that are about the same thing, by index. */
export interface FacetPair {
  readonly row: number;
  readonly column: number;
  /** How sure, {@link ALIKE} to 1. */
  readonly similarity: number;
}

/** Below this two statements are about two things. */
const ALIKE = 0.43;

/**
 * Pair facets for the greatest total likeness.
 *
 * Likeness counts squared: otherwise two half-fitting pairs would outweigh one that fits word for word.
 */
export function pairFacets(old: readonly Facet[], young: readonly Facet[]): FacetPair[] {
  const around = surroundingsOf(old, young);
  const candidates = rowsSharing(old.map(marksOf), young.map(marksOf)).flatMap((rows, column) =>
    rows.flatMap((row) => {
      const [a, b] = [old[row], young[column]];
      const similarity = a === undefined || b === undefined ? 0 : likeness(a, b, around);
      return similarity < ALIKE ? [] : [{ row, column, gain: similarity ** 2 }];
    }),
  );
  return assignBest(candidates).map(({ row, column, gain }) => ({
    row,
    column,
    similarity: Math.sqrt(gain),
  }));
}

/** What two statements must share to reach {@link ALIKE}: a piece of the name, a standing indicator, or everything. */
function marksOf(facet: Facet): ReadonlySet<string> {
  const { id, family } = facet.name.standing ?? {};
  return new Set([
    ...facet.grams,
    `=${identityOf(facet)}`,
    ...(id === undefined ? [] : [`#${id}`, `##${family ?? id}`]),
  ]);
}
