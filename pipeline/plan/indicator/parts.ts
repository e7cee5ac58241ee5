import type { UnitKind } from '../../quantity/units.ts';
import type { Phrase } from '../phrases.ts';
import { changeVerbs, makeVerbs } from '../words.ts';
import { BARE_HEAD, SHORT, thingOf } from './heads.ts';
import type { Antecedent } from './indicator.ts';
import type { Noun } from './noun.ts';
import { plainWords, stripLead } from './noun-lead.ts';

/** 播种粮食30万亩, of which 小麦10万亩 is sown too. */
const SOWS = /^(?:播种|种植|栽植|栽插)(?!面积)(?=..)/;

/** What a number is told of a part of: 其中县道5公里、乡道8公里, 30万亩（小麦5万亩、玉米25万亩）, or ''. */
export function wholeOf({ left, quantity }: Phrase, earlier: Antecedent): string {
  const alike = earlier.counted.get(quantity.unit?.name ?? '');
  if (left.startsWith('（') && !/^（其中/.test(left)) return alike ?? '';
  const whole = /^其中/.test(plainWords(left)) ? earlier.base : earlier.whole;
  return whole === '' ? '' : (alike ?? whole);
}

/** What stands before a number of a list of parts: a thing, and no measure of another one. */
const ITEM = /^[^，、\d（]{1,10}(?<![额值量率入资支出数款税费])$/;

/** Whether a clause goes on with the parts that the one before has told: 其中小麦5万亩，玉米25万亩. */
export function isPartToo(left: string, whole: string): boolean {
  const { base, verb, work } = stripLead(left);
  if (thingOf(whole) === whole && !SOWS.test(whole)) return false;
  return (
    ITEM.test(left) && base === left && verb + work === '' && changeVerbs.endsAt(left, left.length) === ''
  );
}

/** A part that only says where, with what is done to all: 其中主城区改造20个. */
const PLACE = /^((?:中心|主|老)?城区|市区|县城|城镇|农村|乡镇)(?:新建|建设|改造|建成)?$/;

/**
 * A part of what was said has its verb and its measure: of 新建农田 其中灌区 is 新建灌区, of 小麦播种面积 其中春麦
 * 春麦播种面积; a short one needs the whole (其中高铁).
 */
export function partOfWhole({ base: part, verb }: Noun, kind: UnitKind, whole: string): string {
  const thing = thingOf(whole);
  const base = part.replace(/^(?:包括|包含|含)(?=..)/, '');
  if (BARE_HEAD.test(base)) return thing + base;
  const place = PLACE.exec(base)?.[1];
  if (place !== undefined) return place + whole;
  if (whole.endsWith(base)) return whole;
  const sown = kind === 'measure' && verb === '' ? SOWS.exec(whole)?.[0] : undefined;
  if (sown !== undefined) return sown + base;
  const made = kind === 'share' || thingOf(base) !== base ? '' : verb || makeVerbs.startsAt(whole, 0);
  if (kind === 'measure' && thing !== whole && thingOf(base) === base)
    return made + base + whole.slice(thing.length);
  if (base.length < SHORT && verb === '') return whole + base;
  return base.endsWith(made) ? base : made + base;
}
