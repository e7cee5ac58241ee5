import type { Source } from '../../../core/source.ts';
import { autoFetcher } from '../../../crawlers/browser/auto-fetch.ts';
import { browserFetcher } from '../../../crawlers/browser/browser-fetch.ts';
import type { Fetcher } from '../../../crawlers/fetch/fetcher.ts';
import { httpFetcher } from '../../../crawlers/fetch/http-fetch.ts';
import type { App } from '../../wire.ts';

/** The fetcher a source asks for. Close it when done. */
export function fetcherFor(app: Pick<App, 'fetchSettings' | 'clock' | 'browser'>, source: Source): Fetcher {
  const http = () => httpFetcher(app.fetchSettings, source, app.clock);
  const browser = () => browserFetcher(app.browser, app.fetchSettings, source, app.clock);
  switch (source.fetcher) {
    case 'http':
      return http();
    case 'browser':
      return withFiles(browser(), http());
    case 'auto':
      return autoFetcher(http(), browser());
  }
}

/** Files are no pages: a browser would save them to its disk. */
function withFiles(browser: Fetcher, http: Fetcher): Fetcher {
  return {
    fetch: (ask) => (ask.expects === 'document' || isFile(ask.url) ? http : browser).fetch(ask),
    close: async () => {
      await browser.close();
      await http.close();
    },
  };
}

function isFile(url: string): boolean {
  return /\.(?:pdf|docx?|rtf|odt|xlsx?|ods|wps|et|ofd|zip)$/i.test(new URL(url).pathname);
}
