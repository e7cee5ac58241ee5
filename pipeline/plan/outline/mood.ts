import type { Paragraph } from '../clauses.ts';
import type { SectionTense } from './section-tense.ts';

/** Something in a sentence that plans have more often than reviews, or less. */
interface Cue {
  /** What it adds to the natural logarithm of the odds that the sentence is a plan's. */
  readonly weight: number;
  readonly found: RegExp;
  /** Whether it says that something is done: few pieces of a review go without. */
  readonly done?: boolean;
}

/**
 * Weights of a logistic regression on 90,000 sentences from the reviews and plans of 485 work reports of provinces and
 * cities; docs/reading.md has how well they tell others.
 */
const CUES: readonly Cue[] = [
  // How a plan's sentences and clauses begin.
  {
    weight: 0.7,
    found:
      /^(?:加快|继续|支持|抓好|鼓励|做好|做[大强优]|办好|进一步|增强|提高|完善|健全|推动|加强|用好|大力发展|发挥|引导|争创|依托|提升|促进|力争|确保)/,
  },
  {
    weight: 0.7,
    found:
      /^(?:推进|强化|深化|优化|扩大|加大|培育|打造|构建|积极|大力|建设|落实|实施|深入|持续|着力|巩固|拓展|探索|聚焦|突出|充分|改善|规范)/,
  },
  {
    weight: 1.3,
    found: /(?:^|，)(?:加快|继续|支持|抓好|鼓励|做好|推动|完善|确保|提升|健全|增强|办好|引导|争创|打造|促进)/,
  },
  // What it says of what is to come.
  { weight: 1.4, found: /力争|争取|争创|确保/ },
  {
    weight: 1.3,
    found: /(?<!以)今年(?!以来)|我们将|我们要|必须|要(?:坚持|加[快强大]|进一步|着力|把|以|继续)|年内|年底前/,
  },
  { weight: 0.8, found: /更[多加好高优强]|让/ },
  { weight: 1, found: /[抓做办用管建守]好|做[大强优]|培育|打造|争创|鼓励|引导/ },
  {
    weight: 1.6,
    found: /控制在|以内|左右|不低于|不少于|不超过|[\d%个家人户件项名亩里吨元]以上|力争/,
  },
  { weight: 0.6, found: /目标|预期|计划|规划(?=建设|新)|谋划/ },
  // What a review says has come of it.
  { weight: -2.4, found: /[^为除]了(?!解)/, done: true },
  {
    weight: -2.5,
    found:
      /获(?!得感)|入选|荣膺|评为|列入全|位居|居全|排名|(?:[列居]|全[国省市]|实现)第一|首[个批家条次位]|率先|表彰|肯定/,
    done: true,
  },
  { weight: -2.2, found: /成功|圆满|顺利|超额/, done: true },
  {
    weight: -1.9,
    found: /累计(?!达到?|超过|突破)|[一五几近多]年来|过去[一五]年|这[一五]年|以来/,
    done: true,
  },
  { weight: -1.6, found: /取得|得到|明显|显著|成效|进展|面貌|亮点/, done: true },
  {
    weight: -1.7,
    found:
      /(?:推进|完成|加强|增强|提高|提升|改善|实施|突破|建成|启用|投用|投产|通车|开工|竣工|运营|落地|落户|封顶|形成|见效|优化|巩固|好转|覆盖|清零|启动)(?:，|$)/,
    done: true,
  },
  { weight: -0.9, found: /建成投|投入使用|建成通|全线贯通|获批|通过验收|摘帽|脱贫出列|被/, done: true },
  // A figure with a decimal is counted, unless it is a bound.
  {
    weight: -1.4,
    found: /^(?!.*(?:左右|以内|以上|控制|力争)).*\d\.\d+(?:%|个百分点)/,
    done: true,
  },
  { weight: -1, found: /(?:增长|提高|下降|增加|突破|达到?|完成|实现)[^，。]{0,8}\d+\.\d/ },
  { weight: -1.4, found: /(?:亿元|万人|万户|公里|平方米|万亩|万吨|家|个|名|项|件)(?:，|$)/ },
  { weight: -0.7, found: /\d+%/ },
  { weight: -0.3, found: /全年|上年|去年|同比|比\d{4}年/ },
  { weight: -0.6, found: /^(?:新增|新建|建成|完成|全年|全市|全省|全县|全区|我市|城乡|城镇)/ },
];
/** What a sentence without any cue says, if it begins with a verb, and if it has a subject, as most of a review do. */
const EVEN = 0.4;
const HAS_SUBJECT = -0.6;
const VERB =
  /^(?:加快|推进|推动|支持|完善|加强|提升|继续|提高|抓好|抓实|鼓励|打造|做好|做[大强优]|促进|健全|深化|大力|积极|强化|建设|引导|加大|培育|发挥|扩大|努力|增强|优化|构建|巩固|进一步|用好|办好|争创|落实|实施|深入|持续|全面|着力|统筹|拓展|建立|严格|坚持|围绕|聚焦|突出|创新|探索|规范|改善|改造|开展|启动|完成|新建|新增|建成|制定|出台|组织|扎实|稳步|有序|高标准|高质量|高水平|切实|认真|坚决|依托|按照|充分|打通|改扩建|安装|投放|创建|维修|更新|培训|培养|招引|引进|升级|整治|治理|盘活|举办|推广|普及|设立|成立|发放|资助|救助|帮扶|帮助|免费|为|对|让|把|将|全力|高效|建好|修建|续建|谋划|申报|争取|力争|确保|实行|保障|保持|严守|守住|整合|购置|配备|增加|增设|再)/;

/** What stands before the first word of a sentence: **一是**, （二）, 3. */
const MARK = /^[\s*#■●◆▲★•·—]*(?:（.{1,3}）|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}(?:是|、))?\**\s*/;

/** A shorter sentence is a caption, or a line of figures. */
const SHORTEST = 8;
const LONGEST = 300;
const MOST_SENTENCES = 400;
const FEWEST_SENTENCES = 5;
/** Sums of weights beyond which a stretch is a plan's, and surely a review's: there even 将 and 预计 plan nothing. */
const PLAN = 6;
const REVIEW = -20;
/** So much like a review is what stands before a turn; figures that open a plan sound like one too, but less. */
const BEFORE_TURN = -12;
/**
 * News has subjects: so many sentences of a plan begin with a verb where all else sounds like one, of a review, and of a
 * plan where little else does. Of 775 items of news none is taken for a review, and 10 for a plan.
 */
const VERBAL = { plan: 0.2, review: 0.25, faintPlan: 0.4 };
/** Of a list of tasks, most do, and few say that anything is done. */
const TASKS = 0.6;
const DONE = 0.16;
const FEWEST_TASKS = 6;
/** So many sentences of which none says that anything is done are no review's, unless they sound much like one. */
const MANY = 8;
const MUCH_LIKE_REVIEW = -6;

/** What a stretch of text sounds like: sums over its sentences. */
interface Mood {
  readonly odds: number;
  readonly sentences: number;
  /** Those that begin with a verb, and those that say that something is done. */
  readonly verbal: number;
  readonly done: number;
}

/** How a text sounds that no title and no heading calls a plan or a report. */
export interface TextMood {
  /** What the paragraph that starts at an offset is; null where the text does not sound clearly like either. */
  readonly at: (start: number) => SectionTense | null;
  /** Some of it sounds like a plan. */
  readonly plans: boolean;
  /** It sounds more like a review than like a plan, clearly or not. */
  readonly looksBack: boolean;
}

/** What sounds like nothing: a text whose title says what it is. */
export const NO_MOOD: TextMood = { at: () => null, plans: false, looksBack: false };

/**
 * Tell by how its sentences are made which paragraphs of a text plan and which look back.
 *
 * A report looks back first, so there is one turn at most: where the sentences before it sound most like a review's and
 * those behind it most like a plan's. News is read by what it says of each thing.
 */
export function readMood(text: string, paragraphs: readonly Paragraph[]): TextMood {
  if (TOLD.test(text.slice(0, NEAR_TOP)) || TOLD_OF_PLAN.test(text.slice(0, LONGEST_NEWS))) return NO_MOOD;
  const moods = moodsOf(text, paragraphs);
  const turn = turnOf(moods.map(({ odds }) => odds));
  const [before, behind, whole] = [sumOf(moods.slice(0, turn)), sumOf(moods.slice(turn)), sumOf(moods)];
  const turns = before.odds < BEFORE_TURN && tenseOf(behind) === 'plan';
  const at = turns ? (paragraphs[turn]?.start ?? 0) : 0;
  const [first, then] = [tenseOf(before), tenseOf(turns ? behind : whole)];
  return {
    at: (start) => (start < at ? first : then),
    plans: then === 'plan',
    looksBack: whole.sentences >= FEWEST_SENTENCES && whole.odds < 0,
  };
}

/** News says where it has it from, and a communiqué what it counted. */
const TOLD = /记者|[讯电]\s|日[电讯]|获悉|据悉|公报|来源[:：]|本报|日前|近日/;
const NEAR_TOP = 300;
/** News of a plan has words of its own for what it tells: 《方案》提出，…. */
const TOLD_OF_PLAN = /》(?:中?还?)?(?:提出|明确|指出|强调|要求|规定|显示)/;
const LONGEST_NEWS = 2000;

function tenseOf({ odds, sentences, verbal, done }: Mood): SectionTense | null {
  if (sentences < FEWEST_SENTENCES) return null;
  if (odds > PLAN && verbal >= VERBAL.plan * sentences) return 'plan';
  if (odds < REVIEW && verbal >= VERBAL.review * sentences) return 'review';
  if (verbal < VERBAL.faintPlan * sentences) return null;
  const isTasks = sentences >= FEWEST_TASKS && verbal >= TASKS * sentences && done <= DONE * sentences;
  return isTasks || (sentences >= MANY && done === 0 && odds > MUCH_LIKE_REVIEW) ? 'plan' : null;
}

/** The number of paragraphs before the turn: with them the sum is least. */
function turnOf(odds: readonly number[]): number {
  let [sum, least, turn] = [0, 0, 0];
  for (const [at, each] of odds.entries()) {
    sum += each;
    if (sum < least) [least, turn] = [sum, at + 1];
  }
  return turn;
}

function moodsOf(text: string, paragraphs: readonly Paragraph[]): Mood[] {
  let left = MOST_SENTENCES;
  return paragraphs.map(({ sentences }) => {
    const read = sentences.filter(({ start, end }) => end - start >= SHORTEST).slice(0, left);
    left -= read.length;
    return sumOf(read.map(({ start, end }) => moodOf(text.slice(start, Math.min(end, start + LONGEST)))));
  });
}

function moodOf(sentence: string): Mood {
  const words = sentence.replace(MARK, '');
  const cues = CUES.filter(({ found }) => found.test(words));
  const verbal = VERB.test(words);
  const odds = cues.reduce((sum, { weight }) => sum + weight, verbal ? EVEN : EVEN + HAS_SUBJECT);
  return {
    odds,
    sentences: 1,
    verbal: verbal ? 1 : 0,
    done: cues.some(({ done }) => done) ? 1 : 0,
  };
}

function sumOf(moods: readonly Mood[]): Mood {
  const sum = { odds: 0, sentences: 0, verbal: 0, done: 0 };
  for (const { odds, sentences, verbal, done } of moods) {
    sum.odds += odds;
    sum.sentences += sentences;
    sum.verbal += verbal;
    sum.done += done;
  }
  return sum;
}
