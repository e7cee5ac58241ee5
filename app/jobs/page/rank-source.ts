import type { SourceRecord } from '../../../core/archive.ts';
import type { PublisherKind } from '../../../core/source.ts';

const RANK: Readonly<Record<PublisherKind, number>> = { government: 0, press: 1, aggregator: 2 };

/** Whether a source is a more official place for a text than another. */
export function isMoreOfficial(a: SourceRecord | undefined, b: SourceRecord | undefined): boolean {
  return RANK[a?.publisherKind ?? 'aggregator'] < RANK[b?.publisherKind ?? 'aggregator'];
}
