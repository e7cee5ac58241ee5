import type { SourceRecord } from './archive.ts';
import type { FactChange, Hunk, TargetChange } from './change.ts';
import type { LedgerEntry, ReportRef } from './ledger.ts';
import type { PlanIdentity, Statement } from './plan.ts';
import type { TaskSummary } from './tasks.ts';
import type { ToParent } from './vertical.ts';

export type Language = 'zh' | 'en';

/** Who gets mail, about what, how often. Empty lists mean: everything. */
export interface Subscriber {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly sources: readonly string[];
  readonly regions: readonly string[];
  readonly tags: readonly string[];
  /** Words of which an indicator, title or quote must have one. */
  readonly words: readonly string[];
  /** Unguessable; names the subscriber in unsubscribe links. */
  readonly token: string;
  readonly createdAt: string;
  readonly active: boolean;
}

/** An archived version to link to. */
export interface VersionRef {
  readonly documentId: string;
  readonly seq: number;
  /** The publisher's address. */
  readonly url: string;
  readonly title: string;
  readonly published: string | null;
  readonly archivedAt: string;
}

/** A target beside that of the region above, for the same indicator and year. */
export interface TargetAbove {
  readonly own: Statement;
  readonly headline: boolean;
  readonly toParent: Exclude<ToParent, 'incomparable'>;
  readonly above: Statement;
  /** The archived version that states it. */
  readonly version: ReportRef;
}

/** What else the archive knows around a plan when it is told. */
export interface PlanContext {
  /** Null where the archive has no plan of a region above. */
  readonly above: { readonly region: string; readonly targets: readonly TargetAbove[] } | null;
  /** Articles that report on the plan, newest first. */
  readonly reports: readonly VersionRef[];
}

interface NewsBase {
  /** Natural key: the same event found twice is one piece of news. */
  readonly id: string;
  readonly at: string;
  readonly source: SourceRecord;
  readonly version: VersionRef;
  /** Other places that carry the same text, most official first. */
  readonly copies: readonly VersionRef[];
}

/** Something a reader may be told. */
export type News =
  | (NewsBase & {
      /** A plan compared with the year before, or with its own earlier wording. */
      readonly kind: 'plan_compared' | 'plan_revised';
      readonly plan: PlanIdentity;
      readonly planId: string;
      readonly before: { readonly plan: PlanIdentity; readonly version: VersionRef };
      readonly changes: readonly TargetChange[];
      /** What became of the targets of the plan before; empty for a revision, and where nothing reports on them. */
      readonly ledger: readonly LedgerEntry[];
      /** What became of its tasks; null for a revision. */
      readonly tasks: TaskSummary | null;
      /** Empty for a revision. */
      readonly context: PlanContext;
    })
  | (NewsBase & {
      /** A plan whose predecessor the archive does not have. */
      readonly kind: 'plan_found';
      readonly plan: PlanIdentity;
      readonly planId: string;
      readonly targets: readonly Statement[];
      readonly context: PlanContext;
    })
  | (NewsBase & {
      /** A published article whose text changed, or what its page says of it; `before` is the version it had. */
      readonly kind: 'article_edited';
      readonly before: VersionRef;
      readonly hunks: readonly Hunk[];
      readonly facts: readonly FactChange[];
      /** Its text as it is now, which a change of validity concerns as a whole. */
      readonly text: string;
    })
  | (NewsBase & { readonly kind: 'article_gone' | 'article_back' });

/** Whether news is of a document that holds no more, or holds again. */
export function changesValidity(news: News): boolean {
  return news.kind === 'article_edited' && news.facts.some(({ field }) => field === 'validity');
}

export interface Period {
  /** ISO-8601 UTC; exclusive. */
  readonly from: string;
  /** ISO-8601 UTC; inclusive. */
  readonly to: string;
}

/** All news of a period for one subscriber. */
export interface Digest {
  /** Subscriber and the news told: a retry gives the same id, so it is mailed once. */
  readonly id: string;
  readonly subscriber: Subscriber;
  readonly period: Period;
  readonly news: readonly News[];
}

/** A composed mail, ready to hand over. Header values hold no line breaks. */
export interface Email {
  /** The digest's id. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Derived from the id: a mail handed over twice can be told by its receiver. */
  readonly messageId: string;
  readonly date: string;
  /** Such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the mail server, or the file system, answered. */
export interface Receipt {
  readonly id: string;
  readonly at: string;
  readonly response: string;
}
