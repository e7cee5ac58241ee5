import { Agent, request } from 'undici';
import { FetchError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Clock } from '../../core/time.ts';
import { retryAfterMs } from '../polite/retry-delay.ts';
import type { FetchSettings } from '../settings.ts';
import { checkUrl, guardedLookup } from './address-guard.ts';
import { checkText } from './check-text.ts';
import { asFetchError } from './fetch-error.ts';
import type { Fetcher, FetchRequest, FetchResult } from './fetcher.ts';
import { readBody } from './read-body.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MISSING = new Set([404, 410]);
/** Answers that may be another one the next time. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Fetch over HTTP for one source: pooled connections, every hop checked, time and size bounded.
 *
 * @param allowHosts hosts that may be at private addresses
 */
export function httpFetcher(settings: FetchSettings, allowHosts: readonly string[], clock: Clock): Fetcher {
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowHosts), timeout: settings.timeoutMs },
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    maxHeaderSize: 32 * 1024,
    connections: settings.concurrency,
  });

  const hop = async (url: URL, ask: FetchRequest, signal: AbortSignal) => {
    checkUrl(url, allowHosts);
    return request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': settings.userAgent,
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': 'gzip, deflate, br, zstd',
        ...(ask.etag ? { 'if-none-match': ask.etag } : {}),
        ...(ask.lastModified ? { 'if-modified-since': ask.lastModified } : {}),
      },
    });
  };

  const follow = async (ask: FetchRequest): Promise<FetchResult> => {
    const signal = AbortSignal.timeout(settings.timeoutMs);
    let url = new URL(ask.url);
    for (let hops = 0; ; hops++) {
      const response = await hop(url, ask, signal);
      const headers = flatHeaders(response.headers);
      if (!REDIRECTS.has(response.statusCode) || headers.location === undefined) {
        return await settle(ask, url, response, headers, settings, clock);
      }
      discard(response);
      if (hops >= settings.maxRedirects) throw tooManyRedirects(ask.url, settings.maxRedirects);
      url = redirectTarget(headers.location, url);
    }
  };

  return {
    fetch: async (ask) => {
      try {
        return await follow(ask);
      } catch (error) {
        throw asFetchError(error, ask.url);
      }
    },
    close: () => agent.destroy(),
  };
}

type Response = Awaited<ReturnType<typeof request>>;

async function settle(
  ask: FetchRequest,
  url: URL,
  response: Response,
  headers: Record<string, string>,
  settings: FetchSettings,
  clock: Clock,
): Promise<FetchResult> {
  const status = response.statusCode;
  if (status >= 200 && status < 300) {
    const body = await readBody(response.body, headers['content-encoding'], settings.maxBytes, ask.url);
    checkText(body, ask.url);
    const page: FetchedPage = {
      url: ask.url,
      finalUrl: url.href,
      fetchedAt: clock().toISOString(),
      status,
      headers,
      body,
      sha256: sha256(body),
      fetcher: 'http',
    };
    return { kind: 'page', page };
  }
  discard(response);
  if (status === 304) return { kind: 'unchanged' };
  if (MISSING.has(status)) return { kind: 'missing', status };
  throw new FetchError('FETCH_STATUS', `${ask.url}: the server answered ${status}. ${adviceOn(status)}`, {
    url: ask.url,
    status,
    retryable: PASSING.has(status),
    retryAfterMs: retryAfterMs(headers['retry-after'], clock()),
  });
}

/** Leave an answer's body unread. Destroying it is reported as an error on it, which is none of ours. */
function discard(response: Response): void {
  response.body.on('error', () => {}).destroy();
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403)
    return 'It refuses programs or asks for a login; check the page in a browser.';
  if (status === 412 || status === 521)
    return 'A firewall serves people but refuses programs. Such pages are not followed.';
  if (status === 429) return 'We ask too often: raise crawl.delayMs.';
  return 'It is tried again at the next run.';
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from.href);
  if (target === null) {
    throw new FetchError('FETCH_BAD_URL', `${from.href} redirects to an address that cannot be read.`, {
      url: from.href,
    });
  }
  target.username = '';
  target.password = '';
  return target;
}

function tooManyRedirects(url: string, most: number): FetchError {
  return new FetchError(
    'FETCH_REDIRECTS',
    `${url} redirects more than ${most} times, likely in a circle. Check the URL in a browser.`,
    { url },
  );
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
