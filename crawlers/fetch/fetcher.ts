import type { FetchedPage } from '../../core/page.ts';

/** What to ask for, and what is known of it from last time. */
export interface FetchRequest {
  readonly url: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export type FetchResult =
  | { readonly kind: 'page'; readonly page: FetchedPage }
  /** 304: the same as last time. */
  | { readonly kind: 'unchanged' }
  /** 404 or 410. */
  | { readonly kind: 'missing'; readonly status: number };

/** Something that fetches: HTTP or a browser. */
export interface Fetcher {
  /** @throws {FetchError} with the codes of docs/errors.md */
  readonly fetch: (request: FetchRequest) => Promise<FetchResult>;
  readonly close: () => Promise<void>;
}
