import type { Statement } from '../../core/plan.ts';
import { areOpposed, basisOf } from './facets/basis.ts';
import type { Facet } from './facets/facet.ts';
import { clauseBefore, saidOf } from './facets/number-in-quote.ts';
import { spentApart } from './facets/spent.ts';
import { stagesDiffer } from './facets/stage-of-work.ts';
import { isSameSubject } from './names/same-subject.ts';

/** What is added in a year is seldom so many times what was added the year before. */
const FAR_APART = 4;
const ANEW =
  /新增(?![^，、]{0,12}(?:改造|整治|修|提升|翻新))|新(?:[建扩]|改(?!造))|建设[、和及与]?(?:改造|提升|维修|修缮)|改造[、和及与]?建设(?=[一-鿿])/;
const BUILT = /^新(?:建|改|扩|开工)/;
const REBUILT = /^(?:改扩建|改建|扩建|维修改造|改造提升|提升改造|改造|维修|提升)/;
const NEW_TOO = /新[改扩]*建[、和及与或]?$/;
const OLD_ONES = /改[造建扩]|扩建|提升|提质|修缮|维修|翻新/;
/** Words by which a thing comes to be: what they count is added too, whether or not they say so. */
const MAKES =
  /(?<![高创更革])新(?![技型能材兴农区城媒])|[增建招引改修治整造植育退迁训投]|培育|打造|创建|认定|发展|完成|实施|开工|安排|发行|筹集|组织|就业|惠及|贷款|配[置备]|购置|布设|设[置立]|投放|安装|加装|开[办设通辟发]|发放|授权|保障|启动/;

/**
 * Whether the two speak of another subject, base or period, or of a level here and a difference there: then their
 * numbers cannot be set against each other, and saying raised or lowered would mislead.
 */
export function isRescoped(before: Facet, after: Facet): boolean {
  return (
    (before.measure !== after.measure && !areTravellers(before, after)) ||
    countedOtherwise(before, after) ||
    basisChanged(before, after) ||
    stagesDiffer(before.stage, after.stage) ||
    spentApart(before.spent, after.spent) ||
    isPartDone(before, after) ||
    agesDiffer(before, after) ||
    !isSameSubject(before, after) ||
    yearChanged(before, after) ||
    periodChanged(before, after)
  );
}

/**
 * 赤字2.76万亿元 is a level, 比上年增加1万亿元 a difference; 企业达到2600家 are all there are, 新增150家 those that join.
 * Where one leaves it open, the same number is no other basis.
 */
function basisChanged(a: Facet, b: Facet): boolean {
  const [x, y] = [basisOf(a.statement), basisOf(b.statement)];
  if (isNet(a) !== isNet(b) && x === 'added' && y === 'added') return true;
  if (x === y || (a.amount === b.amount && !areOpposed(x, y))) return false;
  // 增长8% says how far it grows, 增速高于全国1个百分点 how much farther than another.
  if (a.measure === 'percent') return true;
  if (x === 'difference' || y === 'difference' || isRise(a) !== isRise(b)) return true;
  if (x !== null && y !== null) return true;
  if ((x === 'added' || y === 'added') && !(x === null ? isMade(a, b) : isMade(b, a))) return true;
  // 建好40个 and 新建8个: where the wording leaves it open, the size tells.
  return isFarApart(a, b);
}

/**
 * Whether what is counted comes to be within the period, as what is added does. Standing indicators are known to, and so
 * is what is built: 管网330公里 beside 新建管网500公里.
 */
function isMade({ name, statement }: Facet, { statement: added }: Facet): boolean {
  if (name.standing !== null || BUILT.test(added.indicator)) return true;
  return MAKES.test(statement.indicator + clauseBefore(statement));
}

/** A passenger is one as often as he travels, whether 人 is said of them or 人次. */
function areTravellers(a: Facet, b: Facet): boolean {
  const units = new Set([a.measure, b.measure]);
  return units.has('people') && units.has('人次') && [a, b].every(({ name }) => TRAVELLERS.test(name.head));
}

const TRAVELLERS = /旅客|客运|游客|载客/;

/** 75个小区 and 5500户 are both counts, of homes here and of estates there; 100家企业 and 120户企业 are not, nor homes as 户 and 套. */
function countedOtherwise(a: Facet, b: Facet): boolean {
  const units = new Set([a.statement.unit ?? '', b.statement.unit ?? '']);
  return a.measure === 'count' && units.size > 1 && !units.isSubsetOf(HOMES) && isFarApart(a, b);
}

const HOMES: ReadonlySet<string> = new Set(['户', '套']);

function isFarApart(a: Facet, b: Facet): boolean {
  return Math.abs(Math.log(a.amount / b.amount)) > Math.log(FAR_APART);
}

/** 建设轨道交通500公里 and 建成80公里: what is finished in a year is a part of what is under way, if so much smaller. */
function isPartDone(a: Facet, b: Facet): boolean {
  return (a.stage === null) !== (b.stage === null) && a.measure !== 'percent' && isFarApart(a, b);
}

/** 净增 takes off those that left, 新增 does not. */
function isNet({ statement }: Facet): boolean {
  return /净增/.test(saidOf(statement));
}

/** 新建200个 leaves out what 新建改造300个 counts in, those that were there before, and 改造100个 those that were not. */
function agesDiffer({ statement: a }: Facet, { statement: b }: Facet): boolean {
  const [x, y] = [agesOf(a), agesOf(b)];
  return x !== '' && y !== '' && x !== y;
}

/** Whether new ones are counted, old ones or both; empty where the wording leaves it open (建设, 建成). */
function agesOf(statement: Statement): string {
  // 新建和改造道路30公里、桥梁8座: the bridge has both verbs, though its name may have only the last.
  const [before, ...behind] = clauseBefore(statement).split(REBUILT.exec(statement.indicator)?.[0] ?? '，');
  const words = (behind.length > 0 && NEW_TOO.test(before ?? '') ? '新建' : '') + saidOf(statement);
  return (ANEW.test(words) ? 'new' : '') + (OLD_ONES.test(words) ? 'old' : '');
}

/** 减少300亿元 beside 300亿元; of what is counted the wording often leaves it open. */
function isRise({ statement }: Facet): boolean {
  return statement.metric === 'growth' && basisOf(statement) === 'added';
}

/** 比2020年下降18% and 比2025年下降17% start from different years; 比上年, by whatever number, is the same base every year. */
function yearChanged(a: Facet, b: Facet): boolean {
  if (a.base === null || b.base === null || a.base === b.base) return false;
  return a.year === null || b.year === null || a.year - a.base !== b.year - b.base;
}

/** 1500万 within the year and 3500万 within two are no raise by 2000万; a line held until 2025 and then 2030 is one line. */
function periodChanged(a: Facet, b: Facet): boolean {
  const [before, after] = [a.statement, b.statement];
  if (a.within !== null && b.within !== null && a.within !== b.within) return true;
  if (a.horizon === b.horizon || before.deadline === after.deadline || a.amount === b.amount) return false;
  return !(isYearly(before) && isYearly(after));
}

/** 年均增长7% is said of each year, however many there are. */
function isYearly({ quote, deadline }: Statement): boolean {
  return quote.includes('年均') || quote.includes('每年') || deadline === null;
}
