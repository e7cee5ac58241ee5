import type { Unit } from '../../quantity/units.ts';
import type { Phrase } from '../phrases.ts';
import { CONCERNS, countedThing, sizeOf, WHOM } from './counted-thing.ts';
import { BARE_HEAD } from './heads.ts';
import type { Antecedent } from './indicator.ts';
import type { Noun } from './noun.ts';
import { plainWords } from './noun-lead.ts';
import { partOfWhole, wholeOf } from './parts.ts';
import { sumNamed } from './purpose.ts';
import { type Named, thingMeant } from './thing-meant.ts';

/**
 * The thing a number measures, as its clause names it, else as the clauses before do.
 *
 * @param phrase  the quantity with the words around it
 * @param noun    what the words before it say
 * @param behind  the noun behind it, or ''
 * @param earlier what the sentence said before
 */
export function measuredThing(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const name = sownArea(phrase, named(phrase, noun, behind, earlier));
  const listed = phrase.quantity.unit?.kind === 'count' ? LISTED.exec(name)?.[1] : undefined;
  return listed ?? (name || wordsBeside(phrase));
}

/** 春粮作物计划种植30万亩 is their 种植面积. */
function sownArea({ quantity }: Phrase, name: string): string {
  return /^(?:亩|公顷)$/.test(quantity.unit?.name ?? '') ? name.replace(SOWN, '$1$2面积') : name;
}

const SOWN = /^(.{2,20}?)(?:计划|预计|已经?|拟|将)?(播种|种植|播栽|栽植|栽插)$/;

/** What the things counted are, where that tells enough: 甲厂、乙厂等技改项目, but not 重点项目. */
const LISTED =
  /^[^，]*、[^，]*等(?!(?:重[点大]|龙头|骨干)?(?:建设)?(?:项目|工程|企业)$)([^等、，的]{2,10}(?:项目|工程|活动|企业|平台|基地|中心|园区))$/;

/** The words next to a number that has neither noun nor antecedent: better than no name. */
function wordsBeside({ left, right }: Phrase): string {
  return plainWords(left).slice(-12) || plainWords(right).slice(0, 12);
}

function named(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const kind = phrase.quantity.unit?.kind ?? 'count';
  const listed = /等$/.test(noun.base);
  if (PRONOUN.test(noun.base)) return earlier.base || earlier.last;
  if (RATE.test(noun.base)) return earlier.base;
  const sum = sumNamed(phrase, noun, behind, earlier);
  if (sum !== '') return sum;
  if (kind === 'share' && behind === '' && OF_AIM.test(phrase.left)) return `${earlier.base}完成率`;
  const counts = kind === 'count' || kind === 'people';
  const size = kind === 'measure' ? sizeOf(phrase, earlier) : '';
  if (size !== '') return size;
  // 在去年355个的基础上再增加300个 names nothing itself; 产值在提高效益的基础上增长7% does.
  if (noun.changeVerb !== '' && /^(?!.{2,}在).*基础上/.test(phrase.left)) return earlier.base;
  // 河流治理、5000亩沙区治理: what stands before 、 is another item.
  const item = phrase.left.endsWith('、') || (kind === 'share' && phrase.left === `${noun.base}的`);
  if (behind !== '' && (noun.base === '' || item || ((listed || counts) && !noun.level)))
    return countedThing(phrase, noun, behind, earlier);
  if (PAYER.test(noun.base) && noun.changeVerb === '')
    return noun.base.replace(/^由/, '') + (behind || purposeOf(phrase));
  if (noun.base === '') return behind || unnamed(phrase, noun, earlier);
  if (/^占/.test(noun.base)) return earlier.base + noun.base;
  // 一次能源消费中，煤炭占比 is 煤炭占一次能源消费比重.
  const source = /^(.{2,12})中$/.exec(earlier.topic)?.[1];
  if (source !== undefined && /.(?:占比|比重)$/.test(noun.base))
    return `${noun.base.slice(0, -2)}占${source}比重`;
  const whole = wholeOf(phrase, earlier);
  if (whole !== '' && noun.changeVerb === '') return partOfWhole(noun, kind, whole);
  if (BARE_HEAD.test(noun.base)) return bareHead(phrase, noun, behind, earlier);
  if (kind === 'measure' && noun.changeVerb === '' && noun.verb + noun.work === '' && GROUP.test(noun.base))
    return noun.base + measureSaid(earlier);
  // 省级园区1个、市级2个: the same of another rank.
  if (RANK.test(noun.base) && earlier.base.includes('级')) return earlier.base.replace(RANKED, noun.base);
  // 改造小区5万个，涉及居民840万户: of whom, by what.
  if (CONCERNS.test(noun.work) && kind !== 'measure' && kind !== 'share')
    return (earlier.base || earlier.topic || earlier.last).replace(WHOM, '') + noun.work + noun.base;
  if (noun.level && behind === '' && WHERE.test(noun.base)) return noun.base + earlier.base;
  // 城镇覆盖率95%、农村覆盖率80%: the same of the other.
  const rest = noun.base.replace(AREA, '');
  if (rest !== noun.base && AREAS.test(earlier.base) && earlier.base.endsWith(rest))
    return earlier.base.replace(AREAS, noun.base.slice(0, 2));
  // 推进移民搬迁，完成搬迁3万人 is of what is worked at.
  if (noun.base.length === 2 && noun.verb === '' && earlier.topic.endsWith(noun.base)) return earlier.topic;
  // 引进演出1000场、带动消费3亿元: what has a verb of its own takes none from before.
  const goesOn = phrase.left !== '' && noun.work === '' && !noun.level && noun.changeVerb === '';
  const made = noun.verb || (goesOn ? earlier.verb : '');
  const verb = made || (noun.base.length <= 2 && !LIGHT.test(noun.work) ? noun.work : '');
  const tail =
    (kind === 'measure' || kind === 'share') && noun.changeVerb === '' && !noun.level ? behind : '';
  return verb + noun.base + tail;
}

/** 这一比例 is what was named last, in the sentence before if need be. */
const PRONOUN = /^(?:这|该|此)[一个项]?(?:比例|比率|比重|数字|数量|指标|数据|目标|规模|占比|水平)$/;

/** 余额70亿元，增速不低于5% is of what grows. */
const RATE = /^(?:增速|增幅|涨幅|降幅|增长率)$/;

/** 完成年度任务的106%, 为预算的101%: how far along it is. */
const OF_AIM =
  /(?:^|[^不])(?:为|完成|达到?|相当于)(?:全?年度?|年初)?(?:预算|预期目标|目标任务|目标|计划|任务)数?(?:[\d.]+[^，、\d]{1,4})?的?$/;

const RANK = /^(?:国家|[省市县区镇村])级$/;
const RANKED = /(?:国家|[省市县区镇村])级/;

/** Where the same is measured: 全国处置率达到90%，贫困地区达到80%. */
const WHERE = /^.{0,6}(?:区域|地区)$/;
const AREA = /^(?:城市|城镇|农村|乡村)(?=..)/;
const AREAS = /城市|城镇|农村|乡村/;

/** Verbs that say no more than that it is done. */
const LIGHT = /^(?:实现|完成|达到|确保完成|保持)$/;

/** Those whose size is told by a measure named before: 产值再上台阶，装备制造产业突破300亿元. */
const GROUP = /(?:产业|企业|集群|园区|集团|行业|制造业|服务业|工业|经济)$/;
const SIZE = /(?:产值|规模|营业?收入|营收|增加值|销售额|总量)(?:目标)?$/;

function measureSaid({ base, topic, aspect, around }: Antecedent): string {
  const names = [base, topic, aspect, ...around().map(({ name }) => name)];
  return names.map((name) => SIZE.exec(name)?.[0]).find((size) => size !== undefined) ?? '';
}

/** Who pays says nothing of what for: 中央财政安排100亿元专项资金. */
const PAYER = /(?:财政|政府|预算内)(?:资金|投入|统筹|拿出|拨付|下达)?$/;

function purposeOf({ right }: Phrase): string {
  return /^(?:支持|用于|转给|直达|推进|保障)[^，、]{2,12}/.exec(plainWords(right))?.[0] ?? '';
}

const PIECE: Unit = { name: '个', kind: 'count', length: 1 };
const NOTHING: Noun = {
  base: '',
  verb: '',
  work: '',
  change: null,
  changeVerb: '',
  level: false,
  leading: false,
};

/** 完成投资530亿元 is of what the sentence is about; 投资3000万元建设养殖基地 of what is built. */
function bareHead(phrase: Phrase, { base, work }: Noun, behind: string, earlier: Antecedent): string {
  const { right, quantity } = phrase;
  const built = /^(?:新建|建设|打造|实施|用于)([^，]{2,})$/.exec(plainWords(right))?.[1];
  // 总规模100亿元的产业基金 is of the fund.
  const whose =
    right.startsWith('的') && behind !== ''
      ? countedThing(
          { ...phrase, left: '', quantity: { ...quantity, unit: PIECE } },
          NOTHING,
          behind,
          earlier,
        )
      : undefined;
  const thing =
    built ??
    whose ??
    (earlier.aspect ||
      thingMeant(base, [
        { name: partOf(earlier.topic, base), back: 0 },
        { name: earlier.base, back: 0 },
        { name: earlier.branch, back: 0.5 },
        ...earlier.around(),
      ]));
  // 新增里程10公里、总里程90公里: all there is was not added.
  const all = /^总(?!投资)/.test(base) ? thing.replace(/^(?:新增|净增|增加)/, '') : thing;
  // 计划完成总投资 is what the year is to bring, and not what the works will cost.
  const measure = base === '总投资' && work.endsWith('完成') ? '投资' : base;
  // 培育 says more of 面积 than of 营业收入.
  return (all || (base.length > 2 ? '' : work)) + measure;
}

/** Of 大豆单产水平稳步提升 the 单产 is 大豆单产. */
function partOf(topic: string, head: string): string {
  const at = topic.indexOf(head);
  return at > 0 ? topic.slice(0, at) : topic;
}

/** What is asked for, granted or raised is no investment. */
const DONE = /^(?:确保完成|完成|实现|达到)?$/;

/** A number with no noun beside it goes on about what was said before; a bare verb (再减税, 开工) says the rest. */
function unnamed(phrase: Phrase, noun: Noun, earlier: Antecedent): string {
  if (noun.verb !== '') {
    const names: readonly Named[] = [
      { name: earlier.topic, back: 0 },
      { name: earlier.base, back: 0 },
      ...earlier.around(),
    ];
    return thingMeant(noun.verb, names) + noun.verb;
  }
  if (phrase.quantity.unit?.name === '人次' && noun.work !== '' && !earlier.topic.includes(noun.work))
    return noun.work;
  if (noun.work !== '' && (phrase.quantity.unit?.kind === 'people' || CONCERNS.test(noun.work)))
    return earlier.base + noun.work;
  // 安排项目30个，完成45亿元 is what is invested in them.
  if (phrase.quantity.unit?.name === '元' && DONE.test(noun.work) && /(?:项目|工程)$/.test(earlier.base))
    return `${earlier.base}投资`;
  // 企业新增5家，累计达30家: all there are were not added.
  const all = /累计|总数|总量/.test(phrase.left)
    ? earlier.base.replace(/^(?:新增|净增)|(?:新增|净增)$/, '')
    : earlier.base.replace(/完成率$/, '');
  const spent = noun.work === '投入' && phrase.quantity.unit?.name === '元' ? '投入' : '';
  return (all || earlier.topic || thingMeant('', earlier.around())) + (purposeOf(phrase) || spent);
}
