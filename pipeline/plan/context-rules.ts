import { nounBehind } from './indicator.ts';
import type { Noun } from './noun.ts';
import type { Phrase } from './phrases.ts';
import { changeVerbs } from './words.ts';

/** All that a rule may look at to call a quantity context. */
export interface Reading {
  readonly phrase: Phrase;
  readonly noun: Noun;
  /** The clause, and the words of it before and behind the quantity. */
  readonly clause: string;
  readonly before: string;
  readonly behind: string;
  /** Unit of the statement before in this sentence, null where there is none. */
  readonly earlierUnit: string | null;
  /** A neighbour in the clause counts things of the same noun (100个5亿元以上项目). */
  readonly countedBeside: boolean;
}

interface ContextRule {
  readonly name: string;
  readonly test: (reading: Reading) => boolean;
}

/** Things one counts and does not measure: a size before them says which ones (5亿元以上项目). */
const COUNTABLE =
  /(?:项目|企业|工程|机组|部分|园区|产业|集群|泊位|人员|人群|家庭|老年人|老人|婴幼儿|儿童|青年|青少年|城市|县|镇|乡|村|自然村|行政村|单位|机构|主体|工商户|船舶|水库|河流|锅炉|装置|基地|电站|门店|街区|商场|公司|农户|大户|订单|合同|设备|楼宇|灌区|病床|服务业|制造业|工业)(?:的?建设|等|数|数量|总数)?$/;

/** What plans count of themselves: aspects, tasks, measures. */
const PLAN_PARTS =
  /(?:方面|领域|环节|举措|措施|要求|原则|关系|重点工作|重点任务|具体任务|主要任务|工作任务|改革任务|任务|条线|维度|阶段|步骤|层面|攻坚|工作|意见|理念|战场)$/;

/** People who are there, and not those a plan does something for. */
const POPULATION =
  /(?:毕业生|人口|中国人|在校生|在校学生|学生|老年人|老人|农民工|职工|居民|群众|百姓|退役军人|残疾人|儿童|户籍人口)$/;

/** The rules in the order they are asked; the first that holds names the statement's rule. */
const RULES: readonly ContextRule[] = [
  { name: 'duration', test: isDuration },
  { name: 'age', test: ({ phrase, clause }) => phrase.quantity.unit?.name === '岁' && !/寿命/.test(clause) },
  { name: 'threshold', test: isThreshold },
  { name: 'part of the plan', test: isPlanPart },
  { name: 'turn of speech', test: isFigure },
  { name: 'difference to others', test: isDifferenceToOthers },
  { name: 'difference restating a level', test: isRestatement },
  { name: 'population', test: isPopulation },
  {
    name: 'existing whole',
    test: ({ before, behind }) => /^(?:全国|全省|全市|全区|全县|现有)$/.test(before) && behind !== '',
  },
  { name: 'role', test: ({ before, behind }) => /发挥/.test(before) && /作用$/.test(behind) },
];

/** Why a quantity is context, or null where it is a statement of its own. */
export function contextRule(reading: Reading): string | null {
  return RULES.find((rule) => rule.test(reading))?.name ?? null;
}

/** Years and months are periods, unless the thing measured is a time (受教育年限达到11.5年, 压缩至3个工作日). */
function isDuration({ phrase, noun, before }: Reading): boolean {
  const unit = phrase.quantity.unit;
  if (unit?.kind !== 'time') return false;
  if (/(?:小时|分钟|工作日)$/.test(unit.name))
    return !(noun.level || noun.changeVerb !== '' || /[^用约耗长短]$/.test(before));
  return !(noun.level && /年限|时间|时限|寿命|周期|天数/.test(before));
}

/** 5亿元以上重点项目, 投资2000万元以上的技改项目, 30万千瓦以下煤电机组, 百万吨乙烯项目. */
function isThreshold({ phrase, behind, countedBeside }: Reading): boolean {
  const { quantity } = phrase;
  const kind = quantity.unit?.kind;
  const noun = nounBehind(behind.replace(/^的/, ''));
  if (noun === '') return /^级/.test(behind);
  const bound = quantity.comparator !== '=' && quantity.comparator !== '~';
  if (kind === 'measure')
    return (
      COUNTABLE.test(noun) && (bound || countedBeside || /(?:项目|工程|机组|装置|电站|泊位|企业)$/.test(noun))
    );
  // 20户以上自然村: the classifier is of another thing than the noun.
  return (
    (quantity.unit?.name === '户' || quantity.unit?.name === '人') &&
    bound &&
    /(?:村|社区|镇|企业|单位|园区)$/.test(noun)
  );
}

function isPlanPart({ phrase, behind }: Reading): boolean {
  const name = phrase.quantity.unit?.name;
  if (phrase.quantity.unit?.kind !== 'count' || !(name === '个' || name === '项' || name === '条'))
    return false;
  return PLAN_PARTS.test(nounBehind(behind)) || /^(?:方面|领域)/.test(behind);
}

/** 两个, 三条 with Chinese numerals count something only behind a list: A、B和C三个规划, A等四个项目. */
function isFigure({ phrase, before }: Reading): boolean {
  const { quantity } = phrase;
  if (!quantity.chinese || quantity.unit?.kind !== 'count' || quantity.value >= 100) return false;
  return !/等$/.test(before) && !/、.+(?:和|及|与|、)/.test(before);
}

/** 高于全国1.7个百分点, 比去年预算低0.4个百分点. */
function isDifferenceToOthers({ phrase, before }: Reading): boolean {
  if (phrase.quantity.unit?.kind === 'point')
    return /高于|低于|快于|高出|比.{1,12}[高低快]|较.{1,12}[高低快]|领先/.test(before);
  return /(?:高于|快于|低于|高出)(?:全国|全省|全市|上年|去年|平均)/.test(before);
}

/** 安排专项债券3.75万亿元，比去年增加1.6万亿元: the level says it all. */
function isRestatement({ phrase, noun, before, earlierUnit }: Reading): boolean {
  const { quantity } = phrase;
  if (quantity.unit?.kind === 'share' || quantity.unit?.kind === 'times' || quantity.unit?.kind === 'point')
    return false;
  return (
    /^(?:预计)?(?:比|较|同比)/.test(before) &&
    noun.changeVerb !== '' &&
    earlierUnit === (quantity.unit?.name ?? null)
  );
}

function isPopulation({ phrase, noun, before, behind }: Reading): boolean {
  const large = phrase.quantity.value >= 100_000;
  const people = phrase.quantity.unit === null || phrase.quantity.unit.kind === 'people';
  if (!large || !people || noun.changeVerb !== '' || noun.verb !== '') return false;
  if (changeVerbs.endsAt(before, before.length) !== '') return false;
  const here = /^(?:我国|全国|全省|全市|今年|现在|目前)?(?:有|拥有|一个拥有|达|把|对.{0,10}拥有)?$/.test(
    before,
  );
  return (
    (POPULATION.test(noun.base) && !/培训|就业|帮扶|救助|资助|惠及|覆盖|服务/.test(before)) ||
    (here && POPULATION.test(nounBehind(behind).slice(0, 4))) ||
    /^(?:中国人|人口)/.test(behind)
  );
}
