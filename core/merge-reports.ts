import type { LedgerEntry, ReportRef, Settlement } from './ledger.ts';

/** What one report says of one target. */
export interface Told {
  readonly settlement: Settlement;
  readonly report: ReportRef;
  /** True if the issuer's next plan says it, false for an article. */
  readonly own: boolean;
}

/**
 * One entry a target out of what all reports say of it.
 *
 * The issuer's own plan comes first, since it speaks of its targets in the words it set them in, but whoever gives a
 * number before who is silent. A plan owes an answer on each target; that an article is silent on one says nothing.
 *
 * @param told in the order of the targets, and of one target the older report first
 */
export function mergeReports(told: readonly Told[]): LedgerEntry[] {
  // By place, not by number: a plan that was read again may count its targets otherwise than an older row does.
  const place = ({ settlement: { target } }: Told): string => `${target.start} ${target.end} ${target.value}`;
  const targets = Map.groupBy(
    told.filter((one) => one.own || tells(one)),
    place,
  );
  return [...targets.values()].flatMap((all) => {
    const [best] = all.toSorted((a, b) => rank(a) - rank(b));
    if (best === undefined) return [];
    const others = all.filter((one) => one !== best && tells(one)).map(entry);
    return [{ ...entry(best), others }];
  });
}

function rank(one: Told): number {
  return (tells(one) ? 0 : 2) + (one.own ? 0 : 1);
}

function tells({ settlement: { achievement, progress } }: Told): boolean {
  return achievement !== null || progress.length > 0;
}

function entry({ settlement, report }: Told): Settlement & { readonly report: ReportRef } {
  return { ...settlement, report };
}
