import type { Quantity } from '../quantity/bounds.ts';
import type { Span } from './clauses.ts';
import { stripLead } from './indicator/noun-lead.ts';
import { changeVerbs, levelVerbs, makeVerbs, workVerbs } from './words.ts';

/** A quantity in its clause: what is said before it and behind it, up to its neighbours. */
export interface Phrase {
  readonly quantity: Quantity;
  readonly clause: Span;
  readonly left: string;
  readonly right: string;
  /** Only a separator stands between it and the quantity before: 8.7%、31.5%和32.3%. */
  readonly coordinated: boolean;
}

/** 65条、总长度57公里的道路: the second number measures what the first counts. */
const MEASURES_IT = /^、?(?:总|全)(?:长度?|面积|里程|投资|规模)$/;

const SEPARATOR = /^(?:、|:|和|及|与|以及|，|或)$/;
const LEADING = /^(?:、|以及|和|及|与)/;
const TRAILING = /(?:、|以及|和|及|与)$/;

/**
 * Share the words of a clause out among its quantities.
 *
 * Between two quantities the words belong to the second if a separator stands behind the first (1.7万家、农村危房6000户),
 * to the first if it stands before the second (2000个重点项目、3个园区), else they are cut at the last 、 or at a verb.
 */
export function readPhrases(text: string, clause: Span, quantities: readonly Quantity[]): readonly Phrase[] {
  const gaps = quantities
    .slice(1)
    .map((quantity, i) => cutGap(text.slice(quantities[i]?.end ?? 0, quantity.start)));
  return quantities.map((quantity, i) => {
    const before = gaps[i - 1];
    const left = before === undefined ? text.slice(clause.start, quantity.start) : before.left;
    const gap = gaps[i];
    const next = quantities[i + 1];
    const shared =
      next !== undefined &&
      (next.start === quantity.end ||
        (MEASURES_IT.test(text.slice(quantity.end, next.start)) && text.startsWith('的', next.end)));
    const until = shared
      ? gaps[i + 1] === undefined
        ? clause.end
        : (quantities[i + 2]?.start ?? clause.end)
      : 0;
    const right = gap === undefined ? text.slice(quantity.end, clause.end) : gap.right;
    // 16幅105公顷土地: both numbers count the same noun.
    const noun = shared ? text.slice(quantities[i + 1]?.end ?? 0, until) : right;
    return { quantity, clause, left, right: noun, coordinated: before?.coordinated ?? false };
  });
}

/** What is done with things, behind their name: 贫困村脱贫, 学校周边环境, 新城的规划编制. */
const DONE_WITH =
  /(?<=.)(?:的.|通(?:硬化路|公路|客车)|脱贫|摘帽|出列|周边|改造|整治|治理|修复|建设|保护|提升|达标|创建)/;

/** What parts of things reach: 90%大型水厂、80%中型水厂要达到节水标准. */
const REACHED = /(?<=^[^，、]{2,8})[要须应将]?达到[^，、\d]{2,12}$/;

/** 100个小区、20个街区改造 and 开工4座、竣工3座水厂: what the last of a list says is of those before it too. */
export function shareTails(phrases: readonly Phrase[]): readonly Phrase[] {
  const shared = [...phrases];
  for (let i = shared.length - 2; i >= 0; i--) {
    const phrase = shared[i];
    const next = shared[i + 1];
    if (phrase?.quantity.unit?.kind === 'share' && next?.quantity.unit?.kind === 'share') {
      const reached = REACHED.exec(next.right)?.[0] ?? '';
      if (reached !== '' && isShort(phrase.right)) shared[i] = { ...phrase, right: phrase.right + reached };
    }
    // 1000平方米、30户危旧房: what numbers beside each other measure stands behind the last.
    const alone = phrase?.right === '' && (phrase.left === '' || isVerb(phrase.left));
    if (alone && next?.coordinated && isAmount(next) && isAmount(phrase))
      shared[i] = { ...phrase, right: next.right };
    // 年度投资60亿元的20个项目建成: the sum is of those that are counted.
    if (phrase?.right === '的' && next?.quantity.unit?.kind === 'count' && next.left === '的')
      shared[i] = { ...phrase, right: `的${next.right}` };
    if (phrase?.quantity.unit?.kind !== 'count' || next?.quantity.unit?.kind !== 'count') continue;
    const tail = DONE_WITH.exec(next.right);
    const bare = phrase.right === '' && isVerb(phrase.left) && isVerb(next.left);
    const ranked = tailOfRank(phrase.right, next.right);
    if (bare) shared[i] = { ...phrase, right: next.right };
    else if (ranked !== '') shared[i] = { ...phrase, right: phrase.right + ranked };
    else if (tail !== null && isShort(phrase.right) && !DONE_WITH.test(phrase.right))
      shared[i] = { ...phrase, right: phrase.right + next.right.slice(tail.index) };
  }
  return shared;
}

const RANK = /^(?:(?:国家|[省市县区]{1,2}|[1-5]A|[一二三四五]星)级|\d+千伏|[一二三][甲乙级])/;

/** 40个省级、90个市级重点项目 are both 重点项目, 4个4A级、3个3A级景区 both 景区, and 40个省级重点、90个专项项目 both 项目. */
function tailOfRank(noun: string, next: string): string {
  const own = RANK.exec(noun)?.[0];
  const said = own === undefined ? '-' : noun.slice(own.length);
  if (said !== '' && said !== '重点') return '';
  const rest = RANK.test(next) ? next.replace(RANK, '') : said === '' ? '' : (GENERAL.exec(next)?.[0] ?? '');
  return rest.startsWith(said) ? rest.slice(said.length) : rest;
}

const GENERAL = /(?:项目|工程|企业|任务)$/;

/** Neither a share nor a rate. */
function isAmount({ quantity }: Phrase): boolean {
  return /^(?:count|people|measure)$/.test(quantity.unit?.kind ?? '');
}

/** A longer noun says itself what is done. */
function isShort(noun: string): boolean {
  return noun.length > 0 && noun.length <= 8 && !/[、，]/.test(noun);
}

function isVerb(words: string): boolean {
  const verb = words.replace(ITEM, '');
  const last = makeVerbs.endsAt(verb, verb.length) || workVerbs.endsAt(verb, verb.length);
  return last !== '' && stripLead(verb).base === '';
}

/** The mark of an item: 10.完成20个、启动30个. */
const ITEM = /^\s*(?:\d{1,2}[.、]|（\d{1,2}）)/;

interface Gap {
  readonly right: string;
  readonly left: string;
  readonly coordinated: boolean;
}

function cutGap(gap: string): Gap {
  if (gap === '' || SEPARATOR.test(gap)) return { right: '', left: '', coordinated: gap !== '' };
  if (LEADING.test(gap)) return { right: '', left: gap.replace(LEADING, ''), coordinated: false };
  if (TRAILING.test(gap)) return { right: gap.replace(TRAILING, ''), left: '', coordinated: false };
  // 15条道路以及师院北街等22条: another item begins.
  const also = gap.indexOf('以及');
  if (also > 0) return { right: gap.slice(0, also), left: gap.slice(also + 2), coordinated: false };
  const comma = gap.lastIndexOf('、');
  if (comma > 0) return { right: gap.slice(0, comma), left: gap.slice(comma + 1), coordinated: false };
  const verb = verbIn(gap);
  if (verb > 0) return { right: gap.slice(0, verb), left: gap, coordinated: false };
  return { right: gap, left: gap, coordinated: false };
}

/** Where the first verb of change or making begins within a gap, or -1. */
function verbIn(gap: string): number {
  for (let at = 1; at < gap.length; at++) {
    const word = makeVerbs.startsAt(gap, at) || changeVerbs.startsAt(gap, at) || levelVerbs.startsAt(gap, at);
    if (word.length > 1) return at;
  }
  return -1;
}
