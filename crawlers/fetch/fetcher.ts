import type { FetchedPage } from '../../core/page.ts';

/** What to ask for, and what is known of it from last time. */
export interface FetchRequest {
  readonly url: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Take only so many bytes and leave the rest unread, for files that are read by their beginning (robots.txt). */
  readonly clip?: number;
  /**
   * `document`: a file (PDF, Word …), which a browser does not show. `either`: a page, unless it turns out to be a file.
   * Default: a page, and files are refused.
   */
  readonly expects?: 'document' | 'either';
  /** Called before a redirect is followed; throws to forbid it. A browser does not call it. */
  readonly onHop?: (url: URL) => Promise<unknown>;
}

export type FetchResult =
  | { readonly kind: 'page'; readonly page: FetchedPage }
  /** 304: the same as last time. */
  | { readonly kind: 'unchanged' }
  /** 404, 410, or a page that says so in words. */
  | { readonly kind: 'missing'; readonly status: number; readonly reason: string };

/** Something that fetches: HTTP or a browser. */
export interface Fetcher {
  /** @throws {FetchError} with the codes of docs/errors.md */
  readonly fetch: (request: FetchRequest) => Promise<FetchResult>;
  readonly close: () => Promise<void>;
}
