/** One plan of a series as far as expecting the next one needs it. */
export interface PublishedPlan {
  readonly year: number;
  readonly endYear: number;
  /** ISO date or date-time. */
  readonly published: string;
}

/** The next plan of a series. */
export interface ExpectedPlan {
  /** First year of its period. */
  readonly year: number;
  /** ISO date it came by in the years known, moved to its year. */
  readonly by: string;
  /** Whether that day is past by more than the days of grace. */
  readonly overdue: boolean;
}

/** Sessions move by a week or two from year to year. */
const GRACE_DAYS = 21;

const DAY = 86_400_000;

/**
 * What a series is expected to publish next, and whether it is late.
 *
 * A plan that is missing is news, but no page says so: only the days its forerunners came by do. The latest of them
 * counts, since a warning too early teaches readers to ignore warnings.
 *
 * @param plans the plans of one series, in any order
 * @param today ISO date
 * @returns null for a series nothing is known of
 */
export function expectPlan(plans: readonly PublishedPlan[], today: string): ExpectedPlan | null {
  const last = plans.reduce<PublishedPlan | null>((a, b) => (a === null || b.year > a.year ? b : a), null);
  if (last === null) return null;
  const year = last.endYear + 1;
  const offsets = plans.map(
    (plan) => Date.parse(plan.published.slice(0, 10)) - Date.parse(`${plan.year}-01-01`),
  );
  const due = Date.parse(`${year}-01-01`) + Math.max(...offsets);
  const by = new Date(due).toISOString().slice(0, 10);
  return { year, by, overdue: Date.parse(today.slice(0, 10)) > due + GRACE_DAYS * DAY };
}
