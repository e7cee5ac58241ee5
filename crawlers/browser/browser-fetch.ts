import type { BrowserContext, Page, Route } from 'playwright';
import { FetchError, messageOf } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Clock } from '../../core/time.ts';
import { isWeb } from '../../core/url.ts';
import { checkUrl, type Resolve } from '../fetch/address-guard.ts';
import { answerError, classifyAnswer, TINY } from '../fetch/classify-answer.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import type { Fetcher, FetchRequest, FetchResult } from '../fetch/fetcher.ts';
import type { Access } from '../fetch/http-agent.ts';
import { badStatus } from '../fetch/settle-reply.ts';
import type { FetchSettings } from '../settings.ts';
import { type GuardProxy, startGuardProxy } from './guard-proxy.ts';
import type { SharedBrowser } from './shared-browser.ts';
import { type Visit, visitFault, watchPage } from './visit.ts';

/** What a page loads that its text does not need. */
const NEEDLESS = new Set(['image', 'media', 'font', 'manifest', 'ping', 'websocket', 'eventsource']);
/** A page with its scripts may load so many times what a plain one may. */
const BYTES_FACTOR = 3;
/** Milliseconds of quiet waited for at most, after the page has been read. */
const SETTLE_MS = 10_000;

/**
 * Fetch with a browser, for sites that show nothing without scripts.
 *
 * The page's rendered HTML is what is kept. Every connection the page makes goes through a guarding proxy of its own, its
 * redirects, sub-resources and sockets included; downloads and service workers are refused, pictures are not loaded.
 *
 * @param look how names are resolved; tests pass their own
 */
export function browserFetcher(
  browser: SharedBrowser,
  settings: FetchSettings,
  access: Access,
  clock: Clock,
  look?: Resolve,
): Fetcher {
  return {
    fetch: async (ask) => {
      checkUrl(new URL(ask.url), access.allowHosts);
      const maxBytes = BYTES_FACTOR * settings.maxBytes;
      const proxy = await startGuardProxy({ ...access, maxBytes, proxy: settings.proxy, look });
      const options = {
        userAgent: settings.userAgent,
        locale: 'zh-CN',
        serviceWorkers: 'block',
        acceptDownloads: false,
        proxy: { server: proxy.url },
      } as const;
      try {
        return await browser.use(options, (context) => render(context, proxy, ask, settings, clock));
      } catch (error) {
        throw asBrowserError(error, ask.url);
      } finally {
        await proxy.close();
      }
    },
    // The browser is shared; who started it closes it.
    close: async () => {},
  };
}

async function render(
  context: BrowserContext,
  proxy: GuardProxy,
  ask: FetchRequest,
  settings: FetchSettings,
  clock: Clock,
): Promise<FetchResult> {
  await context.route('**/*', block);
  const page = await context.newPage();
  const visit = watchPage(page, ask.url, settings.timeoutMs);
  try {
    return await Promise.race([read(page, visit, ask, settings, clock), visit.ended, proxy.exceeded]);
  } catch (error) {
    throw proxy.fault(visit.host) ?? visitFault(visit, ask.url) ?? error;
  } finally {
    visit.leave();
  }
}

async function block(route: Route): Promise<void> {
  const url = URL.parse(route.request().url());
  const wanted = url !== null && isWeb(url) && !NEEDLESS.has(route.request().resourceType());
  // The context may be gone by now; then there is nothing to answer.
  await (wanted ? route.continue() : route.abort('blockedbyclient')).catch(() => undefined);
}

async function read(
  page: Page,
  visit: Visit,
  ask: FetchRequest,
  settings: FetchSettings,
  clock: Clock,
): Promise<FetchResult> {
  page.setDefaultTimeout(settings.timeoutMs);
  await page.goto(ask.url, { waitUntil: 'domcontentloaded' });
  // A page that never stops loading things is taken as it is.
  const timeout = Math.min(SETTLE_MS, settings.timeoutMs / 2);
  await page.waitForLoadState('networkidle', { timeout }).catch(() => undefined);
  const html = await page.content();
  const status = visit.response?.status() ?? 200;
  const headers = visit.response?.headers() ?? {};
  const finalUrl = page.url();
  const text = html.length < TINY ? html : null;
  const verdict = classifyAnswer({ url: ask.url, finalUrl, status, headers, text });
  if (verdict.kind === 'missing') return { kind: 'missing', status, reason: verdict.reason };
  if (verdict.kind !== 'content')
    throw answerError({ ...verdict, kind: verdict.kind }, { url: ask.url, status }, null);
  if (status >= 400) throw badStatus(ask.url, status, null);
  const fetchedAt = clock().toISOString();
  return {
    kind: 'page',
    page: pageOf(html, { url: ask.url, finalUrl, fetchedAt, status, headers }, settings),
  };
}

function pageOf(
  html: string,
  fetched: Pick<FetchedPage, 'url' | 'finalUrl' | 'fetchedAt' | 'status' | 'headers'>,
  { maxBytes }: FetchSettings,
): FetchedPage {
  const body = Buffer.from(html, 'utf8');
  if (body.length > maxBytes) {
    throw new FetchError(
      'FETCH_TOO_LARGE',
      `${fetched.url}: the rendered page is larger than ${maxBytes} bytes. Raise crawl.maxBytes if it is worth it.`,
      { url: fetched.url, maxBytes },
    );
  }
  const {
    'content-encoding': _encoding,
    etag: _etag,
    'last-modified': _modified,
    ...headers
  } = fetched.headers;
  return {
    ...fetched,
    // What is kept is the rendered text, always in UTF-8; the validators were those of the bare page.
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body,
    sha256: sha256(body),
    fetcher: 'browser',
  };
}

function asBrowserError(error: unknown, url: string): FetchError {
  if (error instanceof FetchError) return error;
  if (error instanceof Error && error.name === 'TimeoutError') return asFetchError(error, url);
  return new FetchError(
    'BROWSER_FAILED',
    `${url}: the browser could not load it (${messageOf(error).slice(0, 200)}). It is tried again at the next run.`,
    { url, cause: error, retryable: true },
  );
}
