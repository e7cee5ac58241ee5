import type { DatedPlan } from './archive.ts';
import { isOtherText, type PlanIdentity } from './plan.ts';

/** A series whose plan of the present year the archive does not have yet. */
export interface ExpectedPlan {
  /** The newest one there is. */
  readonly latest: DatedPlan;
  /** First year of the period that is missing. */
  readonly year: number;
  /** Between which days earlier ones came out, moved to this period; null if none says. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** True once the window is over. */
  readonly late: boolean;
}

const DAY = 86_400_000;
/** A date further from the start of its period is that of a reprint, or a wrong one. */
const EARLIEST = -200;
const LATEST = 365;
/** Years a yearly series may have been silent before the present one; after more it has ended. */
const MOST_SILENT = 1;

/**
 * Which plans should be out or come out this year, by the dates of earlier years.
 *
 * A yearly plan is expected every year, one of several years only if the series has had a successor before: most
 * 三年行动计划 stay the only one of their name.
 *
 * @param plans of any series, in any order
 * @param today `YYYY-MM-DD`
 * @returns the late ones first, then by the day they are expected; without a date last
 */
export function expectedPlans(plans: readonly DatedPlan[], today: string): ExpectedPlan[] {
  const present = Number(today.slice(0, 4));
  // A second text of one name continues no series.
  const own = plans.filter(({ plan }) => !isOtherText(plan));
  const series = Map.groupBy(own, ({ plan }) => plan.series);
  return [...series.values()]
    .flatMap((known) => expectedOf(known, present, today))
    .sort(
      (a, b) =>
        Number(b.late) - Number(a.late) || compareText(a.window?.from ?? '9999', b.window?.from ?? '9999'),
    );
}

function expectedOf(known: readonly DatedPlan[], present: number, today: string): ExpectedPlan[] {
  const [latest] = known.toSorted((a, b) => b.plan.endYear - a.plan.endYear);
  if (latest === undefined) return [];
  const { year, endYear } = latest.plan;
  const yearly = year === endYear;
  const silent = present - endYear - 1;
  if (silent < 0 || silent > MOST_SILENT || !returns(latest.plan, known.length)) return [];
  const missing = yearly ? present : endYear + 1;
  const window = windowOf(known, missing);
  return [{ latest, year: missing, window, late: window !== null && today > window.to }];
}

/**
 * Whether a series is to have another plan. One that has had a successor is; of a single plan only a yearly one whose title
 * names its year, or a body's only plan of the kind: an 实施方案 of no year in its title is seldom followed by another.
 */
function returns({ year, endYear, title, series, kind }: PlanIdentity, known: number): boolean {
  return known > 1 || (year === endYear && (title.includes(String(year)) || series.endsWith(kind)));
}

function windowOf(known: readonly DatedPlan[], year: number): ExpectedPlan['window'] {
  const offsets = known
    .map(({ plan, published }) =>
      Math.round((Date.parse(published?.slice(0, 10) ?? '') - start(plan.year)) / DAY),
    )
    .filter((days) => days >= EARLIEST && days <= LATEST);
  if (offsets.length === 0) return null;
  const dayAfter = (days: number): string => new Date(start(year) + days * DAY).toISOString().slice(0, 10);
  return { from: dayAfter(Math.min(...offsets)), to: dayAfter(Math.max(...offsets)) };
}

function start(year: number): number {
  return Date.UTC(year, 0, 1);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
