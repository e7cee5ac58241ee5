import { areOpposed, basisOf } from '../facets/basis.ts';
import type { Facet } from '../facets/facet.ts';
import { spentApart } from '../facets/spent.ts';
import type { Surroundings } from '../pairing/surroundings.ts';
import { isWithin, setLikeness } from './character-pairs.ts';
import type { IndicatorName } from './indicator-name.ts';
import { placeInList } from './place-in-list.ts';
import type { StandingIndicator } from './standing-indicators.ts';

/** Names less alike than this have nothing to do with each other, whatever surrounds them. */
const FAINT = 0.05;
/** Names this much alike are worth asking for a second hint. */
const HINTED = 0.2;
const ONLY_ONES = 0.25;
const SAME_NUMBER = 0.1;
/** A round number comes up twice by chance sooner than 12 or 1840. */
const SAME_ODD_NUMBER = 0.15;
/** Every second thing grows by 5%, and there are 5 of many. */
const SAME_BY_CHANCE = 0.05;
const FEW = 10;
const STARTS_THERE = 0.3;
/** 中央财政 alone names nothing; then the clauses must be worded this much alike. */
const SAME_WORDS = 0.85;
const NAMELESS = 0.3;
/** 计划投资 alone names nothing either; then the headings must be this much alike. */
const SAME_HEADING = 0.5;
/** Nor does 项目: behind 等 or 的 it is named by the words before, and those must be this much alike. */
const SAME_LIST = 0.4;
/** Not even a neighbour tells of what. */
const UNNAMED = 0.2;
const ANYTHING = /^(?:续建|在建|储备|前期)?(?:项目|工程|建设|任务|行动|工作|措施|企业|平台|活动)*$/;
/** 云川水厂等8个重点项目 are some of them, 重点项目80个 are all. */
const SOME_OF_A_LIST = /等[^，。]{0,4}\d/;
const OTHER_RANK = 0.3;
/** 工业企业 beside 亿元以上工业企业. */
const ANY_SIZE = 0.5;
/** Of the members of a list that are told apart the next year the first goes on with it. */
const LATER_MEMBER = 0.6;
const FAR_KIN = 0.9;
const PART_OF_WHOLE = 0.3;
const OTHER_ATTRIBUTE = 0.75;
const HALF_ALIKE = 0.5;

/**
 * How surely two targets name the same thing, 0 to 1, with what the plans as a whole tell of the names.
 *
 * Standing indicators are known by their names. For all others likeness of characters counts most, and where it leaves
 * a doubt, whatever hints at one thing: the only target in its unit, the same number, a rise from last year's target.
 */
export function nameLikeness(a: Facet, b: Facet, around: Surroundings): number {
  const { overlap, isTelling, onlyOnes } = around;
  const [x, y] = [a.name.standing, b.name.standing];
  const { dice, contained } = overlap(a, b);
  const related = x !== null && y !== null && (x === y || replaces(a, b));
  if (!related && dice < FAINT) return 0;
  const context = setLikeness(a.context, b.context);
  if (related) return x === y ? 0.97 + 0.03 * context : (0.75 + 0.2 * context) * nearness(x, y);
  const attribute = attributeLikeness(a, b);
  const nested = nests(a, b, isTelling);
  const worded =
    attribute *
    (around.onlyLists(a, b) && !ANYTHING.test(a.name.core) ? 1 : namedness(a, b, context)) *
    (0.55 * dice +
      0.25 * (nested ? 1 : isTelling(a.grams.size < b.grams.size ? a : b) ? contained : dice) +
      0.15 * context +
      0.05 * setLikeness(a.heading, b.heading));
  const text = isSpentAlike(a, b) ? Math.max(worded, SPENT_ALIKE) : worded;
  // Standing indicators have all their names listed: whatever else reads like one is a part of it, or another one.
  if (x !== null || y !== null) return text * (x === null || y === null ? 0.7 : 0.4);
  // Of 存栏 and 出栏 both are counted in 头.
  const only = attribute === 1 && onlyOnes(a, b);
  const hints = text < HINTED ? 0 : sameNumber(a, b) + (only ? ONLY_ONES : 0);
  const likely = text * tailLikeness(a, b, nested) * rankLikeness(a, b) + hints;
  return Math.min(a.name.head === b.name.head ? 1 : 0.99, likely);
}

/** Whether one standing indicator may take the other's place; what is set for five years takes no yearly one's. */
export function replaces({ name: a, horizon }: Facet, { name: b, horizon: other }: Facet): boolean {
  const family = a.standing?.family;
  return (
    a.standing !== b.standing && family !== undefined && family === b.standing?.family && horizon === other
  );
}

/** 城镇居民收入 takes the place of 居民收入 sooner than 农村居民收入 does. */
function nearness({ rank: a = 0 }: StandingIndicator, { rank: b = 0 }: StandingIndicator): number {
  return b - a > 1 ? FAR_KIN : 1;
}

/** How little is named: where a name says no more than who pays, what is measured or that something is, its surroundings must. */
function namedness(a: Facet, b: Facet, context: number): number {
  if (a.name.payer || b.name.payer) return context < SAME_WORDS ? NAMELESS : 1;
  if (isAnything(a) && isAnything(b)) return context < SAME_LIST && !isDoneAlike(a, b) ? UNNAMED : 1;
  const bare = [a.name, b.name].some(
    ({ head, attribute }) => attribute !== '' && ANYTHING.test(head.slice(0, head.length - attribute.length)),
  );
  return bare && setLikeness(a.heading, b.heading) < SAME_HEADING ? NAMELESS : 1;
}

/**
 * 省市重点项目投资 and 重大工程建设投资 are what is spent in the year on the projects of a plan, whatever list they stand
 * on that year, if the sums are near. What those of another rank cost, or some of them only, is another sum.
 */
function isSpentAlike(a: Facet, b: Facet): boolean {
  if (a.measure !== 'money' || b.measure !== 'money') return false;
  if (!AT_LARGE.test(a.name.head) || !AT_LARGE.test(b.name.head)) return false;
  return Math.max(a.amount / b.amount, b.amount / a.amount) < 2;
}

const AT_LARGE = /^[省市县区]{0,2}级?(?:重点|重大|正式)(?:建设)?(?:项目|工程)(?:建设)?投资$/;
const SPENT_ALIKE = 0.5;

/** 引进项目280个 and 引进项目200个 are told by what is done, which is more than 项目. */
function isDoneAlike({ name, statement: a }: Facet, { statement: b }: Facet): boolean {
  return a.indicator === b.indicator && a.indicator.length > name.core.length;
}

function isAnything({ name: { core }, statement: { quote } }: Facet): boolean {
  return ANYTHING.test(core.replace(SOME_OF_A_LIST.test(quote) ? /^重[点大]/ : '', ''));
}

/** 战略性新兴产业增加值 and 战略性新兴产业投资 are two things, and so are the shares of 工业 and of 海洋产业 in one whole. */
function attributeLikeness(a: Facet, b: Facet): number {
  if (a.name.attribute === '' || b.name.attribute === '') return 1;
  if (spentApart(a.spent, b.spent)) return PART_OF_WHOLE;
  if (a.name.attribute !== b.name.attribute) return OTHER_ATTRIBUTE;
  // 中央本级支出 is all of it, 中央本级基础研究支出 a part.
  if (a.name.core !== b.name.core && (a.name.ofAll || b.name.ofAll)) return PART_OF_WHOLE;
  if (measuredApart(a, b)) return PART_OF_WHOLE;
  if (!a.name.attribute.startsWith('占') || a.subject.size === 0 || b.subject.size === 0) return 1;
  return setLikeness(a.subject, b.subject) < HALF_ALIKE ? PART_OF_WHOLE : 1;
}

/** 纺织产业产值 and 锂电产业产值, 物流业增加值 and 农业增加值 have nothing in common but the measure. */
function measuredApart({ whose: a }: Facet, { whose: b }: Facet): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
}

/**
 * Chinese puts the thing last: 财政支出 and 财政收入 are two things, while 工商业电价 is 一般工商业电价 without a word
 * that narrows it.
 */
function tailLikeness(a: Facet, b: Facet, nested: boolean): number {
  if (nested) return 1.2;
  if (placeInList(a, b) === 'later') return LATER_MEMBER;
  return a.name.core.slice(-2) === b.name.core.slice(-2) ? 1 : 0.85;
}

/** Whether one name is the other with more words before the thing or between: 牧区驿站, 牧区公路沿线示范驿站. */
function nests(a: Facet, b: Facet, isTelling: Surroundings['isTelling']): boolean {
  const [x, y] = [a.name.core, b.name.core];
  const place = placeInList(a, b);
  const within = x.slice(-2) === y.slice(-2) && (isWithin(x, y) || isWithin(y, x));
  if (place === 'later' || !(within || place === 'first')) return false;
  return isTelling(x.length < y.length ? a : b);
}

/** 省级产业集群 and 国家产业集群 are two lists, 5A级景区 and 3A级景区 two kinds, and so are 亿元以上项目 and 30亿元以上项目, or 省级项目. */
function rankLikeness({ name: a }: Facet, { name: b }: Facet): number {
  const differ = (x: string, y: string) => x !== '' && y !== '' && x !== y;
  const otherPick =
    differ(a.rank, b.rank) || differ(a.size, b.size) || differ(a.grade, b.grade) || differ(a.owner, b.owner);
  if (otherPick || isRankBesideSize(a, b) || isRankBesideSize(b, a)) return OTHER_RANK;
  return a.size === b.size ? 1 : ANY_SIZE;
}

function isRankBesideSize(a: IndicatorName, b: IndicatorName): boolean {
  return a.rank !== '' && b.size !== '' && a.size + b.rank === '';
}

/**
 * Half-alike names with the very same number are seldom two things, percentages apart: every second indicator grows by
 * 5%. Surer still is a rise that starts from last year's target (由420元提高到450元).
 */
function sameNumber(a: Facet, b: Facet): number {
  if (a.measure !== b.measure) return 0;
  if (b.start !== null) return Math.abs(b.start / a.amount - 1) < 0.02 ? STARTS_THERE : 0;
  if (a.amount !== b.amount || areOpposed(basisOf(a.statement), basisOf(b.statement))) return 0;
  if (a.measure === 'percent' || (a.measure === 'count' && a.amount <= FEW)) return SAME_BY_CHANCE;
  return isRound(a.statement.value) ? SAME_NUMBER : SAME_ODD_NUMBER;
}

function isRound(value: number): boolean {
  return /^[1-9]0*$|^[1-9]?50*$/.test(String(value));
}
