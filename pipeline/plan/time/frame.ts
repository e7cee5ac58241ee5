import { saysDay } from './day.ts';
import { withoutWorkedAt } from './past-words.ts';
import { EVIDENCE, FIGURES, type Weight } from './tense-evidence.ts';

/** What a sentence has said so far: it holds until another word says otherwise. */
export interface Frame {
  readonly kind: 'target' | 'achievement' | null;
  readonly rule: string;
  readonly weight: Weight;
}

export const OPEN_FRAME: Frame = { kind: null, rule: '', weight: 'hint' };

/** What one clause says of its time by itself. */
export function clauseFrame(words: string, year: number | null): Frame {
  // “未来城市”场景 is a name, “十五五” is none, 在去年…的基础上 ends what was, and 从目前的 says what is left behind.
  const told = words.includes('计划') ? words.replace(ALLOTTED, '$1').replace(COMPARED_SUM, '') : words;
  const clause = withoutWorkedAt(told.includes('%') ? told.replace(OF_AIM, '$1') : told)
    .replace(GIVEN_FOR, '$1')
    .replace(OF_A_NAME, '')
    .replace(/“(?!十[一二三四五六]五”)[^”]{0,30}”/g, '')
    .replace(words.includes('基础上') ? /^.{0,40}基础上/ : '', '')
    .replace(
      /[从由](?:现在|目前|当前|现有|去年[底末]?|上年末?|20\d\d年[底末]?)的?(?=[^，]{0,12}[到至为])/g,
      '从',
    );
  return (
    EVIDENCE.find(({ rule, holds }) => holds(rule === 'plan speaks' ? words : clause, year)) ?? OPEN_FRAME
  );
}

/** 下达2027年资金 says what it is for, and not when it was given. */
export const GIVEN_FOR: RegExp = /((?:下达|拨付|下拨|预拨)[^，\d]{0,6})20\d\d年度?/;

/** 落实中央投资计划9亿元: what was allotted is planned no more. */
export const ALLOTTED: RegExp =
  /((?:下达|落实|到位)(?:20\d\d年度?)?[^，\d]{0,24}(?:投资|资金|预算))计划(?=[^，\d]{0,2}\d)/;

/** 年度计划投资同比增长15%: that of the years before is known. */
const COMPARED_SUM = /年度?计划(?:完成)?总?投资(?=[^，\d]{0,4}同比)/;

/** 为今年目标任务70个的94.3% says how far it is, and when no more than that. */
const OF_AIM = /(占|为|相当于|完成)今年(?=[^，\d]{0,8}(?:目标|任务|计划)[^，%]{0,16}%)/g;

/** 2027年第九届运动会, 三天的2027年考试: a year in a name. */
const OF_A_NAME = /20\d\d年(?=第.{1,4}[届期次])|(?<=[天日]的)20\d\d年/g;

/** Bare imperatives are what lists of tasks are made of. */
const IMPERATIVE =
  /^(?:加快|推进|推动|实施|完善|新建|新增|打造|培育|建设(?!中)|深化|开展|抓好|落实|加强|优化|扩大|提升|支持|引导|启动|建成|制定|出台|组织|全面|深入|大力|积极|着力|持续|继续|扎实|稳步|再|进一步|高标准|高质量|集中|重点|狠抓|做好|做大|做强|布局|谋划|争创|创建|改造|举办|健全)/;

/** What a task says of those behind it. */
export const TASK_FRAME: Frame = { kind: 'target', rule: 'imperative', weight: 'hint' };

/** Whether a clause begins like a task. */
export function isImperative(clause: string): boolean {
  return IMPERATIVE.test(clause.replace(/^[■●◆▲★•·]+/, ''));
}

/** What a day is said to bring. */
export const DAY_FRAME: Frame = { kind: 'achievement', rule: 'a day', weight: 'word' };

/** 今天（4月5日），预计发送旅客135万人次, where no longer time is named. */
export function isOfDay(own: Frame, clause: string, soFar: Frame, paragraph: Frame): boolean {
  if (own.rule !== 'expectation' || /年|月底/.test(clause)) return false;
  return saysDay(clause) || (soFar.kind === null ? paragraph : soFar).rule === DAY_FRAME.rule;
}

const ASKED_FOR = /争取[^，\d]{0,12}(?:资金|补助|补贴|投资)/;

/** 去年，全县计划完成投资3亿元，争取补助1亿元: what was planned for a year that is over, or was asked for in it. */
export function isPastPlan(own: Frame, clause: string, soFar: Frame): boolean {
  const over = /^(?:last|earlier) year$/.test(soFar.rule);
  return (
    over &&
    own.rule === 'future word' &&
    (clause.includes('计划') || (ASKED_FOR.test(clause) && !/力争|确保|继续|下一步|努力/.test(clause))) &&
    !/[今明]年|20\d\d年|将|[^需]要|[年月]底/.test(clause)
  );
}

const ANOTHER_TIME = /[今明]年|20\d\d年|\d月|[年月]底|下半年|未来|届时|后/;
const ANOTHER_TIME_OR_YEAR: RegExp = new RegExp(`全年|${ANOTHER_TIME.source}`);

/**
 * Behind a year that is over, and behind what figures show, 预计 tells what has been brought, unless another time is
 * named.
 */
export function isEstimate(own: Frame, clause: string, soFar: Frame, paragraph: Frame): boolean {
  // 一年来，…，预计全年将完成80万吨.
  const yearBehind = [soFar.rule, paragraph.rule].includes('years behind') && soFar.kind !== 'target';
  if (yearBehind && own.rule === 'future word' && /^预计(?:全年)?将/.test(clause)) return true;
  if (own.rule === 'expectation' && soFar.rule === FIGURES)
    return !/\d月|[年月]底|下半年|届时|后/.test(clause);
  const { rule } = soFar.kind === null ? paragraph : soFar;
  // 全年 behind 2025年 is all of that, and behind 去年 all of this year.
  const other = rule === 'earlier year' ? ANOTHER_TIME : ANOTHER_TIME_OR_YEAR;
  return own.rule === 'expectation' && /^(?:earlier|last) year$/.test(rule) && !other.test(clause);
}

/** Signs of what is done that plans have too. */
export const COMPARING: RegExp = /^(?:comparison word|sum so far)$/;

/**
 * Whether what a clause says of its time is too weak against what was said before it.
 *
 * @param soFar     what the sentence has said
 * @param paragraph what the sentences before have said, which counts where the sentence has said nothing yet
 */
export function isOverruled(own: Frame, soFar: Frame, paragraph: Frame): boolean {
  if (COMPARING.test(own.rule)) {
    // 预计建成60万个；累计开展400项 tells of two times, unless a document announces both.
    const goesOn = own.rule === 'comparison word' || paragraph.rule === 'plan speaks';
    const nearest = soFar.kind === null && goesOn ? paragraph : soFar;
    return nearest.kind === 'target' && nearest.weight !== 'hint';
  }
  if (soFar.kind !== 'achievement' || own.kind !== 'target') return false;
  if (own.rule === 'expectation') return soFar.weight === 'time';
  // 去年增长6%，今年增长5%: another time is named, while 已建成20座，今年… goes on.
  return own.weight === 'hint' && !(/^(?:last|earlier) year$/.test(soFar.rule) && own.rule === 'this year');
}
