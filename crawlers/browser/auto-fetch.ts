import { decodeHtml } from '../../core/charset.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { visibleText } from '../fetch/visible-text.ts';

/** Visible characters below which a page with scripts shows nothing. */
const NOTHING = 100;
/** A page longer than this is no shell: applications send a few lines, whatever they load later. */
const LONGEST_SHELL = 200_000;

/**
 * Fetch over HTTP, and once more with a browser where the plain page shows nothing without scripts.
 *
 * The plain page is given where this machine has no browser: the extractor then says that it is a shell.
 */
export function autoFetcher(http: Fetcher, browser: Fetcher): Fetcher {
  return {
    fetch: async (ask) => {
      const plain = await http.fetch(ask);
      if (plain.kind !== 'page' || ask.clip !== undefined || ask.expects === 'document') return plain;
      if (!isShell(plain.page)) return plain;
      try {
        return await browser.fetch(ask);
      } catch (error) {
        if (error instanceof FetchError && error.code === 'BROWSER_MISSING') return plain;
        throw error;
      }
    },
    close: async () => {
      await http.close();
      await browser.close();
    },
  };
}

/** Whether a page is all script: hardly a word, and something that would write it. */
export function isShell({ body, headers }: Pick<FetchedPage, 'body' | 'headers'>): boolean {
  const contentType = headers['content-type'] ?? null;
  if (body.length > LONGEST_SHELL || /json|xml(?!\+?html)/.test(contentType?.replace('xhtml+xml', '') ?? ''))
    return false;
  const { text } = decodeHtml(body, { contentType });
  return /<script/i.test(text) && /<(?:html|body|div)/i.test(text) && visibleText(text).length < NOTHING;
}
