import { announcesProjects } from './announced.ts';
import { saysDay } from './day.ts';
import { lastFiveYears, namedTimes } from './named-times.ts';
import { saysWill } from './will.ts';

/** How much a sign of tense weighs: a named time over a word, a word over a hint that both times share. */
export type Weight = 'time' | 'word' | 'hint';

/** A sign by which a clause says of itself whether it is done or planned. */
export interface Evidence {
  readonly rule: string;
  readonly kind: 'target' | 'achievement';
  readonly weight: Weight;
  readonly holds: (clause: string, year: number | null) => boolean;
}

/** 已 and 了, and 四年内累计, say that it is done, whatever time stands beside. */
const COMPLETED = /已(?!有)|年内(?:累计|共|先后)|(?<![为除])了(?![解不却然望])/;

/** Words that put a clause in the future whatever stands around it. */
const FUTURE =
  /力争|意向(?=(?:种植|播种)面积[达到为约]{0,2}\d)|(?<!新)争取(?![的到了])|确保|(?<![模虚])拟(?!态|建|在|[定订]了)|即将|将要|必须|务必|打算|今后|未来(?=[，一二三几\d]|将|要|还)|下一步|年内要|届时|新的一年|目标(?:任务)?(?:是|为|：)|目标到(?!位)|(?:达产|投产|建成|投用|完工|通车|开通|投入运营|全部建成)(?:运营)?后(?!的|来|续)|到?“?十[四五六]五”?末/;

/** 计划 as a verb: neither the head of a name (倍增计划, 超计划), nor before what makes it one (计划管理, 计划的). */
const PLANS =
  /(?<!倍增|行动|培育|提升|发展|研发|工作|五年|三年|专项|人才|合作|振兴|完成年度|完成|超过?|(?<![占对评])比|较|按|[的项施定入该此本]|占[^，]{0,4}|[比较与超](?:年度|全年|年初))计划(?![的书表外内管共已》”，、；]|生育|单列|经济|执行|草案|任务|指标|进度|目标|中[，的]|$)/;

/** Modal verbs, where they are no part of a noun (主要, 供应, 必须). */
const SHALL = [
  /(?<![主重需必首紧纲概摘扼只次险就])要(?![求素点么是件害塞闻道隘旨员目诀])/,
  /(?<![供相反适对响效感呼答顺因照回])应(?![城用急对届收到付有税邀聘季力试援变缴检接考参])/,
  /须/,
  // 需填报的表格 are which ones.
  /(?<![供产刚内所急必军民特只仅])需(?![求要]|[^，、的]{1,4}的)/,
  /(?<![于超出合场会胀理费务动稳])预期(?!目标|控制|值|性|寿命|指数|管理|增长目标|[正已在和与的]|[，、。；]|$)/,
  /(?<!已)规划(?:到|至|布局|新|改|建设(?=[^，]{0,12}\d))/,
  /(?<![所曾已自])提出(?!的)(?=[^，\d]{2,30}\d)(?!.*(?:意见|建议|提案|问题))/,
];

/** A body or a document that speaks: what is told behind it is what is planned. */
const SPEAKS = [
  /(?:印发|发布|审议通过|披露|公布|(?:出台|制定)(?=.{0,8}《)).{0,40}(?:规划|方案|计划|意见|要点|行动|纲要)[》”]?称?$/,
  /下达.{0,30}(?<!资金|投资|预算)计划$/,
  // Who carries out a 部署 or meets a 要求 does not speak.
  /^(?!.*(?:贯彻|落实|执行|遵循|围绕|聚焦|符合|满足|达到|[作做]出)).*(?:提出|明确|部署|要求)$/,
  /(?:会议?|方案|规划|计划|意见|通知|报告|纲要|要点|文件|》)[^，]{0,6}(?:提出|明确|要求)(?!以来|的)|(?:规划|方案|报告)》?(?:提到|指出)/,
  /^并?(?:提出|明确|要求)(?!了)/,
  /^(?:年度|全年|工作|主要)*目标(?:任务)?$/,
  /^(?:根据|按照|依据).{0,30}(?:规划|方案|计划|部署|安排|意见)$/,
  /(?:任务|实事|目标|举措|措施)”?(?:如下|(?:分别|具体)[是为]|(?:具体)?包括)$/,
  /(?:发布|印发)(?:公告|通知)$|^(?:决定|宣布)(?:自|从|实施|开展|启动|推出|新增|扩大|对).{2,60}$/,
  /^(?!.*(?:去年|完成|实现|达到|超额)).*(?:提出|明确|确定|制定|设定|部署|定下|确立|公布|亮出).{0,30}(?:目标|任务)$/,
];

/** What a clause that says it is done begins with: 完成情况：, 3月末总量是177万人. */
const DONE_HEAD =
  /^(?:(?:完成|进展|落实|推进|执行)情况|(?:主要|工作)(?:成效|进展|做法))$|^\d{1,2}月末[^，\d]{2,24}[是为]\d/;

/** Words that say it is done. */
const PAST =
  /已|(?<![为除]|涵盖|包含|囊括)了(?![解不却然望])|这[一五]年|初步(?:预计|核算|统计|测算)|[一二三]季度(?:全[国省市区县])?(?:累计|共)?(?:完成|实现)|^据[^，]{0,12}(?:监测|统计)|先后(?![顺次])|获批|荣获|入选|获评|上榜|入列|(?<=.)启动建设(?!\d)|正(?:在|加紧|加快|抓紧)|挂牌(?!上市|出让)|揭牌|(?<=[均都仍])在(?=[建施开推])|正式启用|共有|现有|超额|圆满|上升至全国|居全国|位居|全国第|上半年|前[一二三]个?季度|前\d{1,2}(?:个?月|天)|\d{1,2}[-—~至到]\d{1,2}月/;

/** 推进现有23个站点改造 says which ones are worked at, and not how many there are. */
const WORKED_AT = /(?<=[对进造升善化级治])现有/g;

/** A clause without 现有 where that only says which ones. */
export function withoutWorkedAt(clause: string): string {
  return clause.includes('现有') ? clause.replace(WORKED_AT, '') : clause;
}

/** Words that tell of now or of a record, which an expectation may stand beside: 有望首次突破. */
const PRESENT =
  /(?<![按以照])目前|眼下|当下|这(?:几天|些天|段时间|阵子)|今天|今日|昨天|昨日|近日|日前|以来|首次|创.{0,4}新高(?![地质度])|成功|顺利|连续[一二三四五六七八九十\d]+年/;

/** What a sentence looks back on, through to its end: 去年以来, 近年来, 截至目前. */
const RECAP =
  /(?<![为是])(?:(?:去年|今年|年初|近[几一二两三四五]年|多年|长期|[一五]年|大)以来|近[几一二两三四五]?年来|(?:多|一)年来|过去一年|截至(?:目前|今))/;

/** 研究院测算，据初步估算: who reckons says nothing yet of the time. */
const RECKONED = /(?<=^(?![按经]|根据|依据)[^，\d]{0,24})(?:测算|预测|估算)(?:显示|表明|认为)?$/;

/** Few clauses have any of it, and the words before cost a search at every character. */
const LOOKS_BACK = /[以年]来|过去一|截至/;

/** Words of comparison, which plans use too once the sentence has said that it plans: 计划完成8600亿元，同比增长6%. */
const COMPARES =
  /同比|环比|[比较]上[年月]|较去年(?:同期)?(?:增|提高|上升|扩大|减|下降)|今年[一二三前上]|[一二三四]季度/;

/** Parts of a year that news speaks of when they are over: 今年国庆假期, 今年夏粮. */
const PART_OF_YEAR =
  /(?:元旦|春节|清明|五一|“五一”|端午|中秋|国庆)(?:小?长?假期?|黄金周|期间)|年假期|春运|暑期|汛期|夏粮|早稻|秋粮(?!食)|(?:今年|\d年)1月(?:份)?(?!\d|[底末]?前|起)/;

/** 去年 as a time and not as what is compared with (比去年增加, 高于上年, 去年的2倍). */
const LAST_YEAR =
  /(?<![比较与同于和超过]|[从由](?=[去上]年.{1,12}中))(?:去年|上年|上一年|去冬(?:今春)?)(?!以来|同期|相比|度?预算|的[^，]{0,6}倍)/;

const ANY_YEAR = /(?<!到|至|比|较|与|同|于|超过)(20\d\d)年(?!代)/g;
const A_DAY = /20\d\d年\d{1,2}月\d{1,2}日(?!起|前|之前|以前)/g;
/** 恢复到2019年水平 is not said of that year. */
const UP_TO = /[到至](20\d\d)年(?!水平|同期)/;
const AS_OF = /截[至止](?:到)?(?:(20\d\d)年)?/;

/**
 * The signs of tense in the order they are asked; the first that holds speaks for the clause.
 *
 * Times come first, since they cannot be mistaken, then words of the future, since 已 may stand beside 力争 but not
 * the other way round, then words of the past, then what only leans to one side.
 */
export const EVIDENCE: readonly Evidence[] = [
  {
    rule: 'reckoned',
    kind: 'achievement',
    weight: 'hint',
    holds: (clause) => clause.length <= 30 && RECKONED.test(clause),
  },
  {
    rule: 'plan speaks',
    kind: 'target',
    weight: 'word',
    holds: (clause, year) =>
      SPEAKS.some((words) => words.test(clause)) || announcesProjects(clause, year, lastYearNamed),
  },
  { rule: 'time ahead', kind: 'target', weight: 'time', holds: isAhead },
  { rule: 'state so far', kind: 'achievement', weight: 'time', holds: isSoFar },
  // 过去一年，各项工作取得进展: the sentences behind tell what they were.
  {
    rule: 'years behind',
    kind: 'achievement',
    weight: 'time',
    holds: isYearsBehind,
  },
  { rule: 'last year', kind: 'achievement', weight: 'time', holds: (clause) => LAST_YEAR.test(clause) },
  {
    rule: 'earlier year',
    kind: 'achievement',
    weight: 'time',
    holds: (clause, year) =>
      year !== null &&
      ((lastYearNamed(clause) ?? year) < year || Number(UP_TO.exec(clause)?.[1] ?? year) < year) &&
      !isSpanTo(clause, year),
  },
  {
    rule: 'future word',
    kind: 'target',
    weight: 'word',
    holds: (clause) => saysWill(clause) || [FUTURE, PLANS, ...SHALL].some((words) => words.test(clause)),
  },
  {
    rule: 'recap',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => LOOKS_BACK.test(clause) && RECAP.test(clause),
  },
  {
    rule: 'done word',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => PAST.test(clause) || DONE_HEAD.test(clause),
  },
  // 2024年生产总值预计增长5.5% was estimated, not planned: the times above have been asked.
  { rule: 'expectation', kind: 'target', weight: 'word', holds: (clause) => /(?<!占)预计|有望/.test(clause) },
  { rule: 'a day', kind: 'achievement', weight: 'word', holds: saysDay },
  {
    rule: 'part of the year',
    kind: 'achievement',
    weight: 'word',
    holds: (clause) => PART_OF_YEAR.test(clause),
  },
  { rule: 'present word', kind: 'achievement', weight: 'word', holds: (clause) => PRESENT.test(clause) },
  { rule: 'sum so far', kind: 'achievement', weight: 'hint', holds: (clause) => clause.includes('累计') },
  { rule: 'comparison word', kind: 'achievement', weight: 'hint', holds: (clause) => COMPARES.test(clause) },
  // “十四五”期间 of a text of 2025 tells what the five years have brought.
  {
    rule: 'period that ends',
    kind: 'achievement',
    weight: 'hint',
    holds: (clause, year) => year !== null && (lastFiveYears(clause) ?? year + 1) <= year,
  },
  {
    rule: 'year of the plan',
    kind: 'target',
    weight: 'hint',
    // 2026年5月2日 tells of a day that was, unless a word of the future says more.
    holds: (clause, year) => year !== null && (lastYearNamed(clause.replace(A_DAY, '')) ?? 0) >= year,
  },
  {
    rule: 'this year',
    kind: 'target',
    weight: 'hint',
    // 今年的提案 is which one, and 今年3月，… tells of a month that was, unless it bounds: 今年3月底前.
    holds: (clause) =>
      /(?<![面针应]对)今年(?!\d{1,2}月(?![底末前起份])|的(?!目标|任务|计划)|新?(?:引进|购置|建成|投入|投用|推出|上线|启用)[^，]{0,6}的)|年内(?!蒙)/.test(
        clause,
      ),
  },
];

/** 到2027年, “十五五”期间, 三年内: a time to come, where nothing says that it is done. */
function isAhead(clause: string, year: number | null): boolean {
  if (COMPLETED.test(clause)) return false;
  if (year === null) return /(?<![截从由].{0,12})到(?:20\d\d年|“?十[五六]五”?末)/.test(clause);
  return namedTimes(clause, { year, endYear: year }).some(({ ahead }) => ahead);
}

/** 过去五年, 五年来, and “十四五”时期 at the head of a clause once it is over. */
function isYearsBehind(clause: string, year: number | null): boolean {
  if (/过去的?[一三五]年|(?<!\d)[\d一二三四五六七八九十]年来|^这[一三五]年$/.test(clause)) return true;
  return year !== null && /^“?十[一二三四五六]五/.test(clause) && (lastFiveYears(clause) ?? year) < year;
}

/** 计划2025年冬至2026年3月 ends in the year itself. */
function isSpanTo(clause: string, year: number): boolean {
  const end = /计划|[将拟]/.test(clause)
    ? /20\d\d年[冬秋底末\d月]{1,4}[至到—-](20\d\d)年/.exec(clause)?.[1]
    : null;
  return Number(end ?? 0) >= year;
}

/** 截至2024年底; 截至2027年底 of a plan is a deadline. */
function isSoFar(clause: string, year: number | null): boolean {
  const found = AS_OF.exec(clause);
  return found !== null && (year === null || Number(found[1] ?? 0) <= year);
}

function lastYearNamed(clause: string): number | null {
  // Few clauses name a year, and the words it must not stand behind are looked for at every character.
  if (!clause.includes('20')) return null;
  const last = [...clause.matchAll(ANY_YEAR)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
