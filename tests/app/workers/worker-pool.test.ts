import { afterEach, describe, expect, it } from 'vitest';
import { workerPool } from '../../../app/workers/worker-pool.ts';

const FILE = new URL('misbehaving-worker.ts', import.meta.url);
const pools: { close: () => Promise<void> }[] = [];

function aPool(limits: { size?: number; timeoutMs?: number } = {}) {
  const pool = workerPool<{ text: string; kept: unknown[] }, string>(FILE, {
    size: 1,
    timeoutMs: 20_000,
    heapMb: 64,
    ...limits,
  });
  pools.push(pool);
  /** @param given bytes that go with the task */
  const say = (text: string, given?: Uint8Array<ArrayBuffer>) =>
    pool.run({ text, kept: given ? [given] : [] }, given ? [given.buffer] : []);
  return { say };
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

describe('a pool of threads', () => {
  it('answers more tasks than it has threads, each its own', async () => {
    const { say } = aPool({ size: 2 });
    const words = Array.from({ length: 20 }, (_, i) => `word${i}`);
    expect(await Promise.all(words.map((word) => say(word)))).toEqual(
      words.map((word) => word.toUpperCase()),
    );
  });

  it.each([
    ['loop', 'WORKER_TIMEOUT'],
    ['hog', 'WORKER_MEMORY'],
    ['crash', 'WORKER_CRASHED'],
    ['exit', 'WORKER_CRASHED'],
  ])('fails a task that makes its thread %s, and that task alone', async (text, code) => {
    const { say } = aPool(text === 'loop' ? { timeoutMs: 1500 } : {});
    const [bad, next] = await Promise.allSettled([say(text), say('next')]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code } });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  it('takes the bytes of a task from who asks, and has them still if the thread ends before it is begun', async () => {
    const { say } = aPool();
    const given = Array.from({ length: 4 }, (_, at) => new Uint8Array(1000 + at));
    const words = ['first', 'crash', 'third', 'fourth'];
    const said = await Promise.allSettled(words.map((word, at) => say(word, given[at])));
    expect(said.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.code))).toEqual([
      'FIRST 1000',
      'WORKER_CRASHED',
      'THIRD 1002',
      'FOURTH 1003',
    ]);
    await say('last');
    expect(given.map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  it('does not count the time a task waits its turn', async () => {
    const { say } = aPool({ timeoutMs: 2000 });
    const [loop, ...rest] = await Promise.allSettled([say('loop'), say('loop'), say('fine')]);
    expect(loop.status).toBe('rejected');
    expect(rest.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
