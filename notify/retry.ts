const MINUTE = 60_000;
const LONGEST = 360 * MINUTE;

/**
 * When to try a mail again: 1 minute after the first failure, then twice as long each time, at most 6 hours.
 *
 * @param attempts failures so far, from 1
 * @param now ISO-8601 UTC
 * @returns ISO-8601 UTC
 */
export function nextAttempt(attempts: number, now: string): string {
  const wait = Math.min(LONGEST, MINUTE * 2 ** Math.max(0, attempts - 1));
  return new Date(Date.parse(now) + wait).toISOString();
}
