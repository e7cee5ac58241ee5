import type { ChangeKind, DiffPart, Hunk } from '../core/change.ts';
import type { News } from '../core/digest.ts';

/** A link; `href` is null where the address may not be clicked, and then only the label is shown. */
export interface LinkView {
  readonly label: string;
  readonly href: string | null;
}

/** One side of a target: the number for the eye, the quote as proof, and the archived place it stands at. */
export interface SideView {
  readonly value: string;
  /** Set where the deadline is another than the plan's year. */
  readonly due: string | null;
  readonly quote: string;
  readonly href: string;
}

/** One target. */
export interface RowView {
  readonly indicator: string;
  /** A standing target. */
  readonly headline: boolean;
  readonly before: SideView | null;
  readonly after: SideView | null;
  /** Null where nothing is compared. */
  readonly change: {
    readonly kind: ChangeKind;
    readonly mark: string;
    readonly label: string;
    readonly step: string | null;
  } | null;
}

/** A changed paragraph, its unchanged stretches shortened. */
export interface HunkView {
  readonly kind: Hunk['kind'];
  readonly parts: readonly DiffPart[];
}

/** One thing worth naming in a part. */
export interface LineView {
  readonly mark: string;
  readonly text: string;
  readonly href: string;
}

/** A compact part below the table: how many ended how, and the most telling ones by name. */
export interface PartView {
  readonly title: LinkView;
  readonly lines: readonly LineView[];
}

/** A piece of news in words and links, so that the text and the HTML body cannot disagree. */
export interface ItemView {
  /** What it tells. */
  readonly news: News;
  readonly label: string;
  readonly title: string;
  /** The page that shows it whole. */
  readonly open: LinkView;
  readonly summary: string;
  readonly facts: readonly string[];
  /** Heads of the value columns; `before` is null where there is only one. */
  readonly columns: { readonly before: string | null; readonly after: string };
  /** The first of them; `count` says how many there are in all, of hunks too. */
  readonly rows: readonly RowView[];
  readonly unchanged: string | null;
  readonly hunks: readonly HunkView[];
  readonly parts: readonly PartView[];
  readonly count: { readonly rows: number; readonly hunks: number };
  readonly more: string | null;
  readonly links: readonly LinkView[];
  readonly copies: readonly LinkView[];
}

/** What one mail of a digest shows: some of its items, and in the last mail a line on those that fit into none. */
export interface MailView {
  readonly period: string;
  /** Which of how many mails of the digest; empty where it is the only one. */
  readonly part: string;
  readonly items: readonly ItemView[];
  readonly more: string | null;
  readonly footer: {
    readonly why: string;
    readonly numbers: string;
    readonly unsubscribe: string;
    readonly site: string;
  };
}
