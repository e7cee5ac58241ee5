import type { Facet } from '../facets/facet.ts';
import { sum } from '../names/character-pairs.ts';

/** What only the two plans as a whole can tell of their targets. */
export interface Surroundings {
  /**
   * What two names share, weighed: of both together (`dice`) and of the smaller one (`contained`), 0 to 1. Character
   * pairs rare in both plans tell more than 投资 or 建设.
   */
  readonly overlap: (before: Facet, after: Facet) => { readonly dice: number; readonly contained: number };
  /** Whether a name is rare enough to be known by: 扩招 is, 投资 and 问题 are not. */
  readonly isTelling: (facet: Facet) => boolean;
  /** Whether the two are the only targets of their plans in their unit and of their entity. */
  readonly onlyOnes: (before: Facet, after: Facet) => boolean;
  /** Whether the two are the only lists of projects of their name and stage: those named in them are others every year. */
  readonly onlyLists: (before: Facet, after: Facet) => boolean;
}

/** 立方米, 亩, 人次 and 艘 say something of the thing measured; these are said of anything. */
const VAGUE: ReadonlySet<string> = new Set(['percent', 'times', 'money', 'length', 'none']);
const VAGUE_UNITS: ReadonlySet<string> = new Set('个家项户处所条种座批名人类'.split(''));

/** What a name was lent by its sentence or heading weighs so much of what stands in its own clause. */
const LENT = 0.6;

const NOTHING = { dice: 0, contained: 0 };
const EVERYTHING = { dice: 1, contained: 1 };

/** 5亿元以上项目 has no other name than its size, and 5亿元以上产业项目 is of that size. */
const OF_BARE_SIZE = { dice: 0.5, contained: 1 };

function isOfBareSize({ name: a }: Facet, { name: b }: Facet): boolean {
  const bare = (a.core === a.size) !== (b.core === b.size);
  return bare && a.size !== '' && a.size === b.size && a.head.slice(-2) === b.head.slice(-2);
}

/** Look at all targets of both plans together. */
export function surroundingsOf(old: readonly Facet[], young: readonly Facet[]): Surroundings {
  const seen = new Map<string, number>();
  for (const { grams } of [...old, ...young])
    for (const gram of grams) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const lone = [old, young].map((facets) => {
    const groups = Map.groupBy(facets.filter(hasTellingUnit), unitAndEntity);
    return new Set([...groups].flatMap(([key, all]) => (all.length === 1 ? [key] : [])));
  });
  const lists = [old, young].map((facets) => {
    const groups = Map.groupBy(
      facets.filter(({ some }) => some),
      listOf,
    );
    return new Set([...groups].flatMap(([key, all]) => (all.length === 1 ? [key] : [])));
  });
  const weights = new Map(
    [...seen].map(([gram, n]) => [gram, Math.log(1 + (old.length + young.length) / n)]),
  );
  const weigh = (gram: string): number => weights.get(gram) ?? 0;
  const lentOff = (lent: ReadonlySet<string>): number => (1 - LENT) * sum(lent, weigh);
  // What only one of the two is lent weighs half as much less: the other has it of its own.
  const lentIn = ({ lent }: Facet, both: ReadonlySet<string>): number =>
    lent.size === 0 ? 0 : lentOff(lent.intersection(both));
  const count = (gram: string): number => seen.get(gram) ?? 1;
  // Each facet is asked for again and again.
  const known = new Map(
    [...old, ...young].map((facet) => [
      facet,
      {
        weight: sum(facet.grams, weigh) - lentOff(facet.lent),
        telling: sum(facet.grams, count) <= 3 * facet.grams.size,
      },
    ]),
  );
  return {
    isTelling: (facet) => known.get(facet)?.telling ?? false,
    overlap: (a, b) => {
      if (isOfBareSize(a, b)) return OF_BARE_SIZE;
      const [x, y] = [known.get(a)?.weight ?? 0, known.get(b)?.weight ?? 0];
      if (x + y === 0) return EVERYTHING;
      const both = a.grams.intersection(b.grams);
      if (both.size === 0) return NOTHING;
      // What only one of them is lent weighs half as much less: the other has it of its own.
      const shared = sum(both, weigh) - (lentIn(a, both) + lentIn(b, both)) / 2;
      return { dice: Math.min(1, (2 * shared) / (x + y)), contained: Math.min(1, shared / Math.min(x, y)) };
    },
    onlyLists: (a, b) =>
      a.name.core === b.name.core && [a, b].every((x, i) => x.some && lists[i]?.has(listOf(x))),
    onlyOnes: (a, b) =>
      unitAndEntity(a) === unitAndEntity(b) && lone.every((keys) => keys.has(unitAndEntity(a))),
  };
}

function listOf({ name, stage }: Facet): string {
  return `${name.core}|${stage}`;
}

function hasTellingUnit({ measure, statement: { unit } }: Facet): boolean {
  return !VAGUE.has(measure) && !VAGUE_UNITS.has(unit ?? '');
}

function unitAndEntity({ statement, entity }: Facet): string {
  return `${statement.unit}|${entity}|${statement.metric === 'growth'}`;
}
