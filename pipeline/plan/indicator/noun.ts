import { changeVerbs, directionOf, levelVerbs, makeVerbs, manners } from '../words.ts';
import { plainWords, startsVerb, stripLead, stripTimes, TRAILING_TIME } from './noun-lead.ts';

/** What a stretch of words before a quantity says is measured. */
export interface Noun {
  /** The thing itself, without verbs, times and particles; '' where only verbs stand. */
  readonly base: string;
  /** The verb of making before it (新建), or ''. */
  readonly verb: string;
  /** The verb of working taken off right before it (发送旅客), or ''. */
  readonly work: string;
  /** The direction of a verb of change that governs the number, and that verb. */
  readonly change: 'up' | 'down' | null;
  readonly changeVerb: string;
  /** The words lead to a level (提高到) even if a verb of change is among them. */
  readonly level: boolean;
  /** The verb of change stands first and may govern further objects: 压减时间58%、材料52%. */
  readonly leading: boolean;
}

/** Nouns that already say that the number is a rate of change. */
const RATE_NOUN = /(?:增速|增幅|涨幅|降幅|增长率|增长速度)$/;

/** 预期增长均为12% and 力争8% say nothing of level or rate; 提高到12% is a level. */
const COPULA =
  /^(?:(?:平?均|分别)?为|是|(?:设|确)?定[为在]|力争|(?:奋斗|预期|增长|工作)?目标|预期|全年|日均|年均|同比|首次|继续|预计|必须|至少|平均|每年|平均每年|累计|总计|分别|确保|有望)$/;

/** 从54万亿元增加到 before the level reached. */
const FROM = /(?:从|由)[^从由]{0,12}\d[^从由]{0,16}$/;

/** 将由原来的一个半小时 before it. */
const FROM_NOW = /(?<=..)将?[从由](?:原来|过去|目前|现在|现行|此前)的?[^从由]{0,12}$/;

/** 现行16%的税率降至: the level it has now. */
const PRESENT = /(?:现行|现有|原来|目前)?[\d.]+%的/g;

/** 比去年, 同比: what a change is measured against. */
const COMPARED =
  /(?:[比较](?:20\d\d年(?:同期|[底末])?|上?年初|上年末?|去年[底末]?|上年同期|去年同期)(?:预计数|预算|实际|名义)?|不?(?:快于|高于|低于)[^，、]{1,8}|同比(?:实际|名义)?|可比|环比|年均|实际|名义|平均|按可比价格计算|较)$/;

/** 今年我省的主要目标是旅游收入 is of what is aimed at. */
const AIM = /^[^，]{0,8}?(?:主要|预期|总体|工作|发展|奋斗)+目标(?:任务)?[是为](?=..)/;

/** How something changes: 稳步增长, 持续扩大. */
const STEADILY = /(?<=..)(?:持续|稳步|不断|逐步|进一步|大幅|明显|显著|日益|更加)$/;

/** 比去年多招 is so many more. */
const MORE = /[比较](?:去年|上年|往年|20\d\d年)(?:同期|底)?(多|少)(?:招|种|建|发|投|安排)?$/;

/** 加大住房供应力度 works at 住房供应. */
const EFFORT = /^.{0,8}(?:加大|加强|加快|保持)对?([^，、]{2,20}?)的?(?:力度|步伐|进度|强度|节奏)/;

/** What is done at a thing, where a verb of making says it better. */
const DOING = /(?:供应|建设|改造|治理|整治|投入|支持|培育|开发|推进)$/;

/** What an item of a list begins with. */
const LIST_MARK =
  /^(?:[\s■◆★▌►▶◼●▲△□◇✓√①-⑳]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、(?![一二三]、|[一二三]次?产)|【[^】]{0,12}】)+/;

/** The words before a quantity, without the mark of an item. */
export function unmarked(left: string): string {
  return plainWords(left.replace(LIST_MARK, ''));
}

/** 以最大力度完成固定资产投资 is of 固定资产投资. */
const WITH_ALL_FORCE = /^以[^，\d]{2,16}(?:举措|力度|决心|速度|状态|担当)(?=..)/;

/** 垃圾分类实现全覆盖、污水治理率达40%: the item before is said to the end. */
const SAID_BEFORE = /^[^，、\d]{3,24}实现[^、，\d]{0,8}(?:全覆盖|化处理|清零|达标)、(?=..)/;

/** Whom something is built for says less than what is built: 为全市乡镇卫生院新建工作站. */
const FOR_SOMEBODY = /^[为给][^，]{2,30}?(?=(?:新建|建设|配备|安装|设立|配置|更换)..)/;

/** Read the words before a quantity from both ends towards the noun. */
export function readNoun(left: string): Noun {
  const whole = unmarked(left);
  const fromLevel = FROM.test(whole);
  const words = whole
    .replace(FROM, '')
    .replace(FROM_NOW, '')
    .replace(WITH_ALL_FORCE, '')
    .replace(SAID_BEFORE, '')
    .replace(/^(?:像这样的|这样的|这些)/, '')
    .replace(/^[^，、]{0,14}目标(?:是|为|[设确]?定为)(?=..)/, '')
    .replace(whole.includes('主要') ? /^[^，、]{0,24}主要(?:内容|任务|工作)(?:是|为|包括)(?=..)/ : '', '')
    .replace(/(?<=..)(?:(?:预计|有望)(?:每年|全年)|每年[可将能]+)(?=..)/, '')
    .replace(/^向[^，、]{1,8}(?:提供|投放|供应|输送)(?=..)/, '')
    .replace(FOR_SOMEBODY, '')
    .replace(/^[^，、]{0,8}下达(?:全[国省市区县]|[我本][省市区县])(?=..)/, '')
    .replace(PRESENT, '')
    .replace(AIM, '')
    .replace(/在[^，]{2,30}基础上/, '')
    .replace(/^[与和同].{2,30}?相比/, '')
    .replace(/^.*把(?=..)/, '')
    .replace(/规划(?=完成)/, '')
    .replace(/^(?:同比|[比较](?:20\d\d年|去年|上年)(?:同期)?)[增减][加少长]?[\d.]+[^，、\d]{1,5}、/, '')
    .replace(/^从(.{2,20})中(?:拿出|安排|提取|调入|列支)$/, '$1');
  const tail = stripTail(words, fromLevel);
  // 国家电网将投资 is 国家电网投资.
  const thing = withoutEffort(withoutDone(withoutSubject(tail.words)));
  const lead = stripLead(thing.replace(/(?<=^.{2,12})[将拟](?=..$)/, ''));
  const { change, changeVerb, level } = tail;
  if (changeVerb === '' && !level) {
    const leading = leadingChange(lead.base, lead.verb);
    if (leading !== null) return { ...leading, level, leading: true };
  }
  // 全面完成200亩: a manner alone names nothing, but 大规模扩招.
  const base = changeVerb === '' && manners.startsAt(lead.base, 0) === lead.base ? '' : lead.base;
  return { ...lead, base, change, changeVerb, level, leading: false };
}

/** Words that stand between whoever plans and what is planned. */
const MODAL = /今年(?!起)(?:计划|将|拟|力争|要)?|计划|(?<!努)力争|预计|建议|每年|将|拟/g;

/** Those behind which no noun goes on, whatever verb follows. */
const SURE_MODAL = /^(?:今年.*|力争|拟)$/;

/** Longest subject that is told apart. */
const LONGEST_SUBJECT = 20;

/** What money is put into, rather than who does. */
const BUILT = /(?:建设|工程|项目|设施|领域|行业)$/;

/** 集团公司今年将投产新线 is about 投产新线: before a modal and a verb with its object stands a subject. */
function withoutSubject(words: string): string {
  for (const { 0: modal, index } of words.matchAll(MODAL)) {
    const rest = stripTimes(words.slice(index + modal.length));
    if (index === 0 || index >= LONGEST_SUBJECT) continue;
    // 规模将持续扩大 is of 规模.
    if (manners.startsAt(rest, 0) === rest) return words.slice(0, index);
    // 公司计划总投资 is 公司总投资.
    if (rest === '总投资') return words.slice(0, index) + rest;
    if (startsVerb(rest) || (SURE_MODAL.test(modal) && rest.length > 2)) {
      // 水利建设计划完成投资 is of what is built, and whatever has a 年度计划 is.
      const bare = stripLead(rest).base;
      const built = words.slice(0, index).replace(/年度$/, '');
      if (/^总?投资$/.test(bare) && (BUILT.test(built) || stripLead(built).base !== '')) return built + bare;
      // 中央财政拟投入 has no object to be named by.
      return stripLead(rest).base !== '' ? rest : words.slice(0, index) + rest.replace(/^(?:将|拟|再)+/, '');
    }
  }
  return words;
}

/** 铁路完成货物发送量 is 铁路货物发送量: what a thing has come to is measured of it. */
function withoutDone(words: string): string {
  const [, whose = '', what = ''] =
    /^(.{2,12}?)(?:累计|共)?完成(?!率|情况|任务|目标)(.{3,})$/.exec(words) ?? [];
  return whose !== '' && stripLead(whose).base !== '' ? whose + what : words;
}

/** 加大住房供应力度新开工 is 新开工住房, and 加大住房供应力度 is 住房供应. */
function withoutEffort(words: string): string {
  const [effort = '', thing = ''] = EFFORT.exec(words) ?? [];
  if (effort === '') return words;
  const rest = words.slice(effort.length);
  if (rest === '') return thing;
  return makeVerbs.startsAt(rest, 0) === rest ? rest + thing.replace(DOING, '') : rest;
}

interface Tail {
  readonly words: string;
  readonly change: 'up' | 'down' | null;
  readonly changeVerb: string;
  readonly level: boolean;
}

/** Take off what leads from the noun to the number (全年控制在, 年均增长, 提高到) and note what it says. */
function stripTail(phrase: string, fromLevel: boolean): Tail {
  let words = phrase;
  let changeVerb = '';
  let level = fromLevel;
  const more = MORE.exec(words);
  if (more !== null) {
    changeVerb = more[1] === '多' ? '增加' : '减少';
    words = words.slice(0, more.index);
  }
  for (let before = ''; before !== words; ) {
    before = words;
    words = words
      .replace(/[、，]$|(?<=.)的$|(?<=..)[向朝]$/, '')
      .replace(COMPARED, '')
      .replace(STEADILY, '')
      .replace(TRAILING_TIME, '');
    const rate = RATE_NOUN.exec(words)?.[0];
    if (rate !== undefined)
      return { words, change: rate === '降幅' ? 'down' : 'up', changeVerb: rate, level };
    const to = levelVerbs.endsAt(words, words.length);
    const moved = /[新净扩]增$/.test(words) ? '' : changeVerbs.endsAt(words, words.length);
    if (to.length > moved.length && !keepsWord(words, to)) {
      level ||= changeVerb === '' && !COPULA.test(to) && (to.length > 1 || /[达至到]/.test(to));
      words = words.slice(0, words.length - to.length);
    } else if (moved !== '' && changeVerb === '') {
      words = words.slice(0, words.length - moved.length);
      changeVerb = moved;
    }
  }
  return { words, change: directionOf(changeVerb), changeVerb, level };
}

/** 降低工商业电价, 减少农村贫困人口: the verb of change stands first and its object is what changes. */
function leadingChange(base: string, verb: string): Omit<Noun, 'level' | 'leading'> | null {
  const moved = directionOf(verb) === null ? changeVerbs.startsAt(base, 0) : verb;
  if (moved.length < 2) return null;
  const object = base.startsWith(moved) ? base.slice(moved.length) : base;
  return { base: object, verb: '', work: '', change: directionOf(moved), changeVerb: moved };
}

/** 国有 and 节约 end like a verb but are none. */
function keepsWord(words: string, to: string): boolean {
  return (
    to.length === 1 &&
    /(?:许可|认可|国有|公共|所有|私有|公有|特有|节约|集约|直达|发达|认为|行为|作为|存在|周到|以至)$/.test(
      words,
    )
  );
}
