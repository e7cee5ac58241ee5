/** Waits; resolves early when the signal fires. Tests pass their own. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Keeps a distance between requests to one host, across all sources that share it. */
export interface Pacer {
  /**
   * Resolves when this request to the host may start.
   * @param leastMs distance the host itself asks for (Crawl-delay); the larger of it and ours counts
   * @param stop ends the wait early
   */
  readonly turn: (host: string, leastMs?: number, stop?: AbortSignal) => Promise<void>;
  /** Let nobody ask the host for so long (Retry-After), those already waiting included. */
  readonly hold: (host: string, ms: number) => void;
}

/**
 * Make a pacer. Hosts never wait for each other: each has a queue of its own, first come, first served.
 *
 * @param delayMs least distance; up to a half more is added at random, so that requests do not come in step
 * @param random 0 to 1, as Math.random
 */
export function createPacer(delayMs: number, clock: () => Date, sleep: Sleep, random: () => number): Pacer {
  /** The moment from which each host may be asked again, in epoch milliseconds. */
  const free = new Map<string, number>();
  const held = new Map<string, number>();
  const turn = async (host: string, leastMs = 0, stop?: AbortSignal): Promise<void> => {
    const now = clock().getTime();
    const start = Math.max(now, free.get(host) ?? 0, held.get(host) ?? 0);
    const gap = Math.max(delayMs, leastMs);
    if (gap > 0) free.set(host, start + gap * (1 + random() / 2));
    if (start > now) await sleep(start - now, stop);
    // Held while this one slept: go to the end of the queue that forms behind the hold.
    const again = (held.get(host) ?? 0) > Math.max(start, clock().getTime());
    if (again && !stop?.aborted) return turn(host, leastMs, stop);
  };
  return {
    turn,
    hold: (host, ms) => {
      const until = clock().getTime() + ms;
      held.set(host, Math.max(held.get(host) ?? 0, until));
      free.set(host, Math.max(free.get(host) ?? 0, until));
    },
  };
}
