import { oneWording } from './one-wording.ts';
import { type StandingIndicator, standingIndicators } from './standing-indicators.ts';

/** What is left of an indicator's name once the ways of saying it are taken off. */
export interface IndicatorName {
  /** The thing measured, without year, verb and movement: 城镇调查失业率. */
  readonly head: string;
  /** The head without words that pick out nothing: 国有大型商业银行普惠贷款 is 大型商业银行贷款. */
  readonly core: string;
  /** What the core counts together; one where it is no list. */
  readonly members: readonly string[];
  /** What of the core is measured, behind the thing it is measured of: 增加值 of 装备制造业增加值; empty if nothing is said. */
  readonly attribute: string;
  /** Whether it only says who pays. */
  readonly payer: boolean;
  /** Whether nothing but a level of government is said of whose or which: 中央本级支出. */
  readonly ofAll: boolean;
  /** Whose list a thing is on, 省 of 省级绿色工厂, or who runs it, 公办; empty if nothing is said. */
  readonly rank: string;
  /** The size that says which of the things are meant, 5亿元以上 of 投资超5亿元项目; empty if nothing is said. */
  readonly size: string;
  /** Of which grade or rating the things are: 4A of 4A级景区, 330千伏 of 330千伏变电站; empty if nothing is said. */
  readonly grade: string;
  /** Whose projects they are, 省 of 省重点项目; empty where they are those of the plan's own rank. */
  readonly owner: string;
  readonly standing: StandingIndicator | null;
}

/** Stands between the members of a list in a core, whatever joined them in the name. */
export const LIST_MARK = '、';

/** Names are a clause at most; a longer one is page furniture, and its tail adds cost without meaning. */
const MAX_LENGTH = 80;

/** When: never part of what is measured. */
const WHEN =
  /(?:到|至)?(?:\d{4}年(?:底|末)?|今年|本年|当年|全年|年内|年底前?|年末|明年|今明两年|[“"]?十[一二三四五六]五[”"]?(?:期间|时期|末)?|年均|年度(?:计划)?(?:总(?=投资))?|(?:今后|连续|^)[几两三四五]年|正常年景下?|同比|[比较][“"]?十[一二三四五六]?五[”"]?期?末|比去年|比上年|较上年)/g;

/** With or without these a reader takes the subject to be the same: what is done to it, and words for anything; 治理率 is a measure. */
const NEUTRAL =
  /(?:平均|城乡|国有|普惠型?|政府|总体|全部|新增|新建|新培育|新?改扩建|扩建|新?改建|新?改造|建设|建成|新?开工|动工|在建|续建|完工|竣工|投产|投运|交付|并网|种植|接待|养护|修建|更新|整治|治理|提升|提[档质标]|升级|扩[容面]|培育|打造|实施|开展|安排|领域|预期|新一轮|重点(?=.{0,4}(?:项目|工程))|高质量(?:发展)?|壮大|做[大强优]|(?:评价|备案)?入库|备案|综合|(?<!实)事项|(?<!占.{1,14})比重$|面积|规模|容量|能力|水平|品种|住房|标准(?!化)|服务(?:中心|站点?|点)|项目|工程|任务|问题|工作|对地方|专项|各类|基本)(?!率)/g;

/** How far work is: of 续建重点项目 and 重点项目建成投产, which name nothing else, 重点项目 is left. */
const STAGE = /续建|在建|新?开工|动工|竣工|建成|投产|投用|实施|完成|(?<=项目|工程)建设/g;

/** What is spent on projects; 总投资 is all that they will ever cost. */
const INVESTED = /总?投资$/;

/** Words that join the members of a list; 普及率 and 和谐社区 are no lists. */
const JOINING = /(?<![普涉以惠])及|(?<!参)与|和(?!谐)/g;

/** What can be measured of many things; the shares of one whole differ in what stands before 占. */
const ATTRIBUTE =
  /(?:占.{2,12}比重|增加值|产值|产量|[存出]栏|营收|利润|税收|总?投资|支出|收入|贷款|交易额|成交额|销售额|零售额|吞吐量|里程|装机|价格|资费|浓度|强度|覆盖率|普及率|[^化]率)$/;

const OF_ALL = /^(?:中央|地方|自治[区州]|[省市县区]级?)(?:本级)?$/;
const PAYER =
  /^(?:(?:中央|地方|自治[区州]|[省市县区]级?)(?:本级)?(?:财政(?:支出)?|(?:财政)?(?:安排|增加)支出)|财政)$/;
const RANK = /(世界|国家|区域|[省市县区镇乡])级|^(国家|国际|境外|省)(?!域|机场|[空陆]?港)|(公办|公立|民办)/;

const GRADE =
  /[1-5]A(?=级|$)|[一二三四五](?:星|级(?=医院|公路|航道))|[一二三][甲乙](?=$|级|医院)|\d+千伏(?!及?以上|[、和及])/;

const OWNER = /^[省市县区]+(?=级?重[点大])/;

const SIZE = /[\d.一二两三五十百千万亿]{1,12}元以上/;

/** Whose, where it is the issuer itself. */
const OWN =
  /^(?:全国|我国|全省|全市|全区|全县|全州|全旗|全域|全社会|市区|我省|我市|我区|我县|本省|本市|本区)/;

/** A place by its full name: 青川市生产总值 is the 生产总值 of its entity. 园区经济 and 城市经济 are no such names. */
const PLACE = /^\p{Script=Han}{1,8}?(?:自治区|自治州|省|市|县|区|州|旗)(?=.{4})/u;

/** Doing words before the thing: 完成造林, 拟安排…. */
const DOING =
  /^(?:[一二三四五六七八九十]+是|(?:中央|地方|[省市县区]级?)?财政(?=安排|用于|投入|拟|将)|其中|但|由|用于|预计|计划|力争|争取|确保|保持|实现|完成|达到|安排|拟|再|将|要|继续|进一步|大规模|多渠道|分区分类|统筹|全面|深入|有序|稳步|逐步|扎实|推进好?|推动|抓好|实施|开展|组织|加快|发展|支持|促进|扶持|扶助|打造|培育|引进|转化|推广|选派|遴选|布局|谋划|筹集|推出|修建|维修|修缮|维护|加固|治理|整治|更新|建设|建成|新建|新增|新改建|新开工|开工|开始|改造|提升|提高|增加|扩大|降低|减少|压减|压缩|减轻|下调|上调|举办|开办|开设|新?开[通辟]|新辟|优化|调整|加密|办好|形成|更换|免费|配[置备]|购置|布设|增设|投放|安装|加装|提供|发放|启动|创建|新培育|新创建|发行|力|使用|严守|坚决|守住|稳定|新(?=[引认形签评谋推落投培招获创晋开]\p{Script=Han})|认定|签约|评定|为|把|将|和|与|、)/u;

/** Moving words behind it; metric and direction carry that already. */
const MOVING =
  /(?:增速|增幅|涨幅|升幅|降幅|幅度|(?<!自然)增长率|增长|提高|提升|增加|扩大|上升|上涨|上调|下调|下降|降低|减少|压减|压缩|削减|控制|稳定|计划|改造|建设|维修|修缮|维护|治理|整治|更新|加装|安装|达到|达|增|降|年均|累计|平均|实际|同口径|为|约|超过|突破|左右|以上|以内|始终|常年|保持|安排|完成|要|再|分别|均|都|拟定|拟|按|较|预期|目标|设定|定|已经|、|，|,)$/;

/**
 * Reduce an indicator to what it names, and recognise it if it is a standing one.
 *
 * Plans reword freely (今年再减少农村贫困人口, 农村贫困人口减少): comparing the words as they stand calls half of all
 * standing targets new. Stripping stops before nothing is left, so 增长 alone still has a name.
 */
export function indicatorName(indicator: string): IndicatorName {
  const plain = reduce(indicator.slice(0, MAX_LENGTH).normalize('NFKC'));
  const whole = standingOf(plain);
  const thing = strip(strip(plain, DOING), MOVING);
  const head = whole === null ? reduce(thing) : plain;
  // An indicator may be listed with its verb; where none was taken off, the head is that name already.
  const still = strip(plain, MOVING);
  const standing = whole ?? standingOf(head) ?? (still === thing ? null : standingOf(reduce(still)));
  const core = coreOf(head);
  const attribute = ATTRIBUTE.exec(core)?.[0] ?? '';
  const ofAll = OF_ALL.test(core.slice(0, core.length - attribute.length));
  return {
    head,
    core,
    members: core.split(LIST_MARK).filter(Boolean),
    attribute,
    payer: PAYER.test(core),
    ofAll,
    rank: rankOf(head),
    size: SIZE.exec(head)?.[0] ?? '',
    grade: GRADE.exec(head)?.[0] ?? '',
    owner: OWNER.exec(head)?.[0] ?? '',
    standing,
  };
}

/** The head without what picks out nothing; where nothing else is said, the projects it is of, with what is invested in them. */
function coreOf(head: string): string {
  const core = head.replace(NEUTRAL, '').replace(JOINING, LIST_MARK);
  const invested = INVESTED.exec(core)?.[0] ?? '';
  // 市 of 市重点项目 says nothing by itself.
  const isBare = /^[省市县区]{0,2}$/.test(core.slice(0, core.length - invested.length));
  return isBare ? head.replace(STAGE, '') || head : core;
}

function rankOf(head: string): string {
  return RANK.exec(head)?.slice(1).find(Boolean) ?? '';
}

function standingOf(name: string): StandingIndicator | null {
  return (
    standingByName.get(name) ??
    standingByName.get(name.replace(PLACE, '')) ??
    standingIndicators.find(({ pattern }) => pattern?.test(name)) ??
    null
  );
}

function reduce(text: string): string {
  const same = oneWording(text.replace(WHEN, ''));
  return same.replace(OWN, '') || same || text;
}

/** Take off what the pattern matches, again and again, as long as two characters are left. */
function strip(name: string, pattern: RegExp): string {
  const rest = name.replace(pattern, '');
  return rest === name || rest.length < 2 ? name : strip(rest, pattern);
}

const standingByName: ReadonlyMap<string, StandingIndicator> = new Map(
  standingIndicators.flatMap((standing) => standing.names.map((name) => [reduce(name), standing] as const)),
);
