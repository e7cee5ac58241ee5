import type { Metric } from '../../core/plan.ts';
import { commonName } from './indicator-aliases.ts';
import type { Noun } from './noun.ts';
import { plainWords, readNoun, stripLead } from './noun.ts';
import { nounBehind } from './noun-behind.ts';
import type { Phrase } from './phrases.ts';
import type { UnitKind } from './quantity-units.ts';
import { changeVerbs, levelVerbs } from './words.ts';

/** What a phrase measures and how. */
export interface Indicator {
  readonly name: string;
  /** The name without the word for its change, for the clauses that go on about the same thing. */
  readonly base: string;
  readonly metric: Metric;
  readonly direction: 'up' | 'down' | null;
  /** Handed on to a number that goes on about the same change. */
  readonly rate: Antecedent['rate'];
  readonly lead: Antecedent['lead'];
}

/** What earlier clauses of the sentence have said, for clauses that do not say it again. */
export interface Antecedent {
  /** Base of the statement before in this sentence, or ''. */
  readonly base: string;
  /** Words of the clause before, verbs taken off, or ''. */
  readonly topic: string;
  /** The verb of making in force (改造村卫生室1.7万家、农村危房6000户). */
  readonly verb: string;
  /** What the sentence says it is about (公路方面，…), or ''. */
  readonly aspect: string;
  /** The change that governs the number before, or null. */
  readonly rate: Change | null;
  /** A verb of change that stands before several objects of this clause, with the kind of unit it governs. */
  readonly lead: (Change & { readonly kind: UnitKind }) | null;
}

/** A verb of change and its direction. */
export type Change = Pick<Noun, 'change' | 'changeVerb'>;

/** Nouns that say how something is measured and not what: alone they need the thing from the clause before. */
const BARE_HEAD =
  /^(?:总投资|占比|比重|比例|产量|产值|规模|总量|总规模|总额|总数|数量|面积|里程|投资|营收|收入|利润|增加值|覆盖率|普及率|年产值|产能|装机|存量|余额|成本|时间|金额|资金规模)$/;

/** Longest indicator: a longer one is a whole clause, and its end says most. */
const LONGEST = 40;

/**
 * Name what a phrase measures: the noun its number modifies, or the noun before it, or what the sentence is about.
 *
 * @param phrase    the quantity with the words around it
 * @param words     the words before it, read by {@link readNoun}
 * @param earlier   what the sentence said before
 */
export function readIndicator(phrase: Phrase, words: Noun, earlier: Antecedent): Indicator {
  const kind = phrase.quantity.unit?.kind ?? 'count';
  const behind = nounBehind(phrase.right);
  const noun = { ...words, ...(goesOn(words, kind, behind, earlier) ?? {}) };
  const base = commonName(shorten(baseOf(phrase, noun, behind, earlier) || wordsBeside(phrase)));
  const growth = isGrowth(noun);
  const direction = noun.change;
  const metric: Metric = growth ? 'growth' : metricOf(kind, base);
  const change: Change = { change: noun.change, changeVerb: noun.changeVerb };
  const rate = growth ? change : null;
  const lead = words.leading ? { ...change, kind } : earlier.lead;
  return { name: growth ? withChange(base, noun, kind) : base, base, metric, direction, rate, lead };
}

/** The change that goes on from the number before: 增长7%以上、力争8%, 压减时间58%、材料52%. */
function goesOn(words: Noun, kind: UnitKind, behind: string, earlier: Antecedent): Change | null {
  if (words.changeVerb !== '' || words.verb !== '' || words.level) return null;
  if (words.base === '') return behind === '' && kind === 'share' ? earlier.rate : null;
  const rate = /(?:率|占比|比重|比例|[增涨降]幅|增速)$/.test(words.base);
  return earlier.lead?.kind === kind && !rate ? earlier.lead : null;
}

/** The words next to a number that has neither noun nor antecedent: better than no name. */
function wordsBeside({ left, right }: Phrase): string {
  return plainWords(left).slice(-12) || plainWords(right).slice(0, 12);
}

function baseOf(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const kind = phrase.quantity.unit?.kind ?? 'count';
  const listed = /等$/.test(noun.base);
  const counts = kind === 'count' || kind === 'people';
  if (noun.changeVerb !== '' && /基础上/.test(phrase.left)) return earlier.base;
  if (behind !== '' && (noun.base === '' || listed || counts) && !noun.level)
    return counted(phrase, noun, behind, earlier);
  if (noun.base === '') return behind || unnamed(phrase, noun, earlier);
  if (/^占/.test(noun.base)) return earlier.base + noun.base;
  // 其中高铁8100公里 is a part of what was said.
  if (noun.base.length < SHORT && /^其中/.test(plainWords(phrase.left))) return earlier.base + noun.base;
  if (BARE_HEAD.test(noun.base)) return (earlier.topic || thingOf(earlier.base)) + noun.base;
  const verb = noun.verb || (phrase.left !== '' && !noun.level && noun.changeVerb === '' ? earlier.verb : '');
  const tail =
    (kind === 'measure' || kind === 'share') && noun.changeVerb === '' && !noun.level ? behind : '';
  return verb + noun.base + tail;
}

/** 开工4862个、竣工2105个 are of the same things. */
function withoutEvent(base: string): string {
  return base.replace(/(?:新开工|开工|竣工|建成|投产|投用)$/, '');
}

/** What another measure can be taken of: of 粮食面积 the 产量 of 粮食, of a rate none. */
function thingOf(base: string): string {
  if (/(?:率|占比|比重|比例|增速)$/.test(base)) return '';
  return base.replace(/(?:面积|产量|产值|规模|里程|总量|投资|收入|总额|增加值)$/, '');
}

/** The noun behind a number, with the verb that makes it; a short noun (项目) takes what the sentence is about. */
function counted(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const verb = noun.verb || (noun.base === '' && phrase.left === '' ? earlier.verb : '');
  const event = EVENT.exec(phrase.right.slice(behind.length))?.[0] ?? '';
  if (behind.length > SHORT || phrase.quantity.unit?.kind !== 'count') return verb + behind + event;
  const about = earlier.aspect || listHead(noun.base) || earlier.topic;
  // 规划 alone says nothing, 制定规划 does.
  const plain = behind.length <= 2 && noun.base === '' && about === '' ? plainWords(phrase.left) : '';
  return about + (verb || (plain.length <= SHORT ? plain : '')) + behind + event;
}

/** What happens to the things counted is part of what is counted: 160项重大项目开工. */
const EVENT = /^[^，、]{0,4}?(?:开工|竣工|建成|投产|投用|通车|达标|贯通|上市)/;

/** Longest noun that says too little alone: 项目, 领军企业. */
const SHORT = 4;

/** What the items of a list before 等 have in common at their end: 宁淮城际铁路、金建铁路等 are 铁路. */
function listHead(base: string): string {
  const items = base.replace(/等$/, '').split('、');
  const first = items[0] ?? '';
  if (items.length < 2) return '';
  let length = 0;
  while (
    length < first.length &&
    items.every((item) => item.endsWith(first.slice(first.length - length - 1)))
  )
    length++;
  return length >= 2 ? first.slice(first.length - length) : '';
}

/** A number with no noun beside it goes on about what was said before; a bare verb (再减税, 开工) says the rest. */
function unnamed(phrase: Phrase, noun: Noun, earlier: Antecedent): string {
  if (noun.verb !== '')
    return (earlier.topic || (phrase.left === noun.verb ? withoutEvent(earlier.base) : '')) + noun.verb;
  const purpose = /^(?:用于|转给|直达)[^，、]{2,12}/.exec(plainWords(phrase.right))?.[0] ?? '';
  return (earlier.base || earlier.topic) + purpose;
}

/** A rate of change stays one when it is held at a level: 涨幅控制在3%. */
function isGrowth(noun: Noun): boolean {
  return noun.changeVerb !== '' && (!noun.level || /[增涨降]幅|增速|增长率/.test(noun.changeVerb));
}

function metricOf(kind: UnitKind, base: string): Metric {
  if (kind === 'share' || kind === 'point') return 'share';
  if (kind === 'count' || kind === 'people') return 'count';
  return kind === 'times' || /(?:率|占比|比重|比例)$/.test(base) ? 'share' : 'level';
}

/** 增长5% of 生产总值 is 生产总值增速; 减少1000万 of 贫困人口 is 贫困人口减少. */
function withChange(base: string, noun: Noun, kind: UnitKind): string {
  if (/(?:增速|增幅|涨幅|降幅|增长率|增长速度)$/.test(base)) return base;
  if (kind === 'share' || kind === 'times') {
    if (noun.change === 'down') return `${base}降幅`;
    return /涨/.test(noun.changeVerb) ? `${base}涨幅` : `${base}增速`;
  }
  return base + (noun.changeVerb.length > 1 ? noun.changeVerb : noun.change === 'down' ? '减少' : '增加');
}

function shorten(base: string): string {
  const plain = base.replace(/^(?:的|等|、)+/, '').replace(/(?:、|的|等)+$/, '');
  return plain.length > LONGEST ? plain.slice(-LONGEST) : plain;
}

/** What a clause without a number is about, for the clauses behind it: 打造A、B等产业平台 is about 产业平台. */
export function topicOf(clause: string): string {
  const { base } = readNoun(clause);
  const listed = /等([^等]{2,20})$/.exec(base)?.[1] ?? base;
  const verb = [...listed].findIndex(
    (_, at) =>
      at > 1 && (levelVerbs.startsAt(listed, at).length > 1 || changeVerbs.startsAt(listed, at).length > 1),
  );
  return stripLead(verb > 1 ? listed.slice(0, verb) : listed).base;
}
