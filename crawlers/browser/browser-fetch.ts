import type { Browser, BrowserContext, Page, Response, Route } from 'playwright';
import { FetchError, messageOf } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { Clock } from '../../core/time.ts';
import { isWeb } from '../../core/url.ts';
import { checkUrl, isReachable } from '../fetch/address-guard.ts';
import type { Fetcher, FetchRequest, FetchResult } from '../fetch/fetcher.ts';
import type { FetchSettings } from '../settings.ts';
import { findChromium } from './chromium.ts';

/** What a page loads that its text does not need. */
const NEEDLESS = new Set(['image', 'media', 'font', 'manifest', 'ping', 'websocket', 'eventsource']);

/**
 * Fetch with a browser, for sites that show nothing without scripts.
 *
 * The page's rendered HTML is what is kept. Every request the page makes goes through the same guard as ours, its
 * navigations and sub-resources included; downloads and service workers are refused.
 *
 * @param named value of PLANWATCH_CHROMIUM
 */
export function browserFetcher(
  settings: FetchSettings,
  allowHosts: readonly string[],
  clock: Clock,
  named: string | undefined,
): Fetcher {
  let browser: Browser | null = null;
  /** One browser for the run, started when first needed and again after a crash. */
  const launch = async (): Promise<Browser> => {
    if (browser?.isConnected()) return browser;
    // Loaded when a source asks for it: it takes longer to load than all else together.
    const { chromium } = await import('playwright');
    browser = await chromium.launch({ headless: true, ...(await findChromium(named)) });
    return browser;
  };

  return {
    fetch: async (ask) => {
      checkUrl(new URL(ask.url), allowHosts);
      const context = await (await launch()).newContext({
        userAgent: settings.userAgent,
        locale: 'zh-CN',
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      try {
        await context.route('**/*', (route) => guard(route, allowHosts));
        return await render(context, ask, settings, clock);
      } catch (error) {
        throw asBrowserError(error, ask.url);
      } finally {
        await context.close().catch(() => undefined);
      }
    },
    close: async () => {
      await browser?.close();
    },
  };
}

async function guard(route: Route, allowHosts: readonly string[]): Promise<void> {
  const url = URL.parse(route.request().url());
  const wanted = url !== null && isWeb(url) && !NEEDLESS.has(route.request().resourceType());
  if (wanted && (await isReachable(url.hostname, allowHosts))) await route.continue();
  else await route.abort('blockedbyclient');
}

async function render(
  context: BrowserContext,
  ask: FetchRequest,
  settings: FetchSettings,
  clock: Clock,
): Promise<FetchResult> {
  const page = await context.newPage();
  page.setDefaultTimeout(settings.timeoutMs);
  const response = await page.goto(ask.url, { waitUntil: 'domcontentloaded' });
  if (response === null)
    throw new FetchError('FETCH_FAILED', `${ask.url}: the browser got no answer.`, { url: ask.url });
  const status = response.status();
  if (status === 404 || status === 410)
    return { kind: 'missing', status, reason: `the server answered ${status}` };
  if (status >= 400) {
    throw new FetchError(
      'FETCH_STATUS',
      `${ask.url}: the server answered ${status}. Check the page in a browser.`,
      {
        url: ask.url,
        status,
        retryable: status >= 500,
      },
    );
  }
  await settleDown(page, settings.timeoutMs);
  return { kind: 'page', page: await pageOf(page, response, ask, settings, clock) };
}

/** Wait until scripts stop loading things; a page that never stops is taken as it is. */
async function settleDown(page: Page, timeoutMs: number): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: Math.min(10_000, timeoutMs) }).catch(() => undefined);
}

async function pageOf(
  page: Page,
  response: Response,
  ask: FetchRequest,
  settings: FetchSettings,
  clock: Clock,
) {
  const body = Buffer.from(await page.content(), 'utf8');
  if (body.length > settings.maxBytes) {
    throw new FetchError(
      'FETCH_TOO_LARGE',
      `${ask.url}: the rendered page is larger than ${settings.maxBytes} bytes.`,
      {
        url: ask.url,
      },
    );
  }
  const {
    'content-encoding': _encoding,
    etag: _etag,
    'last-modified': _modified,
    ...headers
  } = response.headers();
  return {
    url: ask.url,
    finalUrl: page.url(),
    fetchedAt: clock().toISOString(),
    status: response.status(),
    // What is kept is the rendered text, always in UTF-8; the validators were those of the bare page.
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body,
    sha256: sha256(body),
    fetcher: 'browser' as const,
  };
}

function asBrowserError(error: unknown, url: string): FetchError {
  if (error instanceof FetchError) return error;
  const message = messageOf(error);
  const timeout = error instanceof Error && error.name === 'TimeoutError';
  return new FetchError(
    timeout ? 'FETCH_TIMEOUT' : 'FETCH_FAILED',
    `${url}: the browser could not load it (${message.slice(0, 200)}).`,
    { url, cause: error, retryable: true },
  );
}
