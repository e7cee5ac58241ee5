import type { Quantity } from '../quantity/bounds.ts';
import type { Span } from './clauses.ts';
import type { Phrase } from './phrases.ts';

/** A level that something leaves: 从75%提高到100% states 100%, and 从30元、40元提高到 the levels behind. */
const LEAVES = /(?:从|由)(?:[^，、和]{0,12}\d[\d.万亿]*[^，、和\d]{1,4}[、和])*[^，、]{0,12}$/;
const FOR_A_LEVEL =
  /^(?::[\d.]+){0,4}(?:[、和][\d.万亿]+[^，、\d]{1,4}?)*.{0,6}?(?:提高|提升|增加|增长|上升|扩大|扩展|拓展|延长|跃升|攀升|下降|降低|降|减少|缩小|缩短|增|升|压缩|压减|缩减|精简|调整|扩|减|优化|下调|上调)(?:到|至|为|成)/;

/** A comma and a verb of change with what leads to the level. */
const LONGEST_VERB = 6;

/** Whether a quantity says something of its own: not a slogan in quotes, not the level a change sets out from. */
export function isMeant(text: string, clause: Span, quantity: Quantity): boolean {
  const before = text.slice(clause.start, quantity.start);
  const behind = text.slice(quantity.end, clause.end);
  // 由5个多小时，缩短至2小时 has a comma between.
  const onwards = text.slice(quantity.end, clause.end + LONGEST_VERB);
  // 从26万亿元增加到51万亿元，跃升到世界第二 has left only the first.
  if (!/[到至]$/.test(before) && LEAVES.test(before) && FOR_A_LEVEL.test(onwards)) return false;
  if (
    /(?:现行|现有|原来|目前)$/.test(before) &&
    /^的[^，、]{1,8}(?:降|提高|提升|下调|调整|增|减)[^，、]{0,2}(?:至|到|为)/.test(behind)
  )
    return false;
  // 10月过半, 时间过半: how far the time is.
  if (text.startsWith('过半', quantity.start) && /(?:月份?|时间|[春夏秋冬]季?|赛程)$/.test(before))
    return false;
  return (
    !isQuoted(before, behind) ||
    (!isNamedSo(before, behind) &&
      /^(?:measure|time|share|times)$/.test(quantity.unit?.kind ?? '') &&
      !quantity.chinese)
  );
}

/** “1%工作法” is the name of a method. */
function isNamedSo(before: string, behind: string): boolean {
  return before.endsWith('“') && /^[^”，、\d]{2,6}[法式制]”/.test(behind);
}

function isQuoted(before: string, behind: string): boolean {
  const open = before.lastIndexOf('“');
  return open > before.lastIndexOf('”') && open >= 0 && behind.includes('”');
}

/** 8亿、6亿美元: a number without a unit takes the one of the number it is coordinated with. */
export function shareUnits(phrases: readonly Phrase[]): readonly Phrase[] {
  const shared = [...phrases];
  for (let i = shared.length - 2; i >= 0; i--) {
    const phrase = shared[i];
    const next = shared[i + 1];
    if (phrase === undefined || phrase.quantity.unit !== null || !next?.coordinated) continue;
    shared[i] = { ...phrase, quantity: { ...phrase.quantity, unit: next.quantity.unit } };
  }
  return shared;
}

/** Sums of money, of which news says the number alone: 完成投资500亿. */
export const MONEY: RegExp =
  /(?:投[资入]|票房|资金|总额|产值|增加值|生产总值|GDP|收入|营收|贷款|存款|信贷|融资|税收|税费|利润|(?:交易|销售|成交|零售|进出口)额|消费|债券|补贴|预算|支出|基金|授信|(?:经济|产业|行业|企业|集群)(?:总量|规模))$/;
/** Sums below are written with their unit. */
const LEAST_SUM = 100_000_000;

/** Nouns that carry their unit with them, for numbers that stand right before or behind them without one. */
const OWN_UNITS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:人口|人数|人员|学生|在校生|毕业生|群众|职工|农民|老人|老年人|党员|干部|教师|医护人员|志愿者|居民|儿童|中国人|农民工|劳动力|就业|妇女|患者|青年|人)$/,
    '人',
  ],
  [/人次$/, '人次'],
  [/(?:家庭|农户|用户)$/, '户'],
  [/(?:企业|主体|商户)$/, '家'],
];

/** The unit a statement carries: the written one, else that of the noun (减少农村贫困人口1000万). */
export function unitName(text: string, quantity: Quantity, indicator: string): string | null {
  if (quantity.unit !== null) return quantity.unit.name;
  const behind = /^[^，、；。：\s]{0,8}/.exec(text.slice(quantity.end, quantity.end + 8))?.[0] ?? '';
  const plain = indicator.replace(/(?:减少|增加|增长|下降|增速|降幅|发行)$/, '');
  const spent = text.slice(Math.max(0, quantity.start - 2), quantity.start);
  if (quantity.value >= LEAST_SUM && (MONEY.test(plain) || /投[资入]$/.test(spent))) return '元';
  for (const [noun, unit] of OWN_UNITS) {
    if (noun.test(plain) || [...behind].some((_, i) => noun.test(behind.slice(0, i + 1)))) return unit;
  }
  return null;
}
