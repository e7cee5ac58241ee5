import type { Phrase } from '../phrases.ts';
import { SHORT } from './heads.ts';
import type { Antecedent } from './indicator.ts';
import { type Noun, unmarked } from './noun.ts';
import { plainWords, stripLead } from './noun-lead.ts';
import { isBuilt, type Named, thingMeant } from './thing-meant.ts';

/** Nouns too general to be told apart without what the sentence is about: 23个续建项目. */
const GENERAL = /(?:项目|工程|企业|线路|规划|平台|机构|园区|基地|中心|集群|任务|产业|事项|岗位|活动)$/;

/** The noun behind a number, with the verb that makes it; a short noun (项目) takes what the sentence is about. */
export function countedThing(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const verb =
    noun.verb ||
    SOMEWHERE.exec(noun.base)?.[1] ||
    (noun.base === '' && phrase.left === '' ? earlier.verb : '');
  const words = plainWords(phrase.right);
  const rest = words.slice(words.indexOf(behind) + behind.length);
  const event = EVENT.exec(rest)?.[1] ?? '';
  const spent = spentOn(noun, behind);
  if (spent !== '') return spent;
  // 为5万户居民实施燃气设施改造 is done for them.
  if (TOWARDS.test(phrase.left)) return behind + (FOR_WHOM.exec(rest)?.[1] ?? '') + event;
  if (phrase.quantity.unit?.kind === 'share') return partSaid(phrase, noun, verb + behind, event);
  // 改造小区60个，惠及2万户居民: of whom, by what.
  if (phrase.left === noun.work && CONCERNS.test(noun.work) && earlier.base !== '')
    return earlier.base.replace(WHOM, '') + noun.work + behind;
  // 60个老旧小区、近200万平方米改造任务: so much of the same.
  if (
    phrase.quantity.unit?.kind === 'measure' &&
    TASK.test(behind) &&
    noun.base + verb === '' &&
    earlier.base !== ''
  )
    return earlier.base + behind;
  // 县级4个博物馆、3个文化馆 are all of that rank.
  const alone = phrase.left === '' && behind.length <= SHORT;
  const alike = alone && earlier.base.endsWith(behind.slice(-1)) ? earlier.base : '';
  const rank = RANK.test(behind) ? '' : (RANK.exec(noun.base || alike)?.[0] ?? '');
  const said = behind.length > SHORT && !BARE.test(behind);
  if (said || phrase.quantity.unit?.kind !== 'count') return rank + verb + behind + event;
  const general = GENERAL.test(behind);
  const listed = BARE.test(behind) && /等$/.test(noun.base);
  // 完善要素保障机制，推进甲厂等40个项目建设 are no projects of what is not built.
  const field = listed && NO_FIELD.test(earlier.topic) ? '' : earlier.topic;
  const topic = general || behind.length <= 2 ? field : '';
  const bare =
    general && behind.length <= 2 && noun.base === '' && topic === '' && earlier.base.endsWith(behind);
  const about =
    earlier.aspect ||
    listHead(noun.base) ||
    underWay(phrase.left) ||
    (bare ? thingMeant(behind, [{ name: earlier.base, back: 0 }]) : topic);
  if (earlier.aspect.includes(behind) && verb === '') return about;
  // 续建37个项目 is of what the sentence before was about, if work is done at that.
  if (about === '' && noun.base === '' && BARE.test(behind)) {
    const thing = thingMeant('', earlier.around());
    if (thing !== '' && isBuilt(thing)) return kindOf(thing, verb, behind) + event;
  }
  // 甲段、乙段等10个项目 are some of the projects spoken of.
  if (about === '' && listed) {
    const thing = thingMeant('', projectsIn([{ name: earlier.base, back: 0 }, ...earlier.around()]));
    if (thing !== '') return kindOf(thing, verb, behind) + event;
  }
  // 规划 alone says nothing, 制定规划 does.
  const plain = behind.length <= 2 && noun.base === '' && about === '' ? unmarked(phrase.left) : '';
  return rank + about + (verb || (plain.length <= SHORT ? plain : '')) + behind + event;
}

/** 市区新建22所学校 are built as others are. */
const SOMEWHERE = /^(?:市区|(?:中心|主|老)?城区|县城|境内)(新建|改建|扩建|新增|改造|建成|新开工|开工|竣工)$/;

/** How a name begins that says of which rank the things are. */
const RANK = /^(?:国家|[省市县区镇村])级/;

/** 重大水利工程已开工的57个项目 are of 重大水利工程, or ''. */
function underWay(left: string): string {
  return /^(.{2,12}?)(?:已经?|正在|尚未|未)?(?:开工|在建|建成|投产|完工)(?:建设)?的$/.exec(left)?.[1] ?? '';
}

/** 三成企业完成改造 is told from other shares of 企业 by what they do, 覆盖八成的城市 by what is done to them. */
function partSaid({ left, right }: Phrase, { base, verb, work }: Noun, thing: string, event: string): string {
  const whole = plainWords(right)
    .replace(/^的/, '')
    .replace(/(?<=^[^，]{2,12})[要须应将](?=达到)/, '');
  if (/^(?:覆盖|惠及)$/.test(work)) return work + thing;
  // 在产的90%大型水厂 are so many of those.
  const kind = left === `${base}的` ? base : '';
  return base.slice(kind.length) + verb + work === '' && whole.length <= LONGEST_PREDICATE
    ? kind + whole
    : thing + event;
}

/** Longest clause that is a name as a whole. */
const LONGEST_PREDICATE = 16;

/** How projects are brought on, and not what they are of. */
const NO_FIELD = /(?:机制|保障|服务|模式|制度|力度|措施|管理|调度|审批|效率|环境)$/;

/** 项目 and 续建项目 name nothing by themselves. */
const BARE = /^(续建|在建|新建|新开工)?(项目|工程)$/;

/** 重点项目 and 续建项目 are 续建重点项目. */
function kindOf(thing: string, verb: string, behind: string): string {
  const [, stage = '', what = behind] = BARE.exec(behind) ?? [];
  return stage + (verb === '' && thing.endsWith(what) ? thing : thing + verb + what);
}

/** Those names that are of projects: a list of other things says nothing of what its neighbours are. */
function projectsIn(names: readonly Named[]): readonly Named[] {
  return names.filter(({ name }) => OF_PROJECTS.test(name));
}

const OF_PROJECTS = /.{2}(?:项目|工程)(?:(?:年度|计划|完成)*总?投资)?(?:建成|开工|动工|竣工|投产|投用)*$/;

/** Work that names nothing it is done at. */
const TASK = /^(?:改造|整治|治理|修复|提升)(?:任务|工程|项目)?$/;

/** Verbs that lead to those whom something is for. */
export const CONCERNS: RegExp = /^(?:涉及|惠及)$/;
export const WHOM: RegExp = /(?:涉及|惠及).*$/;

/** 为全市3万名孕妇 is as much for them as 为3万名孕妇. */
const TOWARDS = /(?:为|给|向|对)(?:全[国省市区县]|[我本][国省市区县])?$/;

/** What is done for them; of a list, what all of it is: 提供贫血、畸形的产前筛查. */
const FOR_WHOM =
  /^(?:实施|开展|进行|完成|提供|办理|发放|配备|更换|安装)(?:一次)?(?:[^，]{2,40}[、的])?([^，、的]{2,})/;

/** What happens to the things counted is part of what is counted: 160项重大项目开工, 8个项目确保建成投用. */
const EVENT =
  /^[^，、]{0,6}?((?:开工|动工|竣工|建成|再就业|投产|投用|通车|达标|贯通|上市|通(?:硬化路|公路|高速|高铁|客车))+)/;

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

/** 投入63亿元发展农田水利建设 is 农田水利投入, or ''. */
function spentOn({ work }: Noun, behind: string): string {
  const { base, work: does } = stripLead(behind);
  return work === '投入' && /^(?:发展|推进|实施|开展|建设)$/.test(does) ? `${base}投入` : '';
}

/** How the size of built things is called by its unit. */
const SIZES: Readonly<Record<string, string>> = {
  公里: '里程',
  平方米: '面积',
  亩: '面积',
  公顷: '面积',
  元: '投资',
};

/** 续建37个项目2230公里: the second number is the size of what the first one counts, or ''. */
export function sizeOf({ left, quantity }: Phrase, earlier: Antecedent): string {
  const size = SIZES[quantity.unit?.name ?? ''] ?? '';
  return size !== '' && /^(?:项目|工程)$/.test(left) && earlier.base.endsWith(left)
    ? earlier.base + size
    : '';
}
