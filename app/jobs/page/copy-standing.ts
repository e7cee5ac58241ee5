import type { DocumentRecord, SourceRecord } from '../../../core/archive.ts';
import type { Copy } from '../../../pipeline/copies/rank-copies.ts';
import type { Store } from '../../../store/store.ts';

/** A document with what ranks it among the copies of its text. */
export interface RankedDocument extends Copy {
  readonly document: DocumentRecord;
}

/** What ranks a document among copies: who publishes it, whom it names as source and issuer, and when it came out. */
export async function copyStanding(
  store: Store,
  document: DocumentRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<RankedDocument> {
  const source = sources.get(document.sourceId);
  const article = (await store.latestVersion(document.id))?.article;
  return {
    document,
    publisher: source?.publisher ?? document.sourceId,
    publisherKind: source?.publisherKind ?? 'aggregator',
    source: article?.source ?? null,
    issuer: article?.fields.issuer ?? null,
    published: article?.published ?? null,
  };
}
