import { FetchError, messageOf } from '../../core/errors.ts';

/** Codes of sockets, TLS, DNS and undici, sorted into ours. */
const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'FETCH_DNS',
  EAI_AGAIN: 'FETCH_DNS',
  EAI_FAIL: 'FETCH_DNS',
  ECONNREFUSED: 'FETCH_UNREACHABLE',
  EHOSTUNREACH: 'FETCH_UNREACHABLE',
  ENETUNREACH: 'FETCH_UNREACHABLE',
  EADDRNOTAVAIL: 'FETCH_UNREACHABLE',
  ETIMEDOUT: 'FETCH_TIMEOUT',
  UND_ERR_CONNECT_TIMEOUT: 'FETCH_TIMEOUT',
  UND_ERR_HEADERS_TIMEOUT: 'FETCH_TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'FETCH_TIMEOUT',
  ABORT_ERR: 'FETCH_TIMEOUT',
  ECONNRESET: 'FETCH_RESET',
  EPIPE: 'FETCH_RESET',
  UND_ERR_SOCKET: 'FETCH_RESET',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'FETCH_TRUNCATED',
  UND_ERR_HEADERS_OVERFLOW: 'FETCH_TOO_LARGE',
  Z_BUF_ERROR: 'FETCH_TRUNCATED',
  Z_DATA_ERROR: 'FETCH_ENCODING',
};

const ADVICE: Readonly<Record<string, string>> = {
  FETCH_DNS: 'The host name does not resolve. Check the URL and the DNS of this machine.',
  FETCH_UNREACHABLE:
    'Nothing answers at that address. Check the URL, or whether the site blocks this machine.',
  FETCH_TIMEOUT: 'The answer took too long. Raise crawl.timeoutMs if the site is just slow.',
  FETCH_RESET: 'The server broke the connection off. It is tried again at the next run.',
  FETCH_TLS:
    'The certificate or TLS version was not accepted. Check the site in a browser; set tls: legacy in the source if the site is old.',
  FETCH_TRUNCATED: 'The answer was cut off. It is tried again at the next run.',
  FETCH_ENCODING:
    'The answer is not in the compression it claims. Set fetcher: browser in the source if a browser shows it.',
  FETCH_TOO_LARGE: 'The headers are larger than any page needs. Look at the page in a browser.',
  FETCH_FAILED: 'The fetch failed. It is tried again at the next run.',
};

const PERMANENT = new Set(['FETCH_TLS', 'FETCH_ENCODING', 'FETCH_TOO_LARGE']);

/** Anything thrown while fetching, as a {@link FetchError} with a stable code and advice. */
export function asFetchError(error: unknown, url: string): FetchError {
  const known = findFetchError(error);
  if (known) return known;
  const code = codeBelow(error);
  return new FetchError(code, `${url}: ${ADVICE[code] ?? ''} (${messageOf(error)})`, {
    url,
    cause: error,
    retryable: !PERMANENT.has(code),
  });
}

/** Our own error, also where a library wrapped it (a guarded look-up inside a connect error). */
function findFetchError(error: unknown): FetchError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof FetchError) return at;
    if (at instanceof AggregateError) {
      const inner = at.errors.map(findFetchError).find((found) => found !== null);
      if (inner) return inner;
    }
  }
  return null;
}

function codeBelow(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.name === 'TimeoutError') return 'FETCH_TIMEOUT';
    const code = 'code' in at ? String(at.code) : '';
    if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'FETCH_TLS';
    if (/^(ERR_BROTLI|ERR__ERROR|ZSTD_error)/.test(code)) return 'FETCH_ENCODING';
    const ours = CODES[code];
    if (ours !== undefined) return ours;
    if (at instanceof AggregateError && at.errors.length > 0) return codeBelow(at.errors[0]);
  }
  return 'FETCH_FAILED';
}
