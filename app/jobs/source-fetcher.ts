import type { Source } from '../../core/source.ts';
import { browserFetcher } from '../../crawlers/browser/browser-fetch.ts';
import type { Fetcher } from '../../crawlers/fetch/fetcher.ts';
import { httpFetcher } from '../../crawlers/fetch/http-fetch.ts';
import type { App } from '../wire.ts';

/** The fetcher a source asks for. Close it when done. */
export function fetcherFor(app: Pick<App, 'fetchSettings' | 'clock' | 'env'>, source: Source): Fetcher {
  return source.fetcher === 'browser'
    ? browserFetcher(app.fetchSettings, source.allowHosts, app.clock, app.env.PLANWATCH_CHROMIUM)
    : httpFetcher(app.fetchSettings, source, app.clock);
}
