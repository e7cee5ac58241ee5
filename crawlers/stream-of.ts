/**
 * Do work on items, several at once, and give results as they come.
 *
 * Items of one lane (one host) wait for each other and for no other lane: a slow host never starves a quick one.
 * Nothing is started ahead of the reader, so a slow reader bounds memory.
 *
 * @param laneOf name of the lane an item belongs to
 * @param limits how many items may be under way at once, in one lane and in all
 * @param work must not throw; faults are results
 * @param stop when it fires, no further item is started; results under way are still given
 */
export async function* streamOf<T, R>(
  items: readonly T[],
  laneOf: (item: T) => string,
  limits: { readonly lane: number; readonly all: number },
  work: (item: T) => Promise<R>,
  stop?: AbortSignal,
): AsyncGenerator<R> {
  const lanes = [...Map.groupBy(items, laneOf).values()].map((lane) => ({ queue: lane.values(), busy: 0 }));
  const running = new Set<Promise<() => R>>();

  /** Start the next item of a lane; false if it has none or there is no room. */
  const start = (lane: (typeof lanes)[number]): boolean => {
    if (lane.busy >= limits.lane || running.size >= limits.all || stop?.aborted) return false;
    const next = lane.queue.next();
    if (next.done) return false;
    lane.busy++;
    const done = work(next.value).then((result) => () => {
      running.delete(done);
      lane.busy--;
      return result;
    });
    running.add(done);
    return true;
  };

  for (;;) {
    while (lanes.filter(start).length > 0);
    if (running.size === 0) return;
    const take = await Promise.race(running);
    yield take();
  }
}
