import type { Statement } from '../../core/plan.ts';
import { assignBest, type Candidate } from './assign.ts';
import { type Facet, facetOf, likeness, surroundingsOf } from './likeness.ts';
import { rowsSharing } from './sharing.ts';

/** A target of the earlier plan and what it became; one side is null for what has no partner. */
export interface TargetPair {
  readonly before: Statement | null;
  readonly after: Statement | null;
  /** How sure the pairing is, 0 to 1; 1 for the unpaired. */
  readonly similarity: number;
}

/** The plans' own years, where they are known: deadlines are read relative to them. */
export interface PlanYears {
  readonly before: number | null;
  readonly after: number | null;
}

/** Below this two targets are two things. */
const ALIKE = 0.45;

/** Ten times what the longest five-year plan states; a page with more is a table, and what follows is left out. */
const MAX_TARGETS = 3000;
/** So many targets of one amount are looked through for one that says the same. */
const MAX_EQUAL = 20;

/**
 * Pair last year's targets with this year's, so that each pair can be compared.
 *
 * The pairing is the one of greatest total likeness. Likeness counts squared: otherwise two half-fitting pairs would
 * outweigh one that fits word for word. A target said twice in a document is one target, told by its first mention.
 *
 * @param before statements of the earlier plan, in document order; those that are not targets take no part
 * @param after statements of the later plan, likewise
 * @returns the targets of `after` in document order, then those of `before` without partner, in theirs
 */
export function alignTargets(
  before: readonly Statement[],
  after: readonly Statement[],
  years: PlanYears = { before: null, after: null },
): TargetPair[] {
  const old = distinctTargets(before, years.before);
  const young = distinctTargets(after, years.after);
  const chosen = assignBest(candidates(old, young));
  const partner = new Map(chosen.map((pair) => [pair.column, pair]));
  const kept = new Set(chosen.map((pair) => pair.row));
  return [
    ...young.map((facet, column): TargetPair => {
      const pair = partner.get(column);
      const row = pair === undefined ? undefined : old[pair.row];
      if (pair === undefined || row === undefined)
        return { before: null, after: facet.statement, similarity: 1 };
      return { before: row.statement, after: facet.statement, similarity: Math.sqrt(pair.gain) };
    }),
    ...old.flatMap((facet, row) =>
      kept.has(row) ? [] : [{ before: facet.statement, after: null, similarity: 1 }],
    ),
  ];
}

function candidates(old: readonly Facet[], young: readonly Facet[]): Candidate[] {
  const around = surroundingsOf(old, young);
  return rowsSharing(old.map(marksOf), young.map(marksOf)).flatMap((rows, column) =>
    rows.flatMap((row) => {
      const [a, b] = [old[row], young[column]];
      const likely = a === undefined || b === undefined ? 0 : likeness(a, b, around);
      return likely < ALIKE ? [] : [{ row, column, gain: likely ** 2 }];
    }),
  );
}

/** What two targets must share to reach {@link ALIKE}: a piece of the name, a standing indicator, or everything. */
function marksOf(facet: Facet): ReadonlySet<string> {
  const { id, family } = facet.name.standing ?? {};
  return new Set([
    ...facet.grams,
    `=${sameTarget(facet)}`,
    ...(id === undefined ? [] : [`#${id}`, `##${family ?? id}`]),
  ]);
}

/**
 * One facet for each thing said. Targets that agree in everything but wording are one target said again, and so are
 * equal amounts of which one's name only narrows the other's (160项重大项目, 160项市区重大项目). Equal percentages prove
 * nothing: every second indicator grows by 5%.
 */
function distinctTargets(statements: readonly Statement[], year: number | null): Facet[] {
  const distinct = new Map<string, Facet>();
  const amounts = new Map<string, Facet[]>();
  for (const statement of statements) {
    if (statement.kind !== 'target' || distinct.size === MAX_TARGETS) continue;
    const facet = facetOf(statement, year);
    const said = amounts.get(amountOf(statement)) ?? [];
    if (distinct.has(sameTarget(facet)) || said.some((earlier) => narrows(facet, earlier))) continue;
    distinct.set(sameTarget(facet), facet);
    if (facet.unit !== 'percent' && said.length < MAX_EQUAL)
      amounts.set(amountOf(statement), [...said, facet]);
  }
  return [...distinct.values()];
}

function sameTarget({ name, entity, statement: s }: Facet): string {
  return [name.standing?.id ?? name.head, entity, amountOf(s), s.comparator].join('|');
}

function amountOf(s: Statement): string {
  return [s.value, s.value2, s.unit, s.metric, s.direction, s.deadline].join('|');
}

function narrows(a: Facet, b: Facet): boolean {
  if (a.entity !== b.entity || a.name.standing !== b.name.standing) return false;
  if (a.within !== null && b.within !== null && a.within !== b.within) return false;
  const [x, y] = [a.name.core, b.name.core];
  return Math.min(x.length, y.length) > 2 && (x.endsWith(y) || y.endsWith(x));
}
