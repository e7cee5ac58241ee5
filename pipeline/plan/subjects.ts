import { makeVerbs } from './words.ts';

/** Heads that several subjects share, longest first. */
export const HEAD: RegExp =
  /(?:人均(?:可支配|纯)?收入|人均.{2,8}标准|地区生产总值|生产总值|排放总量|排放量|增加值|(?:贷款)?余额|总产值|零售额|销售额|成交额|吞吐量|使用量|营业收入|产量|产值|总量|规模|(?:播种|种植)?面积|里程|总额|总数|数量|增速|[一-鿿]{2}化率|[一-鿿]{2}(?<!化)率|盖度|占比|比重|比例|标准|投资|浓度|价格|人数|利润|收入|保险)$/;

/** Heads that say nothing without a thing of their own, so that every item takes them: 风电、光电和核电占比. */
const SHARED = /.{2}(?:占比|比重|比例|率|产量|面积|保险)$/;

/** The last of several branches of the economy: 三产增加值. */
const NUMBERED = /^第?[一二三](次?产.*)$/;

/** What all items of a list are taken of: 单位生产总值用水量、能耗. */
const PER = /^(?:单位|每?万元)(?:国内|地区)?(?:生产总值|GDP|(?:规上|规模以上)?工业增加值)(?=.)/;

/** Where people live, in lists that name the people once. */
const AREA = /^(?:城镇|城市|农村|乡村)/;

/** What parts the items of a list; 普及率, 饱和度 and 参与率 have such a character within a word. */
const BETWEEN = /、|以及|(?<![总共缓饱])和(?![谐平睦])|(?<![普涉波顾])及(?![以时])|(?<![参给])与/;

/** The items of a list as written. */
export function itemsOf(list: string): readonly string[] {
  return list
    .replace(/^([一二三])([一二三])(?:([一二三]))?(?=次?产)/, (_, ...items) =>
      items.slice(0, 3).filter(Boolean).join('、'),
    )
    .split(BETWEEN)
    .filter((item) => item.length > 0);
}

/** 普及率、垃圾和污水治理率: whatever has no measure of its own takes the next one's. */
function withHeads(items: readonly string[]): readonly string[] {
  let next = items.at(-1) ?? '';
  return items
    .map((_, i) => {
      const item = items[items.length - 1 - i] ?? '';
      next = HEAD.test(item) ? item : item + headAfter(item, next);
      return next;
    })
    .reverse();
}

/** 高校、中职毕业生就业创业率: whose rate it is belongs to each. */
const PEOPLE = /毕业生|居民|学生|职工|教师|儿童|老人/;

/** Of 食品、药品抽检合格率 the head stands behind the character both end with, 抽检合格率; else it is a known one. */
function headAfter(item: string, next: string): string {
  const people = next.search(PEOPLE);
  if (people > 0 && people === item.length) return next.slice(people);
  const known = HEAD.exec(next)?.[0] ?? '';
  const head = next.slice(next.indexOf(item.slice(-1)) + 1);
  return head.length > 1 && head.length < next.length && head.endsWith(known) ? head : known;
}

/** 住宿、餐饮营业额: behind items of one length stands the head, if it is short. */
const LONGEST_HEAD = 12;

/** No clause deals a longer list out. */
const MOST_ITEMS = 30;

/** The items of a list, each with the head that only the last one spells out: 汽车、手机零售额 are two 零售额. */
export function subjectsOf(list: string): readonly string[] {
  const items = itemsOf(list);
  if (items.length > MOST_ITEMS) return items;
  const last = items.at(-1) ?? '';
  const numbered = NUMBERED.exec(last);
  // 第一、二、三产业增加值 differ in their numerals alone.
  if (numbered !== null && items.slice(0, -1).every((item) => /^第?[一二三]$/.test(item)))
    return items.map(
      (item) => (items[0]?.startsWith('第') ? '第' : '') + item.replace('第', '').slice(0, 1) + numbered[1],
    );
  const others = items.slice(0, -1);
  // 电子、机械、食品等产业 are three 产业.
  const [, end, kind] = /^(.+)(?<![高中平同初])等(?!级)(.{2,})$/.exec(last) ?? [];
  if (end !== undefined && others.length > 0)
    return [...others, end].map((item) => (HEAD.test(item) ? item : `${item}${kind}`));
  const per = PER.exec(items[0] ?? '')?.[0];
  if (per !== undefined && items.length > 1 && !items.slice(1).some((item) => PER.test(item)))
    return items.map((item, i) => (i === 0 ? item : per + item));
  // 城镇和农村居民可支配收入 is of the same people twice.
  if (AREA.test(last) && others.length > 0 && others.every((item) => AREA.exec(item)?.[0] === item))
    return others.map((item) => item + last.replace(AREA, '')).concat(last);
  if (SHARED.test(last)) return withHeads(items);
  const longest = Math.max(0, ...others.map((item) => item.length));
  if (others.length === 0 || last.length < longest + 2) return items;
  const known = HEAD.exec(last)?.[0];
  const alike = others.every((item) => item.length === longest && !last.endsWith(item.slice(-2)));
  const placed = alike && last.length - longest <= LONGEST_HEAD ? last.slice(longest) : '';
  const whole = (item: string) => known !== undefined && HEAD.exec(item)?.[0] === known;
  return others
    .map((item) => (whole(item) ? item : item + (known ?? (headAfter(item, last) || placed))))
    .concat(last);
}

/** 开工和建成铁路项目 of 各5个 and 分别5个、3个: each verb's. */
export function madeAlike(words: string): readonly string[] {
  for (let at = 0; at < words.length; at++) {
    const verbs: string[] = [];
    let end = at;
    for (let verb = makeVerbs.startsAt(words, at); verb.length > 1; verb = makeVerbs.startsAt(words, end)) {
      verbs.push(verb);
      end += verb.length;
      if (!/[、和及]/.test(words[end] ?? '')) break;
      end++;
    }
    const thing = words.slice(end);
    if (verbs.length > 1 && thing.length > 1) return verbs.map((verb) => verb + thing);
  }
  return [];
}
