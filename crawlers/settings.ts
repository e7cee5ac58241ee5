/** How to fetch. One object for the whole run; what differs by source stands in the source. */
export interface FetchSettings {
  /** Sent as User-Agent; says who we are and how to reach the operator. */
  readonly userAgent: string;
  /** Milliseconds one fetch may take from first look-up to last byte. Minimum 1. */
  readonly timeoutMs: number;
  /** Bytes of a body at most, counted after decompression. Minimum 1. */
  readonly maxBytes: number;
  /** Redirects to follow at most. 0 follows none. */
  readonly maxRedirects: number;
  /** Milliseconds between two requests to one host, jitter of up to a half comes on top. 0 for none. */
  readonly delayMs: number;
  /** Fetches under way at once from one host of a source. Minimum 1. */
  readonly concurrency: number;
  /** Attempts at one URL, the first included. Minimum 1. */
  readonly attempts: number;
  /** HTTP proxy that all fetches go through; null for none. */
  readonly proxy: string | null;
}
