import type { Source } from '../../../core/source.ts';
import type { ListMemory } from '../../../crawlers/find/discover.ts';
import type { Store } from '../../../store/store.ts';

/**
 * What the lists of a source showed last, as far as their servers can say that they still show it.
 *
 * @param ask whether to rely on that: servers have said so of lists that had changed (clocks, caches, several machines),
 * so from time to time a list is asked for as if for the first time
 */
export function listMemory(store: Store, { id }: Pick<Source, 'id'>, ask: boolean): ListMemory {
  return {
    last: async (url) => (ask ? store.listPage(id, url) : null),
    keep: async (page) => {
      const { headers, fetcher, url, finalUrl } = page;
      const hasValidator = headers.etag !== undefined || headers['last-modified'] !== undefined;
      // A browser shows what scripts brought, and what another address answers may change without a word: of neither can the
      // server of this one say that it is as it was.
      const lasts = hasValidator && fetcher === 'http' && finalUrl === new URL(url).href;
      if (lasts) await store.saveListPage(id, page);
      else await store.dropListPage(id, url);
    },
  };
}
