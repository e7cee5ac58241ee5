import { FetchError } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import type { Clock } from '../../core/time.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import type { Fetcher, FetchRequest, FetchResult } from '../fetch/fetcher.ts';
import type { FetchSettings } from '../settings.ts';
import { createHostHealth } from './host-health.ts';
import { isWithinHours } from './hours.ts';
import type { Pacer, Sleep } from './pacer.ts';
import { retryDelay } from './retry-delay.ts';
import type { RobotsGate } from './robots-gate.ts';

export interface PoliteDeps {
  readonly fetcher: Fetcher;
  readonly settings: FetchSettings;
  readonly pacer: Pacer;
  readonly robots: RobotsGate;
  readonly sleep: Sleep;
  readonly clock: Clock;
}

/** All sources wait as long as this for a host that asks for it; a longer wait ends the run at that host. */
const LONGEST_HOLD_MS = 60_000;

/** Fetching as good manners allow, for one run of one source. */
export interface PoliteFetch {
  /** @throws {FetchError} those of the fetcher and of the robots gate, HOST_PAUSED */
  readonly ask: (request: FetchRequest) => Promise<FetchResult>;
  /** Why nothing more of this host is asked for in this run; null if it may be asked. */
  readonly paused: (url: string) => Pause | null;
}

/** `hours`: it may not be asked now; `host`: it is in no state to be asked, or asks not to be. */
export interface Pause {
  readonly why: 'hours' | 'host' | 'stopped';
  /** In words. */
  readonly reason: string;
}

/**
 * Make a fetch that keeps to robots.txt, waits its turn at the host, tries again where that can help, and leaves a host
 * alone that is out of order, asks for it, or may not be asked at this hour.
 */
export function politeFetch(
  deps: PoliteDeps,
  source: Pick<Source, 'hours' | 'timezone'>,
  stop: AbortSignal | undefined,
): PoliteFetch {
  const health = createHostHealth();

  const paused = (url: string): Pause | null => {
    if (!isWithinHours(source.hours, source.timezone, deps.clock()))
      return { why: 'hours', reason: 'it may not be asked at this hour' };
    const reason = health.closed(new URL(url).host);
    return reason === null ? null : { why: 'host', reason };
  };

  const attempt = async (request: FetchRequest, leastMs: number): Promise<FetchResult> => {
    const { host } = new URL(request.url);
    await deps.pacer.turn(host, leastMs, stop);
    if (stop?.aborted) throw hostPaused(request.url, STOPPED);
    try {
      return await deps.fetcher.fetch(request);
    } catch (thrown) {
      const error = asFetchError(thrown, request.url);
      const wait = waitAsked(error);
      if (wait !== null && wait > 0) deps.pacer.hold(host, Math.min(wait, LONGEST_HOLD_MS));
      throw error;
    }
  };

  const insist = async (request: FetchRequest, leastMs: number): Promise<FetchResult> => {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(request, leastMs);
      } catch (thrown) {
        const error = asFetchError(thrown, request.url);
        const failure = { attempt: tried, error, retryAfterMs: waitAsked(error) };
        const wait = retryDelay(failure, deps.settings.attempts);
        if (wait === 0 || stop?.aborted) throw error;
        await deps.sleep(wait, stop);
        if (stop?.aborted) throw error;
      }
    }
  };

  const allowed = (url: URL) => deps.robots.check(url, (ask) => insist(ask, 0));

  return {
    paused,
    ask: async (request) => {
      const url = new URL(request.url);
      const pause = paused(request.url);
      if (pause !== null) throw hostPaused(request.url, pause);
      try {
        const leastMs = await allowed(url);
        const result = await insist({ ...request, onHop: allowed }, leastMs);
        health.good(url.host);
        return result;
      } catch (thrown) {
        const error = asFetchError(thrown, request.url);
        health.bad(url.host, error);
        throw error;
      }
    },
  };
}

/** Milliseconds that the server asks to be left alone, null if it does not say. */
function waitAsked({ details: { retryAfterMs } }: FetchError): number | null {
  return typeof retryAfterMs === 'number' ? retryAfterMs : null;
}

const STOPPED: Pause = { why: 'stopped', reason: 'the run was stopped while it waited its turn' };

/** The pause behind a HOST_PAUSED. */
export function pauseOf({ message, details: { why } }: FetchError): Pause {
  return { why: why === 'hours' || why === 'stopped' ? why : 'host', reason: message };
}

function hostPaused(url: string, { why, reason }: Pause): FetchError {
  return new FetchError(
    'HOST_PAUSED',
    `${url} was left for a later run: of its host, ${reason}. Look at the host in a browser if this lasts.`,
    { url, why, retryable: true },
  );
}
