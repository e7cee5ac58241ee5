import type { Facet } from '../facets/facet.ts';
import { quoteThrough, wordsBefore } from '../facets/number-in-quote.ts';
import { isWithin, pairsOf, setLikeness } from './character-pairs.ts';
import { indicatorName, LIST_MARK } from './indicator-name.ts';
import { placeInList } from './place-in-list.ts';
import { residues } from './residues.ts';

/** Names of which more than this share is not in the other are of two subjects: 一般性转移支付, 均衡性转移支付. */
const OTHER_SUBJECT = 0.1;

/** Names of the very same amount may differ by more: 拥堵点分类 and 交通拥堵点, both 60. */
const OTHER_WORDS = 0.25;

/** A part is seldom within this much of its whole, or another year of the same that far from it. */
const NEAR = 1.2;
/** Of amounts where most of the longer name is the shorter as it stands: 农村公路安防工程, 安防工程. */
const NEAR_WHOLE = 1.75;

/** Heads that name nothing unless their sentence says of what: 试点范围扩大到40%的县, 安排补助资金. */
const ELLIPTIC =
  /^(?:中央|地方|[省市县区]级?|财政|试点|范围|覆盖面?|补助|补贴|奖补|支出|资金|比重|人员|搬迁|培训|安置|其中)+$/;

/**
 * Whether two targets are said of the same subject, so that their numbers can be set against each other.
 *
 * What both names share is taken out of them, in whatever order it stands; words that narrow nothing are gone already
 * ({@link indicatorName}). The subject is another one where enough is left, unless one name is cut short.
 */
export function isSameSubject(a: Facet, b: Facet): boolean {
  if (a.name.standing !== null || b.name.standing !== null)
    return a.name.standing === b.name.standing && !isMeasuredAnew(a, b);
  if (isList(a) === isList(b) && isToldElsewhere(a, b)) return true;
  if (isOfOtherList(a, b) || isOfOtherList(b, a)) return false;
  if (placeInList(a, b) !== null) return false;
  if (isList(a) === isList(b) && isCutShort(a, b)) return true;
  const [x, y] = [a.name.core, b.name.core];
  const allowed = a.amount === b.amount && a.measure !== 'percent' ? OTHER_WORDS : OTHER_SUBJECT;
  return leftOver(a, b) <= allowed * (x.length + y.length);
}

/** Whether the numbers of a longer and a shorter name are as near as a part and its whole seldom are. */
function isNear(a: Facet, b: Facet): boolean {
  const [short = '', long = ''] = [a.name.core, b.name.core].sort((x, y) => x.length - y.length);
  const whole = a.measure !== 'percent' && long.includes(short) && 2 * short.length >= long.length;
  const apart = a.amount > 0 && b.amount > 0 ? Math.max(a.amount / b.amount, b.amount / a.amount) : Infinity;
  return apart <= (whole ? NEAR_WHOLE : NEAR);
}

/** 纯收入 was what farmers earn until 2013, 可支配收入 is since: one indicator that counts something else. */
function isMeasuredAnew({ statement: a }: Facet, { statement: b }: Facet): boolean {
  const [x, y] = [a, b].map(({ indicator }) => /纯收入|可支配收入/.exec(indicator)?.[0]);
  return x !== undefined && y !== undefined && x !== y;
}

/** Whether a second thing is counted in. */
function isList({ name }: Facet): boolean {
  return name.core.includes(LIST_MARK);
}

/** Whether one says whose list it is, who runs it or that it is a model, and the other does not: 公办幼儿园, 示范农场. */
function isOfOtherList({ name }: Facet, other: Facet): boolean {
  if (name.grade !== '' && other.name.grade !== '' && name.grade !== other.name.grade) return true;
  const said = quoteThrough(other.statement);
  const rank = name.rank.length === 1 ? `${name.rank}级` : name.rank;
  const ranked = rank !== '' && name.rank !== other.name.rank && !said.includes(rank);
  return ranked || (MODEL.test(name.head) && !MODEL.test(other.name.head + said));
}

const MODEL = /示范|标杆|样板|试点/;

/** Whether one name only leaves out what its sentence, its row or last year's number say. */
function isToldElsewhere(a: Facet, b: Facet): boolean {
  return b.start === a.amount || saidAlike(a, b) || isLent(a, b) || isLent(b, a);
}

/** Whether one name is the other with words left out that its number, or the clause it stands in, makes up for. */
function isCutShort(a: Facet, b: Facet): boolean {
  const [x, y] = [a.name.core, b.name.core];
  if (!isWithin(x, y) && !isWithin(y, x)) return false;
  if (ELLIPTIC.test(x) || ELLIPTIC.test(y) || a.amount === b.amount) return true;
  return a.name.head.length > 2 && b.name.head.length > 2 && isNear(a, b);
}

/** How many characters tell the names of two targets apart. */
function leftOver(a: Facet, b: Facet): number {
  const [more, less] = residues(a.name.core, b.name.core);
  // 小学校 is 小学, while 肉产量 and 奶产量 put one character for another.
  const telling = more.length > 0 && less.length > 0 ? 1 : 2;
  const [left = '', right = ''] = [unsaid(more, b), unsaid(less, a)].map((pieces) =>
    pieces.filter((piece) => piece.length >= telling).join(''),
  );
  return isShortFor(left, right) ? 0 : lacking(left, right) + lacking(right, left);
}

/** Whether one is the other with characters left out, as Chinese shortens: 重残 for 重度残疾人, 园 for 幼儿园. */
function isShortFor(a: string, b: string): boolean {
  return a !== '' && b !== '' && (isWithin(a, b) || isWithin(b, a));
}

/** Pieces of a name that the other target says too, if not in its name: 中央财政 of 中央财政拟安排科技支出900亿元. */
function unsaid(pieces: readonly string[], other: Facet): readonly string[] {
  const said = quoteThrough(other.statement);
  return pieces.filter((piece) => piece.length < 2 || !said.includes(piece));
}

/** How many characters of a text the other does not have: 代发债 and 代债发 differ in their order only. */
function lacking(text: string, other: string): number {
  const spare = [...other];
  return [...text].filter((character) => {
    const at = spare.indexOf(character);
    if (at >= 0) spare.splice(at, 1);
    return at < 0;
  }).length;
}

/**
 * Whether the clauses themselves name the same and only one has more from its sentence: 完成投资1600亿元 behind
 * 开工项目320个，, 甲厂等400个技改项目 behind 实施强基工程，. Where both are lent a name, the names decide.
 */
function saidAlike(a: Facet, b: Facet): boolean {
  const [said = '', more = ''] = [a.name.head, b.name.head].sort((x, y) => x.length - y.length);
  const rest = more.slice(0, more.length - said.length);
  const isSaid = ({ statement: { quote } }: Facet) => quote.includes(said) && !quote.includes(rest);
  if (said.length > 3 && rest !== '' && more.endsWith(said) && isSaid(a) && isSaid(b)) return true;
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
