import { describe, expect, it } from 'vitest';
import { createHostQueue } from '../../app/serve/host-queue.ts';

/** Work that ends when the test says so, and a record of what has begun. */
function someWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begun, work, end };
}

describe('the queue of sources', () => {
  it('lets sources of one host wait for each other and for no other host', async () => {
    const { begun, work, end } = someWork();
    const queue = createHostQueue(2);
    const slow = ['slow-1', 'slow-2', 'slow-3'].map((name) => queue.add('slow.example', work(name)));
    const quick = queue.add('quick.example', work('quick'));
    expect(begun).toEqual(['slow-1', 'quick']);
    await end('quick');
    expect(await quick).toBe('quick');
    expect(begun).toEqual(['slow-1', 'quick']);
    for (const name of ['slow-1', 'slow-2', 'slow-3']) await end(name);
    expect(await Promise.all(slow)).toEqual(['slow-1', 'slow-2', 'slow-3']);
  });

  it('has no more under way than it has places, and goes on after a fault', async () => {
    const { begun, work, end } = someWork();
    const queue = createHostQueue(1);
    const failing = queue.add('a', () => Promise.reject(new Error('broken')));
    const next = queue.add('b', work('next'));
    await expect(failing).rejects.toThrow('broken');
    await new Promise(setImmediate);
    expect(begun).toEqual(['next']);
    await end('next');
    expect(await next).toBe('next');
  });
});
