import { FetchError } from '../../core/errors.ts';
import type { Clock } from '../../core/time.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import type { FetchRequest, FetchResult } from '../fetch/fetcher.ts';
import {
  ALLOW_ALL,
  DISALLOW_ALL,
  isAllowed,
  parseRobots,
  ROBOTS_BYTES,
  type Robots,
} from './parse-robots.ts';

/** What robots.txt files said, kept for all sources of a process. */
export interface RobotsGate {
  /**
   * Make sure that an address may be fetched.
   *
   * @param fetch how to get the robots.txt if it is not known: pacing and guarding are its business
   * @returns milliseconds that the site wants between requests, 0 if it does not say
   * @throws {FetchError} ROBOTS_DISALLOWED; ROBOTS_UNREACHABLE if the server fails to say (5xx), which means no;
   *   what `fetch` throws if the server cannot be reached at all
   */
  readonly check: (url: URL, fetch: (ask: FetchRequest) => Promise<FetchResult>) => Promise<number>;
}

const DAY = 86_400_000;
/** A server that failed to say is asked again after this. */
const RETRY = 10 * 60_000;
/** Longest distance kept on a site's word: one that asks for more would never be read through. */
const LONGEST_DELAY_MS = 120_000;

/** Faults that depend on the source that asks, not on the host: another source may fare better. */
const OF_SOURCE = new Set(['FETCH_PRIVATE_ADDRESS', 'FETCH_TLS', 'HOST_PAUSED']);

interface Kept {
  readonly robots: Promise<Robots | FetchError>;
  until: number;
}

/**
 * Make a gate that asks every host once a day what it allows.
 *
 * @param product name of the crawler in its User-Agent
 * @source RFC 9309, 2.3.1: 4xx means that all is allowed, 5xx that nothing is, redirects are followed; 2.4: one day
 */
export function createRobotsGate(product: string, clock: Clock): RobotsGate {
  const kept = new Map<string, Kept>();
  return {
    check: async (url, fetch) => {
      const now = clock().getTime();
      let entry = kept.get(url.origin);
      if (entry === undefined || entry.until <= now) {
        for (const [origin, { until }] of kept) if (until <= now) kept.delete(origin);
        entry = { robots: ask(url, product, fetch), until: now + DAY };
        kept.set(url.origin, entry);
      }
      const robots = await entry.robots;
      if (robots instanceof FetchError) {
        entry.until = OF_SOURCE.has(robots.code) ? now : Math.min(entry.until, now + RETRY);
        throw robots;
      }
      if (robots === DISALLOW_ALL) {
        entry.until = Math.min(entry.until, now + RETRY);
        throw unreachable(url);
      }
      if (!isAllowed(robots, url)) throw disallowed(url);
      return Math.min(LONGEST_DELAY_MS, (robots.crawlDelay ?? 0) * 1000);
    },
  };
}

async function ask(
  url: URL,
  product: string,
  fetch: (ask: FetchRequest) => Promise<FetchResult>,
): Promise<Robots | FetchError> {
  const at = new URL('/robots.txt', url.origin).href;
  try {
    const result = await fetch({ url: at, clip: ROBOTS_BYTES });
    return result.kind === 'page'
      ? parseRobots(new TextDecoder().decode(result.page.body), product)
      : ALLOW_ALL;
  } catch (thrown) {
    const error = asFetchError(thrown, at);
    return fromError(error);
  }
}

/** The server answered something else than a file. */
function fromError(error: FetchError): Robots | FetchError {
  const { status } = error.details;
  // It answers, and refuses programs, with a status of its own making (521): there is no server to be waited for.
  if (error.code === 'ANSWER_REFUSED' && Number(status) >= 500) return error;
  // 429 is a 4xx that says the opposite of "no rules here": come later.
  if (typeof status === 'number')
    return status >= 500 || status === 429 || error.code === 'ANSWER_MAINTENANCE' ? DISALLOW_ALL : ALLOW_ALL;
  if (['FETCH_EMPTY', 'FETCH_NOT_TEXT', 'FETCH_REDIRECTS', 'FETCH_BAD_URL'].includes(error.code))
    return ALLOW_ALL;
  return error;
}

function disallowed(url: URL): FetchError {
  return new FetchError(
    'ROBOTS_DISALLOWED',
    `${url.href}: the site's robots.txt does not let us fetch this, so it is not fetched. Ask the publisher, or narrow the link rule.`,
    { url: url.href },
  );
}

function unreachable(url: URL): FetchError {
  return new FetchError(
    'ROBOTS_UNREACHABLE',
    `${url.href}: the server fails to show its robots.txt, so nothing is fetched from it now. It is tried again at the next run.`,
    { url: url.href, retryable: true },
  );
}
