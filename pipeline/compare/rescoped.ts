import type { Statement } from '../../core/plan.ts';
import { basisOf } from './basis.ts';
import { pairsOf, setLikeness } from './character-pairs.ts';
import type { Facet } from './facet.ts';
import { indicatorName } from './indicator-name.ts';
import { wordsBefore } from './number-in-quote.ts';
import { residues } from './residues.ts';

/** Names of which more than this share is not in the other name another subject, such as 一般性转移支付 and 均衡性转移支付. */
const OTHER_SUBJECT = 0.1;

/** What is added in a year is seldom so many times what was added the year before. */
const FAR_APART = 4;

/**
 * Whether the two speak of another subject, base or period, or of a level here and a difference there: then their
 * numbers cannot be set against each other, and saying raised or lowered would mislead.
 */
export function isRescoped(before: Facet, after: Facet): boolean {
  return (
    before.measure !== after.measure ||
    basisChanged(before, after) ||
    subjectChanged(before, after) ||
    yearChanged(before, after) ||
    periodChanged(before, after)
  );
}

/**
 * 赤字2.76万亿元 is a level, 比上年增加1万亿元 a difference; 企业达到2600家 are all there are, 新增150家 those that join.
 * The same number is no other basis, whatever the wording.
 */
function basisChanged(a: Facet, b: Facet): boolean {
  const [x, y] = [basisOf(a.statement), basisOf(b.statement)];
  if (isNet(a) !== isNet(b) && x === 'added' && y === 'added') return true;
  if (x === y || a.amount === b.amount) return false;
  if (a.measure === 'percent') return a.statement.metric !== b.statement.metric;
  if (x === 'difference' || y === 'difference' || isRise(a) !== isRise(b)) return true;
  // 建好40个 and 新建8个: where the wording leaves it open, the size tells.
  return (x !== null && y !== null) || Math.abs(Math.log(a.amount / b.amount)) > Math.log(FAR_APART);
}

/** 净增 takes off those that left, 新增 does not. */
function isNet(facet: Facet): boolean {
  return /净增/.test(saidOf(facet));
}

/** The name, and the words its number stands behind. */
function saidOf({ statement }: Facet): string {
  return statement.indicator + wordsBefore(statement);
}

/** 减少300亿元 beside 300亿元; of what is counted the wording often leaves it open. */
function isRise({ statement }: Facet): boolean {
  return statement.metric === 'growth' && basisOf(statement) === 'added';
}

function subjectChanged(a: Facet, b: Facet): boolean {
  if (a.name.standing !== null && b.name.standing !== null) return a.name.standing !== b.name.standing;
  const [x, y] = [a.name.core, b.name.core];
  if (isMadeAnew(a) && isMadeAnew(b) && countsOld(a) !== countsOld(b)) return true;
  if (b.start === a.amount || saidAlike(a, b) || isLent(a, b) || isLent(b, a)) return false;
  // The very same number under a longer or shorter name: 160项重大项目, 160项市区重大项目.
  if (a.amount === b.amount && (isWithin(x, y) || isWithin(y, x))) return false;
  const [more, less] = residues(x, y);
  // 小学校 is 小学, while 肉产量 and 奶产量 put one character for another.
  const telling = more.length > 0 && less.length > 0 ? 1 : 2;
  const other = [...more, ...less].filter((piece) => piece.length >= telling).join('');
  return other.length > OTHER_SUBJECT * (x.length + y.length);
}

/** 新建200个 leaves out what 新建改造300个 counts in: those that were there before. */
function countsOld(facet: Facet): boolean {
  return /改[造建扩]|改扩建|提升|修缮|翻新/.test(saidOf(facet));
}

function isMadeAnew(facet: Facet): boolean {
  return /新[建开]/.test(saidOf(facet));
}

/**
 * Whether the clauses themselves name the same and only one has more from its sentence: 完成投资1600亿元 behind
 * 开工项目320个，. Where both are lent a name, the names decide.
 */
function saidAlike(a: Facet, b: Facet): boolean {
  const [x, y] = [a, b].map(({ statement }) => indicatorName(wordsBefore(statement)).core);
  return x !== undefined && x.length > 1 && x === y && (a.name.core === x || b.name.core === x);
}

/** A row 公共充电桩 lends its clause 新建80个 the name that 新建充电桩90个 has of its own; of alike clauses both are lent. */
function isLent(a: Facet, b: Facet): boolean {
  const [name, own] = [a.name.core, b.name.core];
  if (own.length < 3 || !name.endsWith(own)) return false;
  return (
    pairsOf(name).isDisjointFrom(a.context) ||
    (name !== own && setLikeness(a.context, b.context) === 1 && !a.statement.quote.includes(name))
  );
}

/** Whether all characters of one name stand in the other, in their order. */
function isWithin(name: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === name[at]) at++;
  return at === name.length;
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
