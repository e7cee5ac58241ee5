import type { Page, Response } from 'playwright';
import { FetchError } from '../../core/errors.ts';
import { answerError, classifyAnswer } from '../fetch/classify-answer.ts';

/** Navigations of one page at most: a challenge that is not met reloads for ever. */
const MOST_NAVIGATIONS = 12;

/** What is known of a page while it loads: scripts and redirects may replace what was asked for. */
export interface Visit {
  /** The last answer of the page itself, not of what it loads. */
  response: Response | null;
  /** Where the page was last on its way to. */
  host: string;
  navigations: number;
  download: boolean;
  /** Rejects when the page crashes, turns in a circle, or takes too long. */
  readonly ended: Promise<never>;
  /** Call when done with it. */
  readonly leave: () => void;
}

/** Watch where a page goes. Playwright's own limits do not hold for a page that never yields. */
export function watchPage(page: Page, url: string, timeoutMs: number): Visit {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  const timer = setTimeout(() => reject(tooSlow(url, timeoutMs)), timeoutMs);
  const { hostname: host } = new URL(url);
  const leave = () => clearTimeout(timer);
  const visit: Visit = { response: null, host, navigations: 0, download: false, ended, leave };
  page.on('request', (asked) => {
    if (!asked.isNavigationRequest() || asked.frame() !== page.mainFrame()) return;
    visit.host = URL.parse(asked.url())?.hostname ?? visit.host;
    if (++visit.navigations > MOST_NAVIGATIONS) reject(circling(url));
  });
  page.on('response', (response) => {
    const asked = response.request();
    if (asked.isNavigationRequest() && asked.frame() === page.mainFrame()) visit.response = response;
  });
  page.on('download', () => {
    visit.download = true;
  });
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  page.on('crash', () => reject(new Error('the page crashed')));
  return visit;
}

/** Why a page could not be read, if its visit tells: a download, or a firewall whose challenge goes on for ever. */
export function visitFault({ response, download }: Visit, url: string): FetchError | null {
  if (download) return notText(url);
  if (response === null) return null;
  const [status, headers] = [response.status(), response.headers()];
  const verdict = classifyAnswer({ url, finalUrl: url, status, headers, text: null });
  return verdict.kind === 'refused'
    ? answerError({ ...verdict, kind: verdict.kind }, { url, status }, null)
    : null;
}

function circling(url: string): FetchError {
  return new FetchError(
    'FETCH_REDIRECTS',
    `${url} leads on more than ${MOST_NAVIGATIONS} times, likely in a circle. Check the URL in a browser.`,
    { url },
  );
}

function tooSlow(url: string, timeoutMs: number): FetchError {
  return new FetchError(
    'FETCH_TIMEOUT',
    `${url}: the browser was not done after ${timeoutMs} ms. Raise crawl.timeoutMs if the site is just slow.`,
    { url, retryable: true },
  );
}

function notText(url: string): FetchError {
  return new FetchError(
    'FETCH_NOT_TEXT',
    `${url}: this is a download, not a web page. Narrow the link rule so that it is not followed.`,
    { url },
  );
}
