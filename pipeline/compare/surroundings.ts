import { sum } from './character-pairs.ts';
import type { Facet } from './facet.ts';

/** What only the two plans as a whole can tell of their targets. */
export interface Surroundings {
  /** How much a character pair tells; those rare in both plans tell more than 投资 or 建设. */
  readonly weigh: (gram: string) => number;
  /** Whether a name is rare enough to be known by: 扩招 is, 投资 and 问题 are not. */
  readonly isTelling: (grams: ReadonlySet<string>) => boolean;
  /** Whether the two are the only targets of their plans in their unit and of their entity. */
  readonly onlyOnes: (before: Facet, after: Facet) => boolean;
}

/** 立方米, 亩 and 人次 say something of the thing measured; these are said of anything. */
const VAGUE: ReadonlySet<string> = new Set(['percent', 'times', 'money', 'count', 'none']);

/** Look at all targets of both plans together. */
export function surroundingsOf(old: readonly Facet[], young: readonly Facet[]): Surroundings {
  const seen = new Map<string, number>();
  for (const { grams } of [...old, ...young])
    for (const gram of grams) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const lone = [old, young].map((facets) => {
    const groups = Map.groupBy(facets.filter(hasTellingUnit), unitAndEntity);
    return new Set([...groups].flatMap(([key, all]) => (all.length === 1 ? [key] : [])));
  });
  const count = (gram: string): number => seen.get(gram) ?? 1;
  return {
    isTelling: (grams) => sum(grams, count) <= 3 * grams.size,
    weigh: (gram) => Math.log(1 + (old.length + young.length) / count(gram)),
    onlyOnes: (a, b) =>
      unitAndEntity(a) === unitAndEntity(b) && lone.every((keys) => keys.has(unitAndEntity(a))),
  };
}

function hasTellingUnit({ measure }: Facet): boolean {
  return !VAGUE.has(measure);
}

function unitAndEntity({ statement, entity }: Facet): string {
  return `${statement.unit}|${entity}|${statement.metric === 'growth'}`;
}
