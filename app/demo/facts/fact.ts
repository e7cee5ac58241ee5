import type { ChangeKind } from '../../../core/change.ts';
import type { Comparator } from '../../../core/plan.ts';

/** A target as a demo plan states it. */
export interface DemoTarget {
  /** Words of the plan that state it, enough to be found once in its plan section. */
  readonly words: string;
  readonly comparator: Comparator;
  /** In base units; the lower bound of a range. */
  readonly value: number;
  readonly value2: number | null;
  /** Empty for plain ratios. */
  readonly unit: string;
}

export interface DemoChange {
  readonly indicator: string;
  readonly change: ChangeKind;
  readonly before: DemoTarget | null;
  readonly after: DemoTarget | null;
}

/** What must come out when one plan of the demo is compared with the year before. */
export interface DemoPlanFacts {
  readonly issuer: string;
  /** Path of year one's page and of year two's. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly DemoChange[];
}

/** A {@link DemoTarget} in one line. */
export function target(
  words: string,
  comparator: Comparator,
  value: number,
  unit: string,
  value2: number | null = null,
): DemoTarget {
  return { words, comparator, value, value2, unit };
}

/** A {@link DemoChange} in one line. */
export function change(
  kind: ChangeKind,
  indicator: string,
  before: DemoTarget | null,
  after: DemoTarget | null,
): DemoChange {
  return { indicator, change: kind, before, after };
}
