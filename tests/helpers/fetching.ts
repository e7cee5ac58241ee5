import { FetchError } from '../../core/errors.ts';
import type { FetchRequest, FetchResult } from '../../crawlers/fetch/fetcher.ts';
import type { Access } from '../../crawlers/fetch/http-agent.ts';
import { httpFetcher } from '../../crawlers/fetch/http-fetch.ts';
import type { FetchSettings } from '../../crawlers/settings.ts';

/** Settings for tests: short limits, no pauses. */
export const settings: FetchSettings = {
  userAgent: 'planwatch/test (+ops@example.org)',
  timeoutMs: 5000,
  maxBytes: 2_000_000,
  maxRedirects: 3,
  delayMs: 0,
  concurrency: 4,
  attempts: 1,
  proxy: null,
};

export const local: Access = { allowHosts: ['127.0.0.1', '::1', 'localhost'], tls: 'modern', cookies: false };

export const now = new Date('2026-03-05T08:00:00Z');

/** Fetch once with a fetcher of its own. */
export async function fetchOnce(
  ask: string | FetchRequest,
  with_: Partial<FetchSettings> = {},
  access: Partial<Access> = {},
): Promise<FetchResult> {
  const fetcher = httpFetcher({ ...settings, ...with_ }, { ...local, ...access }, () => now);
  try {
    return await fetcher.fetch(typeof ask === 'string' ? { url: ask } : ask);
  } finally {
    await fetcher.close();
  }
}

/** The error that a promise ends in, which must be one an operator can act on. */
export async function faultOf(promise: Promise<unknown>): Promise<FetchError> {
  const thrown = await promise.then(
    (value) => new Error(`no error but ${JSON.stringify(value)?.slice(0, 200)}`),
    (error: unknown) => error,
  );
  if (thrown instanceof FetchError) return thrown;
  throw thrown;
}
