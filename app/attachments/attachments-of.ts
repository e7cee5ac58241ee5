import { ExtractError } from '../../core/errors.ts';
import { joinParts } from '../../core/parts.ts';
import type { Source } from '../../core/source.ts';
import type { Attachments } from '../../crawlers/find/fetch-attachments.ts';
import { mayLinkToFiles } from '../../pipeline/clean/attachment.ts';
import type { Store } from '../../store/store.ts';
import { filesKept } from '../jobs/page/derive-page.ts';
import type { App } from '../wire.ts';
import { filesOf } from './files-of.ts';

/**
 * How a crawl of a source tells which files belong to an article: those that its text links to, by the extractor.
 *
 * @param store what was kept of them; null to know of nothing
 */
export function attachmentsOf(
  { derive, documents }: Pick<App, 'derive' | 'documents'>,
  source: Source,
  store: Pick<Store, 'remember' | 'pages' | 'pageBody'> | null,
): Attachments {
  return {
    // Endings of files are ASCII in every encoding.
    mayBeIn: mayLinkToFiles,
    find: async (parts) => {
      const [first, ...rest] = parts;
      const { body, headers, finalUrl: url } = joinParts([first, ...rest]);
      try {
        const { article } = await derive(Buffer.from(body), { url, headers }, source.rules, source.region);
        return filesOf(article).map((file) => file.url);
      } catch (error) {
        // What cannot be read is told when the page is settled.
        if (error instanceof ExtractError) return [];
        throw error;
      }
    },
    known: async (url) => {
      const id = (await store?.remember([url]))?.get(url)?.id;
      const last = id === undefined ? undefined : (await store?.pages(id))?.at(-1);
      return last === undefined || store === null ? [] : filesKept(store, last);
    },
    check: (body) =>
      documents.read(body).then(
        () => null,
        (error: unknown) => {
          if (error instanceof ExtractError) return error.message;
          throw error;
        },
      ),
  };
}
