import { expect, it } from 'vitest';
import { nextAttempt } from '../../notify/retry.ts';

it('waits a minute after the first failure, doubles, and never waits longer than six hours', () => {
  const now = '2026-01-01T00:00:00.000Z';
  const minutes = [1, 2, 3, 9, 10, 1000].map(
    (attempts) => (Date.parse(nextAttempt(attempts, now)) - Date.parse(now)) / 60_000,
  );
  expect(minutes).toEqual([1, 2, 4, 256, 360, 360]);
});
