import type { PlanReading, Statement } from './plan.ts';

/** One region's plan of a year, and whose part it is. */
export interface RegionPlan {
  /** Full name of the division, such as 山东省. */
  readonly region: string;
  /** The region above it among those given, such as 全国; null for the topmost. */
  readonly parent: string | null;
  readonly reading: PlanReading;
}

/**
 * How a region's target stands to that of the region above. `incomparable`: amounts of a whole and of its part, or
 * numbers in different units.
 */
export type ToParent = 'above' | 'equal' | 'below' | 'incomparable';

export interface RegionTarget {
  readonly region: string;
  /** Null where the region sets no such target, though the region above or below does. */
  readonly target: Statement | null;
  /** Null where one of the two sets no target, or there is no region above. */
  readonly toParent: ToParent | null;
  /** Place in the league from 1, highest number first; equal numbers share a place. Null without a target. */
  readonly rank: number | null;
}

/** One indicator through all regions, in the order given. */
export interface IndicatorView {
  readonly indicator: string;
  readonly headline: boolean;
  readonly regions: readonly RegionTarget[];
}

/**
 * The region above another among those known: 山东省青岛市 lies in 山东省, which lies in 全国.
 *
 * @returns the nearest one; null for the topmost
 */
export function parentRegion(region: string, known: readonly string[]): string | null {
  const above = known.filter((other) => other !== region && region.startsWith(other));
  const nearest = above.toSorted((a, b) => b.length - a.length)[0];
  return nearest ?? (region !== '全国' && known.includes('全国') ? '全国' : null);
}
