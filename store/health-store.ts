import type { DocumentState, ProblemRecord, RunRecord } from '../core/archive.ts';
import type { PageOf } from './store.ts';

/** What is measured: an article in characters and blocks, a list in links. */
export type MeasureKind = 'article' | 'list';

/** The size of one good reading. */
export interface Measure {
  /** Characters of an article, links of a list. */
  readonly size: number;
  /** Blocks of an article; 0 for a list. */
  readonly blocks: number;
}

/** The part of the store that says how sources fare: runs, problems, what is usual, what is held back. */
export interface HealthStore {
  /**
   * Claim a run. Null if that source's run of that minute is claimed, or another run of it is alive.
   * @param run owner: who claims; isDead: whether the owner of an earlier run is known to be gone, so that its lease
   * need not be waited for
   */
  claimRun(run: {
    sourceId: string;
    dueAt: string;
    at: string;
    leaseUntil: string;
    owner: string;
    isDead: (owner: string) => boolean;
  }): Promise<RunRecord | null>;
  /** Whether a run of the source was ever done: until then it is a first crawl. */
  wasCrawled(sourceId: string): Promise<boolean>;
  /** Keep a claimed run alive. */
  renewRun(runId: string, leaseUntil: string): Promise<void>;
  finishRun(run: Omit<RunRecord, 'sourceId' | 'dueAt' | 'startedAt'>): Promise<void>;
  /** The last run of each source. */
  lastRuns(): Promise<RunRecord[]>;

  /** Open a problem, or count it again. */
  saveProblem(problem: {
    sourceId: string;
    url: string | null;
    code: string;
    message: string;
    at: string;
  }): Promise<void>;
  /**
   * Close the problems of a source, or of one of its URLs.
   * @param except code of a problem that stays as it is
   */
  resolveProblems(sourceId: string, url: string | null, at: string, except?: string): Promise<void>;
  problems(filter: { sourceId?: string; open?: boolean } & PageOf): Promise<ProblemRecord[]>;

  /** Keep the size of a good reading; of each source's articles, and of each list, only the last ones are kept. */
  saveMeasure(
    measure: { sourceId: string; kind: MeasureKind; url: string; at: string } & Measure,
  ): Promise<void>;
  /**
   * The last good readings, newest first.
   * @param of url: of one list; without it, of all articles of the source
   */
  measures(of: { sourceId: string; kind: MeasureKind; url?: string }, limit: number): Promise<Measure[]>;
  /**
   * Hold a document's reading back from becoming a version. The next fetch is asked for whole, for a server
   * that says "unchanged" would leave nothing to compare.
   * @param held hash: of the reading; since: when it was first seen
   */
  holdBack(
    documentId: string,
    held: { state: DocumentState; hash: string; since: string; reason: string },
  ): Promise<void>;
}
