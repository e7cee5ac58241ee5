import type { AppError } from '../../core/errors.ts';

/** The longest wait between two attempts; a host that asks for more is left for the next run. */
const LONGEST_MS = 60_000;

/**
 * How long to wait before trying again.
 *
 * @param failure attempt: 1 for the first; retryAfterMs: what the server asked for, null if nothing
 * @param attempts attempts allowed in all
 * @returns milliseconds, or 0 for: do not
 */
export function retryDelay(
  failure: { attempt: number; error: AppError; retryAfterMs: number | null },
  attempts: number,
): number {
  if (!failure.error.retryable || failure.attempt >= attempts) return 0;
  if (failure.retryAfterMs !== null)
    return failure.retryAfterMs <= LONGEST_MS ? Math.max(1, failure.retryAfterMs) : 0;
  return Math.min(LONGEST_MS, 1000 * 2 ** (failure.attempt - 1));
}

/** Whoever asks for more than a year has made a mistake, but asks for a pause. */
const MOST_ASKED_MS = 365 * 86_400_000;

/**
 * Read a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @returns milliseconds from now, null if absent or unreadable
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Math.min(MOST_ASKED_MS, Number(header) * 1000);
  // Date.parse reads much that is no date, such as "-5".
  const at = /[a-z]{3}.*\d\d:\d\d/i.test(header.slice(0, 100)) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(MOST_ASKED_MS, Math.max(0, at - now.getTime()));
}
