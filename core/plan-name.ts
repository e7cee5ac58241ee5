import type { PlanIdentity } from './plan.ts';
import { divisionsOf } from './region.ts';

/** The years a plan is for: `2026`, `2026–2030`. */
export function planYears(plan: Pick<PlanIdentity, 'year' | 'endYear'>): string {
  return plan.endYear > plan.year ? `${plan.year}–${plan.endYear}` : `${plan.year}`;
}

/** Whose plan it is, as a title may say it: 山东省青岛市, 青岛市, the issuer; the fullest first. */
function ownersOf({ region, issuer }: PlanIdentity): string[] {
  const divisions = region === null || region === '全国' ? [] : divisionsOf(region);
  const regions = divisions.map((_, from) => divisions.slice(from).join(''));
  return issuer === null ? regions : [...regions, issuer];
}

/**
 * What readers call a plan: whose it is, its years, its title, each once (山东省2026年政府工作报告).
 *
 * Titles as printed often leave out one of them: a bare 政府工作报告 names neither whose nor which year's it is.
 */
export function planName(plan: PlanIdentity): string {
  const title = plan.title.replace(/\s+/g, ' ').trim();
  const owners = ownersOf(plan);
  const named = owners.find((owner) => title.includes(owner));
  const owner = named === undefined ? (owners[0] ?? '') : '';
  if (title.includes(String(plan.year))) return owner + title;
  const years = `${planYears(plan)}年`;
  return named !== undefined && title.startsWith(named)
    ? named + years + title.slice(named.length)
    : owner + years + title;
}
