import { describe, expect, it } from 'vitest';
import { FetchError } from '../../core/errors.ts';
import { missingCheckAt, nextCheckAt, retryAt } from '../../crawlers/next-check.ts';

const now = new Date('2026-03-05T00:00:00.000Z');
const hoursTo = (at: string) => (Date.parse(at) - now.getTime()) / 3_600_000;

describe('the next check', () => {
  it('comes soon for what is fresh and rarely for what is old, but always', () => {
    const wait = (since: string | null) => hoursTo(nextCheckAt(since, now));
    expect(wait('2026-03-04')).toBe(6);
    expect(wait('2026-02-25T08:00:00+08:00')).toBe(24);
    expect(wait('2026-01-01')).toBe(7 * 24);
    expect(wait('1999-01-01')).toBe(30 * 24);
    expect([wait(null), wait('soon'), wait('2027-01-01')]).toEqual([6, 6, 6]);
  });

  it('of a page that is not there comes soon until that is sure, and then ever more rarely', () => {
    const waits = [1, 2, 3, 4, 5, 9, 200].map((checks) => hoursTo(missingCheckAt(checks, now)));
    expect(waits).toEqual([12, 12, 12, 24, 48, 720, 720]);
  });

  it('of a failed fetch is due by the next run, the next day, or the next week', () => {
    const wait = (code: string, retryable = false) =>
      hoursTo(retryAt(new FetchError(code, 'x', { retryable }), now));
    expect(wait('FETCH_TIMEOUT', true)).toBe(0.5);
    expect(wait('ANSWER_REFUSED')).toBe(24);
    expect(wait('ROBOTS_DISALLOWED')).toBe(24);
    expect(wait('FETCH_NOT_TEXT')).toBe(7 * 24);
  });
});
