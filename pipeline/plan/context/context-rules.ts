import type { Reading } from '../reading.ts';
import { isAttribute } from './attribute.ts';
import { isFigure, isPlanPart } from './plan-parts.ts';
import { isPopulation } from './population.ts';
import { isScope } from './scope.ts';
import { isThreshold } from './threshold.ts';

interface ContextRule {
  readonly name: string;
  readonly test: (reading: Reading) => boolean;
}

/** The rules in the order they are asked; the first that holds names the statement's rule. */
const RULES: readonly ContextRule[] = [
  { name: 'duration', test: isDuration },
  { name: 'age', test: ({ phrase, clause }) => phrase.quantity.unit?.name === '岁' && !/寿命/.test(clause) },
  { name: 'threshold', test: isThreshold },
  {
    name: 'weather',
    test: ({ phrase, clause }) => phrase.quantity.unit?.name === '℃' && /[气降升]温/.test(clause),
  },
  { name: 'part of the plan', test: isPlanPart },
  { name: 'turn of speech', test: isFigure },
  { name: 'difference to others', test: isDifferenceToOthers },
  { name: 'difference restating a level', test: isRestatement },
  { name: 'remark', test: isRemark },
  {
    name: 'remark',
    test: ({ before, report }) => report && /(?:目标|预期)(?:设定|确定|定)(?:为|在)?$/.test(before),
  },
  {
    name: 'survey',
    test: ({ phrase, behind }) => phrase.quantity.unit?.kind === 'share' && SURVEYED.test(behind),
  },
  {
    name: 'forecast of a harvest',
    test: ({ before, clause, kind, report }) =>
      kind === 'target' && !report && /(?:亩产|单产)/.test(before) && /预计|有望/.test(clause),
  },
  {
    name: 'who plans',
    test: ({ phrase, before, behind, report }) =>
      !report && phrase.quantity.unit?.kind === 'count' && !/[^，]{5}/.test(before) && WHO_PLANS.test(behind),
  },
  { name: 'population', test: isPopulation },
  {
    name: 'existing whole',
    test: ({ phrase, before, behind }) =>
      (phrase.quantity.unit?.kind !== 'share' &&
        /^(?:全国|全省|全市|全区|全县|现有)$/.test(before) &&
        /^[^将要]+$/.test(behind) &&
        !/享受到了|领到了|用上了/.test(behind)) ||
      OUT_OF.test(behind) ||
      (phrase.quantity.unit?.kind === 'count' && MEMBERS_FOLLOW.test(behind)) ||
      (/从$/.test(before) && CHOSEN.test(behind)),
  },
  // 这7所学校, 上述10个项目: those that were told before.
  {
    name: 'told before',
    test: ({ phrase, before }) =>
      phrase.quantity.unit?.kind === 'count' && /^(?:这|上述|以上|前述)$/.test(before),
  },
  // 这将使投资连续五年超千亿元: what comes of what was told.
  {
    name: 'remark',
    test: ({ clause, kind, report }) =>
      kind === 'target' &&
      !report &&
      clause.startsWith('这') &&
      /^这[也都]?(?:将(?:使|是|成为)|意味[着著])/.test(clause),
  },
  // 占年度任务2亿元的61%: what a share is taken of.
  {
    name: 'base of a share',
    test: ({ phrase: { quantity, clause: at }, before, clause }) =>
      clause.includes('%', quantity.end - at.start) &&
      /^(?:[^，、\d的（）]{0,8}的)?\d[\d.]*%/.test(clause.slice(quantity.end - at.start)) &&
      /(?:占|为|完成|相当于)[^，]*$/.test(before),
  },
  {
    name: 'base of comparison',
    test: ({ before, behind }) =>
      behind.startsWith('相比') && /[与和同][^，、]{0,6}(?:20\d\d年|[去上]年|同期)[^，、]*$/.test(before),
  },
  {
    name: 'base of comparison',
    test: ({ phrase, before }) =>
      !/^(?:share|times)$/.test(phrase.quantity.unit?.kind ?? '') &&
      /(?:^|[^同环对占相])[比较](?:20\d\d年|去年|上年)[底末]?的?$/.test(before),
  },
  { name: 'scope', test: isScope },
  { name: 'cap of a case', test: isCap },
  { name: 'attribute of a thing', test: isAttribute },
  { name: 'benefit', test: isBenefit },
  { name: 'role', test: ({ before, behind }) => /发挥/.test(before) && /作用$/.test(behind) },
];

/** Why a quantity is context, or null where it is a statement of its own. */
export function contextRule(reading: Reading): string | null {
  return RULES.find((rule) => rule.test(reading))?.name ?? null;
}

/** 76%的受访企业计划维持投资: what some of those who were asked have in mind. */
const SURVEYED =
  /^(?:以上|左右)?(?:受访|的[^，、]{0,8}(?:受访|(?:企业|居民|消费者|人)[^，、]{0,2}(?:计划|打算|表示|认为|希望|愿意)))/;

/** 41个部门计划选拔371人: so many do. */
const WHO_PLANS = /^[^，、\d]{0,8}(?:部门|单位|企业|公司|机构|国家|学校|高校|省份|城市)(?:计划|打算|拟)./;

/** 4个省重点项目分别为：…: its members are told behind. */
const MEMBERS_FOLLOW = /^[^，、\d]{1,14}分别[为是]$/;

/** 46个贫困县中有37个: what some are taken out of. */
const OUT_OF = /^[^，、\d]{1,12}(?<![高初])(?<!进行|建设|施工|推进|加紧)中(?:将?有|的)?(?:近|约|超过?)?$/;

/** 从13个候选项目中选出6项: some are taken out of so many. */
const CHOSEN = /^[^，、\d]{1,12}中[^，、\d]{0,6}(?:[选决评抽]出|[选决评产抽][^，、\d]{0,4}$)/;

/** 最高5亿元 is the cap of a case; 总量最高不突破3800亿元 has a bound of its own. */
function isCap({ phrase: { quantity }, before, clause }: Reading): boolean {
  const bounded = quantity.start < quantity.numberStart && !/给予|奖|补|资助|支持|贷/.test(clause);
  return /(?:最高|最多)(?:可?达|可|为)?$/.test(before) && !bounded;
}

/** 企业将获得13项资助, 按投资额的10%补助, 给予100万元奖励: what one case is given. */
function isBenefit({ phrase, before, behind }: Reading): boolean {
  if (/(?:获得|享受|享有)$/.test(before)) return true;
  if (phrase.quantity.unit?.kind === 'share' && /(?:^|，)对[^，]{2,30}(?:奖励|补助|补贴)$/.test(before))
    return true;
  // 按照每户5000元的资助标准 says what each is given, whoever they are.
  if (/按照?[^，]{0,8}$/.test(before) && /^的?[^，、]{0,6}标准/.test(behind)) return true;
  return (
    /按[^，]{1,12}的$|给予[^，]{0,8}$/.test(before) &&
    /^的?[^，、]{0,6}(?:奖励|补助|补贴|资助|奖补)/.test(behind)
  );
}

/** Years and months are periods, unless the thing measured is a time (受教育年限达到11.5年, 压缩至3个工作日). */
function isDuration({ phrase, noun, before, behind }: Reading): boolean {
  const unit = phrase.quantity.unit;
  if (unit?.kind !== 'time') return false;
  if (/(?:小时|分钟|工作日)$/.test(unit.name))
    return !(noun.level || noun.changeVerb !== '' || /(?:[^用约耗长短]|利用)$/.test(before));
  // 不低于10天消费量 is an amount, told in days.
  if (/^的?[^，、的]{0,4}(?:消费|使?用|耗|存)量/.test(behind)) return false;
  // 设立15天的陪护假 and 产假延长至158天 are so much leave.
  if (/^(?:不等)?的?[^，、的]{0,6}假(?:$|[，、])/.test(behind)) return false;
  return !(noun.level && /年限|时间|时限|寿命|周期|天数|假/.test(before));
}

/** What 低于 and 高于 compare a result with. */
const AIM = /^的(?:预期|年度|全年|控制|规划|既定){0,3}目标/;

/** 6.5%左右的增速可以实现充分就业: a remark on a number that stands elsewhere. */
function isRemark({ phrase: { quantity }, before, behind, kind }: Reading): boolean {
  // 距离40万吨的目标还有差距.
  if (
    before.includes('距') &&
    /(?<![差间])距离?[^，\d]{0,8}$/.test(before) &&
    /^的?[^，、\d]{0,6}(?:目标|任务)/.test(behind)
  )
    return true;
  // 低于5.5%的预期控制目标: the aim that a result is held against.
  if (kind === 'achievement' && quantity.start < quantity.numberStart && AIM.test(behind)) return true;
  return /^的(?:预期|增长|主要){0,2}(?:增速|增长|速度|涨幅|目标|水平).{0,2}(?:可以|能|将|是|与|体现|有利|考虑|符合)/.test(
    behind,
  );
}

/** 高于全国1.7个百分点, 比去年预算低0.4个百分点. */
function isDifferenceToOthers({ phrase, before, kind, earlierUnit, first }: Reading): boolean {
  // 增速高于全国1个百分点以上 is a bound one can miss, and so is a difference beside which no level is said.
  if (phrase.quantity.unit?.kind === 'point' && earlierUnit !== '%') return false;
  // What grows has a name of its own here, so that the level before is another's: 就业率90%，农民收入增长高于全省1个百分点.
  if (phrase.quantity.unit?.kind === 'point' && first && kind === 'target' && OWN_THING.test(before))
    return false;
  if (kind === 'achievement' || phrase.quantity.comparator !== '=') return false;
  if (phrase.quantity.unit?.kind === 'point')
    return /高于|低于|快于|高出|(?<!占)比(?![重例率]).{1,12}(?<!提)[高低快]|较.{1,12}(?<!提)[高低快]|领先/.test(
      before,
    );
  return /(?:高于|快于|低于|高出)(?:全国|全省|全市|上年|去年|平均)/.test(before);
}

/** A thing of which growth is said; 增速高于 alone goes on about the one before. */
const OWN_THING = /^[^，、]*[一-鿿]{4}(?:增长|增速|增幅)(?:均|分别|力争|继续|始终)?[高快]于/;

/** 安排专项债券3.75万亿元，比去年增加1.6万亿元, 赤字率4%、比上年提高1个百分点: the level says it all. */
function isRestatement({ phrase, noun, before, earlierUnit, levelBehind, kind }: Reading): boolean {
  const { quantity } = phrase;
  if (quantity.unit?.kind === 'point')
    return kind === 'target' && earlierUnit === '%' && /^[比较][去上]年(?!.*率)/.test(before);
  if (quantity.unit?.kind === 'share' || quantity.unit?.kind === 'times') return false;
  if (noun.changeVerb !== '' && !noun.level && levelBehind) return true;
  return (
    earlierUnit === (quantity.unit?.name ?? null) &&
    ((/^(?:预计)?(?:比|较|同比)/.test(before) && (noun.changeVerb !== '' || /[新净]增$/.test(before))) ||
      /[比较](?:去|上)年[多少]$/.test(before))
  );
}
