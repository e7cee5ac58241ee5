import type { Quantity } from '../../quantity/bounds.ts';
import { nounBehind } from '../indicator/noun-behind.ts';
import { startsVerb } from '../indicator/noun-lead.ts';
import type { Reading } from '../reading.ts';

/** Things one counts and does not measure: a size before them says which ones (5亿元以上项目). */
export const COUNTABLE: RegExp =
  /(?:项目|企业|工程|机组|部分|园区|产业|集群|泊位|人员|人群|家庭|老年人|老人|婴幼儿|儿童|青年|青少年|城市|县|镇|乡|村|自然村|行政村|单位|机构|主体|工商户|船舶|水库|河流|锅炉|装置|车间|生产线|基地|示范[片区点带]|合作社|电站|门店|街区|商场|公司|农户|大户|订单|合同|设备|楼宇|灌区|病床|(?<![就毕创])业|行动)(?:的?建设|等|数|数量|总数|占比|比重|比例|[^，、的]{0,8}(?:改造|升级|治理|整治|全覆盖))?$/;

/** How many of that size there are to be. */
const COUNTS = /^(?:的?(?:新增|达到?|有|增至|突破))\d{1,5}多?[家户个]/;
/** 其中5亿元以上3个: the size stands for what was counted. */
const BARE_COUNT = /^\d{1,5}多?[家户个只]/;

/** What is measured of countable things, behind their name. */
const MEASURED =
  /(?<=项目|企业|工程|产业|集群|园区)[^，、的]{0,8}(?:投资|产值|增加值|收入|营收|利润|税收|销售|贷款)额?$/;

/** What is said of things of a size: 收入5万元以下的村基本消除. */
const PREDICATE = /(?<=.)(?:基本|全部|全面|做到).*$/;

/** Of things of that size so many in a hundred: 收入50万元的村达到20%. */
const SHARE_OF_THEM =
  /^的[^，、\d]{0,6}(?:村|镇|乡|县|企业|项目|园区|农户|家庭)(?:数量?)?(?:占比|比重|比例)?(?:达到?|占|超过?|突破)\d[\d.]*%/;

/** 5个年产10万吨的工厂: what each of them brings. */
const OF_EACH = /\d多?[个家座处条]年(?:出栏|产|加工|处理)量?(?:超过?)?$/;

/** 2家营业收入过千亿、4家过百亿的企业: how large each of them is. */
const TURNOVER_OF_EACH = /\d多?[家个户](?:年?(?:营业收入|产值|营收|销售收入|主营业务收入|税收|规模)|企业)$/;

/** What an area or a length is of is worked at: 2万亩蔬菜基地建设工程 is so much of it, 百万吨乙烯项目 a size. */
const EXTENT = /^(?:亩|公顷|平方米|平方公里|公里|米|株)$/;

/** Things between a number and its bound. */
const AT_LEAST = /^[^，、\d的]{1,4}(?:及?以[上下内])的./;
const IN_BRACKETS = /^(?:（[^（）]{1,14})?）及?以[上下][^，、]{0,8}(?:项目|企业|工程)/;

/** 亿吨大港, 千亿斤大粮仓: so are they called. */
const GREAT = /^大(?:港口?|粮仓|油气?田|气田)$/;

/** Power that is built by the kilowatt, and not by the unit of a plant. */
const RENEWABLE = /^(?:海上|陆上|集中式|分布式)?(?:风电|风力发电|光伏|光热|太阳能|新能源|风光|储能)/;

/** What is counted of things that hold it, and these: they are told by how many. */
const HOLDERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^[户人]$/, /(?:村|社区|镇|城市|企业|单位|园区)$|^(?:中心|行政|自然)村/],
  [/^[头只羽匹]$/, /(?:[养牧农]殖?场|小区|园区|户|合作社)(?:建设)?$/],
];

/** What a capacity stands before without a bound: 百万吨乙烯项目. */
const CAPACITY = /(?:行动|项目|工程|机组|装置|电站|泊位|企业|车间|生产线)(?:的?建设)?$/;

/** 5亿元以上重点项目, 投资2000万元以上的技改项目, 30万千瓦以下煤电机组, 百万吨乙烯项目. */
export function isThreshold(reading: Reading): boolean {
  const { phrase, behind, countedBeside } = reading;
  const { quantity } = phrase;
  const kind = quantity.unit?.kind;
  // 200张床位以上的养老院, 5亿元（3000万美元）以上项目: the bound stands behind what is counted, or a bracket.
  const rest = reading.clause.slice(quantity.end - phrase.clause.start);
  const named = nounBehind(behind.replace(/^的|达到?$/g, ''));
  // 亿元以上项目总投资300亿元: what is measured of them has a number of its own.
  const noun = (/^[^，、\d]*\d/.test(rest) ? named.replace(MEASURED, '') : named).replace(PREDICATE, '');
  if (AT_LEAST.test(rest) || (kind === 'measure' && IN_BRACKETS.test(rest))) return true;
  // 城区人口10万以上的市县 are which ones.
  if (quantity.unit === null && isBound(quantity) && /人口$/.test(reading.before) && /^的/.test(behind))
    return true;
  const ahead = reading.clause.slice(0, quantity.start - phrase.clause.start);
  if (behind.startsWith('的') && OF_EACH.test(ahead)) return true;
  if (quantity.chinese && TURNOVER_OF_EACH.test(ahead) && /^元?(?:的|、\d)/.test(rest)) return true;
  if (kind === 'measure' && SHARE_OF_THEM.test(rest)) return true;
  if (isInvested(reading)) return false;
  // 50亿元以上达到9家.
  if (kind === 'measure' && isBound(quantity) && COUNTS.test(rest)) return true;
  if (kind === 'measure' && isBound(quantity) && /^(?:其中)?$/.test(reading.before) && BARE_COUNT.test(rest))
    return true;
  // 营业收入超1000亿元的2个: the size of what is counted behind it; 收入5万元以下的村.
  if (kind === 'measure' && /^的.?$/.test(behind) && isBound(quantity)) return true;
  if (kind === 'measure' && quantity.chinese && (countedBeside || countedBehind(reading) || GREAT.test(noun)))
    return true;
  if (noun === '') return /^级/.test(behind);
  // 年耗能万吨标准煤以上重点企业节能: what is done with them stands behind.
  if (kind === 'measure' && isBound(quantity) && /^的?(?:重点)?(?:企业|单位|项目|园区)/.test(behind))
    return true;
  // 公交与轨道50米内换乘比例: a reach.
  if (kind === 'measure' && /^内[^，、的]/.test(behind)) return true;
  const bound = isBound(quantity);
  // 投资11.53亿元的项目启动建设 tells of one project and its size.
  // and so does 推进总投资103亿元的改造工程.
  const invested = /投资$/.test(reading.before) && quantity.unit?.name === '元';
  if (!bound && !countedBeside && behind.startsWith('的') && (invested || reading.kind === 'achievement'))
    return false;
  // 推进300万千瓦风电项目建设 is so much of it; a project with a name of its own has its size.
  const power = quantity.unit?.name === '千瓦' && RENEWABLE.test(noun) && reading.noun.base === '';
  const capacity = !power && CAPACITY.test(noun) && !EXTENT.test(quantity.unit?.name ?? '');
  if (kind === 'measure') return COUNTABLE.test(noun) && (bound || countedBeside || capacity);
  // 20户以上自然村, 3000头以上的奶牛养殖场: the classifier is of another thing than the noun.
  return bound && HOLDERS.some(([held, holder]) => held.test(quantity.unit?.name ?? '') && holder.test(noun));
}

/** 28个总投资逾120亿元的项目 and 投资2亿元实施工程 tell what it costs; 总投资5亿元以上的项目 are a class. */
function isInvested({ phrase: { quantity, clause: at }, clause, before, behind }: Reading): boolean {
  if (quantity.unit?.name !== '元' || quantity.end > quantity.unitEnd) return false;
  // 30个总投资超亿元的项目: of each of them.
  const counted = !quantity.chinese && /\d多?[个项]总投资$/.test(clause.slice(0, quantity.start - at.start));
  if (counted && behind.startsWith('的')) return true;
  return /投资$/.test(before) && startsVerb(behind);
}

/** 千亩示范片1000个: the size of what is counted behind its name. */
function countedBehind({ phrase: { quantity, clause: at }, clause }: Reading): boolean {
  return /^[^，、\d]{2,12}\d[\d.万千百]*多?[个家处座片条户]/.test(clause.slice(quantity.end - at.start));
}

/** 以上 and its like make a size a class of things; 600多万户企业 are just many. */
function isBound(quantity: Quantity): boolean {
  return (
    quantity.comparator === 'range' ||
    (quantity.end > quantity.unitEnd && quantity.comparator !== '~') ||
    (quantity.start < quantity.numberStart && quantity.comparator !== '~')
  );
}
