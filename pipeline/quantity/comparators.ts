import type { Comparator } from '../../core/plan.ts';

type Words = readonly (readonly [string, Comparator])[];

/** Words directly before a number, longest first: 不超过 must not be read as 超过. */
const BEFORE: Words = sorted([
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['不下于', '>='],
  ['不下', '>='],
  ['至少', '>='],
  ['最少', '>='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不大于', '<='],
  ['不多于', '<='],
  ['不突破', '<='],
  ['最多', '<='],
  ['至多', '<='],
  ['不得低于', '>='],
  ['不能低于', '>='],
  ['不得少于', '>='],
  ['不得超过', '<='],
  ['不能超过', '<='],
  ['不得高于', '<='],
  ['不得突破', '<='],
  ['保底', '>='],
  ['大于等于', '>='],
  ['大于或等于', '>='],
  ['小于等于', '<='],
  ['小于或等于', '<='],
  ['≥', '>='],
  ['≧', '>='],
  ['>=', '>='],
  ['≤', '<='],
  ['≦', '<='],
  ['<=', '<='],
  ['>', '>'],
  ['<', '<'],
  ['上', '>='],
  ['过', '>'],
  ['超过', '>'],
  ['超出', '>'],
  ['超过了', '>'],
  ['超出了', '>'],
  ['突破了', '>'],
  ['超', '>'],
  ['突破', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['多于', '>'],
  ['逾', '>'],
  ['破', '>'],
  ['低于', '<'],
  ['小于', '<'],
  ['少于', '<'],
  ['不足', '<'],
  ['不到', '<'],
  ['大约', '~'],
  ['约为', '~'],
  ['约', '~'],
  ['将近', '~'],
  ['接近', '~'],
  ['近', '~'],
  ['大概', '~'],
  ['左右', '~'],
]);

/** Words directly behind a number and its unit. */
const BEHIND: Words = sorted([
  ['以上', '>='],
  ['及以上', '>='],
  ['或以上', '>='],
  ['之上', '>='],
  ['以内', '<='],
  ['之内', '<='],
  ['以下', '<='],
  ['及以下', '<='],
  ['或以下', '<='],
  ['之下', '<='],
  ['左右', '~'],
  ['上下', '~'],
  ['多', '>'],
  ['余', '>'],
]);

/** Bounds that may have a verb between them and the number: 至少降低30%. */
const AHEAD: Words = [
  ['至少', '>='],
  ['最少', '>='],
  ['不少于', '>='],
  ['最多', '<='],
  ['至多', '<='],
];

function sorted(words: Words): Words {
  return [...words].sort(([a], [b]) => b.length - a.length);
}

/** A comparator and how many characters it takes. */
export interface ComparatorWord {
  readonly comparator: Comparator;
  readonly length: number;
}

/** The comparator that ends where a number begins. */
export function comparatorBefore(text: string, numberStart: number): ComparatorWord | null {
  const found = BEFORE.find(
    ([word]) => text.endsWith(word, numberStart) && standsAlone(text, numberStart, word),
  );
  if (found !== undefined) return { comparator: found[1], length: found[0].length };
  // A verb may stand between: 至少降低30%, 至少有一家.
  const ahead = AHEAD.find(
    ([word]) =>
      text.startsWith(word, numberStart - 2 - word.length) ||
      text.startsWith(`${word}有`, numberStart - 1 - word.length),
  );
  return ahead === undefined ? null : { comparator: ahead[1], length: 0 };
}

/** The comparator that begins where a number and its unit end. */
export function comparatorBehind(text: string, unitEnd: number): ComparatorWord | null {
  // 1%（含）以内 has its bound behind the bracket.
  const open = text.startsWith('（含）', unitEnd) ? 3 : 0;
  const found = BEHIND.find(([word]) => text.startsWith(word, unitEnd + open));
  if (found === undefined) return null;
  if (open > 0) return { comparator: found[1], length: open + found[0].length };
  // 多 and 余 behind a unit begin other words: 5个多边机制, 30个多月.
  if (found[0].length === 1 && !/[^一-鿿]|^$/.test(text.slice(unitEnd + 1, unitEnd + 2))) return null;
  return { comparator: found[1], length: found[0].length };
}

/** 破 and 近 are comparators only where they are not the end of another word (突破 is its own entry, 最近 is none). */
function standsAlone(text: string, numberStart: number, word: string): boolean {
  if (word.length > 1) return true;
  const before = text[numberStart - 2] ?? '';
  // 上百项 is a bound, and only before a scale word; 以上百万 and 线上百场 are none.
  if (word === '上')
    return (
      /[百千万亿]/.test(text[numberStart] ?? '') &&
      !/[跨迈登踏站跃以网线路地海街桌岗船车马场会之]/.test(before)
    );
  if (word === '近') return before !== '最' && before !== '附' && before !== '邻';
  if (word === '过') return !/[超通经渡越不路度]/.test(before);
  if (word === '破') return before !== '攻' && before !== '打';
  if (word === '约') return !/[节签集履合预]/.test(before);
  return true;
}
