/**
 * Do work on items, several at once, and give results as they come.
 *
 * Nothing is started ahead of the reader by more than `concurrency` results, so a slow reader bounds memory.
 *
 * @param work must not throw; faults are results
 * @param stop when it fires, no further item is started; results under way are still given
 */
export async function* streamOf<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
  stop?: AbortSignal,
): AsyncGenerator<R> {
  const running = new Map<number, Promise<{ key: number; result: R }>>();
  let next = 0;
  const start = () => {
    const key = next++;
    const item = items[key];
    if (item !== undefined)
      running.set(
        key,
        work(item).then((result) => ({ key, result })),
      );
  };
  while (running.size > 0 || (next < items.length && !stop?.aborted)) {
    while (running.size < concurrency && next < items.length && !stop?.aborted) start();
    if (running.size === 0) return;
    const { key, result } = await Promise.race(running.values());
    running.delete(key);
    yield result;
  }
}
