import { normalForm } from '../normal/normal-form.ts';
import { regionOf } from '../plan/identity/plan-issuer.ts';
import { placeAt } from '../plan/places.ts';

/** What is known of an article that may look back on a year. */
export interface ReviewInput {
  readonly title: string | null;
  /** ISO date or date-time. */
  readonly published: string | null;
  /** Full name of the division its source speaks for; null for none. */
  readonly region: string | null;
}

/** The year and the region that an article reports on. */
export interface Review {
  readonly region: string;
  readonly year: number;
}

/** Months, quarters and halves: what is reported of them settles nothing that is due at the end of the year. */
const PART_OF_YEAR = /[一二三四1-4]季度|[上下]半年|前[一二三两\d]+个?[月季]|月/;

/**
 * The year of a region that an article looks back on: its title names one whole year, and it came out after that year.
 *
 * Kinds of article are not asked for (公报, 新闻发布会, 经济运行情况 … have no end), only what makes numbers final. An article
 * whose title names another place than its source's is about that place, or about none we could be sure of.
 *
 * @returns null where it is not sure, which is most articles
 */
export function recognizeReview({ title, published, region }: ReviewInput): Review | null {
  const named = normalForm(title ?? '').text.replace(/\s/g, '');
  const years = new Set([...named.matchAll(/20\d\d(?=年)/g)].map(([year]) => Number(year)));
  const [year] = years;
  const out = Number(published?.slice(0, 4) ?? Number.NaN);
  if (year === undefined || years.size > 1 || !(out > year) || PART_OF_YEAR.test(named)) return null;
  const own = regionNamed(named, region);
  return own === null ? null : { region: own, year };
}

/** 全市 in a title speaks of a city, whatever the region of the source it stands at. */
const WHOLE = /[全我]([省市县区州盟旗])/;

/** The region a title speaks of: the source's, or the only other place it names. */
function regionNamed(title: string, region: string | null): string | null {
  const places = placesIn(title);
  const leading = regionOf(title.replace(/^(?:关于|20\d\d年)+/, ''));
  const foreign = leading !== null && region !== null && !region.endsWith(leading);
  if (region !== null && !foreign && speaksOf(title, places, region)) return region;
  return leading !== null && places.length > 0 && speaksOf(title, places, leading) ? leading : null;
}

function speaksOf(title: string, places: readonly string[], region: string): boolean {
  const whole = WHOLE.exec(title)?.[1];
  if (whole !== undefined && !region.endsWith(whole)) return false;
  const inside = places.every((place) => region.includes(place));
  return places.length === 0 || (inside && places.some((place) => region.endsWith(place)));
}

/** Full names of the divisions named anywhere in a title. */
function placesIn(title: string): string[] {
  const names: string[] = [];
  for (let at = 0; at < title.length; ) {
    const found = placeAt(title, at);
    if (found !== null) names.push(found.place.name);
    at += found?.length ?? 1;
  }
  return names;
}
