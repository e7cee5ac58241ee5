import { leadingPlace } from './places.ts';
import {
  adverbs,
  changeVerbs,
  directionOf,
  levelVerbs,
  makeVerbs,
  manners,
  nounStarts,
  workVerbs,
} from './words.ts';

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

/** A time at the beginning or the end of a phrase. */
const TIME =
  '(?:到|至|截至|截止|在|从|自)?(?:“?十[一二三四五六]五”?(?:时期|期间|末|以来)?|20\\d\\d年(?:底|末|度|全年|初)?(?:前|以前)?|今年(?:底|末|全年)?|去年(?:底|末)?|上年末?|明年(?:底)?|' +
  '全年|当年|年内|[一二两三四五\\d]年内|年底前?|年末|今明两年|目前|当前|近年来|近[一二三两四五六七八九十]年|[一三五]年来|过去[一五]年|前?[一二三四]季度|前?\\d{1,2}个月|20\\d\\d[-—]20\\d\\d年度?|下一步|下阶段|接下来|上半年|下半年|新的一年|未来[一二三五]年|今后[一二三五]年|\\d{1,2}月(?:末|底|份)?(?:前)?|(?:平均)?每年)(?:以来|时|内|间|期间)?';
const LEADING_TIME = new RegExp(`^${TIME}`);
const TRAILING_TIME = new RegExp(`${TIME}$`);

/** Nouns that already say that the number is a rate of change. */
const RATE_NOUN = /(?:增速|增幅|涨幅|降幅|增长率|增长速度)$/;

/** 预期增长均为12% and 力争8% say nothing of level or rate; 提高到12% is a level. */
const COPULA =
  /^(?:(?:平?均|分别)?为|是|(?:设|确)?定[为在]|力争|(?:奋斗|预期|增长|工作)?目标|预期|全年|日均|年均|同比|首次|继续|预计|必须|至少|平均|每年|平均每年|累计|总计|分别|确保|有望)$/;

/** 从54万亿元增加到 before the level reached. */
const FROM = /(?:从|由)[^从由]{0,12}\d[^从由]{0,16}$/;

/** 现行16%的税率降至: the level it has now. */
const PRESENT = /(?:现行|现有|原来|目前)?[\d.]+%的/g;

/** 比去年, 同比: what a change is measured against. */
const COMPARED =
  /(?:[比较](?:20\d\d年[底末]?|上?年初|上年末?|去年[底末]?|上年同期|去年同期)(?:预计数|预算|实际|名义)?|(?:快于|高于|低于)[^，、]{1,8}|同比(?:实际|名义)?|环比|年均|实际|名义|平均|按可比价格计算|较|(?<![占同环对])比)$/;

/** Times off the front of a clause: 2024年，浙江将…. */
export function stripTimes(words: string): string {
  let rest = words;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(LEADING_TIME, '').replace(/^(?:，|[、和及与](?=20\d\d年))/, '');
  }
  return rest;
}

/** Quotes, brackets with what is in them, and blanks: none of it names anything. */
export function plainWords(text: string): string {
  return text
    .replace(/（[^（）]{0,60}）/g, '')
    .replace(/[“”‘’"'《》\s·（）]|(?<!\d)[—－-]+|[—－-]+(?!\d)/g, '');
}

/** What an item of a list begins with. */
const LIST_MARK =
  /^(?:[\s■◆★▌►▶◼●▲△□◇✓√①-⑳]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、|【[^】]{0,12}】)+/;

/** Read the words before a quantity from both ends towards the noun. */
export function readNoun(left: string): Noun {
  const whole = plainWords(left.replace(LIST_MARK, ''));
  const fromLevel = FROM.test(whole);
  const words = whole
    .replace(FROM, '')
    .replace(PRESENT, '')
    .replace(/^.*把(?=..)/, '')
    .replace(/^从(.{2,20})中(?:拿出|安排|提取|调入|列支)$/, '$1');
  const tail = stripTail(words, fromLevel);
  const lead = stripLead(withoutSubject(tail.words));
  const { change, changeVerb, level } = tail;
  if (changeVerb === '' && !level) {
    const leading = leadingChange(lead.base, lead.verb);
    if (leading !== null) return { ...leading, level, leading: true };
  }
  return { ...lead, change, changeVerb, level, leading: false };
}

/** Words that stand between whoever plans and what is planned. */
const MODAL = /今年(?:计划|将|拟|力争|要)?|计划|力争|预计|建议|将|拟/g;

/** Those behind which no noun goes on, whatever verb follows. */
const SURE_MODAL = /^(?:今年.*|力争|拟)$/;

/** Longest subject that is told apart. */
const LONGEST_SUBJECT = 20;

/** 集团公司今年将投产新线 is about 投产新线: before a modal and a verb with its object stands a subject. */
function withoutSubject(words: string): string {
  for (const { 0: modal, index } of words.matchAll(MODAL)) {
    const rest = stripTimes(words.slice(index + modal.length));
    if (index === 0 || index >= LONGEST_SUBJECT) continue;
    if (startsVerb(rest) || (SURE_MODAL.test(modal) && rest.length > 2)) {
      // 中央财政拟投入 has no object to be named by.
      return stripLead(rest).base !== '' ? rest : words.slice(0, index) + rest.replace(/^(?:将|拟|再)+/, '');
    }
  }
  return words;
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
  for (let before = ''; before !== words; ) {
    before = words;
    words = words
      .replace(/[、，]$/, '')
      .replace(COMPARED, '')
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

/** Take times, adverbs and working verbs off the front; a verb of making is kept apart. */
export function stripLead(phrase: string): Pick<Noun, 'base' | 'verb' | 'work'> {
  let words = phrase;
  let verb = '';
  let work = '';
  for (let before = ''; before !== words; ) {
    before = words;
    words = stripPlace(stripTimes(words.replace(/^(?:[、，的]|但|而(?!立))+/, '')));
    if (nounStarts.startsAt(words, 0) !== '') break;
    const make = makeVerbs.startsAt(words, 0);
    const works = workVerbs.startsAt(words, 0);
    const manner = manners.startsAt(words, 0);
    const adverb = adverbs.startsAt(words, 0) || (startsVerb(words.slice(manner.length)) ? manner : '');
    const word = [make, works, adverb].reduce((a, b) => (b.length > a.length ? b : a));
    if (word === '' && words !== before) continue;
    if (word === '' || (word !== adverb && isCompound(words.slice(word.length)))) break;
    if (word === make) verb = make;
    work = word === works && word.length > 1 ? works : '';
    words = words.slice(word.length);
  }
  words = words.replace(/^为(?=[^为]{2,8}(?:减|增|降))/, '');
  return { base: words.length < 2 ? '' : words, verb, work };
}

/** A division with its rank, or before a verb, is whom it is said of and not what: 吴忠市计划投资, 浙江将新建. */
function stripPlace(words: string): string {
  const found = leadingPlace(words);
  if (found === null) return words;
  const rest = words.slice(found.length);
  const ranked = /[省市县区州盟旗]$/.test(words.slice(0, found.length));
  if (/^[级属直域场辖]/.test(rest)) return words;
  return rest === '' || ranked || startsVerb(rest) || /^全[省市区县]/.test(rest) ? rest : words;
}

/** 高标准建设 is done in a manner; 高标准农田 is a thing. */
export function startsVerb(words: string): boolean {
  if (/^[将要拟再已][^来会将求点面态]/.test(words)) return true;
  const next = [workVerbs, makeVerbs, adverbs, manners].map((set) => set.startsAt(words, 0));
  return next.some((word) => word.length > 1) && nounStarts.startsAt(words, 0) === '';
}

/** What makes a noun of the verb before it: 办理时间, 培训机构, 服务业. */
function isCompound(rest: string): boolean {
  return (
    /^[业性率额量型者费金期类商制]/.test(rest) ||
    /^(?:时间|材料|程序|成本|费用|能力|设施|资金|人员|人才|规模|面积|标准|水平|质量|效率|负担|周期|环节|事项)$/.test(
      rest,
    )
  );
}

/** 国有 and 节约 end like a verb but are none. */
function keepsWord(words: string, to: string): boolean {
  return (
    to.length === 1 &&
    /(?:许可|认可|国有|所有|私有|公有|特有|节约|集约|直达|发达|认为|行为|作为|存在|周到|以至)$/.test(words)
  );
}
