import { leadingPlace } from '../places.ts';
import { makeVerbs, manners } from '../words.ts';
import { thingOf } from './heads.ts';
import { plainWords, stripLead, stripTimes } from './noun-lead.ts';

/** Something a text has named, and how far back of the number: 0 in its sentence, 1 in the one before, 2 in a heading. */
export interface Named {
  readonly name: string;
  readonly back: number;
}

/** How far a name that is no name of a thing falls behind one that is. */
const FIT = 1.5;

/** Longest name that another is built on. */
const LONGEST_THING = 20;

/** How far work is says what is worked at: 老旧小区改造开工率. Other rates are of no thing that another measure fits. */
const PROGRESS = /(?:开工|复工|完工|完成|竣工|投产)率$/;

/** What happens to things, before or behind their name: 开工4862个、竣工2105个 are of the same. */
const EVENT =
  /^(?:新开工|开工|竣工|建成)(?=.{2})|共?(?:新开工|开工|动工|竣工|建成|新建|扩建|改建|投产|投用|通车|运营)+$/;

/** 主城区新建公厕 is of 公厕, 棚户区改造 of itself. */
const SOMEWHERE = /^.{1,5}(?:[市县]|(?<!棚户|[小社园街景牧林库灾])区)(?=(?:新建|改造|新增|扩建|开工|建成).)/;

/** What money is spent on and work is done at. */
const BUILT =
  /(?:建设|工程|项目|改造|设施|治理|整治|绿化|修复|[公铁道管桥水电厂站房库园馆院校区网路线渠]|住房|农田|基地|行动|枢纽|航道|堤防|交通|水利|能源)$/;

/** What no work can be done at: sums and what grows. */
const SUM = /(?:投资|收入|支出|产值|总额|总值|增加值|贷款|价格)$/;

/** What has a turnover, and who: 壮大食品产业，…，实现产值350亿元. */
const TURNOVER = /产值|收入|营收|增加值|销售额|利润|税收/;
const GROUP = /(?:产业|制造业|集群|行业|园区|开发区|企业|集团|公司)$/;

/** The branch of the economy that a clause begins with: 机械产业重点推进…, 壮大食品产业. */
export function branchIn(clause: string): string {
  const { base } = stripLead(stripTimes(plainWords(clause)));
  const thing = base.slice(manners.startsAt(base, 0).length);
  return /^[^，、]{2,14}?(?:产业|制造业|行业)(?![链园带化基集])/.exec(thing)?.[0] ?? '';
}

/** Places are where something is done, and not what is done; 工作, 各区 and 超500亿元 are no things at all. */
const NO_THING =
  /地区$|\d亿元$|^(?:全[国省市区县]|[我本该各][国省市区县地]|(?:重点|主要)?(?:工作|任务)|情况|方面)$/;

/**
 * What a bare measure (投资, 产量) or a bare verb (改造, 开工) is said of, or '' where nothing before it fits.
 *
 * Chinese sentences name their subject once. The names before a number are held against it, each by how well work can
 * be done at it or money spent on it, less its distance: the clause before beats a heading, and a street a sum of money.
 * Taking the nearest alone gave 收入开工 for 实现收入3亿元，开工10座 behind 推进水厂建设.
 *
 * @param head  the measure or the verb
 * @param names what has been named, nearest first; names that are no things count for nothing
 */
export function thingMeant(head: string, names: readonly Named[]): string {
  let best = '';
  let most = Number.NEGATIVE_INFINITY;
  for (const { name, back } of names) {
    const thing = thingNamed(name, head);
    if (thing === '') continue;
    const score = fitOf(head, thing) * FIT - back;
    if (score > most) [best, most] = [thing, score];
  }
  return best;
}

function thingNamed(name: string, head: string): string {
  const named = name.slice(leadingPlace(name)?.length ?? 0).replace(/^.*等(?:省份|省|市|县|地区?)/, '');
  const plain = thingOf(named.replace(PROGRESS, '')).replace(SOMEWHERE, '').replace(EVENT, '');
  const thing = plain.endsWith(head) ? plain.slice(0, plain.length - head.length) : plain;
  return thing.length < 2 || thing.length > LONGEST_THING || NO_THING.test(thing) ? '' : thing;
}

/** Whether money is spent on a thing and work done at it. */
export function isBuilt(thing: string): boolean {
  return BUILT.test(thing);
}

function fitOf(head: string, thing: string): number {
  const work = makeVerbs.startsAt(head, 0) === head;
  const money = /投资|资金|成本/.test(head);
  if (TURNOVER.test(head)) return GROUP.test(thing) ? 1 : 0;
  if (SUM.test(thing)) return work || money ? -1 : 0;
  return (work || money) && isBuilt(thing) ? 1 : 0;
}
