import { companyAt, coreOf, headedCompany } from './companies.ts';
import type { EntityDefault } from './entity-default.ts';
import { plainWords, startsVerb, stripTimes } from './indicator/noun-lead.ts';
import { type FoundPlace, leadingPlace, type Place, placeAt } from './places.ts';

/** Zones and districts below the register: the end of the name of a part of a division. */
const ZONE =
  /^(?:(?![将的和与及要在])[一-鿿]){0,7}?(?:街道|生产建设兵团|自贸试验区|自贸区|开发区|高新技术产业园区|高新区|新区|片区|示范区|综合保税区|保税港区|综保区|产业园|工业园区|工业园|都市圈|城市群|经济圈|经济区)/;

/** Stretches of the country that plans speak of as of a division. */
const STRETCH =
  /^(?:长三角|珠三角|京津冀(?:及周边(?:地区)?)?|汾渭平原|粤港澳大湾区|长江经济带|黄河流域|成渝地区|东北地区|东部地区|中部地区|中西部(?:地区)?|西部地区|北方地区|南方地区|[一-鿿]{1,6}(?:都市圈|城市群|经济圈|经济区)|[一-鿿]{2}新区)/;

/** Parts of the country are spoken of as such only by those who belong to no division. */
const LARGE = /角|京津冀|湾区|经济带|流域|地区$|中西部/;

/** What makes a place the beginning of another name: 北京大学, 青岛港. */
export const OTHER_NAME =
  /^(?:第[一二三四五六七八九十](?![季产批次个期阶轮届])|大学|学院|银行|证券|交易所|港|机场|铁路|高铁|日报|电视|研究|实验室|号|路|站|局|海关|协会|集团|公司|会展|至|到(?=[一-鿿]{2,6}(?:铁路|高铁|高速|旅行|通行|运行|的))|—|-|战略|口岸|模式|经验|精神|峰会|宣言|都市|时间|地铁|冬奥|奥运|会议|医院|科创|地区生产)/;

/** 在川东北的南充市, a clause of its own, is about the place at its end. */
const DESCRIBED = /^[^，的\d]{2,8}的(?=[^，的]{2,10}$)/;

/** Words that work at a place named behind them, in the first clause of an item: 二是推动青岛建设…. */
const WORKED_AT =
  /^([一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、])?(?:大力|全力|加快|着力|进一步)?(?:推动|支持|打造|加快|促进|提升|完善|建设|推进|做强)/;

const THAT = [/^该省/, /^该[市州]/, /^该[区县市]/];

/** Whom a clause is about, and how long that holds: 支持青岛… is about one sentence, 二是推动青岛… about an item. */
export interface NamedEntity {
  readonly entity: string | null;
  readonly lasting: boolean;
  readonly stretch?: boolean;
}

/**
 * Whom a clause says it is about, or null where it does not say.
 *
 * A place counts where it is the subject (浙江将…, 在海淀区西三旗街道, …), or what an item works at
 * (二是推动青岛建设…); a place within a name or a list does not.
 *
 * @param first whether it is the first clause of its sentence
 */
export function namedEntity(clause: string, first: boolean, own: EntityDefault): NamedEntity | null {
  // 该市 in the news of a province is the city that was spoken of.
  if (own.place !== null && THAT[own.place.level - 1]?.test(clause))
    return { entity: own.named, lasting: true };
  const headed = first ? headedCompany(clause) : null;
  if (headed !== null) return { entity: headed, lasting: true };
  const plain = stripTimes(plainWords(clause)).replace(
    /^(?:同时|此外|其中|目前|另外|眼下|[今昨]天|[今昨]日|，)+/,
    '',
  );
  const words = plain.startsWith('在') ? plain.slice(1).replace(DESCRIBED, '') : plain;
  const whole = own.issuer === 'division' ? own.own : null;
  if (/^(?:全国|我国)/.test(words)) return { entity: whole, lasting: true };
  // 全省 in news of several provinces is that of the one spoken of.
  if (/^(?:全[省市区县]|我[省市区县])/.test(words))
    return own.issuer === 'nation' ? null : { entity: whole, lasting: true };
  if (own.issuer === 'nation' && /^中央(?:财政|政府|本级|预算|部门)/.test(words))
    return { entity: '中央', lasting: false };
  if (own.issuer === 'body' && own.named !== null && words.startsWith(coreOf(own.name)))
    return { entity: own.named, lasting: true };
  const subject = (first ? companyAt(words, own) : null) ?? subjectAt(words, own);
  if (subject !== null) return subject;
  const worked = first ? WORKED_AT.exec(words) : null;
  if (worked !== null) {
    const found = subjectAt(words.slice(worked[0].length), own);
    const item = worked[1] !== undefined;
    // 支持郑州…，新培育20家: what follows is the issuer's again, unless the object is a stretch of its own.
    if (found !== null && found.entity !== own.named && (item || found.stretch))
      return { ...found, lasting: item };
  }
  // 解决我市30万居民饮水问题, whoever the sentence before was about.
  if (first && whole !== null && /我[省市区县州]/.test(words)) return { entity: whole, lasting: true };
  const towards = own.issuer === 'body' ? /^(?:向|为|对)/.exec(words)?.[0].length : undefined;
  return towards === undefined ? null : subjectAt(words.slice(towards), own);
}

function subjectAt(words: string, own: EntityDefault): NamedEntity | null {
  const stretch = stretchAt(words, own);
  const found = leadingPlace(words);
  if (found === null)
    return stretch === undefined
      ? null
      : { entity: stretch, lasting: !/[东中西]部/.test(stretch), stretch: true };
  const rest = words.slice(found.length);
  const zone = ZONE.exec(rest)?.[0];
  if (zone !== undefined && placeAt(rest, 1) === null && !startsVerb(zone))
    return { entity: lastName(words, found) + zone, lasting: true };
  if (OTHER_NAME.test(rest) || /^[、和与及]/.test(rest)) return null;
  // 成都二绕、自隆等10个项目: the first name of a list begins so.
  if (/^[^，将]{1,30}等(?:\d|多[个家条]|[一二三四五六七八九十])/.test(rest) && !startsVerb(stripTimes(rest)))
    return null;
  if (isElsewhere(words, found, own)) return null;
  if (own.place !== null && isOwn(words, found, own.place)) {
    // 云南省 in the news of its bureau is the whole of it, as 全省 is.
    const ranked = words.slice(0, found.length).endsWith('省');
    return { entity: ranked ? own.own : own.named, lasting: true };
  }
  // 柳南区的两所小学 are of the district, and the next sentence is not.
  const lasting = !/^的(?!目标|计划|任务)/.test(rest);
  return { entity: found.place.level === 3 ? found.place.name : found.place.short, lasting };
}

/** Whether words that begin with a place mean the issuer's own: 上海奉贤 is the district that 上海 begins. */
function isOwn(words: string, { place, length }: FoundPlace, own: Place): boolean {
  if (place.code === own.code) return true;
  return (
    own.level === 3 && place.code.slice(0, 2) === own.code.slice(0, 2) && words.startsWith(own.short, length)
  );
}

/** 海西 of 福建 is no prefecture of 青海: a division speaks of others' cities by their rank, behind
 * their province, or as of those who do something. */
function isElsewhere(words: string, { place, length }: FoundPlace, own: EntityDefault): boolean {
  if (own.place === null || place.level !== 2 || words.slice(0, length) !== place.short) return false;
  // 海西将新建水厂 can only be of a place.
  if (startsVerb(stripTimes(words.slice(length)))) return false;
  return place.code.slice(0, 2) !== own.place.code.slice(0, 2);
}

function stretchAt(words: string, own: EntityDefault): string | undefined {
  const stretch = STRETCH.exec(words)?.[0];
  if (stretch === undefined || startsVerb(stretch) || /^[、和与及]/.test(words.slice(stretch.length)))
    return undefined;
  return own.issuer === 'division' && LARGE.test(stretch) ? undefined : stretch;
}

/** The last place of a chain, as written: 北京市海淀区西三旗街道 is 海淀区西三旗街道. */
function lastName(words: string, found: FoundPlace): string {
  const name = words.slice(0, found.length);
  return name.endsWith(found.place.name)
    ? found.place.name
    : name.endsWith(found.place.short)
      ? found.place.short
      : name;
}

/** 中央 and 地方 share the budget of the country between them. */
export function budgetEntity(indicator: string, own: EntityDefault): string | null {
  if (own.issuer !== 'nation') return null;
  if (/^(?:中央|对地方)/.test(indicator)) return '中央';
  return /^地方(?:政府|财政|专项)/.test(indicator) ? '地方' : null;
}
