import { divisionsOf } from '../../../core/region.ts';
import { leadingPlace, placeAt, zoneOf } from '../places.ts';

/** Who speaks, as far as the text says. */
export interface FoundIssuer {
  readonly issuer: string | null;
  /** Full name of the division, 全国 for the centre. */
  readonly region: string | null;
}

/**
 * A body, up to what follows its name. Of several that issue together the first leads: the next one begins with a mark or
 * with the same two characters, or is a body of the centre; 市委 and 党委 have parts that end like one.
 */
const BODY =
  /^(.{2}).{0,28}?(?:人民政府(?:办公[厅室])?|国务院(?:办公厅)?|委员会|领导小组|集团(?:公司|有限公司)?|第[一二三四五六七八九十\d]{1,3}(?:中学|小学)|[部委厅局署院会社行协](?:办公[厅室])?)(?=关于|印发|20\d\d|[、,，]|等?(?:\d{1,2}|[二三四五六七八九十]{1,3})个?部[门委]|中共|\1|(?<=[部局署厅]|[^省市县区党]委)[一-鿿]{2,12}[部委局署](?:关于|$)|$)/;

/**
 * Find who issued a plan.
 *
 * @param given  issuer known beforehand, or null
 * @param names  places where a body is named, best first: the notice's head, the plan's name, the first lines
 */
export function findIssuer(given: string | null, names: readonly string[]): FoundIssuer {
  if (given !== null && given.trim() !== '')
    return { issuer: governmentOf(given.trim()), region: regionOf(given.trim()) };
  for (const name of names) {
    const issuer = issuerIn(name);
    if (issuer !== null) return { issuer, region: regionOf(issuer) };
  }
  return { issuer: null, region: null };
}

/** A division stands for its government: 山东省 -> 山东省人民政府. */
function governmentOf(name: string): string {
  const place = leadingPlace(name);
  return place !== null && place.length === name.length ? `${name}人民政府` : name;
}

/** Divisions and bodies by the shape of their names, for places younger than the register. */
const DIVISION =
  /^[一-鿿]{1,10}?(?:省|自治区|自治州|市|县|区|州|盟|旗)(?=20\d\d|人民政府|政府|国民|数字|第|高质量|$)/;

/** A bureau right before the name of its plan: 烟台市教育局工作要点; of other bodies the words may belong to the plan. */
const BUREAU =
  /^.{2,20}?(?:[局厅署]|委员会|管委会?|发改委|卫健委|国资委)(?=(?:年度)?(?:重点|主要)?(?:工作(?:要点|计划|打算|思路|安排|任务|总结|情况)|立法|任务))/;

/** Bodies under the government of the centre bear its name: 国务院国资委, but 国务院办公厅 speaks for it. */
const OF_COUNCIL = /^国务院(?!办公)[一-鿿]{2,10}?(?:委员会|[委办局])(?=20\d\d|关于|印发|工作|[、,，]|$)/;

/** What the centre alone has: its congress, its budget, the plan of the country. */
const OF_CENTRE = /^国务院|全国人民代表大会|全国人大|中央和地方预算|^中华人民共和国国民经济/;
const PARTY = /^(?:中共|政协)/;
/** Bodies without a division in their name. */
const OF_COUNTRY = /^国家|^中国|^全国|(?:部|委员会|总局|署|[银保证]监会|集团|银行)$/;

/** A bureau of a place that the register does not know: 青禾市教育局, and not 城市管理局. */
const OF_PLACE = /^(?!全)[一-鿿]{2,4}[省市县州盟旗区].{2,12}[局厅]$/;

function issuerIn(text: string): string | null {
  const cleaned = text.replace(/^(?:20\d\d年度?|关于|在|——|\s)+/, '');
  if (/^全国人(?:民代表)?大(?:会)?常务?委/.test(cleaned)) return '全国人大常委会';
  const council = OF_COUNCIL.exec(cleaned)?.[0];
  if (council !== undefined) return council;
  if (OF_CENTRE.test(cleaned)) return '国务院';
  const own = cleaned.replace(PARTY, '');
  const lead = leadingPlace(own);
  const division = lead === null ? DIVISION.exec(own)?.[0] : own.slice(0, lead.length);
  const body = (BODY.exec(cleaned) ?? BUREAU.exec(cleaned))?.[0].replace(/办公[厅室]$/, '');
  const named =
    division !== undefined || (body !== undefined && (OF_COUNTRY.test(body) || OF_PLACE.test(body)));
  if (body !== undefined && named) return body;
  if (division === undefined) return null;
  return `${lead === null || division.endsWith(lead.place.name) ? division : lead.place.name}人民政府`;
}

/** What the name of a body of the centre in a city begins with: 国家金融监督管理总局青岛监管局. */
const IN_PLACE = /^国家.{2,10}总局(?=.{2,10}局$)/;

/** The division a body belongs to; the centre where its name begins with none. */
export function regionOf(issuer: string): string | null {
  const named = issuer.replace(PARTY, '').replace(IN_PLACE, '');
  const lead = leadingPlace(named);
  const city = placeAt(named, 0)?.place;
  // 成都高新区: a district behind its city says whose it is.
  if (lead?.place.level === 3 && city?.level === 2) return city.name + lead.place.name;
  const zone = zoneOf(named);
  if (zone !== null) return `${lead?.place.name ?? ''}${zone}`;
  const found = lead?.place.name ?? DIVISION.exec(named)?.[0];
  if (found !== undefined) return found;
  return /国务院|^国家|^中国|^全国|部$|总局$|署$|银行$|[银保证]监会$/.test(issuer) ? '全国' : null;
}

/**
 * The division a plan is made for: the one its issuer is of, else that of the source it stands at. A city's plan at a
 * province's paper is the city's.
 *
 * Districts share their names, so one is written behind the source's division; a body known only by the shape of its
 * name does not stand against the source's.
 *
 * @param own region of the issuer, null if the text names none
 * @param given region of the source, null for none
 */
export function planRegion(issuer: string | null, own: string | null, given: string | null): string | null {
  if (own === null || given === null) return own ?? given;
  // 山东省青岛市 says more than 青岛市; 市委宣传部 is a ministry of nobody's but the source's.
  if (given.endsWith(own) || /^(?:中共)?[省市县区州盟旗](?!.*总局$)/.test(issuer ?? '')) return given;
  if (own === '全国' || divisionsOf(own).length > 1) return own;
  const place = leadingPlace(own)?.place;
  if (place === undefined) return given;
  const inside = leadingPlace(given)?.place.code.slice(0, 2) === place.code.slice(0, 2);
  return place.level === 3 && (inside || own.endsWith('区')) ? `${given}${own}` : own;
}

/** Whether a speaker who names a rank alone (市人民政府) cannot speak for a division of another rank. */
export function speaksForOther(speech: string, region: string | null): boolean {
  const rank = /代表(自治[区州县旗]|[省市县区州盟旗])(?:人民)?政府/.exec(speech)?.[1];
  return rank !== undefined && region !== null && !region.endsWith(rank);
}
