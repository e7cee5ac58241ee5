import { identityOf } from '../facets/distinct-facets.ts';
import type { Facet } from '../facets/facet.ts';
import { replaces } from '../names/name-likeness.ts';
import { assignBest, type Candidate } from './assign.ts';
import { likeness } from './likeness.ts';
import { rowsSharing } from './sharing.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

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
/** Of two that are alike, the one beside a pair is taken if so much more would tip the scale. */
const COMPANY = 0.03;
const STEPS = [-1, 1];

/** A pair that may be, with what is known of it. */
interface Possible extends Candidate {
  readonly similarity: number;
  /** Whether one standing indicator would take the other's place. */
  readonly replaces: boolean;
}

/**
 * Pair facets for the greatest total likeness.
 *
 * Then once more, with those preferred that stand beside a pair: 新增班数 stands behind the schools to be begun and again
 * behind those to be opened, and goes with its neighbour. What is then still alone gets a second chance: beside a pair
 * half-alike names are enough, and where both are left a standing indicator may take another's place.
 */
export function pairFacets(old: readonly Facet[], young: readonly Facet[]): FacetPair[] {
  const around = surroundingsOf(old, young);
  const possible = rowsSharing(old.map(marksOf), young.map(marksOf)).flatMap((rows, column) =>
    rows.flatMap((row) => possibleOf(old[row], young[column], row, column, around)),
  );
  const beside = besideIn(old, young);
  const alike = possible.filter((pair) => pair.similarity >= ALIKE && !pair.replaces);
  const hasCompany = beside(assignBest(alike));
  const sure = assignBest(
    alike.map((pair) => ({ ...pair, gain: gainOf(pair.similarity + (hasCompany(pair) ? COMPANY : 0)) })),
  );
  const rows = new Set(sure.map(({ row }) => row));
  const columns = new Set(sure.map(({ column }) => column));
  const free = possible.filter(({ row, column }) => !rows.has(row) && !columns.has(column));
  const hasHelp = beside([...sure, ...free]);
  // Neighbouring rates are seldom one thing renamed: 省外就业率 beside 就业率, 市场就业率 beside it the next year.
  const isHelped = (pair: Possible): boolean =>
    pair.replaces || (old[pair.row]?.measure !== 'percent' && hasHelp(pair));
  return [...sure, ...assignBest(free.filter(isHelped))]
    .map(({ row, column, similarity }) => ({ row, column, similarity }))
    .sort((a, b) => a.row - b.row);
}

function possibleOf(
  a: Facet | undefined,
  b: Facet | undefined,
  row: number,
  column: number,
  around: Surroundings,
): Possible[] {
  const similarity = a === undefined || b === undefined ? 0 : likeness(a, b, around);
  if (a === undefined || b === undefined || similarity < ALIKE - NEIGHBOURLY) return [];
  return [{ row, column, similarity, gain: gainOf(similarity), replaces: replaces(a, b) }];
}

/**
 * Cubed, or two half-fitting pairs would outweigh one that fits word for word; squared they still do where a yearly
 * target, its rise and the sum of five years go by one name.
 */
function gainOf(similarity: number): number {
  return similarity ** 3;
}

/** The pairs that stand beside one of others: on both sides next to it, in one sentence as far as places tell. */
function besideIn(
  old: readonly Facet[],
  young: readonly Facet[],
): (others: readonly Candidate[]) => (pair: Candidate) => boolean {
  const near = (facets: readonly Facet[], at: number, step: number): boolean => {
    const [a, b] = [facets[at], facets[at + step]];
    return a !== undefined && b !== undefined && Math.abs(a.statement.start - b.statement.start) <= BESIDE;
  };
  return (others) => {
    const places = new Set(others.map(({ row, column }) => `${row},${column}`));
    return ({ row, column }) =>
      STEPS.some(
        (step) =>
          places.has(`${row + step},${column + step}`) && near(old, row, step) && near(young, column, step),
      );
  };
}

/** What two statements must share to reach {@link ALIKE}: a piece of the name, a size, a standing indicator, or everything. */
function marksOf(facet: Facet): ReadonlySet<string> {
  const { size, standing } = facet.name;
  const { id, family } = standing ?? {};
  return new Set([
    ...facet.grams,
    `=${identityOf(facet)}`,
    ...(size === '' ? [] : [`>${size}`]),
    ...(id === undefined ? [] : [`#${id}`, `##${family ?? id}`]),
  ]);
}
