import type { Fault } from '../../../core/archive.ts';
import type { StepFault } from './judge-run.ts';

/** What one run of one source came to. */
export interface CrawlCounts {
  readonly fetched: number;
  readonly newArticles: number;
  readonly newVersions: number;
  readonly plans: number;
  readonly missing: number;
  readonly errors: number;
  /** Readings held back as suspicious. */
  readonly held: number;
  /** Articles that stay due because their host is left alone. */
  readonly left: number;
  /** List pages read, and list pages that could not be. */
  readonly lists: number;
  readonly brokenLists: number;
}

/** What one step of a run adds, and the fault it met, if it did; pause: a host that was left alone. */
export interface Step extends Partial<CrawlCounts> {
  readonly fault?: StepFault | null;
  readonly pause?: Fault | null;
}

/** The counts of a run that has not begun. */
export const NOTHING_CRAWLED: CrawlCounts = {
  fetched: 0,
  newArticles: 0,
  newVersions: 0,
  plans: 0,
  missing: 0,
  errors: 0,
  held: 0,
  left: 0,
  lists: 0,
  brokenLists: 0,
};

/** The counts with what one step brought. */
export function addCounts(counts: CrawlCounts, more: Step): CrawlCounts {
  return {
    fetched: counts.fetched + (more.fetched ?? 0),
    newArticles: counts.newArticles + (more.newArticles ?? 0),
    newVersions: counts.newVersions + (more.newVersions ?? 0),
    plans: counts.plans + (more.plans ?? 0),
    missing: counts.missing + (more.missing ?? 0),
    errors: counts.errors + (more.errors ?? 0),
    held: counts.held + (more.held ?? 0),
    left: counts.left + (more.left ?? 0),
    lists: counts.lists + (more.lists ?? 0),
    brokenLists: counts.brokenLists + (more.brokenLists ?? 0),
  };
}
