import { type PlanIdentity, seriesOfName } from './plan.ts';
import { divisionsOf } from './region.ts';

/** What an article says of a plan it speaks of, as far as it tells that plan from others. */
export interface PlanMention {
  readonly kind: string;
  /** Name of the administrative division, 全国 for the centre; full or only its last part (青岛市). */
  readonly region: string;
  /** First year of the period. */
  readonly year: number;
  /** As {@link planSubject} of the plan; null for kinds a region has one of a year. */
  readonly subject: string | null;
}

/** A division as titles may name it: 山东省青岛市 and 青岛市; the fullest first. */
export function divisionNames(region: string): string[] {
  const divisions = divisionsOf(region);
  return divisions.map((_, from) => divisions.slice(from).join('')).filter(({ length }) => length > 1);
}

/** The overall five-year plan goes by its long name and by a short one. */
const OVERALL = /^国民经济和社会发展(?:规划和远景目标纲要)?$/;

/**
 * What tells a plan from others of its kind, region and year: its topic, else the body below the government that
 * issued it, else the empty string.
 */
export function planSubject({
  series,
  kind,
  region,
}: Pick<PlanIdentity, 'series' | 'kind' | 'region'>): string {
  const own = seriesOfName({ series });
  const parts = own.split(' ');
  const at = parts.indexOf(kind);
  const topic = (parts[at + 1] ?? '').replace(OVERALL, '');
  if (at < 0 || topic !== '') return at < 0 ? own : topic;
  const body = parts.slice(0, at).join('');
  const place = divisionNames(region ?? '').find((name) => name !== '' && body.startsWith(name)) ?? '';
  return body.slice(place.length).replace(/^(?:人民政府|国务院)$/, '');
}
