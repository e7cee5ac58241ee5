import type { DocumentRecord } from '../../../core/archive.ts';
import { ConfigError } from '../../../core/errors.ts';
import type { App } from '../../wire.ts';
import { knownSources } from '../known-sources.ts';
import { derivePage, filesKept } from './derive-page.ts';
import { type KeptPage, keepPage } from './keep-page.ts';

/**
 * Publish a reading that is held back, on the word of an operator who has looked at the page.
 *
 * @throws {ConfigError} NOT_HELD if nothing of the document is held back
 * @throws {ExtractError} if the page cannot be read by the present rules
 */
export async function acceptPage(app: App, document: DocumentRecord): Promise<KeptPage> {
  const page = (await app.store.pages(document.id)).at(-1);
  if (document.held === null || page === undefined)
    throw new ConfigError(
      'NOT_HELD',
      `Nothing of ${document.url} is held back. "planwatch accept" lists what is.`,
    );
  const source = app.config.sources.find(({ id }) => id === page.sourceId) ?? null;
  const derived = await derivePage(app, app.store, page, source);
  const files = await filesKept(app.store, page);
  const rederive: Parameters<typeof keepPage>[3] = (store, kept) =>
    derivePage(app, store, kept, source, files);
  return keepPage(app, page, derived, rederive, await knownSources(app), { kind: 'accepted' });
}
