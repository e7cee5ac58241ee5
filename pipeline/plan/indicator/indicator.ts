import type { Metric } from '../../../core/plan.ts';
import type { UnitKind } from '../../quantity/units.ts';
import type { Phrase } from '../phrases.ts';
import { changeVerbs, levelVerbs, manners } from '../words.ts';
import { commonName } from './indicator-aliases.ts';
import { measuredThing } from './measured-thing.ts';
import type { Noun } from './noun.ts';
import { readNoun } from './noun.ts';
import { nounBehind } from './noun-behind.ts';
import { startsVerb, stripLead } from './noun-lead.ts';
import type { Named } from './thing-meant.ts';

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
  /** What the sentence before named last, or ''. */
  readonly last: string;
  /** Words of the clause before, verbs taken off, or ''. */
  readonly topic: string;
  /** The verb of making in force (改造村卫生室1.7万家、农村危房6000户). */
  readonly verb: string;
  /** What the parts told in this clause are parts of, or ''. */
  readonly whole: string;
  /** What the sentence has counted in each unit; of that 其中城区11所 is a part. */
  readonly counted: ReadonlyMap<string, string>;
  /** What the sentence says it is about (公路方面，…), or ''. */
  readonly aspect: string;
  /** The branch of the economy that the sentence begins with, or ''. */
  readonly branch: string;
  /** What the sentence before and the heading were about, for names that need a thing of their own. */
  readonly around: () => readonly Named[];
  /** The clauses beside this one, as they stand, or ''. */
  readonly beside: { readonly before: string; readonly behind: string };
  /** The change that governs the number before, or null. */
  readonly rate: Change | null;
  /** A verb of change that stands before several objects of this clause, with the kind of unit it governs. */
  readonly lead: (Change & { readonly kind: UnitKind }) | null;
}

/** A verb of change and its direction. */
export type Change = Pick<Noun, 'change' | 'changeVerb'>;

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
  const noun = {
    ...actedOn(words, kind, behind),
    ...(goesOn(phrase.left, words, kind, behind, earlier) ?? {}),
  };
  const base = commonName(shorten(measuredThing(phrase, noun, behind, earlier)));
  const growth = isGrowth(noun);
  const direction = noun.change;
  const metric: Metric = growth ? 'growth' : metricOf(kind, base);
  const change: Change = { change: noun.change, changeVerb: noun.changeVerb };
  const rate = growth ? change : null;
  const lead = words.leading ? { ...change, kind } : earlier.lead;
  return { name: growth ? withChange(base, noun, kind) : base, base, metric, direction, rate, lead };
}

/** The change that goes on from the number before: 增长7%以上、力争8%, 压减时间58%、材料52%. */
function goesOn(
  left: string,
  words: Noun,
  kind: UnitKind,
  behind: string,
  earlier: Antecedent,
): Partial<Noun> | null {
  if (words.changeVerb !== '' || words.verb !== '') return null;
  const rates = /(?:率|占比|比重|比例)$/.test(earlier.base);
  // 增长6%，力争达到6.5% is told of the growth.
  if (words.level && !(words.base === '' && /力争|争取|努力/.test(left) && !rates)) return null;
  if (words.base === '')
    return behind === '' && kind === 'share' && earlier.rate !== null
      ? { ...earlier.rate, level: false }
      : null;
  const rate = /(?:率|占比|比重|比例|[增涨降]幅|增速)$/.test(words.base);
  return earlier.lead?.kind === kind && !rate ? earlier.lead : null;
}

/** 提升21个景区 does something to 21 of them and is a verb of making; 增加21个 makes 21 more. */
function actedOn(noun: Noun, kind: UnitKind, behind: string): Noun {
  const bare = noun.base === '' || manners.startsAt(noun.base, 0) === noun.base;
  const acts = kind === 'count' && behind !== '' && bare && /^(?:提高|提升|增强)$/.test(noun.changeVerb);
  return acts ? { ...noun, base: '', verb: noun.verb + noun.changeVerb, change: null, changeVerb: '' } : noun;
}

/** A rate of change stays one when it is held at a level: 涨幅控制在3%. */
function isGrowth(noun: Noun): boolean {
  return noun.changeVerb !== '' && (!noun.level || /[增涨降]幅|增速|增长率/.test(noun.changeVerb));
}

function metricOf(kind: UnitKind, base: string): Metric {
  if (kind === 'share' || kind === 'point') return 'share';
  if (/(?:收入|之)比$/.test(base)) return 'share';
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

/** How something goes on at the end of a clause: 高速公路加快建设. */
const HOW = /^(?:基本|加快|加速|持续|稳步|不断|顺利|有序|深入|扎实|逐步|全面)[^的]{2,4}$/;

/** Where it ends to be named and something is said of it: 各区已经动员, 作用更加明显. */
const SAYS = /^(?:已经|正在|更加|日益|明显|显著|仍然|由.)/;

/** What a clause without a number is about, for the clauses behind it: 打造A、B等产业平台 is about 产业平台. */
export function topicOf(clause: string): string {
  const { base } = readNoun(clause);
  const said = base.replace(/(?<=.{2})(?:工作)?(?:呈现|取得|迎来|进入|面临).*$/, '');
  const listed = /等([^等]{2,20})$/.exec(said)?.[1] ?? said;
  const verb = [...listed].findIndex(
    (_, at) =>
      at > 1 &&
      (levelVerbs.startsAt(listed, at).length > 1 ||
        changeVerbs.startsAt(listed, at).length > 1 ||
        SAYS.test(listed.slice(at, at + 2)) ||
        (HOW.test(listed.slice(at)) && startsVerb(listed.slice(at)))),
  );
  return stripLead(verb > 1 ? listed.slice(0, verb) : listed).base;
}
