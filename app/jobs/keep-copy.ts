import type { DocumentRecord, SourceRecord } from '../../core/archive.ts';
import { COPY_LIKENESS, likeness } from '../../pipeline/copies/fingerprint.ts';
import type { Store } from '../../store/store.ts';
import { isMoreOfficial } from './rank-source.ts';

/** Documents compared with a new one: the newest, for copies appear within days of each other. */
const NEWEST = 5000;
const MOST_COPIES = 1000;

/**
 * Put a document among the copies of its text, headed by the most official one.
 *
 * @param store inside the page's transaction
 * @returns the document's cluster: the id of the document that heads it
 */
export async function keepCopy(
  store: Store,
  document: DocumentRecord,
  fingerprint: string,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<string> {
  let best = { clusterId: document.clusterId, likeness: COPY_LIKENESS };
  for (const other of await store.fingerprints(NEWEST)) {
    if (other.documentId === document.id) continue;
    const alike = likeness(fingerprint, other.fingerprint);
    if (alike > best.likeness) best = { clusterId: other.clusterId, likeness: alike };
  }
  if (best.clusterId === document.clusterId) return document.clusterId;
  const head = await store.document(best.clusterId);
  if (head === null || !isMoreOfficial(sources.get(document.sourceId), sources.get(head.sourceId))) {
    await store.saveCluster(document.id, best.clusterId);
    return best.clusterId;
  }
  for (const copy of await store.documents({ clusterId: best.clusterId, limit: MOST_COPIES })) {
    await store.saveCluster(copy.id, document.id);
  }
  return document.id;
}
