import { describe, expect, it } from 'vitest';
import type { FetchError } from '../../../core/errors.ts';
import { FetchError as Fault } from '../../../core/errors.ts';
import { createHostHealth } from '../../../crawlers/polite/host-health.ts';
import { isWithinHours } from '../../../crawlers/polite/hours.ts';
import { createPacer } from '../../../crawlers/polite/pacer.ts';
import { retryAfterMs, retryDelay } from '../../../crawlers/polite/retry-delay.ts';

/** Time that passes only when somebody sleeps, in the order of waking. */
function fakeTime() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    clock: () => new Date(now),
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    /** Let time run until nobody sleeps. */
    run: async () => {
      for (;;) {
        for (let i = 0; i < 20; i++) await Promise.resolve();
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (!next) return;
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

/** The moments at which each request started. */
async function startsOf(
  random: number,
  asks: readonly (readonly [host: string, leastMs?: number])[],
  during?: (pacer: ReturnType<typeof createPacer>) => void,
) {
  const time = fakeTime();
  const pacer = createPacer(1000, time.clock, time.sleep, () => random);
  const starts: [string, number][] = [];
  for (const [host, leastMs] of asks)
    void pacer.turn(host, leastMs).then(() => starts.push([host, time.clock().getTime()]));
  during?.(pacer);
  await time.run();
  return starts;
}

describe('the pacer', () => {
  it('keeps its distance at one host, first come, first served', async () => {
    expect(await startsOf(0, [['a'], ['a'], ['a']])).toEqual([
      ['a', 0],
      ['a', 1000],
      ['a', 2000],
    ]);
  });

  it('adds up to a half at random', async () => {
    expect((await startsOf(0.5, [['a'], ['a']])).at(-1)?.[1]).toBe(1250);
  });

  it('lets no host wait for another', async () => {
    expect(await startsOf(0, [['a'], ['a'], ['a'], ['b']])).toEqual([
      ['a', 0],
      ['b', 0],
      ['a', 1000],
      ['a', 2000],
    ]);
  });

  it('keeps the distance a site asks for where that is larger', async () => {
    expect(
      await startsOf(0, [
        ['a', 5000],
        ['a', 5000],
        ['a', 10],
      ]),
    ).toEqual([
      ['a', 0],
      ['a', 5000],
      ['a', 10_000],
    ]);
  });

  it('holds everybody back when a host asks to be left alone, and lets them go one by one', async () => {
    const starts = await startsOf(0, [['a'], ['a'], ['a'], ['b']], (pacer) => pacer.hold('a', 30_000));
    expect(starts).toEqual([
      ['a', 0],
      ['b', 0],
      ['a', 30_000],
      ['a', 31_000],
    ]);
  });

  it('does not sleep at all without a delay', async () => {
    const pacer = createPacer(
      0,
      () => new Date(0),
      () => Promise.reject(new Error('slept')),
      Math.random,
    );
    for (let i = 0; i < 3; i++) await pacer.turn('a');
  });
});

describe('the retry policy', () => {
  const error = (retryable: boolean): FetchError => new Fault('X', 'x', { retryable });
  const delay = (attempt: number, retryAfter: number | null = null, retryable = true) =>
    retryDelay({ attempt, error: error(retryable), retryAfterMs: retryAfter }, 4);

  it('doubles from a second, and stops after the attempts allowed', () => {
    expect([1, 2, 3, 4, 5].map((attempt) => delay(attempt))).toEqual([1000, 2000, 4000, 0, 0]);
  });

  it('never tries again what cannot get better', () => expect(delay(1, null, false)).toBe(0));

  it('waits as the server asks, up to a minute; beyond that the next run is soon enough', () => {
    expect([0, 500, 60_000, 60_001].map((ms) => delay(1, ms))).toEqual([1, 500, 60_000, 0]);
  });

  it('reads Retry-After as seconds and as a date', () => {
    const now = new Date('2026-03-05T08:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Thu, 05 Mar 2026 08:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Thu, 05 Mar 2020 08:01:00 GMT', now)).toBe(0);
    for (const header of [undefined, 'soon', '-5', '1e9', '1.5'])
      expect(retryAfterMs(header, now)).toBeNull();
    for (const header of ['99999999999999', '9'.repeat(5000), 'Fri, 31 Dec 9999 23:59:59 GMT'])
      expect(retryAfterMs(header, now)).toBe(365 * 86_400_000);
  });
});

describe('the health of hosts', () => {
  const timeout = new Fault('FETCH_TIMEOUT', 'x');

  it('closes a host after five pages in a row that speak against it', () => {
    const health = createHostHealth();
    for (let i = 0; i < 4; i++) health.bad('a', timeout);
    health.good('a');
    for (let i = 0; i < 4; i++) health.bad('a', timeout);
    health.bad('a', new Fault('FETCH_NOT_TEXT', 'x'));
    for (let i = 0; i < 4; i++) health.bad('a', timeout);
    expect(health.closed('a')).toBeNull();
    health.bad('a', timeout);
    expect(health.closed('a')).toBe('5 pages in a row ended in FETCH_TIMEOUT');
    expect(health.closed('b')).toBeNull();
  });

  it('counts 5xx and 429 against the host, other statuses against the page', () => {
    const closed = (status: number) => {
      const health = createHostHealth();
      for (let i = 0; i < 5; i++) health.bad('a', new Fault('FETCH_STATUS', 'x', { status }));
      return health.closed('a') !== null;
    };
    expect([500, 503, 429, 400, 451].map(closed)).toEqual([true, true, true, false, false]);
  });

  it('closes a host that asks for a long pause', () => {
    const health = createHostHealth();
    health.bad('a', new Fault('FETCH_STATUS', 'x', { status: 503, retryAfterMs: 3_600_000 }));
    expect(health.closed('a')).toBe('it asks not to be asked for 3600 s');
  });
});

describe('hours', () => {
  const at = (time: string) => new Date(`2026-03-05T${time}+08:00`);
  const night = { from: 22 * 60, to: 6 * 60 };
  const within = (hours: { from: number; to: number } | null, time: string) =>
    isWithinHours(hours, 'Asia/Shanghai', at(time));

  it('go over midnight', () => {
    expect(['21:59', '22:00', '00:00', '05:59', '06:00'].map((time) => within(night, time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('may lie inside a day, or be all of it', () => {
    const noon = { from: 12 * 60, to: 24 * 60 };
    expect(['11:59', '12:00', '23:59'].map((time) => within(noon, time))).toEqual([false, true, true]);
    expect([within(null, '03:00'), within({ from: 60, to: 60 }, '03:00')]).toEqual([true, true]);
  });

  it('are those of the zone of the source', () => {
    expect(isWithinHours(night, 'UTC', at('22:30'))).toBe(false);
  });
});
