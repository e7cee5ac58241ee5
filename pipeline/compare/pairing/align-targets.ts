import type { Statement } from '../../../core/plan.ts';
import { distinctFacets } from '../facets/distinct-facets.ts';
import type { Facet } from '../facets/facet.ts';
import { pairFacets } from './pair-facets.ts';

/** A target of the earlier plan and what it became. One side is null for what has no partner; never both. */
export interface TargetPair {
  readonly before: Facet | null;
  readonly after: Facet | null;
  /** How sure the pairing is, 0 to 1; 1 for the unpaired. */
  readonly similarity: number;
}

/** The plans' own years, where they are known: deadlines are read relative to them. */
export interface PlanYears {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Pair last year's targets with this year's, so that each pair can be compared.
 *
 * The pairing is the one of greatest total likeness; pairing each target with the first or best that fits lets one
 * wrong pair take away the partner of the next. A target said twice in a document is one, told by its first mention.
 *
 * @param before statements of the earlier plan, in document order; those that are not targets take no part
 * @param after statements of the later plan, likewise
 * @returns the targets of `after` in document order, then those of `before` without partner, in theirs, made ready for
 * comparing
 */
export function alignTargets(
  before: readonly Statement[],
  after: readonly Statement[],
  years: PlanYears,
): TargetPair[] {
  const old = distinctFacets(before, 'target', years.before);
  const young = distinctFacets(after, 'target', years.after);
  const pairs = pairFacets(old, young);
  const partner = new Map(pairs.map((pair) => [pair.column, pair]));
  const kept = new Set(pairs.map((pair) => pair.row));
  return [
    ...young.map((facet, column): TargetPair => {
      const pair = partner.get(column);
      return { before: old[pair?.row ?? -1] ?? null, after: facet, similarity: pair?.similarity ?? 1 };
    }),
    ...old
      .filter((_, row) => !kept.has(row))
      .map((facet): TargetPair => ({ before: facet, after: null, similarity: 1 })),
  ];
}
