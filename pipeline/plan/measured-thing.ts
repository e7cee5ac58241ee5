import { BARE_HEAD, thingOf } from './heads.ts';
import type { Antecedent } from './indicator.ts';
import type { Noun } from './noun.ts';
import { plainWords } from './noun-lead.ts';
import type { Phrase } from './phrases.ts';

/** Nouns too general to be told apart without what the sentence is about: 23个续建项目. */
const GENERAL = /(?:项目|工程|企业|线路|规划|平台|机构|园区|基地|中心|集群|任务|产业|事项|岗位|活动)$/;

/** Longest noun that says too little alone: 项目, 领军企业. */
const SHORT = 4;

/**
 * The thing a number measures, as its clause names it, else as the clauses before do.
 *
 * @param phrase  the quantity with the words around it
 * @param noun    what the words before it say
 * @param behind  the noun behind it, or ''
 * @param earlier what the sentence said before
 */
export function measuredThing(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  return named(phrase, noun, behind, earlier) || wordsBeside(phrase);
}

/** The words next to a number that has neither noun nor antecedent: better than no name. */
function wordsBeside({ left, right }: Phrase): string {
  return plainWords(left).slice(-12) || plainWords(right).slice(0, 12);
}

function named(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const kind = phrase.quantity.unit?.kind ?? 'count';
  const listed = /等$/.test(noun.base);
  const counts = kind === 'count' || kind === 'people';
  // 在去年355个的基础上再增加300个 names nothing itself; 产值在提高效益的基础上增长7% does.
  if (noun.changeVerb !== '' && /^(?!.{2,}在).*基础上/.test(phrase.left)) return earlier.base;
  if (behind !== '' && (noun.base === '' || listed || counts) && !noun.level)
    return counted(phrase, noun, behind, earlier);
  if (noun.base === '') return behind || unnamed(phrase, noun, earlier);
  if (/^占/.test(noun.base)) return earlier.base + noun.base;
  // 一次能源消费中，煤炭占比 is 煤炭占一次能源消费比重.
  const whole = /^(.{2,12})中$/.exec(earlier.topic)?.[1];
  if (whole !== undefined && /.(?:占比|比重)$/.test(noun.base))
    return `${noun.base.slice(0, -2)}占${whole}比重`;
  // 其中高铁8100公里 is a part of what was said.
  if (noun.base.length < SHORT && /^其中/.test(plainWords(phrase.left))) return earlier.base + noun.base;
  if (BARE_HEAD.test(noun.base)) return bareHead(phrase, noun, behind, earlier);
  const made = noun.verb || (phrase.left !== '' && !noun.level && noun.changeVerb === '' ? earlier.verb : '');
  const verb = made || (noun.base.length <= 2 ? noun.work : '');
  const tail =
    (kind === 'measure' || kind === 'share') && noun.changeVerb === '' && !noun.level ? behind : '';
  return verb + noun.base + tail;
}

/** 完成投资530亿元 is of what the sentence is about; 投资3000万元建设养殖基地 of what is built. */
function bareHead({ right }: Phrase, { base, work }: Noun, behind: string, earlier: Antecedent): string {
  const built = /^(?:新建|建设|打造|实施|用于)([^，]{2,})$/.exec(plainWords(right))?.[1];
  // 总规模100亿元的产业基金 is of the fund.
  const whose = right.startsWith('的') && behind !== '' ? behind : undefined;
  const thing = built ?? whose ?? (earlier.aspect || partOf(earlier.topic, base) || thingOf(earlier.base));
  return (thing || work) + base;
}

/** Of 大豆单产水平稳步提升 the 单产 is 大豆单产. */
function partOf(topic: string, head: string): string {
  const at = topic.indexOf(head);
  return at > 0 ? topic.slice(0, at) : topic;
}

/** What happens to things named before: 新开工住房15万套、基本建成9万套. */
const HAPPENS = /^(?:新开工|开工|竣工|建成|投产|投用|交付)/;

/** 开工4862个、竣工2105个 are of the same things. */
function withoutEvent(base: string): string {
  return base.replace(
    /^(?:新开工|开工|竣工|建成)(?=.{2})|(?:新开工|开工|竣工|建成|新建|扩建|改建|投产|投用)$/,
    '',
  );
}

/** The noun behind a number, with the verb that makes it; a short noun (项目) takes what the sentence is about. */
function counted(phrase: Phrase, noun: Noun, behind: string, earlier: Antecedent): string {
  const verb = noun.verb || (noun.base === '' && phrase.left === '' ? earlier.verb : '');
  const rest = phrase.right.slice(behind.length);
  const event = EVENT.exec(rest)?.[0] ?? '';
  // 为5万户居民实施燃气设施改造 is done for them.
  if (/(?:为|给|向|对)$/.test(phrase.left)) return behind + (FOR_WHOM.exec(rest)?.[1] ?? '') + event;
  if (behind.length > SHORT || phrase.quantity.unit?.kind !== 'count') return verb + behind + event;
  const topic = noun.verb === '' || GENERAL.test(behind) ? earlier.topic : '';
  const about = earlier.aspect || listHead(noun.base) || topic;
  // 规划 alone says nothing, 制定规划 does.
  const plain = behind.length <= 2 && noun.base === '' && about === '' ? plainWords(phrase.left) : '';
  return about + (verb || (plain.length <= SHORT ? plain : '')) + behind + event;
}

const FOR_WHOM = /^(?:实施|开展|进行|提供|办理|发放|配备)([^，、]{2,})/;

/** What happens to the things counted is part of what is counted: 160项重大项目开工. */
const EVENT = /^[^，、]{0,4}?(?:开工|竣工|建成|投产|投用|通车|达标|贯通|上市)/;

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
    return (
      (earlier.topic ||
        (phrase.left === noun.verb || HAPPENS.test(noun.verb) ? withoutEvent(earlier.base) : '')) + noun.verb
    );
  if (phrase.quantity.unit?.name === '人次' && noun.work !== '' && !earlier.topic.includes(noun.work))
    return noun.work;
  if (phrase.quantity.unit?.kind === 'people' && noun.work !== '') return earlier.base + noun.work;
  const purpose = /^(?:用于|转给|直达)[^，、]{2,12}/.exec(plainWords(phrase.right))?.[0] ?? '';
  return (earlier.base || earlier.topic) + purpose;
}
