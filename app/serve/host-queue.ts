/** Work that waits for a place among what is under way, and for its host to be free. */
export interface HostQueue {
  /**
   * Do work when its turn comes.
   *
   * @param host what no two pieces of work may use at once
   * @returns what the work gives; rejects as it does
   */
  readonly add: <T>(host: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Make a queue that does several things at once, one of each host, first come, first served among the hosts.
 *
 * A plain queue would let four sources of one slow site take all places while every other site waits: they are paced
 * against each other anyway, so a second place brings them nothing.
 *
 * @param places things under way at once; minimum 1
 */
export function createHostQueue(places: number): HostQueue {
  const waiting: { readonly host: string; readonly start: () => Promise<unknown> }[] = [];
  const busy = new Set<string>();

  const fill = (): void => {
    while (busy.size < places) {
      const at = waiting.findIndex(({ host }) => !busy.has(host));
      const [next] = at < 0 ? [] : waiting.splice(at, 1);
      if (next === undefined) break;
      busy.add(next.host);
      void next.start().finally(() => {
        busy.delete(next.host);
        fill();
      });
    }
  };

  return {
    add: (host, work) =>
      new Promise((resolve, reject) => {
        waiting.push({ host, start: () => work().then(resolve, reject) });
        fill();
      }),
  };
}
