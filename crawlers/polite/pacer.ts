/** Waits; resolves early with an error when the signal fires. Tests pass their own. */
export type Sleep = (ms: number) => Promise<void>;

/** Keeps a distance between requests to one host, across all sources that share it. */
export interface Pacer {
  /** Resolves when this request to the host may start. */
  readonly turn: (host: string) => Promise<void>;
}

/**
 * Make a pacer. Hosts never wait for each other: each has a queue of its own.
 *
 * @param delayMs least distance; up to a half more is added at random, so that requests do not come in step
 * @param random 0 to 1, as Math.random
 */
export function createPacer(delayMs: number, clock: () => Date, sleep: Sleep, random: () => number): Pacer {
  /** The moment from which each host may be asked again, in epoch milliseconds. */
  const free = new Map<string, number>();
  return {
    turn: async (host) => {
      if (delayMs <= 0) return;
      const now = clock().getTime();
      const start = Math.max(now, free.get(host) ?? 0);
      free.set(host, start + delayMs * (1 + random() / 2));
      if (start > now) await sleep(start - now);
    },
  };
}
