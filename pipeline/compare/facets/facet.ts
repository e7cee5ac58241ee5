import type { Statement } from '../../../core/plan.ts';
import { pairsOf } from '../names/character-pairs.ts';
import { type IndicatorName, indicatorName, LIST_MARK } from '../names/indicator-name.ts';
import { measureOf } from './measure.ts';
import { startOf, wordsBefore, wordsBehind } from './number-in-quote.ts';
import { type Spent, spentOf } from './spent.ts';
import { type Stage, stageOf } from './stage-of-work.ts';

/** A statement made ready for comparing: everything that costs is worked out once. */
export interface Facet {
  readonly statement: Statement;
  readonly name: IndicatorName;
  /** Character pairs of the name's core, without the size that only picks out. */
  readonly grams: ReadonlySet<string>;
  /** Those of them that its sentence or a heading lent: they do not stand in the quote. */
  readonly lent: ReadonlySet<string>;
  /** Those of them that stand in the quote and name the thing itself, without the attribute measured of it. */
  readonly subject: ReadonlySet<string>;
  /** Those that tell whose attribute it is, without words for any branch: 纺织 of 纺织产业产值. */
  readonly whose: ReadonlySet<string>;
  /** Character pairs of the quote without its numbers: the words the head stands in. */
  readonly context: ReadonlySet<string>;
  /** Character pairs of the headings above. */
  readonly heading: ReadonlySet<string>;
  /** Null when said of the issuer itself. */
  readonly entity: string | null;
  /** What the unit measures, see {@link measureOf}. */
  readonly measure: string;
  /** The stated number, of a range the middle, in the measure's base unit. */
  readonly amount: number;
  /** Where the quote says it rises or falls from, in the same base unit; null if it does not. */
  readonly start: number | null;
  /** Years from the plan's year to the deadline; 0 when unknown. */
  readonly horizon: number;
  /** The year growth is counted from, where the quote names one: 比2020年. */
  readonly base: number | null;
  /** The plan's own year. */
  readonly year: number | null;
  /** Which of the numbers said of one name in one clause it is, from 0: of 参保率分别达到90%、98% the second is 1. */
  readonly place: number;
  /** The part of a year it is said of, 一季度 or 上半年, or each of several (年均); null for the whole of one. */
  readonly within: string | null;
  readonly stage: Stage;
  readonly spent: Spent;
  /** Whether it counts those that some are named of: 甲厂、乙厂等40个项目, which are not all projects. */
  readonly some: boolean;
  /** Whether it says how many there are to so many people: 千人均床位, 每万人发明专利. */
  readonly perHead: boolean;
}

/** Words an issuer uses of the whole of itself. */
const WHOLE = /^(?:全国|国家|我国|全[省市区县州旗域社会]+|[我本][省市区县州旗])$/;
const WITHIN = /年均|[一二三四]季度|[上下]半年|首批|第[一二三四]批/;
const BASE = /[比较](\d{4})年/;
const PER_HEAD = /每[百千万](?!元|公里|亩)|[百千万]人(?!次|才|计划|大|以|规|级|会|团|助)/;
const LISTED = /等$/;
const BARE_PROJECTS = /^\d+[个项](?:续建|在建|新开工)?(?:项目|工程)/;
/** What does not tell apart of what something is measured. */
const ANY_BRANCH = /产业|行业|制造业|企业|项目|工程|重[大点]|建成区|城[区市]|总|全?[省市区县]级?/g;
/** （二） and 三、 say where a heading stands, not what it is about. */
const NUMBERING = /[（(]?[一二三四五六七八九十\d]{1,3}[)）、.]/g;
/** Quotes and headings are looked at this far; a longer one is a page without stops. */
const MAX_WORDS = 120;

/**
 * Make a statement ready for comparing.
 *
 * @param year its plan's own
 * @param place which of the numbers said of its name in its clause it is
 */
export function facetOf(statement: Statement, year: number | null, place = 0): Facet {
  const name = indicatorName(statement.indicator);
  const quote = statement.quote.slice(0, MAX_WORDS).normalize('NFKC');
  const context = pairsOf(quote.replace(/[\d.,%\s，、；。：“”《》（）()—－-]+/g, ' '));
  const from = startOf(statement);
  const { kind, factor } = measureOf(statement.unit);
  const thing = name.core.slice(0, name.core.length - name.attribute.length);
  const grams = pairsOf((name.core.replace(name.size, '') || name.core).replaceAll(LIST_MARK, ' '));
  return {
    statement,
    name,
    grams,
    lent: grams.difference(context),
    subject: pairsOf(thing).intersection(context),
    whose: pairsOf(thing.replace(ANY_BRANCH, '')),
    context,
    heading: pairsOf(statement.section.join(' ').slice(0, MAX_WORDS).replace(NUMBERING, ' ')),
    entity: statement.entity === null || WHOLE.test(statement.entity) ? null : statement.entity,
    measure: kind,
    amount: middle(statement) * factor,
    start: from === null ? null : from * factor,
    horizon: year === null || statement.deadline === null ? 0 : statement.deadline - year,
    base: Number(BASE.exec(quote)?.[1] ?? Number.NaN) || null,
    year,
    place,
    within: WITHIN.exec(quote)?.[0] ?? null,
    stage: stageOf(statement),
    some:
      quote.includes('等') &&
      LISTED.test(wordsBefore(statement)) &&
      BARE_PROJECTS.test(wordsBehind(statement)),
    perHead: PER_HEAD.test(statement.indicator),
    spent: name.attribute.endsWith('投资') ? spentOf(statement) : null,
  };
}

/** What a facet comes to: grown by one time (增长1倍) is two times as much (翻一番). */
export function amountOf({ amount, statement }: Facet): number {
  return amount + grownBy(statement);
}

/** What is left out by a number that only says how many times something grew. */
export function grownBy({ unit, direction }: Statement): 0 | 1 {
  return unit === 'x' && direction === 'up' ? 1 : 0;
}

/** The stated number; of a range its middle. */
export function middle({ value, value2 }: Statement): number {
  return value2 === null ? value : (value + value2) / 2;
}
