import { areaList } from '@vant/area-data';

/** An administrative division of GB/T 2260. */
export interface Place {
  /** Full name, such as 青岛市. */
  readonly name: string;
  /** As people say it, such as 青岛. */
  readonly short: string;
  /** 1 province, 2 prefecture, 3 county. */
  readonly level: 1 | 2 | 3;
  /** Six digits; the first two name the province. */
  readonly code: string;
}

/** A place that a text names, and how many characters its name takes. */
export interface FoundPlace {
  readonly place: Place;
  readonly length: number;
}

/** What a place's name ends with by its rank; the peoples of autonomous places belong to the ending. */
const PEOPLES =
  '(?:(?:壮|回|藏|苗|彝|土家|侗|瑶|白|哈尼|傣|傈僳|景颇|朝鲜|蒙古|满|羌|黎|布依|畲|土|东乡|保安|撒拉|裕固|哈萨克|塔吉克|锡伯|达斡尔|纳西|拉祜|佤|仡佬|水|毛南|仫佬|独龙|怒|普米|布朗|各)族)*';
const ENDING = new RegExp(
  `${PEOPLES}(?:维吾尔自治区|(?:蒙古|哈萨克|柯尔克孜)?自治[州县]|特别行政区|自治[区旗]|地区|林区|特区|省|市|县|区|盟|旗)$`,
);

/** Districts and counties whose short name is an ordinary word would be seen everywhere; they need their full name. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

const places: readonly Place[] = readPlaces();
const byFirst: ReadonlyMap<string, readonly (readonly [string, Place])[]> = indexPlaces();

function readPlaces(): readonly Place[] {
  const lists = [areaList.province_list, areaList.city_list, areaList.county_list];
  return lists.flatMap((list, i) =>
    Object.entries(list)
      .filter(([, name]) => name.length > 1 && !/直辖|^市辖区$|^其他|^县$|^外国$/.test(name))
      .map(
        ([code, name]) =>
          ({ name, short: shortName(name), level: i === 0 ? 1 : i === 1 ? 2 : 3, code }) as const,
      ),
  );
}

function indexPlaces(): ReadonlyMap<string, readonly (readonly [string, Place])[]> {
  const map = new Map<string, [string, Place][]>();
  const seen = new Set<string>();
  for (const place of places) {
    // 江川瑶族自治县 calls itself 江川县.
    const rank = /自治([县旗])$/.exec(place.name)?.[1];
    const called = rank === undefined ? [] : [place.short + rank];
    const names = place.level < 3 ? [place.name, place.short] : [place.name, ...called];
    for (const name of names.filter((n) => n.length > 1 && !seen.has(n))) {
      seen.add(name);
      map.set(name.slice(0, 2), [...(map.get(name.slice(0, 2)) ?? []), [name, place]]);
    }
  }
  for (const list of map.values()) list.sort(([a], [b]) => b.length - a.length);
  return map;
}

/** A place's name as people say it: 上海市青浦区 -> 青浦, 烟台市 -> 烟台, 宁夏回族自治区 -> 宁夏. */
function shortName(name: string): string {
  const last = /(?:省|自治区|市|自治州|地区|盟)(.{2,}(?:市|区|县|旗|州))$/.exec(name)?.[1] ?? name;
  // 浦东新区 and 开发区 are never said without their 区.
  if (/(?:新|开发|园|保税|示范)区$/.test(last)) return last;
  const short = last.replace(ENDING, '');
  return short.length > 1 ? short : last;
}

/** The place whose name begins at an offset, the longest if several do, and how many characters it takes. */
export function placeAt(text: string, at: number): FoundPlace | null {
  const found = byFirst.get(text.slice(at, at + 2))?.find(([name]) => text.startsWith(name, at));
  return found === undefined ? null : { place: found[1], length: found[0].length };
}

/** Districts whose name any town has a part of: only behind their city are they places. */
const COMMON = /^(?:[老新]?城区|郊区|矿区)$/;

/**
 * The division a body's or a document's name begins with: 山东省青岛市… is 青岛市, 全国… none.
 *
 * @returns null where it begins with no place
 */
export function leadingPlace(text: string): FoundPlace | null {
  let found: FoundPlace | null = null;
  for (let at = 0; ; ) {
    const next = placeAt(text, at);
    if (at === 0 && next !== null && COMMON.test(next.place.name)) return null;
    if (next === null || (found !== null && next.place.level <= found.place.level)) return found;
    at += next.length;
    found = { place: next.place, length: at };
  }
}

/** The divisions that words begin with a list of: 南平市、三明市两地, as people say them. */
export function placesListed(words: string): readonly string[] {
  const listed: string[] = [];
  for (let rest = words; ; ) {
    const found = leadingPlace(rest);
    if (found === null) return listed;
    listed.push(found.place.level === 3 ? found.place.name : found.place.short);
    rest = rest.slice(found.length);
    if (!/^[、和与及]/.test(rest)) return listed;
    rest = rest.slice(1);
  }
}

/** Zones are no divisions of the register: 青岛西海岸新区, 济南起步区. */
const ZONE =
  /^[一-鿿]{0,8}?(?:新区|开发区|高新区|保税区|综保区|自贸区|自贸试验区|示范区|产业园区|工业园区|起步区)(?!建设|域)/;

/**
 * The zone that a body's name begins with behind its province or city: 西海岸新区 of 青岛西海岸新区管委会.
 *
 * @returns null where it is the body of a division itself
 */
export function zoneOf(issuer: string): string | null {
  const lead = leadingPlace(issuer);
  return lead === null || lead.place.level === 3 ? null : (ZONE.exec(issuer.slice(lead.length))?.[0] ?? null);
}

/**
 * The city that a district or county lies in, where only one of that name is known.
 *
 * @returns null for what is no county, and for names that several have (鼓楼区)
 */
export function cityOf(name: string): string | null {
  const named = places.filter((place) => place.level === 3 && place.name === name);
  const code = named.length === 1 ? named[0]?.code.slice(0, 4) : undefined;
  return places.find((place) => place.level === 2 && place.code === `${code}00`)?.name ?? null;
}

/** The province that a city lies in; null for what is no city. */
export function provinceOf(name: string): string | null {
  const city = places.find((place) => place.level < 3 && place.name === name);
  if (city?.level !== 2) return null;
  return (
    places.find((place) => place.level === 1 && place.code === `${city.code.slice(0, 2)}0000`)?.name ?? null
  );
}

/** What the report of a municipality or an autonomous region calls the whole of it; null for any other place. */
export function wholeOf({ level, code, name }: Place): string | null {
  if (level < 3 && MUNICIPALITIES.has(code.slice(0, 2))) return '全市';
  return name.endsWith('自治区') ? '全区' : null;
}
