import type { SourceRecord, VersionRecord } from '../../../core/archive.ts';
import { diffFacts, isTold } from '../../../pipeline/diff/diff-facts.ts';
import type { Store } from '../../../store/store.ts';

/**
 * Note that an article was edited. One change makes one alert: it is told for the copy that heads its cluster.
 *
 * What a page says of the document is told for other copies too, as long as the head does not say it: it is often the
 * portal alone that marks a department's plan as repealed.
 *
 * @param store inside the page's transaction
 * @param edit clusterId: the document that heads the copies of this text
 */
export async function keepEdit(
  store: Store,
  {
    version,
    source,
    clusterId,
  }: { version: VersionRecord; source: Pick<SourceRecord, 'id' | 'publisherKind'>; clusterId: string },
): Promise<void> {
  const { documentId, seq, createdAt: at } = version;
  const news = clusterId === documentId || (await saysAlone(store, version, source, clusterId));
  const edit = { kind: 'article_edited', documentId, seq, beforeSeq: seq - 1 } as const;
  await store.saveEvent({ ...edit, at, sourceId: source.id, planId: null, comparisonId: null, news });
}

/** Whether this version changed a fact of its document that the head of its copies does not state. */
async function saysAlone(
  store: Store,
  { documentId, seq, article }: VersionRecord,
  { publisherKind }: Pick<SourceRecord, 'publisherKind'>,
  clusterId: string,
): Promise<boolean> {
  if (publisherKind === 'aggregator') return false;
  const before = await store.version(documentId, seq - 1);
  const told = before === null ? [] : diffFacts(before.article, article).filter(isTold);
  if (told.length === 0) return false;
  const head = await store.latestVersion(clusterId);
  const others = head === null ? told : diffFacts(head.article, article);
  return told.some(({ field }) => others.some((other) => other.field === field));
}
