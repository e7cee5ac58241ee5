/** One fetch that brought an answer: status, headers, bytes as sent (after content decoding). */
export interface FetchedPage {
  /** The URL asked for, canonical: the identity of the document. */
  readonly url: string;
  /** The URL that answered, after redirects. */
  readonly finalUrl: string;
  /** ISO-8601 UTC. */
  readonly fetchedAt: string;
  readonly status: number;
  /** Lower-case names; several values of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Hex SHA-256 of `body`. */
  readonly sha256: string;
  readonly fetcher: 'http' | 'browser';
}
