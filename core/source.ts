/** What a source's URLs point to: one article, a page of links, an RSS/Atom feed, or an XML sitemap. */
export type SourceKind = 'page' | 'list' | 'feed' | 'sitemap';

/** Who stands behind a publisher. Of several copies of one text, the more official one is the primary. */
export type PublisherKind = 'government' | 'press' | 'aggregator';

/** Which links of a list page are articles. All given conditions must hold; none given means: detect. */
export interface LinkRule {
  /** CSS selector of the `<a>` elements, or of elements that contain them. */
  readonly select?: string;
  /** Glob over the absolute URL, `*` within a path segment, `**` across segments. */
  readonly match?: string;
  /** Links whose text or title attribute has none of these words are passed over. */
  readonly words?: readonly string[];
}

/** How a list goes on after its first page. */
export interface Pagination {
  /** `next`: follow 下一页. `static`: index.html, index_1.html …. `query`: ?page=2 …. `none`: one page. */
  readonly kind: 'none' | 'next' | 'static' | 'query';
  /** Name of the query parameter of kind `query`. Default `page`. */
  readonly parameter?: string;
  /** Pages of the list to read at most, the first included. Minimum 1. */
  readonly maxPages: number;
}

/** A piece of a page, as a CSS selector or as the stretch between two of them (as in Open Terms Archive). */
export type Selection =
  | string
  | {
      readonly startBefore?: string;
      readonly startAfter?: string;
      readonly endBefore?: string;
      readonly endAfter?: string;
    };

/** What an operator tells the extractor about a site that it does not find by itself. */
export interface ExtractRules {
  /** Where the body is. Default: found by the extractor. */
  readonly select?: readonly Selection[];
  /** What to cut before anything is read. */
  readonly remove?: readonly Selection[];
  /** CSS selector of the title. */
  readonly title?: string;
  /** CSS selector of the publication date. */
  readonly date?: string;
  /** Encoding label that overrides header and meta, for sites that lie. */
  readonly charset?: string;
}

/** One declared place to watch: who publishes, where, how often, and how to read it. */
export interface Source {
  /** File name without `.yaml`: letters, digits, `-`. */
  readonly id: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  /** Full name of the administrative division, such as 山东省; null for none. */
  readonly region: string | null;
  readonly kind: SourceKind;
  readonly urls: readonly string[];
  readonly links: LinkRule;
  readonly pagination: Pagination;
  /** Five-field cron expression. */
  readonly cron: string;
  /** IANA zone the cron expression is read in. */
  readonly timezone: string;
  readonly fetcher: 'http' | 'browser';
  readonly rules: ExtractRules;
  readonly tags: readonly string[];
  /** Hosts that may resolve to private addresses; everything else private is refused. */
  readonly allowHosts: readonly string[];
  /** Articles to fetch in one run at most, so that a first run ends. */
  readonly maxArticles: number;
  /** False keeps the archive of the source but stops its crawling. */
  readonly enabled: boolean;
}
