import type { SourceRecord } from '../../core/archive.ts';
import type { App } from '../wire.ts';

/** The sources of the archive by id, those included that are declared no more. */
export async function knownSources({
  store,
}: Pick<App, 'store'>): Promise<ReadonlyMap<string, SourceRecord>> {
  return new Map((await store.sources()).map((source) => [source.id, source]));
}
