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
  /**
   * `next`: as the page says, by 下一页 or by the script of a known system (find/next-page.ts). `static`: index.html,
   * index_1.html …. `query`: ?page=2 …. `none`: one page.
   */
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

/** When a site may be asked, in the zone of its source; `to` before `from` goes over midnight. */
export interface Hours {
  /** Minutes after midnight, 0 to 1439. */
  readonly from: number;
  /** Minutes after midnight, 1 to 1440; exclusive. */
  readonly to: number;
}

/** Rules that held until a site changed; pages fetched up to then are read by them. */
export interface PastRules extends ExtractRules {
  /** ISO date, the last day on which they held, in the zone of the source. */
  readonly validUntil: string;
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
  /** `auto`: over HTTP, and with a browser where the plain page shows nothing without scripts. */
  readonly fetcher: 'http' | 'browser' | 'auto';
  /** `legacy` accepts TLS 1.0 and weak ciphers, which some old sites still need. Certificates are checked all the same. */
  readonly tls: 'modern' | 'legacy';
  /** Whether cookies a site sets are sent back to it, within one run. */
  readonly cookies: boolean;
  /** Hours of the day in which the site may be asked; null for any. */
  readonly hours: Hours | null;
  /** Whether files that articles link to (附件) are fetched and read with them. */
  readonly attachments: boolean;
  readonly rules: ExtractRules;
  /** Rules of the past, in any order. */
  readonly pastRules: readonly PastRules[];
  readonly tags: readonly string[];
  /** Hosts that may resolve to private addresses; everything else private is refused. */
  readonly allowHosts: readonly string[];
  /** Articles to fetch in one run at most, so that a first run ends. */
  readonly maxArticles: number;
  /** Articles that a list dates further back than this many days are passed over; null for no horizon. */
  readonly maxAgeDays: number | null;
  /** False keeps the archive of the source but stops its crawling. */
  readonly enabled: boolean;
}
