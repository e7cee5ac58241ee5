import type { Statement } from '../../core/plan.ts';
import { type IndicatorName, indicatorName } from './indicator-name.ts';

/** A statement made ready for comparing: everything that costs is worked out once. */
export interface Facet {
  readonly statement: Statement;
  readonly name: IndicatorName;
  /** Character pairs of the indicator's head. */
  readonly grams: ReadonlySet<string>;
  /** Character pairs of the quote without its numbers: what the head's context says. */
  readonly context: ReadonlySet<string>;
  /** Character pairs of the headings above. */
  readonly heading: ReadonlySet<string>;
  /** Null when said of the issuer itself. */
  readonly entity: string | null;
  readonly unit: UnitKind;
  /** Years from the plan's year to the deadline; 0 when unknown. */
  readonly horizon: number;
  /** The part of a year it is said of, 一季度 or 上半年; null for the whole. */
  readonly within: string | null;
}

export interface Surroundings {
  /** How much a character pair tells; those rare in both plans tell more than 投资 or 建设. */
  readonly weigh: (gram: string) => number;
  /** Whether a name is rare enough to be known by: 扩招 is, 投资 and 问题 are not. */
  readonly isTelling: (grams: ReadonlySet<string>) => boolean;
  /** Whether the two are the only targets of their plans in their unit and of their entity. */
  readonly onlyOnes: (before: Facet, after: Facet) => boolean;
}

export type UnitKind =
  | 'percent'
  | 'times'
  | 'money'
  | 'people'
  | 'place'
  | 'none'
  | `other:${string}`
  | 'count';

/** Words an issuer uses of the whole of itself. */
const WHOLE = /^(?:全国|国家|我国|全[省市区县州旗域社会]+|[我本][省市区县州旗])$/;
const LEVEL = /^(?:中央|地方|[省市县区]级|[省市县区]本级)/;
const COUNTED = /^[个家条项座所处户套场件种只支批届次栋幢间台辆艘架列张份门类户宗]$/;
const PEOPLE = /^(?:人|名|位|人次|人口)$/;
const WITHIN = /[一二三四]季度|[上下]半年|首批|第[一二三四]批/;
const MAX_QUOTE = 120;
/** Names less alike than this have nothing to do with each other, whatever surrounds them. */
const FAINT = 0.05;
/** Names this much alike are worth asking for a second hint. */
const HINTED = 0.2;
const ONLY_ONES = 0.25;

/** Make a statement ready for {@link likeness}; `year` is the plan's own. */
export function facetOf(statement: Statement, year: number | null): Facet {
  const name = indicatorName(statement.indicator);
  const quote = statement.quote.slice(0, MAX_QUOTE).normalize('NFKC');
  return {
    statement,
    name,
    grams: pairsOf(name.head),
    context: pairsOf(quote.replace(/[\d.,%\s，、；。：“”《》（）()—－-]+/g, ' ')),
    heading: pairsOf(statement.section.join(' ').slice(0, MAX_QUOTE)),
    entity: statement.entity === null || WHOLE.test(statement.entity) ? null : statement.entity,
    unit: unitKind(statement.unit),
    within: WITHIN.exec(quote)?.[0] ?? null,
    horizon: year === null || statement.deadline === null ? 0 : statement.deadline - year,
  };
}

/** What only the two plans as a whole can tell of their targets. */
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

/** 立方米, 亩 and 人次 say something of the thing measured; 元, % and 个 are said of anything. */
function hasTellingUnit({ unit }: Facet): boolean {
  return unit === 'people' || unit.startsWith('other:');
}

function unitAndEntity({ statement, entity }: Facet): string {
  return `${statement.unit}|${entity}|${statement.metric === 'growth'}`;
}

/**
 * How surely two targets are about the same thing, 0 to 1; exactly 1 only for targets that say the same.
 *
 * The name decides; unit, movement, entity, horizon and size can only take away. So a product rather than a weighted
 * sum: with a sum, agreeing in unit, entity and size made up for naming two different things.
 */
export function likeness(a: Facet, b: Facet, around: Surroundings): number {
  const unit = unitLikeness(a.unit, b.unit);
  if (unit === 0) return 0;
  const name = nameLikeness(a, b, around);
  if (name === 0) return 0;
  return (
    name * unit * movementLikeness(a, b) * entityLikeness(a, b) * horizonLikeness(a, b) * sizeLikeness(a, b)
  );
}

function nameLikeness(a: Facet, b: Facet, { weigh, isTelling, onlyOnes }: Surroundings): number {
  const [x, y] = [a.name.standing, b.name.standing];
  const { dice, contained } = overlap(a.grams, b.grams, weigh);
  const related = x !== null && y !== null && (x === y || (x.family !== undefined && x.family === y.family));
  if (!related && dice < FAINT) return 0;
  const context = setLikeness(a.context, b.context);
  if (related) return x === y ? 0.97 + 0.03 * context : 0.75 + 0.2 * context;
  const text = 0.55 * dice + 0.25 * contained + 0.15 * context + 0.05 * headingLikeness(a, b, weigh);
  // Standing indicators have all their names listed: whatever else reads like one is a part of it, or another one.
  if (x !== null || y !== null) return text * (x === null || y === null ? 0.75 : 0.4);
  const hints = text < HINTED ? 0 : sameNumber(a, b) + (onlyOnes(a, b) ? ONLY_ONES : 0);
  return Math.min(1, text * tailLikeness(a, b, isTelling) + hints);
}

/**
 * Chinese puts the thing last: 财政支出 and 财政收入 are two things, while 工商业电价 is 一般工商业电价 without a word
 * that narrows it.
 */
function tailLikeness(a: Facet, b: Facet, isTelling: Surroundings['isTelling']): number {
  const [x, y] = [a.name.core, b.name.core];
  const shorter = x.length < y.length ? a : b;
  if ((x.endsWith(y) || y.endsWith(x)) && isTelling(shorter.grams)) return 1.2;
  return x.slice(-2) === y.slice(-2) ? 1 : 0.85;
}

/** Half-alike names with the very same number are seldom two things. */
function sameNumber({ statement: a }: Facet, { statement: b }: Facet): number {
  return a.value === b.value && a.value2 === b.value2 && a.unit === b.unit ? 0.1 : 0;
}

function headingLikeness(a: Facet, b: Facet, weigh: Surroundings['weigh']): number {
  return overlap(a.heading, b.heading, weigh).dice;
}

function movementLikeness({ name: x, statement: a }: Facet, { name: y, statement: b }: Facet): number {
  const opposed = a.direction !== null && b.direction !== null && a.direction !== b.direction ? 0.7 : 1;
  if (a.metric === b.metric) return opposed;
  const grows = a.metric === 'growth' || b.metric === 'growth';
  if (!grows) return opposed * (a.metric === 'share' || b.metric === 'share' ? 0.9 : 0.99);
  // 赤字2.76万亿元 and 比去年增加1万亿元 are one thing, said in two ways; 增长6% and 占6% are two, unless the indicator
  // is one that only grows (价格涨幅控制在3%).
  if (a.unit !== '%') return opposed * 0.85;
  return opposed * (x.standing !== null && x.standing === y.standing ? 0.95 : 0.7);
}

/** Levels of government are often left unsaid; a place that is named on one side only is a part of the whole. */
function entityLikeness(a: Facet, b: Facet): number {
  if (a.entity === b.entity) return 1;
  if (a.entity !== null && b.entity !== null) return 0.4;
  return LEVEL.test(a.entity ?? b.entity ?? '') ? 0.9 : 0.75;
}

function horizonLikeness(a: Facet, b: Facet): number {
  if (a.within !== b.within) return a.within === null || b.within === null ? 0.95 : 0.8;
  if (a.horizon === b.horizon || a.statement.deadline === b.statement.deadline) return 1;
  return 0.93;
}

/** Targets move by tenths from year to year, rarely by more than three times; the same number twice is seldom chance. */
function sizeLikeness(a: Facet, b: Facet): number {
  const [x, y] = [Math.abs(a.statement.value), Math.abs(b.statement.value)];
  if (x === y) return a.statement.comparator === b.statement.comparator ? 1 : 0.995;
  if (x === 0 || y === 0) return 0.8;
  const apart = Math.abs(Math.log10(x / y));
  if (apart < 0.5) return 0.95;
  return apart < 1 ? 0.88 : apart < 2 ? 0.75 : 0.5;
}

function unitKind(unit: string | null): UnitKind {
  if (unit === null) return 'none';
  if (unit === '%' || unit === '‰' || unit === '个百分点' || unit === '百分点') return 'percent';
  if (unit === 'x' || unit === '倍') return 'times';
  if (/元$/.test(unit)) return 'money';
  if (PEOPLE.test(unit)) return 'people';
  return COUNTED.test(unit) ? 'count' : `other:${unit}`;
}

function unitLikeness(a: UnitKind, b: UnitKind): number {
  if (a === b) return 1;
  const both = new Set([a, b]);
  if (both.has('none')) return 0.8;
  if (both.has('percent') || both.has('money')) return 0;
  if (both.has('people') && both.has('count')) return 0.7;
  return both.has('count') ? 0.6 : 0.3;
}

/** Likeness of two sets of character pairs, 0 to 1 (Dice 1945, Ecology 26(3)). */
export function setLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 1 : (2 * a.intersection(b).size) / (a.size + b.size);
}

function overlap(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weigh: Surroundings['weigh'],
): { dice: number; contained: number } {
  if (a.size === 0 && b.size === 0) return { dice: 1, contained: 1 };
  const shared = sum(a.intersection(b), weigh);
  if (shared === 0) return { dice: 0, contained: 0 };
  const [x, y] = [sum(a, weigh), sum(b, weigh)];
  return { dice: (2 * shared) / (x + y), contained: shared / Math.min(x, y) };
}

function sum(grams: ReadonlySet<string>, weigh: (gram: string) => number): number {
  let total = 0;
  for (const gram of grams) total += weigh(gram);
  return total;
}

/** The neighbouring characters of a text, by two; the unit in which Chinese is compared without a dictionary. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.split(' ')) {
    if (word.length === 1) pairs.add(word);
    for (let i = 1; i < word.length; i++) pairs.add(word.slice(i - 1, i + 1));
  }
  return pairs;
}
