import type { PlanReading } from '../../core/plan.ts';
import { divisionsOf } from '../../core/region.ts';
import type { IndicatorView, RegionPlan, RegionTarget, ToParent } from '../../core/vertical.ts';
import { measuresFall } from './better.ts';
import { distinctFacets } from './facets/distinct-facets.ts';
import type { Facet } from './facets/facet.ts';
import { stretchOf } from './facets/stretch.ts';

/**
 * The same indicator from centre to province to city: who aims higher, who lower, who is silent.
 *
 * Only targets for the plan's own year and of the region itself count. Indicators are joined by their standing name,
 * else by the same words and unit: likeness is for one issuer's plans, and over thirty regions it would join 铁路投资
 * here with 公路投资 there.
 *
 * @param plans of one year; a region comes before or after those below it
 * @returns indicators that two regions or more set, those of most regions first
 */
export function verticalView(plans: readonly RegionPlan[]): IndicatorView[] {
  const byRegion = new Map(plans.map(({ region, reading }) => [region, ownTargets(region, reading)]));
  const keys = new Set([...byRegion.values()].flatMap((targets) => [...targets.keys()]));
  const views = [...keys].flatMap((key): IndicatorView[] => {
    const facets = [...byRegion.values()].flatMap((targets) => targets.get(key) ?? []);
    const [first] = facets;
    if (first === undefined || facets.length < 2) return [];
    const numbers = facets.map(({ amount }) => amount);
    const regions = plans.map(({ region, parent }): RegionTarget => {
      const own = byRegion.get(region)?.get(key) ?? null;
      const above = byRegion.get(parent ?? '')?.get(key) ?? null;
      return {
        region,
        target: own?.statement ?? null,
        toParent: own === null || above === null ? null : standing(own, above),
        rank: own === null ? null : 1 + numbers.filter((number) => number > own.amount).length,
      };
    });
    return [
      { indicator: first.statement.indicator, headline: first.name.standing?.headline ?? false, regions },
    ];
  });
  const setBy = ({ regions }: IndicatorView): number =>
    regions.filter(({ target }) => target !== null).length;
  return views.sort((a, b) => setBy(b) - setBy(a) || Number(b.headline) - Number(a.headline));
}

/** The region's targets for the plan's own year, by what they are compared under; the first mention counts. */
function ownTargets(region: string, { identity, statements }: PlanReading): ReadonlyMap<string, Facet> {
  const year = identity?.year ?? null;
  // Over five years 年均增长5% is another promise than 增长5% in one.
  const ofYear = statements.filter((statement) => stretchOf(statement, null, year) === 'the year');
  const facets = distinctFacets(ofYear, 'target', year);
  const own = facets.filter(
    ({ entity, horizon, within }) => isOwn(entity, region) && horizon === 0 && within === null,
  );
  const first = new Map<string, Facet>();
  for (const facet of own) if (!first.has(keyOf(facet))) first.set(keyOf(facet), facet);
  return first;
}

/** Reports of cities and counties carry the name of their division, short or whole: 青岛 is 山东省青岛市 itself. */
function isOwn(entity: string | null, region: string): boolean {
  return entity === null || (divisionsOf(region).at(-1) ?? region).startsWith(entity);
}

function keyOf({ name, measure, statement }: Facet): string {
  return [name.standing?.id ?? name.core, measure, measuresFall(statement)].join('|');
}

function standing(own: Facet, above: Facet): ToParent {
  // What is taken of another amount (微克/立方米) does not add up, and so compares like a percentage.
  const rates = own.measure === 'percent' || own.measure.includes('/');
  if (!rates || own.measure !== above.measure) return 'incomparable';
  if (own.amount === above.amount) return 'equal';
  return own.amount > above.amount ? 'above' : 'below';
}
