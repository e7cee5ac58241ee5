import type { SectionTense } from '../outline/section-tense.ts';
import { LATE_MONTH } from '../scene.ts';
import { OF_A_DAY } from './day.ts';
import {
  ALLOTTED,
  COMPARING,
  clauseFrame,
  type Frame,
  GIVEN_FOR,
  isEstimate,
  isImperative,
  isOfDay,
  isOverruled,
  isPastPlan,
  OPEN_FRAME,
  TASK_FRAME,
} from './frame.ts';
import { withoutWorkedAt } from './past-words.ts';
import { FORECAST, isForecast, isNeed, NEED, plansPlainly, tellsOfWorks, WORKS_TOLD } from './told-of.ts';

/** Whether something is done or planned, and the rule that says so. */
export interface Tense {
  readonly kind: 'target' | 'achievement';
  readonly rule: string;
}

/** What is reached already, said even among plans: 目前支出总额已经超过2万亿元. */
const PRESENT_STATE =
  /^目前|已经?(?:超过|达到?|突破|有|建成(?![^，]{0,40}的)|完成|实现)|^(?:全[国省市区县州]|我[国省市区县州]|现|还|仍)+有(?:近|约|超过?|逾)?\d|^(?:全|我)[国省市区县州]现有/;

/** The rule of what is done for want of any sign. */
export const UNTOLD = 'no word of the future';

/** A clause and what stands around it. */
export interface TenseScene {
  /** What the part of the document is about, null in news. */
  readonly section: SectionTense | null;
  readonly clause: string;
  readonly share: boolean;
  /** It is what more is built on: 在建成80座基础上. */
  readonly ground: boolean;
  /** How much of the year's plan it is stands behind: 完成60座，占年度计划的80%. */
  readonly measured: boolean;
  /** It counts people who do something: 1200名工人奔走在工地上. */
  readonly acting: boolean;
  /** The plan's year, null where unknown. */
  readonly year: number | null;
  /** What was said around it: in the sentence so far, in all of the sentence, in the paragraph before it. */
  readonly before: { readonly soFar: Frame; readonly whole: Frame; readonly paragraph: Frame };
  /** Whether a number before it in the sentence was taken for done for want of any sign: then so is this one. */
  readonly untold: boolean;
  /** The sentence is about works that the text has told to be finished. */
  readonly finished: boolean;
  /** The month the text tells of itself, null where it does not. */
  readonly month: number | null;
  /** What the text said last before the paragraph, asked last. */
  readonly document: Frame;
}

/**
 * Decide whether a clause speaks of what is done or of what is planned.
 *
 * In a report the part it stands in decides nearly alone, and only plain words of the other time overrule it. In
 * news nothing but verbs and time words can: of the clause, else of the sentence so far, else of its end.
 */
export function readTense(scene: TenseScene): Tense {
  const { section, clause, year, before, document } = scene;
  const own = clauseFrame(clause, year);
  if (section === 'review') {
    const future = own.kind === 'target' && /力争|明年|今后|未来/.test(clause);
    return future
      ? { kind: 'target', rule: 'future word in review' }
      : { kind: 'achievement', rule: 'review section' };
  }
  if (section === 'plan') {
    // 2024年，产量74万吨，同比增长14%: the time of the sentence holds for the clauses that name none;
    // 去年 is as often in what is carried on (落实去年出台的政策).
    const around = before.paragraph.rule === 'years behind' ? before.paragraph : before.soFar;
    const nearest = before.soFar.kind === null ? around : before.soFar;
    const recapped = nearest.rule === 'recap' && own.kind === 'achievement';
    const open = own.kind === null || COMPARING.test(own.rule) || recapped;
    const told = open && nearest.rule !== 'last year' ? nearest : own;
    if (PRESENT_STATE.test(clause) && told.kind !== 'target')
      return { kind: 'achievement', rule: 'present state in plan section' };
    return told.kind === 'achievement' && (told.weight === 'time' || told.rule === 'recap')
      ? { kind: 'achievement', rule: `${told.rule} in plan section` }
      : { kind: 'target', rule: 'plan section' };
  }
  if (scene.ground && own.kind !== 'target') return { kind: 'achievement', rule: 'ground' };
  // What comes behind, or was announced before, is not what they do.
  if (scene.acting && (own.kind === null || own.rule === 'plan speaks') && before.soFar.kind !== 'target')
    return { kind: 'achievement', rule: 'people at it' };
  if (isPastPlan(own, clause, before.soFar)) return { kind: 'achievement', rule: 'plan of a year before' };
  const state = stateRule(scene, own);
  if (state !== '') return { kind: 'achievement', rule: state };
  if (scene.finished && leansOnly(own) && leansOnly(before.soFar))
    return { kind: 'achievement', rule: 'finished works' };
  const hints = own.kind === null || own.rule === 'this year';
  const given = hints && (ALLOTTED.test(clause) || GIVEN.test(clause.replace(GIVEN_FOR, '$1')));
  if (given && !isPlanning(before)) return { kind: 'achievement', rule: 'given or chosen' };
  if (isNeed(clause, before.soFar)) return { kind: 'achievement', rule: NEED };
  if (isForecast(own, clause, before.soFar, before.paragraph)) return { kind: 'achievement', rule: FORECAST };
  if (scene.measured && (own.kind !== 'target' || own.weight === 'hint'))
    return { kind: 'achievement', rule: 'measured by its plan' };
  const works = tellsOfWorks(own, clause, before.soFar, before.paragraph, document);
  if (works || (before.soFar.rule === WORKS_TOLD && own.kind === null && /^(?:项目)?总投资/.test(clause)))
    return { kind: 'achievement', rule: WORKS_TOLD };
  if (isOfDay(own, clause, before.soFar, before.paragraph)) return { kind: 'achievement', rule: OF_A_DAY };
  const said = saidOf(own, scene);
  if (said !== undefined) return refuted(said, scene) ?? said;
  const earlier: Tense = {
    kind: document.kind ?? 'achievement',
    rule: `${document.rule} in an earlier paragraph`,
  };
  if (document.rule === 'plan speaks' || (section === 'mixed' && document.kind !== null)) return earlier;
  // 还有绿化项目5个 goes on with what the text has planned.
  if (document.kind === 'target' && /^(?:此外|另外|同时)?[还另]有[^，]*(?:项目|工程|任务)/.test(clause))
    return earlier;
  // What has been told of the past goes on: a false target is worse than a missed one.
  if (document.kind === 'achievement') return earlier;
  const reviews = scene.month === 12 && document.rule === 'expectation';
  if (!scene.untold && !reviews && isImperative(clause)) return { kind: 'target', rule: TASK_FRAME.rule };
  return { kind: 'achievement', rule: UNTOLD };
}

/** What was given or asked for is there, whatever will come of it: 统筹资金2亿元，支持…，预计面积…. */
const GIVEN =
  /(?:统筹|拨付|下达|下拨|批准|批复)[^，\d]{0,16}(?:资金|专款|补贴|补助|预算|专项)|^[^，\d]{0,12}(?:发布|派出|选派|征集|收集|遴选|评选|票决)[^，\d]{0,12}\d|[选决]出[^，\d]{0,4}\d/;

/** Of finished works the year alone plans nothing, nor does 明确140项重点工程. */
function leansOnly({ kind, weight, rule }: Frame): boolean {
  return kind !== 'target' || weight === 'hint' || rule === 'plan speaks';
}

/** Whether what was said last plans by more than a hint or an expectation. */
function isPlanning({ soFar, paragraph }: TenseScene['before']): boolean {
  return plansPlainly(soFar.kind === null ? paragraph : soFar);
}

/** The frame that speaks for a clause: its own unless overruled, else the nearest around it that says something. */
function saidOf(own: Frame, scene: TenseScene): (Frame & Tense) | undefined {
  const { soFar, whole, paragraph } = scene.before;
  const overruled = isOverruled(own, soFar, paragraph) || isEstimate(own, scene.clause, soFar, paragraph);
  // 共签发1万份，预计减税3亿元: what is expected behind says nothing of what is told before it.
  const silent =
    whole.rule === 'expectation' ||
    (overruled && whole.rule === own.rule) ||
    isOverruled(whole, soFar, paragraph);
  const all = silent ? OPEN_FRAME : whole;
  // 2026年，争取的资金已下达: what the sentence says plainly behind beats the year before.
  const done = soFar.weight === 'hint' && all.kind === 'achievement' && all.weight === 'word';
  const around = done ? [all, soFar, paragraph] : [soFar, all, paragraph];
  return (overruled ? around : [own, ...around]).find((frame): frame is Frame & Tense => frame.kind !== null);
}

/** What speaks against a target that only the year or an expectation makes one, or null. */
function refuted(said: Frame, { before, month }: TenseScene): Tense | null {
  const hint = said.weight === 'hint';
  if (said.kind !== 'target' || (!hint && said.rule !== 'expectation')) return null;
  // 2026年建成20座，同比增长5%: only what is done can be compared, and the year alone plans nothing.
  if (hint && COMPARING.test(before.whole.rule))
    return { kind: 'achievement', rule: 'compared with a year before' };
  // Late in the year 今年 tells what it has brought, and in December so does 预计, unless the text spoke of plans.
  const late = month === 12 || (hint && month !== null && month >= LATE_MONTH);
  return late && !isPlanning(before) ? { kind: 'achievement', rule: 'estimate of a year that ends' } : null;
}

/** What is there, and how far it is, are no plans unless a word of the future says so: 今年有521家, 完成81%, 开工率72%. */
function stateRule({ clause, share, before }: TenseScene, own: Frame): string {
  if (/^(?:future word|time ahead|expectation)$/.test(own.rule)) return '';
  if (/(?:^|[^没只仅所])(?:有|共计)(?:超过?|近|逾|约)?\d/.test(withoutWorkedAt(clause))) return 'state';
  const progress =
    /^(?:实际|累计)?完成|^[是为占][^，\d]{2,12}(?:任务|计划)的\d|(?:开工|复工|完成|竣工|投产|到位)率/.test(
      clause,
    );
  // 将完成任务，即：完成率达到90%以上 says what that is.
  const aimed = plansPlainly(before.soFar) && /率(?:达到[\d.]+%以上|不低于)/.test(clause);
  return share && progress && !aimed ? 'degree of completion' : '';
}
