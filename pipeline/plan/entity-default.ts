import { leadingPlace, type Place, wholeOf, zoneOf } from './places.ts';

/** Whom the statements of a text are said of until a sentence names somebody else. */
export interface EntityDefault {
  /** What a statement of the issuer carries: null for country and provinces, whose texts say 全国 and 全省. */
  readonly own: string | null;
  /** The issuer's division, if it is one, so that its name as a subject is not taken for another's. */
  readonly place: Place | null;
  /** What the issuer is carried as once the text calls it by name. */
  readonly named: string | null;
  readonly issuer: 'nation' | 'division' | 'body';
  /** The issuer as written, '' where unknown. */
  readonly name: string;
}

/** How the names of companies end. */
const COMPANY_NAME = /(?:集团|公司|银行|电网)$/;

/** The railways of the country are all there are. */
const NATIONWIDE = /国铁|国家铁路/;

/** 《长江三角洲区域一体化发展规划纲要》: a plan of the country for a stretch of it. */
const FOR_STRETCH =
  /(长江三角洲|长三角|珠江三角洲|珠三角|京津冀|粤港澳大湾区|长江经济带|黄河流域|成渝地区)[^《》。，\d]{0,20}(?:规划|纲要|行动计划|实施方案)/;
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['长江三角洲', '长三角'],
  ['珠江三角洲', '珠三角'],
]);

/** The stretch of the country that a text says at its head its plan is for; null for none. */
export function stretchPlanned(head: string): string | null {
  const name = FOR_STRETCH.exec(head)?.[1];
  return name === undefined ? null : (SHORT_NAMES.get(name) ?? name);
}

/**
 * Read from an issuer whom its statements are said of.
 *
 * @param stretch what the country plans for: it is said of that
 */
export function entityDefault(issuer: string | null, isPlan: boolean, stretch: string | null): EntityDefault {
  const lead = issuer === null ? null : leadingPlace(issuer);
  const place = lead?.place ?? null;
  // A company is no place, whatever its name begins with.
  if (issuer !== null && COMPANY_NAME.test(issuer.slice(lead?.length ?? 0)) && !NATIONWIDE.test(issuer)) {
    return { own: issuer, place: null, named: issuer, issuer: 'body', name: issuer };
  }
  if (place === null) {
    const nation = issuer === null || /国务院|^全国|^各地|^国家|^中央/.test(issuer);
    // 各地 are several, each of its own.
    const own = nation && issuer !== null && !issuer.startsWith('各地') ? stretch : null;
    return { own, place, named: own, issuer: nation ? 'nation' : 'body', name: issuer ?? '' };
  }
  const { short } = place;
  const zone = zoneOf(issuer ?? '');
  if (zone !== null) return { own: zone, place, named: short, issuer: 'division', name: zone };
  const whole = wholeOf(place);
  if (whole !== null) {
    const all = isPlan ? whole : short;
    return { own: all, place, named: all, issuer: 'division', name: place.name };
  }
  const own = place.level === 1 ? null : short;
  // News calls a province by its name; in its own report that is still the whole of it.
  return { own, place, named: isPlan ? own : short, issuer: 'division', name: place.name };
}

/** 云南日报 and 云南卫视 are papers and stations. */
const NOT_THE_PLACE = '(?!日报|晚报|卫视|新闻|网|在线|发布|频道|电视)';

/** Whether news calls its province by its short name or 该省, as those elsewhere do, and never 全省. */
export function calledByName(text: string, { issuer, place, named }: EntityDefault): boolean {
  if (issuer !== 'division' || place?.level !== 1 || named === null) return false;
  const byName =
    text.includes('该省') || new RegExp(`${named}${NOT_THE_PLACE}`).test(text.replaceAll(place.name, ''));
  return byName && !/[全我本][省市区]|省内/.test(text);
}
