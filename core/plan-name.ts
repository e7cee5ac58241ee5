import type { PlanIdentity } from './plan.ts';

/** The years a plan is for: `2026`, `2026–2030`. */
export function planYears(plan: Pick<PlanIdentity, 'year' | 'endYear'>): string {
  return plan.endYear > plan.year ? `${plan.year}–${plan.endYear}` : `${plan.year}`;
}

/**
 * What readers call a plan: region, years, title, each once (山东省2026年政府工作报告).
 *
 * Titles as printed often leave out one of them: a bare 政府工作报告 names neither whose nor which year's it is.
 */
export function planName(plan: PlanIdentity): string {
  const title = plan.title.replace(/\s+/g, ' ').trim();
  const place = plan.region === '全国' ? plan.issuer : (plan.region ?? plan.issuer);
  const owner = place ?? '';
  if (title.includes(String(plan.year))) return title.includes(owner) ? title : `${owner}${title}`;
  const rest = title.startsWith(owner) ? title.slice(owner.length) : title;
  return `${title.includes(owner) && rest === title ? '' : owner}${planYears(plan)}年${rest}`;
}
