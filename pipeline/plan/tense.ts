import type { SectionTense } from './section-tense.ts';

/** Whether something is done or planned, and the rule that says so. */
export interface Tense {
  readonly kind: 'target' | 'achievement';
  readonly rule: string;
}

/** What a sentence has said so far: it holds until another word says otherwise. */
export interface Frame {
  readonly kind: 'target' | 'achievement' | null;
  readonly rule: string;
}

export const OPEN_FRAME: Frame = { kind: null, rule: '' };

/** Words that put a clause in the future whatever stands around it. */
const FUTURE =
  /力争|(?<!新)争取|确保|拟(?!态|建|在)|即将|将要|必须|务必|打算|今后|未来|下一步|明年|今明两年|年内要|目标(?:任务)?(?:是|为|：)|要(?:在|把|以|着力|坚持|继续|加快|推进|抓|让)|(?:达产|投产|建成|投用|完工|全部建成)后(?!的|来|续)|到?“?十[四五六]五”?末/;

/** 计划 as a verb; 倍增计划企业 and 计划管理 are nouns. */
const PLANS = /计划(?=[于在到用将新再投建完开实引培推安全今明供打通把组招发调争出年募]|20\d\d)/;

/** 将 before a verb is future; before its object it is 把 (将2.8万亿元资金纳入直达范围). */
const WILL = /将(?!.{0,24}(?:纳入|列入|提高到|提高至|作为|调整为|扩大到|扩大至|降至|降到|转化为|用于|从))/;

/** Words that say it is done. */
const PAST =
  /已|(?<![为除])了(?![解不却然望])|截至|截止|目前|这[一五]年|[一五]年来|过去[一五]年|今天|今日|昨天|昨日|近日|日前|以来|首次|创.{0,4}新高|获批|荣获|入选|获评|上榜|入列|启动建设|正在|挂牌|揭牌|正式启用|共有|现有|成功|超额|顺利|连续[一二三四五六七八九十\d]+年|上升至全国|居全国|位居|全国第|上半年|前\d{1,2}个?月|\d{1,2}[-—~至到]\d{1,2}月/;

/** Words of comparison, which plans use too once the sentence has said that it plans: 计划完成8600亿元，同比增长6%. */
const COMPARES = /累计|同比|比上年|较上年|今年[一二三前上]|[一二三四]季度/;

/** What is reached already, said even among plans: 目前支出总额已经超过2万亿元. */
const PRESENT_STATE = /^目前|已经?(?:超过|达到?|突破|有|建成|完成|实现)/;

/** 去年 as a time and not as what is compared with (比去年增加, 高于上年). */
const LAST_YEAR = /(?<![比较与同于和超过])(?:去年|上年|上一年)(?!同期|相比|度?预算)/;

const ANY_YEAR = /(?<!到|至|比|较|与|同|于|超过)(20\d\d)年(?!代)/g;

/** Bare imperatives are what lists of tasks are made of. */
const IMPERATIVE =
  /^(?:加快|推进|推动|实施|完善|新建|新增|打造|培育|建设|深化|开展|抓好|落实|加强|优化|扩大|提升|支持|引导|启动|建成|制定|出台|组织|全面|深入|大力|积极|着力|持续|继续|扎实|稳步|再|进一步|高标准|高质量|集中|重点|狠抓|做好|做大|做强|布局|谋划|争创|创建|改造|举办|健全)/;

/** A clause and what stands around it. */
export interface TenseScene {
  /** What the part of the document is about, null in news. */
  readonly section: SectionTense | null;
  readonly clause: string;
  readonly share: boolean;
  /** The plan's year, null where unknown. */
  readonly year: number | null;
  /** What was said before, nearest first: in the sentence, in all of it, in the paragraph. */
  readonly before: readonly Frame[];
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
    const past = own.kind === 'achievement' && (!/ word$/.test(own.rule) || PRESENT_STATE.test(clause));
    return past
      ? { kind: 'achievement', rule: `${own.rule} in plan section` }
      : { kind: 'target', rule: 'plan section' };
  }
  const state = stateRule(scene, own);
  if (state !== '') return { kind: 'achievement', rule: state };
  const said = isOverruled(own, before[0] ?? OPEN_FRAME) ? before : [own, ...before];
  for (const { kind, rule } of said) if (kind !== null) return { kind, rule };
  const earlier: Tense = {
    kind: document.kind ?? 'achievement',
    rule: `${document.rule} in an earlier paragraph`,
  };
  if (section === 'mixed' && document.kind !== null) return earlier;
  if (IMPERATIVE.test(clause)) return { kind: 'target', rule: 'imperative' };
  if (document.kind === 'achievement') return earlier;
  return { kind: 'achievement', rule: 'no word of the future' };
}

/** 预计 is of the year it stands with: 2024年生产总值预计增长5.5% was estimated, not planned. */
const EXPECTATION: Frame = { kind: 'target', rule: 'expectation' };

/** Whether what a clause says of its time is too weak against what the sentence has said before. */
export function isOverruled(own: Frame, before: Frame): boolean {
  if (own.rule === 'comparison word') return before.kind === 'target';
  if (before.kind !== 'achievement') return false;
  return own === EXPECTATION
    ? !/ word$/.test(before.rule)
    : own.rule === 'this year' || own.rule === 'year of the plan';
}

/** What is there, and how far it is, are no plans unless a word of the future says so: 今年有521家, 完成81%. */
function stateRule({ clause, share }: TenseScene, own: Frame): string {
  if (own.rule === 'future word') return '';
  if (/(?:^|[^没只仅所])(?:有|共计)(?:超过?|近|逾|约)?\d/.test(clause)) return 'state';
  return share && /^(?:实际|累计)?完成/.test(clause) ? 'degree of completion' : '';
}

/** What one clause says of its time by itself. */
export function clauseFrame(words: string, year: number | null): Frame {
  // “未来城市”场景 is a name, and 在去年…的基础上 ends what was.
  const clause = words.replace(/“[^”]{0,30}”/g, '').replace(/^.{0,40}基础上/, '');
  if (year !== null && isByYear(clause, year)) return { kind: 'target', rule: 'future word' };
  if (PUBLISHES.test(words)) return { kind: 'target', rule: 'plan published' };
  const future = FUTURE.test(clause) || WILL.test(clause) || PLANS.test(clause);
  const past = pastRule(clause, year);
  if (past !== '' && !(future && / word$/.test(past))) return { kind: 'achievement', rule: past };
  if (future) return { kind: 'target', rule: 'future word' };
  if (past === '' && /预计|有望/.test(clause)) return EXPECTATION;
  if (past !== '') return { kind: 'achievement', rule: past };
  const named = lastYearNamed(clause);
  if (named !== null && year !== null && named >= year) return { kind: 'target', rule: 'year of the plan' };
  if (/今年|年内/.test(clause)) return { kind: 'target', rule: 'this year' };
  return OPEN_FRAME;
}

/** 印发《…规划》 and 发布…方案: what is told behind it is what the plan says. */
const PUBLISHES = /(?:印发|出台|发布|制定|审议通过).{0,40}(?:规划|方案|计划|意见|要点|行动|纲要)》?$/;

/** 到2025年: a deadline, if the year is not over. */
function isByYear(clause: string, year: number): boolean {
  const named = /(?<!截|以)(?:到|至)(20\d\d)年(?!.{0,3}(?:期间|以来))/.exec(clause)?.[1];
  return (
    named !== undefined && Number(named) >= year && !/截至|截止|从.{0,12}到20|由.{0,12}[至到]20/.test(clause)
  );
}

function pastRule(clause: string, year: number | null): string {
  if (LAST_YEAR.test(clause)) return 'last year';
  const named = lastYearNamed(clause);
  if (named !== null && year !== null && named < year) return 'earlier year';
  if (PAST.test(clause)) return 'done word';
  return COMPARES.test(clause) ? 'comparison word' : '';
}

function lastYearNamed(clause: string): number | null {
  const years = [...clause.matchAll(ANY_YEAR)];
  const last = years.at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
