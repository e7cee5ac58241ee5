import type { Reading } from '../reading.ts';

/** 甲厂60万只轮圈、乙厂50吨机床等4个项目: a number among the names of a list says which one. */
const NAMED_IN_LIST =
  /等(?:(?:近|约|超过?)?\d+多?[个项条座家].{0,12}(?:项目|工程|企业)|[^，、\d]{0,8}(?:项目|工程|企业)\d+多?[个项条座家])/;

/** 百公里供水廊道建设规划: the name of a plan, or of what it is for. */
const OF_A_PLAN = /^[^，、\d]{2,16}(?:规划|方案|行动计划)$/;

/** What happens to a plant, and not to tons or cows: 700万吨露天矿完成核准, 5000头奶牛场投产. */
const OPENED = /^[^，、]{2,12}(?:核准|开工|投产|建成|投用|完工|竣工)|^[^，]{2,40}前期(?:工作)?$/;

/** How large works are by their design. */
const SIZE_OF_WORKS =
  /(?<![增扩])(?:装机(?:容量|规模)|(?:建筑|占地|用地|规划)面积|总?库容|设计(?:产能|年产|能力)|主跨|跨径|桥长|[全总]长|线路长度?)(?:约?为|达到?|是)?$/;

/** What a company or a branch is to reach once that is planned: 集团装机容量达到500万千瓦. */
const REACHED = /(?:集团|公司|全国|全[省市区县]|电力|能源|风电|水电|光伏|电源)装机(?:容量|规模)达到$/;

/** 每千人养老设施建筑面积 is no building's. */
const PER_HEAD = /每[百千万]人|人均/;

/** 500米服务半径覆盖率 is how many live so near. */
const REACH = /^(?:服务|活动)?半径/;

const OF_EACH = /（每[条个家所座处套间栋]$/;
const EXTENT = /^(?:公里|米|平方米|亩)$/;

/** 总投资3亿元的水厂工程，完成投资1亿元: a clause that only says of which works the next one tells. */
const ONE_OF_THEM = /^总投资[\d.]+[^，、的]{1,4}的[^，、\d]{2,40}(?:工程|项目)$/;

/** 10千伏线路, 3人制比赛, 24小时自助服务, 时速350公里, 全长43公里: what kind of thing it is. */
export function isAttribute({
  phrase: { quantity, clause: at },
  noun,
  before,
  behind,
  clause,
  kind,
  report,
  planned,
  first,
}: Reading): boolean {
  const name = quantity.unit?.name ?? '';
  // 惠及300万人的引水工程启动建设 tells which one; 30人的考察团 is one team.
  if (/(?:惠及|覆盖|服务)$/.test(before) && /^[人户]$/.test(name) && /^的[^，、]{2,}/.test(behind))
    return true;
  if (name === '人' && /^的[^，、]{0,6}(?:代表团|考察团|团队|队伍|班子)$/.test(behind)) return true;
  const rest = clause.slice(quantity.end - at.start);
  if (
    /^[^，：]{2,}$/.test(rest.split('等')[0] ?? '') &&
    behind !== '' &&
    !/等$/.test(before) &&
    NAMED_IN_LIST.test(rest)
  )
    return true;
  // 百公里 without a digit is part of a name; 完成20公里河道整治规划 is so much of it.
  const { numberStart } = quantity;
  if (/落实/.test(before) && !/\d/.test(clause[numberStart - at.start] ?? '') && OF_A_PLAN.test(rest))
    return true;
  const made = noun.verb !== '' || noun.level || noun.changeVerb !== '' || quantity.comparator !== '=';
  // 23只项目投产 are as many projects, as some counties count them.
  const animals = !/^[^，、\d]{0,12}项目/.test(rest);
  if (
    kind === 'target' &&
    (animals ? /^(?:吨|千瓦|[头只羽])$/ : /^(?:吨|千瓦)$/).test(name) &&
    !made &&
    OPENED.test(rest)
  )
    return true;
  // 100蒸吨锅炉4台 are four of that size.
  if (name === '蒸吨' && /^[^，、\d]{0,6}锅炉\d+台/.test(rest)) return true;
  if (/^(?:米|公里)$/.test(name) && REACH.test(behind)) return true;
  if (name === '千伏' || (name === '人' && behind.startsWith('制')) || /^[陡斜]?坡/.test(behind)) return true;
  const stated = noun.level || noun.changeVerb !== '' || quantity.comparator !== '=';
  if (/(?:小时|分钟)$/.test(name) && !stated && /^[^、，和及与”]/.test(behind)) return true;
  // 总装机容量为120万千瓦，预计2028年投产: how large the works are that are being built, which nobody plans here.
  if (
    kind === 'target' &&
    !report &&
    first &&
    /[=~]/.test(quantity.comparator) &&
    noun.changeVerb + noun.verb === '' &&
    SIZE_OF_WORKS.test(before) &&
    !(planned && REACHED.test(before)) &&
    !PER_HEAD.test(before)
  )
    return true;
  if (kind === 'target' && !report && !planned && before === '总投资' && ONE_OF_THEM.test(clause))
    return true;
  // 步道30条（每条5公里以上）: how long each of them is.
  if (EXTENT.test(name) && OF_EACH.test(before)) return true;
  return /(?:时速|车速|.全长|海拔|直径|管径|口径)$/.test(before);
}
