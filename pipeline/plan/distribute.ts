import { BARE_HEAD, thingOf } from './indicator/heads.ts';
import { plainWords, stripLead } from './indicator/noun-lead.ts';
import type { Phrase } from './phrases.ts';
import { HEAD, itemsOf, madeAlike, subjectsOf } from './subjects.ts';
import { changeVerbs, levelVerbs, makeVerbs } from './words.ts';

/** A phrase and the one of several subjects it is said of; null where the phrase names its own. */
export interface Share {
  readonly phrase: Phrase;
  readonly subject: string | null;
}

/** 水厂、泵站分别达到5座和3座, 各建5座和3座: what deals the numbers out, with the verb that 各 has. */
const SEVERALLY = /分别|各(?:新建|新增|建成|建设|培育|打造|引进|建|增|设)?$/;
const ALL_ALIKE =
  /(?:(?<![年月日季平人户])均|都|各|分别)(?:将|要|已|力争|预计)?(?:[比较](?:20\d\d|[去上])年[底末]?)?(?:增长|下降|提高|提升|超过?|达到?|为|突破|完成|降低|减少|增加|在|保持在|控制在|稳定在|维持在)?$/;

/**
 * Give each number of a clause its subject.
 *
 * 分别 deals a list of subjects out to a list of numbers, or, where the clause names none, the subjects of the
 * statements before (同比分别增长6%、18%); 均 says one number of every subject, which makes several statements.
 *
 * @param earlier bases of the statements before in the sentence, in order
 */
export function distribute(
  phrases: readonly Phrase[],
  earlier: readonly string[],
  baseOf: (left: string) => string,
): readonly Share[] {
  const shares: Share[] = [];
  for (let at = 0; at < phrases.length; ) {
    const run = shareBounds(runFrom(phrases, at));
    shares.push(...shareRun(run, earlier, baseOf));
    at += run.length;
  }
  return shares;
}

/** A phrase and those coordinated with it. */
function runFrom(phrases: readonly Phrase[], at: number): readonly Phrase[] {
  let end = at + 1;
  while (phrases[end]?.coordinated) end++;
  return phrases.slice(at, end);
}

/** 分别不低于2万吨、1万吨 and 分别增长5%、6%左右: a bound said once, before the first or behind the last, is of all. */
function shareBounds(run: readonly Phrase[]): readonly Phrase[] {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length < 2 || !SEVERALLY.test(first.left)) return run;
  const bounds = run.map(({ quantity }) => quantity.comparator);
  const leads = first.quantity.start < first.quantity.numberStart && bounds.slice(1).every((b) => b === '=');
  const ends = last.quantity.end > last.quantity.unitEnd && bounds.slice(0, -1).every((b) => b === '=');
  if (!leads && !ends) return run;
  const { comparator } = (leads ? first : last).quantity;
  return run.map((phrase) => ({ ...phrase, quantity: { ...phrase.quantity, comparator } }));
}

function shareRun(
  run: readonly Phrase[],
  earlier: readonly string[],
  baseOf: (left: string) => string,
): readonly Share[] {
  const first = run[0];
  if (first === undefined) return [];
  const left = plainWords(first.left);
  const severally = SEVERALLY.exec(left);
  if (run.length > 1 && severally !== null) {
    const before = left.slice(0, severally.index);
    const rest = left.slice(severally.index + severally[0].length);
    const subjects = townAndCountry(subjectsOf(baseOf(before)), run.length);
    const behind = /^(?:向|为|对|给|在)/.exec(rest)?.[0];
    const towards = behind === undefined ? [] : subjectsOf(rest.slice(behind.length));
    if (towards.length === run.length) {
      return run.map((phrase, i) => ({ phrase: { ...phrase, left: '' }, subject: `${behind}${towards[i]}` }));
    }
    const made = madeAlike(before);
    if (made.length === run.length)
      return run.map((phrase, i) => ({ phrase: { ...phrase, left: '' }, subject: made[i] ?? null }));
    const dealt = subjects.length === run.length ? subjects : goneOn(subjects, earlier.slice(-run.length));
    const verb = makeVerbs.startsAt(severally[0], 1);
    // 中小学、幼儿园分别新增学位: what is added is of each.
    const added = makeVerbs.startsAt(rest, 0);
    const thing = added === '' ? '' : baseOf(rest);
    if (dealt.length === run.length)
      return run.map((phrase, i) => ({
        phrase: { ...phrase, left: thing === '' ? first.left : '' },
        subject: thing === '' ? verb + (dealt[i] ?? '') : stripLead(dealt[i] ?? '').base + added + thing,
      }));
  }
  const each = reachedByAll(run, left, baseOf) ? earlier.slice(-run.length) : eachItsOwn(run, left, baseOf);
  if (each.length === run.length)
    return run.map((phrase, i) => ({ phrase: { ...phrase, left: first.left }, subject: each[i] ?? null }));
  if (isWhole(run) && (BRANCHES.test(left) || baseOf(left) === ''))
    return run.map((phrase, i) => ({ phrase: { ...phrase, left: '' }, subject: `第${'一二三'[i]}产业比重` }));
  const alike = ALL_ALIKE.exec(left) ?? severallyDone(left, run);
  const made = run.length === 1 && /各$/.test(left) ? madeAlike(left.slice(0, -1)) : [];
  if (made.length > 0) return made.map((subject) => ({ phrase: { ...first, left: '' }, subject }));
  const subjects = run.length === 1 ? sharedSubjects(first, left, alike, baseOf) : [];
  // What is done to them is no verb of change, which would be read for itself.
  const done =
    alike !== null &&
    /^分别..$/.test(alike[0]) &&
    changeVerbs.endsAt(left, left.length) + levelVerbs.endsAt(left, left.length) === '';
  if (subjects.length > 1 && subjects.length < 6)
    return subjects.map((subject) => ({ phrase: first, subject: done ? subject + left.slice(-2) : subject }));
  return run.map((phrase, i) => ({
    phrase: i === 0 ? phrase : { ...phrase, left: leftOf(phrase, first.left) },
    subject: null,
  }));
}

/** 产量、客运量分别增长3%、5%，达30万吨、90万人次: a clause without subjects whose numbers have units of their own. */
function reachedByAll(run: readonly Phrase[], left: string, baseOf: (left: string) => string): boolean {
  const units = new Set(run.map(({ quantity }) => quantity.unit?.name));
  return run.length > 1 && units.size === run.length && REACHED.test(left) && baseOf(left) === '';
}

const REACHED = /^[，将分别力争]{0,4}达到?$/;

/** 城乡居民收入增长7%、8% and 甲、乙企业达到20家和140家 deal out as many numbers as there are subjects, without 分别. */
function eachItsOwn(
  run: readonly Phrase[],
  left: string,
  baseOf: (left: string) => string,
): readonly string[] {
  const units = new Set(run.map(({ quantity }) => quantity.unit));
  if (run.length < 2 || units.size > 1) return [];
  const verb = (run[0]?.quantity.unit?.kind === 'share' ? GROWS : REACHES).exec(left);
  if (verb === null || verb[0] === '') return [];
  const subjects = townAndCountry(subjectsOf(baseOf(left.slice(0, verb.index))), run.length);
  return subjects.length === run.length ? subjects : [];
}

const REACHES = /(?:将|力争)?(?:达|发展|增加|扩大|提高)?[到至]$|达$/;

/** 里程新增5公里、突破30公里: the level that is passed was not added. */
function leftOf({ quantity }: Phrase, first: string): string {
  const passes = quantity.comparator === '>' && quantity.start < quantity.numberStart;
  return passes ? first.replace(/(?<=..)[新净]增$/, '') : first;
}

/** 养老、医疗保险分别扩面6万人: one number is of each of them, whatever is done. */
function severallyDone(left: string, run: readonly Phrase[]): RegExpExecArray | null {
  return run.length === 1 ? /(?<=、.{0,20})分别[一-鿿]{2,4}$/.exec(left) : null;
}

/** 城乡居民收入分别 names two. */
function townAndCountry(subjects: readonly string[], numbers: number): readonly string[] {
  const [both, ...others] = subjects;
  if (both === undefined || others.length > 0 || numbers !== 2 || !both.startsWith('城乡')) return subjects;
  return ['城镇', '农村'].map((where) => where + both.slice(2));
}

/** 城乡居民收入均 is of both, while 城乡居民医保 is one scheme, and 城乡环境 one thing. */
const PEOPLE_OF_BOTH =
  /^城乡(?:(?:常住|全体)?居民(?!(?:基[本础])?(?:医保|医疗|养老))|低保|最低生活保障|特困)/;

/** Whether numbers are the three shares of one whole, 8:42:50, which in plans is the economy unless they name another. */
function isWhole(run: readonly Phrase[]): boolean {
  const sum = run.reduce((total, { quantity }) => total + quantity.value, 0);
  return (
    run.length === 3 && run.every(({ quantity }) => quantity.unit?.length === 0) && Math.abs(sum - 100) < 1
  );
}

const BRANCHES = /(?:三次|一二三次?)产业(?:结构|比例|比重|占比|之比)/;

/** Behind 小麦、玉米面积分别… a clause without subjects, or with a bare measure (产量分别…), is about the same things. */
function goneOn(subjects: readonly string[], earlier: readonly string[]): readonly string[] {
  const [measure, ...others] = subjects;
  if (measure === undefined) return earlier;
  return others.length === 0 && BARE_HEAD.test(measure) ? earlier.map((base) => thingOf(base) + measure) : [];
}

/** The subjects one number is said of: those before 均 or 分别, and whole measures that grow alike: 零售总额、投资增长4%. */
function sharedSubjects(
  { quantity }: Phrase,
  left: string,
  alike: RegExpExecArray | null,
  baseOf: (left: string) => string,
): readonly string[] {
  if (alike !== null) {
    const subjects = subjectsOf(baseOf(left.slice(0, alike.index)));
    const both = /^[均都]/.test(alike[0]) && PEOPLE_OF_BOTH.test(subjects[0] ?? '');
    return both ? townAndCountry(subjects, 2) : subjects;
  }
  const grows = quantity.unit?.kind === 'share' || quantity.unit?.kind === 'times' ? GROWS.exec(left) : null;
  const base = grows === null ? '' : baseOf(left.slice(0, grows.index));
  const branches = SEVERAL_BRANCHES.exec(base)?.[1];
  if (branches !== undefined)
    return base.split('、').map((branch) => branch.replace(/产业.*$/, '') + branches);
  const subjects = itemsOf(base);
  return subjects.every((subject) => subject.length > 3 && HEAD.test(subject)) ? subjects : [];
}

/** 食品、机电、纺织产业产值 are three, of 食品、机电等产业产值 nobody knows how many. */
const SEVERAL_BRANCHES = /^(?:[^、和及与等]{2,8}、){2,4}[^、和及与等]{2,8}(产业(?:总?产值|增加值))$/;

const GROWS = /(?:比(?:20\d\d|上)年)?(?:预计|同比|实际|力争)?(?:增长|下降|提高|减少|增加)?$/;
