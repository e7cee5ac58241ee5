import { nextCheckAt } from '../../../crawlers/next-check.ts';
import type { App } from '../../wire.ts';

/** Note that a URL was asked, and when to ask again by the age of what it holds. */
export async function noteCheck({ store, clock }: App, url: string, since?: string | null): Promise<void> {
  const now = clock();
  const known = since ?? (await store.remember([url])).get(url)?.published ?? null;
  await store.saveCheck(url, { at: now.toISOString(), nextCheckAt: nextCheckAt(known, now) });
}
