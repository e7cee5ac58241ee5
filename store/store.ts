import type {
  ComparisonRecord,
  DatedPlan,
  DocumentRecord,
  DocumentState,
  PlanRecord,
  PlanWithStatements,
  ReviewRecord,
  SourceRecord,
  VersionCause,
  VersionRecord,
} from '../core/archive.ts';
import type { Article } from '../core/article.ts';
import type { TargetChange } from '../core/change.ts';
import type { Email, News, Receipt, Subscriber } from '../core/digest.ts';
import type { LedgerEntry, ReportRef, Settlement } from '../core/ledger.ts';
import type { FetchedPage } from '../core/page.ts';
import type { PlanIdentity, Section, Statement, StatementKind } from '../core/plan.ts';
import type { PlanMention } from '../core/plan-mention.ts';
import type { TaskSummary } from '../core/tasks.ts';
import type { HealthStore } from './health-store.ts';

/** A page as kept: the fetch without its bytes, which lie once per content under their hash. */
export interface StoredPage extends Omit<FetchedPage, 'body'> {
  readonly id: string;
  readonly documentId: string;
  readonly sourceId: string;
  /** Whether it is known to be the first page of its document: then there is nothing to hold it against. */
  readonly isFirst: boolean;
}

/** What the crawler needs to know of a URL before it asks again. */
export interface DocumentMemory {
  readonly id: string;
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextCheckAt: string;
  readonly published: string | null;
}

/** What a reader may be told, as it is kept: references, not texts. */
export interface EventRecord {
  readonly id: string;
  readonly kind: News['kind'];
  readonly at: string;
  readonly sourceId: string;
  readonly documentId: string;
  readonly seq: number;
  /** The version before, for `article_edited`. */
  readonly beforeSeq: number | null;
  readonly planId: string | null;
  readonly comparisonId: string | null;
  /** False for what a first crawl finds standing: archived, not news. */
  readonly news: boolean;
}

/**
 * `waiting` for its time, `doubt`: handed over without an answer, `refused` for good, or `sent`. The operator settles
 * the two in the middle.
 */
export type OutboxState = 'waiting' | 'doubt' | 'refused' | 'dismissed' | 'sent';

export interface OutboxRecord {
  readonly id: string;
  /** Null for letters to operators. */
  readonly subscriberId: string | null;
  readonly email: Email;
  readonly createdAt: string;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  /** Set before the last byte leaves; without `sentAt` the mail is in doubt, see docs/operating.md. */
  readonly handingOverAt: string | null;
  readonly sentAt: string | null;
  readonly refusedAt: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** How much of something to list. */
export interface PageOf {
  /** At most this many rows; 1 to 1000. */
  readonly limit: number;
  readonly offset?: number;
}

/**
 * Everything kept, and the only way to it. All methods may run twice with the same arguments and leave one result.
 *
 * Inside {@link Store.transaction} use only the store handed to the callback: the outer one would wait for a
 * connection that the transaction holds.
 */
export interface Store extends HealthStore {
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;

  saveSources(sources: readonly SourceRecord[]): Promise<void>;
  sources(): Promise<SourceRecord[]>;

  savePage(page: FetchedPage, sourceId: string): Promise<StoredPage>;
  /** Pages saved but not yet derived from: what a killed run left in hand. Oldest first. */
  pendingPages(limit: number): Promise<StoredPage[]>;
  /** Mark a page as derived from. */
  settlePage(pageId: string): Promise<void>;
  /** @throws {StoreError} STORE_BODY_MISSING if no body has that hash */
  pageBody(sha256: string): Promise<Uint8Array>;
  pages(documentId: string): Promise<StoredPage[]>;
  page(id: string): Promise<StoredPage | null>;

  /** A page of a list as it was last; null if it is not kept. */
  listPage(
    sourceId: string,
    url: string,
  ): Promise<Pick<FetchedPage, 'url' | 'finalUrl' | 'headers' | 'body'> | null>;
  saveListPage(
    sourceId: string,
    page: Pick<FetchedPage, 'url' | 'headers' | 'body' | 'fetchedAt'>,
  ): Promise<void>;
  dropListPage(sourceId: string, url: string): Promise<void>;

  document(id: string): Promise<DocumentRecord | null>;
  /** @param filter held: those with a reading that is held back, or those without */
  documents(
    filter: { sourceId?: string; clusterId?: string; held?: boolean } & PageOf,
  ): Promise<DocumentRecord[]>;
  /**
   * Remember URLs a list shows, to be fetched. Known ones stay as they are.
   * @param listed baseline: this is the first crawl of the source
   */
  saveListed(
    sourceId: string,
    urls: readonly string[],
    listed: { at: string; baseline: boolean },
  ): Promise<void>;
  /** What is remembered of these URLs; unknown ones are absent. */
  remember(urls: readonly string[]): Promise<Map<string, DocumentMemory>>;
  /**
   * URLs of a source whose next check is due: never fetched ones first, then the most overdue.
   * @param since ISO date: pass over what was published before; what is not known to have been is not
   */
  dueUrls(sourceId: string, now: string, limit: number, since?: string): Promise<DocumentMemory[]>;
  /** Record what a fetch showed of a document that brought no new content. What was held back of it is dropped. */
  saveState(
    documentId: string,
    state: { state: DocumentState; reason: string; missingSince: string | null; missingChecks: number },
  ): Promise<void>;
  /** Record that a URL was asked, and when to ask again. */
  saveCheck(url: string, check: { at: string; nextCheckAt: string }): Promise<void>;

  /**
   * Keep an article as the next version, unless its hash equals the last one's.
   * @param version restates: the number of the version of the same text after which this one is kept all the same,
   * because it says other things of the document; last: the version before, where that is known already
   */
  saveVersion(version: {
    documentId: string;
    pageId: string;
    article: Article;
    hash: string;
    fingerprint: string;
    cause: VersionCause;
    at: string;
    restates?: number;
    last?: VersionRecord | null;
  }): Promise<VersionRecord | 'unchanged'>;
  version(documentId: string, seq: number): Promise<VersionRecord | null>;
  latestVersion(documentId: string): Promise<VersionRecord | null>;
  /** Oldest first. */
  versions(documentId: string): Promise<VersionRecord[]>;
  /** Give a document the fingerprint of its last version; null for none that is known. */
  saveFingerprint(documentId: string, fingerprint: string | null): Promise<void>;
  /**
   * Replace the keys under which a document's fingerprint is looked up.
   * @param keys before: those of the fingerprint it had until now, none for a new document
   */
  saveBands(
    documentId: string,
    keys: { readonly before: readonly number[]; readonly now: readonly number[] },
  ): Promise<void>;
  /** Documents that head a cluster and share one of these keys: the few worth comparing. Newest first. */
  headsSharing(
    keys: readonly number[],
    limit: number,
  ): Promise<{ documentId: string; fingerprint: string }[]>;
  saveCluster(documentId: string, clusterId: string): Promise<void>;

  savePlan(plan: {
    identity: PlanIdentity;
    sourceId: string;
    documentId: string;
    seq: number;
    outline: readonly Section[];
    statements: readonly Statement[];
    at: string;
  }): Promise<PlanRecord>;
  plan(id: string): Promise<PlanWithStatements | null>;
  planOf(series: string, year: number): Promise<PlanWithStatements | null>;
  /** What was read out of one version, or of one kind of it, in the order of the text; empty if it is neither plan nor review. */
  statementsOf(documentId: string, seq: number, kind?: StatementKind): Promise<Statement[]>;
  /** The plan of the same series one period earlier (the nearest earlier one the archive has). */
  planBefore(series: string, year: number): Promise<PlanWithStatements | null>;
  planAfter(series: string, year: number): Promise<PlanWithStatements | null>;
  /** Newest period first. */
  plans(
    filter: {
      region?: string;
      kind?: string;
      series?: string;
      /** The first year of the period. */
      year?: number;
      documentId?: string;
    } & PageOf,
  ): Promise<PlanRecord[]>;
  /** When the plans of all series were published, newest period first. */
  planDates(limit: number): Promise<DatedPlan[]>;

  /** Keep what an article that looks back on a year of a region says. Only a document's latest version counts. */
  saveReview(review: {
    documentId: string;
    seq: number;
    region: string;
    year: number;
    outline: readonly Section[];
    statements: readonly Statement[];
  }): Promise<void>;
  /** The articles that look back on a year of a region, first archived first. */
  reviews(region: string, year: number): Promise<ReviewRecord[]>;

  /** Keep which plans an article speaks of, in place of what was kept of it before. */
  saveMentions(documentId: string, mentions: readonly PlanMention[]): Promise<void>;
  /** The articles that speak of a plan, newest first. */
  mentionsOf(plan: PlanIdentity, limit: number): Promise<DocumentRecord[]>;
  /** The plans of the archive that an article speaks of, in the order it names them. */
  plansMentioned(documentId: string): Promise<PlanRecord[]>;

  /**
   * Keep what one report says became of a plan's targets, in place of what was kept of the two before.
   * @param ledger settlements: one for each target, in the order of the plan
   */
  saveLedger(ledger: {
    plan: Pick<PlanRecord, 'versionId'>;
    report: ReportRef;
    settlements: readonly Settlement[];
    at: string;
  }): Promise<void>;
  /**
   * What became of the targets of a plan's present version, by the reports that stand now: the later plan before
   * articles, and whoever reports a number before who is silent. Empty if nothing reports on it.
   */
  ledger(plan: Pick<PlanRecord, 'versionId'>): Promise<LedgerEntry[]>;

  saveComparison(comparison: {
    kind: 'year' | 'revision';
    before: PlanRecord;
    after: PlanRecord;
    changes: readonly TargetChange[];
    at: string;
  }): Promise<ComparisonRecord>;
  comparison(id: string): Promise<ComparisonRecord | null>;
  /**
   * A comparison as it stands now: one of two years that was made again since, from a more official copy or after an
   * edit, is given as made again, so that readers are led to the original and to the text as it is.
   */
  presentComparison(id: string): Promise<ComparisonRecord | null>;
  /**
   * Newest first; of one plan if given.
   * @param filter present: leave out comparisons of years with a version that the plan does not point at any more,
   * because it was edited, or found in a more official place
   */
  comparisons(filter: { planId?: string; present?: boolean } & PageOf): Promise<ComparisonRecord[]>;
  /** Keep with a comparison what became of the tasks without a number. */
  saveTasks(comparisonId: string, tasks: TaskSummary): Promise<void>;
  tasks(comparisonId: string): Promise<TaskSummary | null>;

  saveEvent(event: Omit<EventRecord, 'id'>): Promise<EventRecord>;
  /** Where nobody was told yet of a plan that was found or compared, tell of this comparison instead. */
  retellPlan(planId: string, comparisonId: string): Promise<void>;
  /** News not yet in a digest of this subscriber, since the subscription, oldest first. */
  untoldEvents(subscriber: Subscriber, until: string): Promise<EventRecord[]>;
  /** Newest first; of one plan if given. */
  events(filter: { planId?: string } & PageOf): Promise<EventRecord[]>;

  saveSubscriber(subscriber: Subscriber): Promise<void>;
  subscribers(): Promise<Subscriber[]>;
  subscriberByToken(token: string): Promise<Subscriber | null>;

  /** Put the mails of a digest in the outbox and mark its events told, in one go. False if the first was there already. */
  saveMails(digest: {
    subscriberId: string;
    /** In the order to be sent. */
    emails: readonly Email[];
    eventIds: readonly string[];
    at: string;
  }): Promise<boolean>;
  /** Put a letter to an operator in the outbox. False if it was there already. */
  saveLetter(email: Email, at: string): Promise<boolean>;
  /** Mails to send now: not sent, not in doubt, attempt due. Oldest first. */
  dueMails(now: string, limit: number): Promise<OutboxRecord[]>;
  markHandingOver(id: string, at: string): Promise<void>;
  markSent(receipt: Receipt): Promise<void>;
  /** Record why it is not known whether a mail arrived; it stays marked as handed over and is not sent again. */
  markInDoubt(id: string, failure: { code: string; message: string }): Promise<void>;
  /** Record that a mail is refused for good; it is kept, and sent again only by `resend`. */
  markRefused(id: string, failure: { at: string; code: string; message: string }): Promise<void>;
  /** Record a failed attempt; clears the hand-over mark, since the server said no. */
  markFailed(id: string, failure: { code: string; message: string; nextAttemptAt: string }): Promise<void>;
  /** Send a mail again that is in doubt or was refused. */
  resend(id: string, at: string): Promise<void>;
  /** Give up a mail that was not sent: it is kept, but neither sent nor shown as waiting for the operator. */
  dismissMail(id: string, at: string): Promise<void>;
  outbox(filter: { state: OutboxState } & PageOf): Promise<OutboxRecord[]>;
}
