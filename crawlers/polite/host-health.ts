import type { FetchError } from '../../core/errors.ts';

/** Which hosts are in no state to be asked further in this run. */
export interface HostHealth {
  /** Why a host is left alone, in words; null if it may be asked. */
  readonly closed: (host: string) => string | null;
  readonly good: (host: string) => void;
  readonly bad: (host: string, error: FetchError) => void;
}

/** Pages in a row that fail, all attempts spent, after which a host is left alone. */
const MOST_FAULTS = 5;
/** A server that wants to be left alone for longer than this is asked at the next run. */
const LONGEST_WAIT_MS = 60_000;

/** Faults that speak of the host, not of the page. */
const OF_HOST = new Set([
  'FETCH_DNS',
  'FETCH_UNREACHABLE',
  'FETCH_TIMEOUT',
  'FETCH_RESET',
  'FETCH_TLS',
  'FETCH_PRIVATE_ADDRESS',
  'ANSWER_REFUSED',
  'ANSWER_MAINTENANCE',
  'ROBOTS_UNREACHABLE',
]);

/**
 * Keep count of how hosts fare in one run.
 *
 * A dead host with 200 pages due would otherwise cost hours of time-outs, and a firewall that refuses us would be
 * knocked at 200 times.
 */
export function createHostHealth(): HostHealth {
  const faults = new Map<string, number>();
  const reasons = new Map<string, string>();
  return {
    closed: (host) => reasons.get(host) ?? null,
    good: (host) => void faults.delete(host),
    bad: (host, error) => {
      const wait = error.details.retryAfterMs;
      if (typeof wait === 'number' && wait > LONGEST_WAIT_MS)
        reasons.set(host, `it asks not to be asked for ${Math.round(wait / 1000)} s`);
      if (!isOfHost(error)) return void faults.delete(host);
      const count = (faults.get(host) ?? 0) + 1;
      faults.set(host, count);
      if (count >= MOST_FAULTS && !reasons.has(host))
        reasons.set(host, `${count} pages in a row ended in ${error.code}`);
    },
  };
}

function isOfHost({ code, details: { status } }: FetchError): boolean {
  return OF_HOST.has(code) || (code === 'FETCH_STATUS' && (status === 429 || Number(status) >= 500));
}
