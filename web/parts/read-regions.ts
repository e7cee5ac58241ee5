import type { PlanRecord } from '../../core/archive.ts';
import type { Statement } from '../../core/plan.ts';
import { type IndicatorView, parentRegion } from '../../core/vertical.ts';
import type { Visit } from '../visit.ts';

/** Plans looked at for the years to choose from. */
const MOST_DATED = 5000;
/** Plans of one year that are set side by side. */
const MOST_PLANS = 1000;

/** The targets of a year, region by region. */
export interface YearOfRegions {
  readonly year: number;
  /** Years of which two regions or more have plans, newest first. */
  readonly years: readonly number[];
  /** Regions with the one above before those below it. */
  readonly places: readonly string[];
  readonly parents: ReadonlyMap<string, string | null>;
  readonly views: readonly IndicatorView[];
  /** The plan a target was read in. */
  readonly planOf: (target: Statement) => PlanRecord | undefined;
}

/**
 * Set the plans of one year side by side; all plans of a region count as one, its most usual kind first.
 *
 * @param asked the year asked for; by default the newest that can be shown
 * @returns null where no year has plans of two regions
 */
export async function readRegions(visit: Visit, asked: number | undefined): Promise<YearOfRegions | null> {
  const years = await yearsOf(visit);
  const year = asked ?? years[0];
  if (year === undefined) return null;
  const plans = inUsualOrder(await visit.store.plans({ year, limit: MOST_PLANS }));
  const read = new Map<Statement, PlanRecord>();
  const said = new Map<string, { readonly plan: PlanRecord; readonly statements: Statement[] }>();
  for (const plan of plans) {
    if (plan.identity.region === null) continue;
    const region = visit.fullRegion(plan.identity.region);
    const statements = await visit.store.statementsOf(plan.documentId, plan.seq, 'target');
    for (const statement of statements) read.set(statement, plan);
    const own = said.get(region) ?? { plan, statements: [] };
    said.set(region, { plan: own.plan, statements: [...own.statements, ...statements] });
  }
  const known = [...said.keys()];
  const parents = new Map(known.map((region) => [region, parentRegion(region, known)]));
  const places = inPlaces(parents);
  const views = visit.sideBySide(
    places.flatMap((region) => {
      const own = said.get(region);
      if (own === undefined) return [];
      const reading = { identity: own.plan.identity, outline: [], statements: own.statements };
      return [{ region, parent: parents.get(region) ?? null, reading }];
    }),
  );
  return { year, years, places, parents, views, planOf: (target) => read.get(target) };
}

async function yearsOf({ store }: Visit): Promise<number[]> {
  const dated = await store.planDates(MOST_DATED);
  const byYear = Map.groupBy(dated, ({ plan }) => plan.year);
  return [...byYear]
    .filter(([, plans]) => new Set(plans.map(({ plan }) => plan.region)).size > 1)
    .map(([year]) => year)
    .toSorted((a, b) => b - a);
}

/** The kind that most regions have comes first: of a target in several plans the first mention counts. */
function inUsualOrder(plans: readonly PlanRecord[]): PlanRecord[] {
  const kinds = Map.groupBy(plans, ({ identity }) => identity.kind);
  const regionsWith = new Map(
    [...kinds].map(([kind, all]) => [kind, new Set(all.map(({ identity }) => identity.region)).size]),
  );
  const usual = ({ identity }: PlanRecord): number => regionsWith.get(identity.kind) ?? 0;
  return plans.toSorted((a, b) => usual(b) - usual(a));
}

/** Each region followed by those it contains. */
function inPlaces(parents: ReadonlyMap<string, string | null>): string[] {
  const below = Map.groupBy(parents.keys(), (region) => parents.get(region) ?? null);
  const walk = (region: string | null): string[] =>
    (below.get(region) ?? []).toSorted().flatMap((child) => [child, ...walk(child)]);
  return walk(null);
}
