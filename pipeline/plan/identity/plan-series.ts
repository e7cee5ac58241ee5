import { divisionNames } from '../../../core/plan-mention.ts';
import { divisionsOf } from '../../../core/region.ts';
import { cityOf, leadingPlace } from '../places.ts';
import { lastingName } from './plan-bodies.ts';
import type { PlanKind } from './plan-kinds.ts';
import type { PlanTitle } from './plan-title.ts';

/** What makes two plans years of one series. */
export interface SeriesInput extends Pick<PlanTitle, 'title' | 'name' | 'kind'> {
  readonly issuer: string | null;
  readonly region: string | null;
}

/** What comes in several parts a year, （第二批）, is as many series. */
const BATCH = /第[一二三四五六七八九十\d]{1,3}批/;

/** The series a plan continues: whose it is, its kind and its topic, without any year. */
export function seriesOf({ issuer, region, kind, name, title }: SeriesInput): string {
  const topic = kind.single ? '' : topicOf(name, kind, region, issuer);
  const part = `${topic}${BATCH.exec(title)?.[0] ?? ''}`;
  return [ownerOf(issuer, region), kind.name, part].filter((one) => one !== '').join(' ');
}

/**
 * Whose a series is, by one name whatever the page says: the division alone stands for its government, 山东省青岛市 is
 * 青岛市, and a district stands behind its city, since districts of two cities share their names.
 */
function ownerOf(issuer: string | null, region: string | null): string {
  if (region === null || region === '全国') return issuer === null ? (region ?? '') : lastingName(issuer);
  const own = shortRegion(region);
  if (issuer === null) return `${own}人民政府`;
  const name = lastingName(issuer);
  const lead = leadingPlace(name);
  if (lead !== null && region.endsWith(lead.place.name)) return own + name.slice(lead.length);
  if (lead !== null && region.includes(lead.place.name)) return lead.place.name + name.slice(lead.length);
  return name.startsWith(region) ? own + name.slice(region.length) : name;
}

function shortRegion(region: string): string {
  const divisions = divisionsOf(region);
  const last = divisions.at(-1) ?? region;
  const city = cityOf(last);
  if (city !== null) return city + last;
  return /(?<!自治|地)区$/.test(last) ? divisions.slice(-2).join('') : last;
}

const OVERALL = /国民经济和社会发展|^.{0,12}“?十[一二三四五六]五”?规划纲要/;

const LEADING_YEAR = /^20\d\d年度?(?![底末]?前)/;

/** What a plan is about beside its kind: the same words every year. */
export function topicOf(name: string, kind: PlanKind, region: string | null, issuer: string | null): string {
  // Whoever deals out the tasks of the report words it otherwise each year: 重点任务分工方案, 任务分解.
  if (kind.name === '重点工作' && name.includes('政府工作报告')) return '政府工作报告';
  // The overall plan goes by its long name and by a short one.
  if (kind.name === '五年规划' && OVERALL.test(name)) return '国民经济和社会发展';
  const plain = name.replace(LEADING_YEAR, '');
  const own = [issuer ?? '', ...divisionNames(region ?? '')].find((body) => body && plain.startsWith(body));
  const topic = wordsOf(plain.slice(own?.length ?? leadingPlace(plain)?.length ?? 0));
  return issuer === null ? topic : withoutBody(topic, issuer, kind);
}

/** What a body's general plan is about goes without saying, and so does the body: 市教育局, 教育 of the 教育局. */
function withoutBody(topic: string, issuer: string, kind: PlanKind): string {
  const body = bodyOf(lastingName(issuer));
  const rest = lastingName(topic.replace(/^[省市县区州盟旗]/, ''));
  if (body.length > 2 && rest.startsWith(body)) return rest.slice(body.length);
  const general = kind.name === '工作要点' || kind.name === '工作计划';
  return topic.length > 1 && (general || topic.length > 3) && bodyOf(issuer).startsWith(topic) ? '' : topic;
}

/** A body's name without its place. */
function bodyOf(issuer: string): string {
  const name = issuer.replace(/^(?:国家|中国|国务院)/, '');
  return name.slice(leadingPlace(name)?.length ?? 0).replace(/^[一-鿿]{2,4}[省市县州盟旗](?=.{3})/, '');
}

/** The words of a plan's name that are neither its years nor its kind. */
function wordsOf(name: string): string {
  return name
    .replace(/^(?:人民)?政府|^中华人民共和国/, '')
    .replace(/^.{0,6}工作(?:总结|情况)(?:以及|[和及与暨])|和(?:20\d\d|二[〇○零][一-鿿]{2})年远景目标/g, '')
    .replace(/(?:第)?“?十[一二三四五六](?:个)?五(?:年)?”?(?:时期)?/g, '')
    .replace(/20\d\d年?(?:[-—~至到]{1,2}20\d\d年)?(?:度)?(?!年?[底末]?前)/g, '')
    .replace(/[两二三四五十]年(?=行动|攻坚|提升|规划|计划)/g, '')
    .replace(
      /(?:工作要点|要点|重点(?:工作|任务)(?:任务)?(?:责任|部门)?(?:分工|清单|安排|分解)(?:表|方案|意见)?|行动计划|行动方案|实施方案|工作方案|工作计划|工作打算|工作思路|工作安排|重点工作|规划纲要|规划|计划|方案|意见)$/g,
      '',
    )
    .replace(/[“”《》（）\s]|^(?:关于|的|年|度|政府)+|(?:年度|的)$/g, '')
    .replace(/^[全我本][省市县区州盟旗](?!域)|^[省市县区]政府$/, '');
}
