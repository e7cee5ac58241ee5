import { assignBest, type Candidate } from './assign.ts';
import { identityOf } from './distinct-facets.ts';
import type { Facet } from './facet.ts';
import { likeness } from './likeness.ts';
import { replaces } from './name-likeness.ts';
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
const ALIKE = 0.36;
/** So much less is enough beside a pair. */
const NEIGHBOURLY = 0.14;
/** Characters between the beginnings of neighbouring statements, at most. */
const BESIDE = 50;
const STEPS = [-1, 1];

/**
 * Pair facets for the greatest total likeness.
 *
 * Likeness counts cubed: otherwise two half-fitting pairs would outweigh one that fits word for word; squared they still
 * do where a yearly target, its rise and the sum of five years go by one name. What is then
 * still alone gets a second chance beside its neighbour: in 改造小区210个，惠及2.2万户 the second number is known by the
 * first, whatever it is called.
 */
export function pairFacets(old: readonly Facet[], young: readonly Facet[]): FacetPair[] {
  const around = surroundingsOf(old, young);
  const candidates = rowsSharing(old.map(marksOf), young.map(marksOf)).flatMap((rows, column) =>
    rows.flatMap((row) => {
      const [a, b] = [old[row], young[column]];
      const similarity = a === undefined || b === undefined ? 0 : likeness(a, b, around);
      return similarity < ALIKE - NEIGHBOURLY ? [] : [{ row, column, gain: similarity ** 3 }];
    }),
  );
  // One standing indicator takes another's place only where both are left alone.
  const isReplaced = ({ row, column }: Candidate): boolean => {
    const [a, b] = [old[row], young[column]];
    return a !== undefined && b !== undefined && replaces(a, b);
  };
  const sure = assignBest(candidates.filter((pair) => pair.gain >= ALIKE ** 3 && !isReplaced(pair)));
  const rows = new Set(sure.map(({ row }) => row));
  const columns = new Set(sure.map(({ column }) => column));
  const free = candidates.filter(({ row, column }) => !rows.has(row) && !columns.has(column));
  const columnsOf = Map.groupBy([...sure, ...free], ({ row }) => row);
  // Neighbouring rates are seldom one thing renamed: 省外就业率 beside 就业率, 市场就业率 beside it the next year.
  const isHelped = ({ row, column }: Candidate): boolean =>
    old[row]?.measure !== 'percent' &&
    STEPS.some((step) =>
      columnsOf
        .get(row + step)
        ?.some(
          (pair) =>
            pair.column === column + step &&
            isBeside(old[row], old[pair.row]) &&
            isBeside(young[column], young[pair.column]),
        ),
    );
  return [...sure, ...assignBest(free.filter((pair) => isReplaced(pair) || isHelped(pair)))]
    .map(({ row, column, gain }) => ({ row, column, similarity: Math.cbrt(gain) }))
    .sort((a, b) => a.row - b.row);
}

/** Whether two statements stand in one sentence, as far as their places tell. */
function isBeside(a: Facet | undefined, b: Facet | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.statement.start - b.statement.start) <= BESIDE;
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
