import { request } from 'undici';
import { decodeHtml } from '../../core/charset.ts';
import { FetchError } from '../../core/errors.ts';
import { OWN_HEADERS } from '../../core/parts.ts';
import type { Clock } from '../../core/time.ts';
import type { FetchSettings } from '../settings.ts';
import { checkUrl, isReachable, type Resolve } from './address-guard.ts';
import { TINY } from './classify-answer.ts';
import { createCookieJar } from './cookie-jar.ts';
import { asFetchError } from './fetch-error.ts';
import type { Fetcher, FetchRequest, FetchResult } from './fetcher.ts';
import { type Access, httpAgent } from './http-agent.ts';
import { metaRefresh } from './meta-refresh.ts';
import { readBody } from './read-body.ts';
import { type Reply, settleReply } from './settle-reply.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Fetch over HTTP for one source: pooled connections, every hop checked, time and size bounded.
 *
 * @param look how names are resolved; tests pass their own
 */
export function httpFetcher(settings: FetchSettings, access: Access, clock: Clock, look?: Resolve): Fetcher {
  const agent = httpAgent(settings, access, look);
  const jar = access.cookies ? createCookieJar() : null;

  const hop = async (url: URL, ask: FetchRequest, signal: AbortSignal) => {
    checkUrl(url, access.allowHosts);
    if (settings.proxy !== null) await checkResolved(url, access.allowHosts, look);
    const headers = requestHeaders(settings, ask, jar?.header(url) ?? null);
    return request(url, { dispatcher: agent, signal, headers });
  };

  const follow = async (ask: FetchRequest): Promise<FetchResult> => {
    const signal = AbortSignal.timeout(settings.timeoutMs);
    let url = new URL(ask.url);
    for (let hops = 0; ; hops++) {
      const response = await hop(url, ask, signal);
      const headers = flatHeaders(response.headers);
      jar?.take([response.headers['set-cookie'] ?? []].flat(), url);
      const reply = await readReply(response, url, headers, ask, settings.maxBytes);
      const target = redirectOf(reply);
      if (target === null) return settleReply(ask, reply, clock);
      if (hops >= settings.maxRedirects) throw tooManyRedirects(ask.url, settings.maxRedirects);
      url = redirectTarget(target, url);
      checkUrl(url, access.allowHosts);
      await ask.onHop?.(url);
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

function requestHeaders(
  settings: FetchSettings,
  ask: FetchRequest,
  cookie: string | null,
): Record<string, string> {
  return {
    'user-agent': settings.userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(ask.etag ? { 'if-none-match': ask.etag } : {}),
    ...(ask.lastModified ? { 'if-modified-since': ask.lastModified } : {}),
    ...(cookie === null ? {} : { cookie }),
  };
}

/** Read the body of a final answer; of a redirect there is nothing to read, of an error only what tells its kind. */
async function readReply(
  response: Response,
  url: URL,
  headers: Readonly<Record<string, string>>,
  ask: FetchRequest,
  maxBytes: number,
): Promise<Reply> {
  const status = response.statusCode;
  if (status === 304 || REDIRECTS.has(status)) {
    discard(response);
    return { url, status, headers, body: Buffer.alloc(0) };
  }
  if (status >= 400) {
    const limits = { maxBytes, clip: TINY };
    const body = await readBody(response.body, headers, limits, ask.url).catch(() => Buffer.alloc(0));
    return { url, status, headers, body };
  }
  return {
    url,
    status,
    headers,
    body: await readBody(response.body, headers, { maxBytes, clip: ask.clip }, ask.url),
  };
}

function redirectOf({ status, headers, body, url }: Reply): string | null {
  if (REDIRECTS.has(status) && headers.location !== undefined) return byteByByte(headers.location);
  if (status !== 200 || body.length >= TINY || !/http-equiv/i.test(body.toString('latin1'))) return null;
  const { text } = decodeHtml(body, { contentType: headers['content-type'] ?? null });
  return metaRefresh(text, url.href);
}

/** An address whose bytes came as they are, one a character: many servers do not encode what is Chinese, in whatever charset. */
function byteByByte(location: string): string {
  return location.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Leave an answer's body unread. Destroying it is reported as an error on it, which is none of ours. */
function discard(response: Response): void {
  response.body.on('error', () => {}).destroy();
}

/** Behind a proxy the connection is made elsewhere; what this machine can tell of the name is checked here. */
async function checkResolved(url: URL, allowHosts: readonly string[], look?: Resolve): Promise<void> {
  if ((await isReachable(url.hostname, allowHosts, look)) === 'private') {
    throw new FetchError(
      'FETCH_PRIVATE_ADDRESS',
      `${url.hostname} is not at a public address. If this host is yours, name it under allowHosts in the source.`,
      { url: url.href },
    );
  }
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from.href);
  if (target === null || location.trim() === '') {
    throw new FetchError(
      'FETCH_BAD_URL',
      `${from.href} redirects to an address that cannot be read. Look at the page in a browser.`,
      { url: from.href },
    );
  }
  target.username = '';
  target.password = '';
  return target;
}

function tooManyRedirects(url: string, most: number): FetchError {
  return new FetchError(
    'FETCH_REDIRECTS',
    `${url} redirects more than ${most} times, likely in a circle. Check the URL in a browser; set cookies: true in the source if it wants its cookie back.`,
    { url },
  );
}

/** Headers as the page keeps them; the names of our own are not the server's to use. */
function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || OWN_HEADERS.has(name)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
