import { leadingPlace } from '../places.ts';
import { adverbs, makeVerbs, manners, nounStarts, workVerbs } from '../words.ts';
import type { Noun } from './noun.ts';

/** A time at the beginning or the end of a phrase. */
const TIME =
  '(?:到|至|截至|截止|在|从|自)?(?:“?十[一二三四五六]五”?(?:时期|期间|末|以来)?|20\\d\\d年(?:底|末|度|全年|初|起)?(?:前|以前)?|今年(?:底|末|全年|起)?|去年(?:底|末)?|上年末?|明年(?:底)?|' +
  '全年|当年|年内|[一二两三四五\\d]年内|年底前?|年末|今明两年|今冬明春|去冬今春|届时|远期|近期|(?:今后|未来)(?:一个|一段)(?:时期|时间)|本?世纪[中末]叶?|截至目前|目前|当前|(?:去年|今年|年初)以来|近年来|[三四五]年(?=累计|新增|共)|近[一二三两四五六七八九十]年|[一三五]年来|过去[一五]年|前?[一二三四]季度|前?(?:\\d{1,2}|[一二两三四五六七八九十])个月|(?:汛期?|春节|国庆|入[冬汛])前|20\\d\\d[-—]20\\d\\d年度?|下一步|下阶段|接下来|上半年|下半年|新的一年|(?:未来|今后)[一二两三五d]年|于?\\d{1,2}月\\d{1,2}日起?|\\d{1,2}月(?:末|底|份)?(?:前)?|(?:平均)?每年)(?:以来|时|内|间|期间)?';
const LEADING_TIME = new RegExp(`^${TIME}`);
/** A time that a phrase ends with, with the word that compares with it. */
export const TRAILING_TIME = new RegExp(`(?:较|(?<![占同环对])比)?${TIME}$`);

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
    .replace(/[“”‘’"'《》\s·*（）]|(?<!\d)[—－-]+|[—－-]+(?!\d)/g, '');
}

/** 投产后可实现, 可输送: what comes of it is what can be done. */
const ABLE =
  /^[^，、]{0,6}(?:投产|达产|建成|投用|通车)后(?:可|能|将|预计)*(?=..)|^(?:可以|能够|可望)|^[可能](?=实现|达|从|向|为|满足|容纳|新增|提供|带动|输送|节|供|减|引调|年|每)/;

/** Take times, adverbs and working verbs off the front; a verb of making is kept apart. */
export function stripLead(phrase: string): Pick<Noun, 'base' | 'verb' | 'work'> {
  let words = phrase;
  let verb = '';
  let work = '';
  for (let before = ''; before !== words; ) {
    before = words;
    words = stripPlace(
      stripTimes(words.replace(/^(?:[、，的]|但|不仅|而(?!立)|即(?!将))+/, '').replace(ABLE, '')),
    );
    if (nounStarts.startsAt(words, 0) !== '') break;
    const make = makeVerbs.startsAt(words, 0);
    const works = workVerbs.startsAt(words, 0);
    const manner = manners.startsAt(words, 0);
    const done = words.slice(manner.length);
    const moves = (startsVerb(done) && !isTask(done)) || YEARLY.test(done);
    const adverb = adverbs.startsAt(words, 0) || (moves ? manner : '');
    const word = [make, works, adverb].reduce((a, b) => (b.length > a.length ? b : a));
    if (word === '' && words !== before) continue;
    const rest = words.slice(word.length);
    if (word === '' || (word !== adverb && (isCompound(rest) || GENERAL.test(rest)))) break;
    if (word === make) verb = make;
    // 筹集各类资金 is still of what is raised.
    if (!/^各[类级地]$/.test(word)) work = word === works && word.length > 1 ? works : '';
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

/** Nouns that say nothing without the verb before them: 建设项目. */
const GENERAL = /^(?:项目|工程|任务)(?:个数|数量|总数)?$/;

/** 加快年度投资 is of 投资, though nothing is done behind the manner. */
const YEARLY = /^(?:年度|全年)(?:计划|完成)?投资$/;

/** 重点建设项目 is a kind of project, and 重点建设 no manner of building one. */
function isTask(words: string): boolean {
  const verb = workVerbs.startsAt(words, 0);
  return verb !== '' && GENERAL.test(words.slice(verb.length));
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
