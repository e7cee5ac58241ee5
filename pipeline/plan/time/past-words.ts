/** What a clause that says it is done begins with: 完成情况：, 3月末总量是177万人. */
export const DONE_HEAD: RegExp =
  /^(?:(?:完成|进展|落实|推进|执行)情况|(?:主要|工作)(?:成效|进展|做法))$|^\d{1,2}月末[^，\d]{2,24}[是为]\d/;

/** Words that say it is done. */
export const PAST: RegExp =
  /已|实际(?:完成|开工|建成|投产)|(?<![为除]|涵盖|包含|囊括)了(?![解不却然望])|这[一五]年|初步(?:预计|核算|统计|测算)|[一二三]季度(?:全[国省市区县])?(?:累计|共)?(?:完成|实现)|^据[^，]{0,12}(?:监测|统计)|先后(?![顺次])|获批|荣获|入选|获评|上榜|入列|(?<=.)启动建设(?!\d)|正(?:在|加紧|加快|抓紧)|挂牌(?!上市|出让)|揭牌|(?<=[均都仍])在(?=[建施开推])|正式启用|共有|现有|超额|圆满|上升至全国|居全国|位居|全国第|上半年|前[一二三]个?季度|前\d{1,2}(?:个?月|天)|\d{1,2}[-—~至到]\d{1,2}月/;

/** 推进现有23个站点改造 says which ones are worked at, and not how many there are. */
const WORKED_AT = /(?<=[对进造升善化级治])现有/g;

/** A clause without 现有 where that only says which ones. */
export function withoutWorkedAt(clause: string): string {
  return clause.includes('现有') ? clause.replace(WORKED_AT, '') : clause;
}

/** Words that tell of now or of a record, which an expectation may stand beside: 有望首次突破. */
export const PRESENT: RegExp =
  /(?<![按以照])目前|眼下|当下|这(?:几天|些天|段时间|阵子)|今天|今日|昨天|昨日|近日|日前|以来|首次|创.{0,4}新高(?![地质度])|成功|顺利|连续[一二三四五六七八九十\d]+年/;

/** What a sentence looks back on, through to its end: 去年以来, 近年来, 截至目前. */
export const RECAP: RegExp =
  /(?<![为是])(?:(?:去年|今年|年初|近[几一二两三四五]年|多年|长期|[一五]年|大)以来|近[几一二两三四五]?年来|(?:多|一)年来|过去一年|截至(?:目前|今))/;

/** 研究院测算，据初步估算: who reckons says nothing yet of the time. */
export const RECKONED: RegExp =
  /(?<=^(?![按经]|根据|依据)[^，\d]{0,24})(?:测算|预测|估算)(?:显示|表明|认为)?$/;

/** 最新统计显示，交通部门数据表明. */
export const SHOWS: RegExp = /(?:统计|监测|核算|数据)(?:数据|结果)?(?:显示|表明)$/;

/** Few clauses have any of it, and the words before cost a search at every character. */
export const LOOKS_BACK: RegExp = /[以年]来|过去一|截至/;

/** Words of comparison, which plans use too once the sentence has said that it plans: 计划完成8600亿元，同比增长6%. */
export const COMPARES: RegExp =
  /同比|环比|[比较]上[年月]|较去年(?:同期)?(?:增|提高|上升|扩大|减|下降)|今年[一二三前上]|[一二三四]季度/;

/** Parts of a year that news speaks of when they are over: 今年国庆假期, 今年夏粮. */
export const PART_OF_YEAR: RegExp =
  /^\d{1,2}月份$|(?:元旦|春节|清明|五一|“五一”|端午|中秋|国庆)(?:小?长?假期?|黄金周|期间)|年假期|春运|暑期|汛期|夏粮|早稻|秋粮(?!食)|(?:今年|\d年)1月(?:份)?(?!\d|[底末]?前|起)/;

/** 去年 as a time and not as what is compared with (比去年增加, 高于上年, 去年的2倍). */
export const LAST_YEAR: RegExp =
  /(?<![比较与同于和超过]|[从由](?=[去上]年.{1,12}中))(?:去年|上年|上一年|去冬(?:今春)?)(?!以来|同期|相比|度?预算|的[^，]{0,6}倍)/;
