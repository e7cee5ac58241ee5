import type { DocumentState, ProblemRecord, RunRecord, TicketRecord } from '../core/archive.ts';
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
    release: string;
  }): Promise<RunRecord | null>;
  /** Whether a run of the source was ever done: until then it is a first crawl. */
  wasCrawled(sourceId: string): Promise<boolean>;
  /** Keep a claimed run alive. */
  renewRun(runId: string, leaseUntil: string): Promise<void>;
  /** @param run narrowed: it was told to pass over what is old, and does not count as a first crawl */
  finishRun(
    run: Omit<RunRecord, 'sourceId' | 'dueAt' | 'startedAt' | 'release'> & { narrowed: boolean },
  ): Promise<void>;
  /** The last run of a source, or of any (null), that was done and found no fault with it. */
  lastGoodRun(sourceId: string | null): Promise<RunRecord | null>;
  /** Runs under way, by their leases. */
  aliveRuns(now: string): Promise<RunRecord[]>;
  /**
   * The last run of each source.
   *
   * @param until ISO time: only runs that began by then, so that one under a clock that was ahead does not count for years
   */
  lastRuns(until?: string): Promise<RunRecord[]>;

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
  resolveProblems(
    sourceId: string,
    url: string | null,
    at: string,
    except?: readonly string[],
  ): Promise<void>;
  problems(filter: { sourceId?: string; open?: boolean } & PageOf): Promise<ProblemRecord[]>;

  /** Open a ticket, or keep how it goes on; what operators were told of it stays as it is. */
  saveTicket(ticket: Omit<TicketRecord, 'toldIn' | 'healedIn'>): Promise<void>;
  /** Note in which letter operators were told of a ticket's break, or of its healing. */
  markTold(id: string, what: 'break' | 'healing', letter: string): Promise<void>;
  /** Newest first. @param filter toldIn: those of one letter */
  tickets(filter: { sourceId?: string; open?: boolean; toldIn?: string } & PageOf): Promise<TicketRecord[]>;
  /** Breaks of which operators know nothing, and healings of breaks they do know of. Oldest first. */
  untoldTickets(): Promise<TicketRecord[]>;
  /** When each source last brought a new article. */
  lastArticles(): Promise<ReadonlyMap<string, string>>;

  /** Keep the size of a good reading; of each source's articles, and of each list, only the last ones are kept. */
  saveMeasure(
    measure: { sourceId: string; kind: MeasureKind; url: string; at: string } & Measure,
  ): Promise<void>;
  /**
   * The last good readings of runs that ended, newest first: what a run under way, or one cut off, has read is not yet
   * usual, or its pages would be judged by the order in which they came.
   *
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
