import type { Facet } from '../facets/facet.ts';
import { measureLikeness } from '../facets/measure.ts';
import { type Stage, stagesDiffer } from '../facets/stage-of-work.ts';
import { nameLikeness } from '../names/name-likeness.ts';
import type { Surroundings } from './surroundings.ts';

const LEVEL = /^(?:中央|地方|[省市县区]级|[省市县区]本级)/;
/** A yearly target and one of the next five-year plan differ by more. */
const YEARS_APART = 3;
const OTHER_PLACE = 0.85;
const OTHER_STAGE = 0.75;
const UNSAID_STAGE = 0.97;
/** Who has signed has built nothing yet. */
const ONLY_SIGNED = 0.2;
const OTHER_THING = 0.85;
/** 技校教育集团, 技校. */
const THING_OF_IT = 0.6;
/** What takes place, and not what is there. */
const EVENTS: ReadonlySet<string> = new Set(['场', '次', '场次', '期']);
const AN_EVENT = 0.3;
const A_PLACE = /(?:站|点|中心|基地|室|馆|园)$/;
const PER_HEAD = 0.3;
const NEAR = 0.5;
const SOME_OF_ALL = 0.8;
/** What things of one kind are counted and measured in. */
const EXTENT: ReadonlySet<string> = new Set(['count', 'area', 'length']);

/**
 * How surely two targets are about the same thing, 0 to 1; exactly 1 only for targets that say the same.
 *
 * The name decides; unit, movement, entity, horizon and size can only take away. So a product rather than a weighted
 * sum: with a sum, agreeing in unit, entity and size made up for naming two different things.
 */
export function likeness(a: Facet, b: Facet, around: Surroundings): number {
  const measure = measureLikeness(a.measure, b.measure) || growthLikeness(a, b);
  if (measure === 0) return 0;
  const name = nameLikeness(a, b, around);
  if (name === 0) return 0;
  return (
    name *
    measure *
    movementLikeness(a, b) *
    pieceLikeness(a, b) *
    perHeadLikeness(a, b) *
    entityLikeness(a, b) *
    horizonLikeness(a, b) *
    (a.place === b.place ? 1 : OTHER_PLACE) *
    stageLikeness(a.stage, b.stage) *
    (a.some === b.some ? 1 : SOME_OF_ALL) *
    sizeLikeness(a, b)
  );
}

/**
 * 进出口增长5% and 进出口突破5000亿元 are one standing target, said in two ways, and so are 价格涨幅3% and 价格指数103; of all
 * else a rate and an amount are two things.
 */
function growthLikeness(a: Facet, b: Facet): number {
  const [rate, amount] = a.measure === 'percent' ? [a, b] : [b, a];
  if (a.horizon !== b.horizon) return 0;
  // 指数控制在3%: whatever it is called, that is the rise of one of 103.
  if (amount.measure === 'none' ? !amount.name.head.includes('指数') : rate.statement.metric !== 'growth')
    return 0;
  return a.name.standing !== null && a.name.standing === b.name.standing ? 0.75 : 0;
}

/** 养老机构30所 and 养老机构床位1200张 are counted in other pieces and end in another thing; 活动12次 is none at all. */
function pieceLikeness({ name: x, statement: a, measure }: Facet, { name: y, statement: b }: Facet): number {
  if (a.unit === b.unit) return 1;
  const sameThing = x.core.slice(-2) === y.core.slice(-2);
  const [event, other] = EVENTS.has(a.unit ?? '') ? [a, b] : [b, a];
  const takesPlace = EVENTS.has(event.unit ?? '') && !EVENTS.has(other.unit ?? '');
  if (takesPlace && (!sameThing || A_PLACE.test(other.indicator))) return AN_EVENT;
  if (sameThing) return 1;
  if (measure !== 'count') return 1;
  return x.core.includes(y.core) || y.core.includes(x.core) ? THING_OF_IT : OTHER_THING;
}

/** 千人床位数6.2张 and 床位650张 are two measures; of numbers that are near one only does not say to how many. */
function perHeadLikeness(a: Facet, b: Facet): number {
  return a.perHead === b.perHead || Math.abs(Math.log10(a.amount / b.amount)) < NEAR ? 1 : PER_HEAD;
}

/** Where names are alike, those under way this year go with those of last year, and all of them with all. */
function stageLikeness(a: Stage, b: Stage): number {
  if (a === b) return 1;
  if (!stagesDiffer(a, b)) return UNSAID_STAGE;
  return a === 'signed' || b === 'signed' ? ONLY_SIGNED : OTHER_STAGE;
}

function movementLikeness(
  { name: x, statement: a, measure }: Facet,
  { name: y, statement: b }: Facet,
): number {
  const opposed = a.direction !== null && b.direction !== null && a.direction !== b.direction ? 0.7 : 1;
  if (a.metric === b.metric) return opposed;
  const grows = a.metric === 'growth' || b.metric === 'growth';
  if (!grows) return opposed * (a.metric === 'share' || b.metric === 'share' ? 0.9 : 0.99);
  // 赤字2.76万亿元 and 比去年增加1万亿元 are one thing, said in two ways; 增长6% and 占6% are two, unless the indicator
  // is one that only grows (价格涨幅控制在3%).
  if (measure !== 'percent') return opposed * 0.85;
  return opposed * (x.standing !== null && x.standing === y.standing ? 0.95 : 0.7);
}

/** Levels of government are often left unsaid; a place that is named on one side only is a part of the whole. */
function entityLikeness(a: Facet, b: Facet): number {
  if (a.entity === b.entity) return 1;
  if (a.entity !== null && b.entity !== null) return 0.4;
  return LEVEL.test(a.entity ?? b.entity ?? '') ? 0.9 : 0.65;
}

function horizonLikeness(a: Facet, b: Facet): number {
  return withinLikeness(a, b) * deadlineLikeness(a, b);
}

/** What is said of a part of the year, or of each of several, is not said of this one, though 上半年 may go without saying. */
function withinLikeness({ within: a }: Facet, { within: b }: Facet): number {
  if (a === b) return 1;
  return a !== null && b !== null ? 0.8 : 0.95;
}

function deadlineLikeness(a: Facet, b: Facet): number {
  if (a.horizon === b.horizon || a.statement.deadline === b.statement.deadline) return 1;
  if (Math.abs(a.horizon - b.horizon) < YEARS_APART) return 0.93;
  // What five years come to is no year's target; only a line that is held is one and the same: 守住18亿亩.
  const held = a.amount === b.amount && a.measure !== 'percent';
  return held || (a.horizon !== 0 && b.horizon !== 0) ? 0.85 : 0.2;
}

/** Targets move by tenths from year to year, rarely by more than three times; the same number twice is seldom chance. */
function sizeLikeness(a: Facet, b: Facet): number {
  if ((a.measure === 'percent') !== (b.measure === 'percent')) return 0.95;
  // 棚户区35个 and 棚户区60万平方米 have no size to compare.
  if (a.measure !== b.measure && [a, b].every(({ measure }) => EXTENT.has(measure))) return 0.9;
  const [x, y] = [Math.abs(a.amount), Math.abs(b.amount)];
  if (x === y) return a.statement.comparator === b.statement.comparator ? 1 : 0.995;
  if (x === 0 || y === 0) return 0.8;
  const apart = Math.abs(Math.log10(x / y));
  // Of two that are named alike the nearer: 增长8% was last year's target, 增长10.3% what came of it.
  if (apart < 0.5) return 0.96 - 0.02 * apart;
  return apart < 1 ? 0.88 : apart < 2 ? 0.75 : 0.5;
}
