/**
 * Do work on what comes, several at once; the next item is asked for only when there is room.
 *
 * The first fault ends it: nothing further is started, what is under way ends, then it is thrown.
 *
 * @param most items under way at once; minimum 1
 */
export async function forEachOf<T>(
  items: AsyncIterable<T> | Iterable<T>,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<unknown>>();
  const faults: unknown[] = [];
  for await (const item of items) {
    const step = work(item)
      .catch((fault: unknown) => faults.push(fault))
      .finally(() => running.delete(step));
    running.add(step);
    if (running.size >= most) await Promise.race(running);
    if (faults.length > 0) break;
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
}
