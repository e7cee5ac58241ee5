import type { Article } from './article.ts';
import type { TargetChange } from './change.ts';
import type { PlanIdentity, Section, Statement } from './plan.ts';
import type { PublisherKind } from './source.ts';

/**
 * The state of a document, by its last fetch; `listed` before the first. Only content makes versions: `content`, or
 * `moved` where another address answers with it now. `disallowed` is by robots.txt, `quarantined` content that looks like a fault of ours or of the site, held back until it proves to stand.
 */
export type DocumentState =
  | 'listed'
  | 'content'
  | 'moved'
  | 'list'
  | 'shell'
  | 'login'
  | 'refused'
  | 'disallowed'
  | 'maintenance'
  | 'error'
  | 'empty'
  | 'gone'
  | 'quarantined';

/** `publisher`: the page changed. `extractor`: only our rules did; readers are never told of those. */
export type VersionCause = 'publisher' | 'extractor';

/** One URL's article through time. */
export interface DocumentRecord {
  readonly id: string;
  readonly url: string;
  readonly sourceId: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly state: DocumentState;
  /** Why it is in that state, in words. */
  readonly stateReason: string;
  readonly firstSeenAt: string;
  /** Null before the first fetch. */
  readonly lastFetchedAt: string | null;
  /** When the page stopped answering, if it has; null again when it is back. */
  readonly missingSince: string | null;
  /** Checks in a row that found it missing. */
  readonly missingChecks: number;
  /** Copies of one text share it; a text that stands alone has its own document id. */
  readonly clusterId: string;
  readonly versions: number;
  /** Of its last version, see pipeline/copies/fingerprint.ts; null if it has none. */
  readonly fingerprint: string | null;
  /** Found by the first crawl of its source: it stood there before we came. */
  readonly baseline: boolean;
  /** The reading that is held back, and since when; null if none is. */
  readonly held: { readonly hash: string; readonly since: string } | null;
}

/** One state of a document. */
export interface VersionRecord {
  readonly id: string;
  readonly documentId: string;
  /** 1 for the first. */
  readonly seq: number;
  readonly cause: VersionCause;
  readonly pageId: string;
  readonly createdAt: string;
  /** Of title and text: versions of one document differ in it, or in what they say of the document. */
  readonly hash: string;
  readonly article: Article;
}

/** One period of a series as the archive holds it. */
export interface PlanRecord {
  readonly id: string;
  readonly identity: PlanIdentity;
  readonly sourceId: string;
  /** The document that counts as its original, and the version last read. */
  readonly documentId: string;
  readonly versionId: string;
  readonly seq: number;
  readonly outline: readonly Section[];
  readonly createdAt: string;
}

/** A plan with what it says. */
export interface PlanWithStatements extends PlanRecord {
  readonly statements: readonly Statement[];
}

/** A plan and when its document says it was published: what the next one is expected by. */
export interface DatedPlan {
  readonly planId: string;
  readonly plan: PlanIdentity;
  /** ISO date or date-time; null if the page does not say. */
  readonly published: string | null;
}

/** An article that is no plan and looks back on one year of a region: a communiqué, a press conference. */
export interface ReviewRecord {
  readonly documentId: string;
  readonly seq: number;
  readonly statements: readonly Statement[];
}

/** Two readings compared: `year` with the plan one period earlier, `revision` with an earlier version of itself. */
export interface ComparisonRecord {
  readonly id: string;
  readonly kind: 'year' | 'revision';
  readonly before: PlanRecord;
  readonly after: PlanRecord;
  readonly changes: readonly TargetChange[];
  readonly createdAt: string;
}

/** One run of one source. */
export interface RunRecord {
  readonly id: string;
  readonly sourceId: string;
  /** The scheduled minute, or the moment of a run by hand. With the source it is the natural key. */
  readonly dueAt: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: 'running' | 'done' | 'failed' | 'interrupted';
  readonly fetched: number;
  readonly newVersions: number;
  readonly errors: number;
  /** Which state of our own program ran: version and a hash of what fetches and reads. */
  readonly release: string;
  /** What was wrong with the source as a whole; null if nothing was. */
  readonly fault: Fault | null;
  /** False for a run that asked for nothing, and so says nothing of the source. */
  readonly judged: boolean;
}

/** A fault in the words of an operator. */
export interface Fault {
  /** Of docs/errors.md. */
  readonly code: string;
  readonly message: string;
}

/** The trouble of a source, from the first run that went ill to the first that went well. */
export interface TicketRecord {
  readonly id: string;
  readonly sourceId: string;
  readonly openedAt: string;
  /** That of the last run. */
  readonly fault: Fault;
  /** Runs in a row that went ill. */
  readonly runs: number;
  /** The release that ran when it opened. */
  readonly release: string;
  /** The release under which the source last went well; null if it never did. */
  readonly releaseBefore: string | null;
  /** Since when the source counts as broken; null while it may be a moment's trouble. */
  readonly brokenAt: string | null;
  readonly closedAt: string | null;
  /** The letter in which operators were told of the break, and of the healing; null before. */
  readonly toldIn: string | null;
  readonly healedIn: string | null;
}

/** A fault of a source, open until a fetch of the same thing succeeds. */
export interface ProblemRecord {
  readonly id: string;
  readonly sourceId: string;
  readonly url: string | null;
  readonly code: string;
  readonly message: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly count: number;
  readonly resolvedAt: string | null;
}

/** A source as the archive knows it, for readers who do not have the config. */
export interface SourceRecord {
  readonly id: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly region: string | null;
  readonly tags: readonly string[];
}
