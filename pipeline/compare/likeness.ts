import { overlap, setLikeness } from './character-pairs.ts';
import type { Facet } from './facet.ts';
import { measureLikeness } from './measure.ts';
import type { Surroundings } from './surroundings.ts';

const LEVEL = /^(?:中央|地方|[省市县区]级|[省市县区]本级)/;
/** What is left of a name when nothing says which part of the whole is meant. */
const OF_ALL = /^(?:中央|地方|[省市县区]级?)(?:本级)?$/;
const RANK = /(世界|国家|全国|[省市县区])[级批]?/;
/** Names less alike than this have nothing to do with each other, whatever surrounds them. */
const FAINT = 0.05;
/** Names this much alike are worth asking for a second hint. */
const HINTED = 0.2;
const ONLY_ONES = 0.25;
const OTHER_RANK = 0.6;
const PART_OF_WHOLE = 0.5;
const OTHER_ATTRIBUTE = 0.75;
const OTHER_SUBJECT = 0.75;

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
    entityLikeness(a, b) *
    horizonLikeness(a, b) *
    sizeLikeness(a, b)
  );
}

/** 进出口增长5% and 进出口突破5000亿元 are one standing target, said in two ways; of all else a rate and an amount are two things. */
function growthLikeness(a: Facet, b: Facet): number {
  const [rate, amount] = a.measure === 'percent' ? [a, b] : [b, a];
  if (rate.statement.metric !== 'growth' || amount.measure === 'none') return 0;
  return a.name.standing !== null && a.name.standing === b.name.standing ? 0.75 : 0;
}

function nameLikeness(a: Facet, b: Facet, { weigh, isTelling, onlyOnes }: Surroundings): number {
  const [x, y] = [a.name.standing, b.name.standing];
  const { dice, contained } = overlap(a.grams, b.grams, weigh);
  const related = x !== null && y !== null && (x === y || (x.family !== undefined && x.family === y.family));
  if (!related && dice < FAINT) return 0;
  const context = setLikeness(a.context, b.context);
  if (related) return x === y ? 0.97 + 0.03 * context : 0.75 + 0.2 * context;
  const text = attributeLikeness(a, b) * (0.55 * dice + 0.25 * contained + 0.15 * context + 0.05 * setLikeness(a.heading, b.heading));
  // Standing indicators have all their names listed: whatever else reads like one is a part of it, or another one.
  if (x !== null || y !== null) return text * (x === null || y === null ? 0.75 : 0.4);
  const hints = text < HINTED ? 0 : sameNumber(a, b) + (onlyOnes(a, b) ? ONLY_ONES : 0);
  const likely = text * tailLikeness(a, b, isTelling) * rankLikeness(a, b) + hints;
  return Math.min(a.name.head === b.name.head ? 1 : 0.99, likely);
}

/** 战略性新兴产业增加值 and 战略性新兴产业投资 are two things, and so are the shares of 工业 and of 海洋产业 in one whole. */
function attributeLikeness(a: Facet, b: Facet): number {
  if (a.name.attribute === '' || b.name.attribute === '') return 1;
  if (a.name.attribute !== b.name.attribute) return OTHER_ATTRIBUTE;
  if (a.name.core !== b.name.core && (isWhole(a) || isWhole(b))) return PART_OF_WHOLE;
  return a.subject.size > 0 && b.subject.size > 0 && a.subject.isDisjointFrom(b.subject) ? OTHER_SUBJECT : 1;
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

/** 中央本级支出 is all of it, 中央本级基础研究支出 a part. */
function isWhole({ name }: Facet): boolean {
  return OF_ALL.test(name.core.slice(0, name.core.length - name.attribute.length));
}

/** 省级产业集群 and 国家产业集群 are two lists. */
function rankLikeness({ name: a }: Facet, { name: b }: Facet): number {
  const [x, y] = [RANK.exec(a.head)?.[1], RANK.exec(b.head)?.[1]];
  return x === undefined || y === undefined || x === y ? 1 : OTHER_RANK;
}

/**
 * Half-alike names with the very same number are seldom two things, percentages apart: every second indicator grows by
 * 5%. Surer still is a rise that starts from last year's target (由420元提高到450元), and one that starts elsewhere tells
 * against it.
 */
function sameNumber(a: Facet, b: Facet): number {
  if (a.measure !== b.measure) return 0;
  if (b.start !== null) return Math.abs(b.start / a.amount - 1) < 0.02 ? 0.3 : -0.1;
  return a.amount === b.amount ? (a.measure === 'percent' ? 0.05 : 0.1) : 0;
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
  return LEVEL.test(a.entity ?? b.entity ?? '') ? 0.9 : 0.75;
}

function horizonLikeness(a: Facet, b: Facet): number {
  if (a.within !== b.within) return a.within === null || b.within === null ? 0.95 : 0.8;
  if (a.horizon === b.horizon || a.statement.deadline === b.statement.deadline) return 1;
  return 0.93;
}

/** Targets move by tenths from year to year, rarely by more than three times; the same number twice is seldom chance. */
function sizeLikeness(a: Facet, b: Facet): number {
  const [x, y] = [Math.abs(a.amount), Math.abs(b.amount)];
  if (x === y) return a.statement.comparator === b.statement.comparator ? 1 : 0.995;
  if (x === 0 || y === 0) return 0.8;
  const apart = Math.abs(Math.log10(x / y));
  if (apart < 0.5) return 0.95;
  return apart < 1 ? 0.88 : apart < 2 ? 0.75 : 0.5;
}
