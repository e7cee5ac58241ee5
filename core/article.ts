/**
 * What a page turned out to be. Only `article` makes a version; the others are recorded as the state of the document.
 * `shell` needs a browser to show anything; `refused` is a firewall's answer; `missing` says in words that there is no such
 * page, `error` that the server is broken or being maintained.
 */
export type ArticleKind = 'article' | 'list' | 'shell' | 'login' | 'refused' | 'missing' | 'error' | 'empty';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'table' | 'attachment';

/** One piece of the body, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /** Plain text without line breaks; of a table, rows joined by `\n` and cells by `\t`. */
  readonly text: string;
  /** 1 to 6 for headings, nesting depth from 1 for items. */
  readonly level?: number;
  /** Cells of a table, row by row; spans are filled with the value they span. */
  readonly rows?: readonly (readonly string[])[];
  /** Absolute address of an attachment; on a heading, of the attached file whose text follows. */
  readonly href?: string;
  /** Absolute addresses of all files it links to, where it is not one attachment alone. */
  readonly files?: readonly string[];
}

/** One thing the extractor took out, and why: the trail behind `clean --explain`. */
export interface Removal {
  readonly step: string;
  readonly reason: string;
  /** The first 200 characters of what was removed. */
  readonly text: string;
}

/** What government pages say about themselves beside title and date. Unknown fields are absent. */
export interface GovernmentFields {
  /** 索引号 */
  readonly indexNumber?: string;
  /** 文号, such as 国发〔2024〕12号 */
  readonly documentNumber?: string;
  /** 发文机关 */
  readonly issuer?: string;
  /** 成文日期, ISO date */
  readonly written?: string;
  /** 有效性, as printed */
  readonly validity?: string;
  /** 主题分类 */
  readonly topic?: string;
  /** The department whose site or column the page stands in, where one is named. */
  readonly publisher?: string;
}

/** The clean content of a page. */
export interface Article {
  readonly kind: ArticleKind;
  /** Why it is of this kind, in words for the operator. */
  readonly reason: string;
  readonly title: string | null;
  /** A line above the title (引题) and one below it (副题), where the page has them. */
  readonly kicker: string | null;
  readonly subtitle: string | null;
  /** ISO date, or ISO date-time with offset (`+08:00` unless the page says otherwise). */
  readonly published: string | null;
  readonly updated: string | null;
  /** 来源 as printed. */
  readonly source: string | null;
  readonly author: string | null;
  readonly editor: string | null;
  readonly fields: GovernmentFields;
  readonly blocks: readonly Block[];
  /** The blocks' texts joined by `\n`; quotes of statements are offsets into this. */
  readonly text: string;
  /** Where each piece of metadata was found, such as `{published: 'meta:PubDate'}`. */
  readonly found: Readonly<Record<string, string>>;
  readonly removed: readonly Removal[];
}
