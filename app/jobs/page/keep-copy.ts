import type { DocumentRecord, SourceRecord } from '../../../core/archive.ts';
import { bandKeys } from '../../../pipeline/copies/band-keys.ts';
import { COPY_LIKENESS, likeness } from '../../../pipeline/copies/fingerprint.ts';
import { rankCopies } from '../../../pipeline/copies/rank-copies.ts';
import { type CopyText, isSameText } from '../../../pipeline/copies/same-text.ts';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';
import type { Store } from '../../../store/store.ts';
import { copyStanding } from './copy-standing.ts';
import { fingerprintOf } from './derive.ts';

/** Texts compared with a new one at most: those an index finds likely, the newest first. */
const CANDIDATES = 200;
/** Of these, how many are read, the most alike first. */
const READ = 20;
const MOST_COPIES = 1000;

/**
 * Put a document among the copies of its text, headed by the primary source: see rank-copies.ts.
 *
 * A text joins the cluster whose head it is most like. Chaining by any member would pull a series of yearly plans, each
 * like the one before, into one.
 *
 * @param store inside the page's transaction
 * @param document as it was before this version
 * @returns the document's cluster: the id of the document that heads it
 */
export async function keepCopy(
  store: Store,
  document: DocumentRecord,
  fingerprint: string,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<string> {
  const keys = bandKeys(fingerprint);
  const standing = document.clusterId === document.id ? null : await store.document(document.clusterId);
  if (standing !== null) await fingerprintAgain(store, standing);
  const headId = (await headOf(store, document, fingerprint, keys)) ?? document.id;
  await store.saveBands(document.id, { before: bandKeys(document.fingerprint ?? ''), now: keys });
  if (headId === document.clusterId || (await headsOthers(store, document))) return document.clusterId;
  const head = headId === document.id ? null : await store.document(headId);
  // What was a copy and is none any more stands for itself, so that its edits are told.
  if (head === null || !(await isPrimary(store, document, head, sources))) {
    await store.saveCluster(document.id, headId);
    return headId;
  }
  for (const copy of await store.documents({ clusterId: headId, limit: MOST_COPIES })) {
    await store.saveCluster(copy.id, document.id);
  }
  await store.saveCluster(document.id, document.id);
  return document.id;
}

/** Give a document the fingerprint that its version lacks since fingerprints are made in another way. */
export async function fingerprintAgain(store: Store, document: DocumentRecord): Promise<void> {
  const version = document.fingerprint === null ? await store.latestVersion(document.id) : null;
  if (version === null) return;
  const fingerprint = fingerprintOf(version.article);
  await store.saveFingerprint(document.id, fingerprint);
  await store.saveBands(document.id, { before: [], now: bandKeys(fingerprint) });
}

/** Whether a document ranks before the one that heads the copies so far. */
async function isPrimary(
  store: Store,
  document: DocumentRecord,
  head: DocumentRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<boolean> {
  const both = [await copyStanding(store, head, sources), await copyStanding(store, document, sources)];
  return rankCopies(both)[0]?.document.id === document.id;
}

/** A document that others are copies of stays where it is, whatever its text has become. */
async function headsOthers(store: Store, document: DocumentRecord): Promise<boolean> {
  const cluster = await store.documents({ clusterId: document.id, limit: 2 });
  return cluster.some((copy) => copy.id !== document.id);
}

/** The head whose text a document's is, the most alike if several are; null for none. */
async function headOf(
  store: Store,
  document: DocumentRecord,
  fingerprint: string,
  keys: readonly number[],
): Promise<string | null> {
  const alike = (await store.headsSharing(keys, CANDIDATES))
    .map((head) => ({ id: head.documentId, likeness: likeness(fingerprint, head.fingerprint) }))
    .filter((head) => head.id !== document.id && head.likeness >= COPY_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, READ);
  const own = alike.length === 0 ? null : await textOf(store, document.id);
  for (const { id } of alike) {
    const text = await textOf(store, id);
    const together = (await store.document(id))?.sourceId === document.sourceId;
    if (own !== null && text !== null && isSameText(own, text, together)) return id;
  }
  return null;
}

async function textOf(store: Store, documentId: string): Promise<CopyText | null> {
  const article = (await store.latestVersion(documentId))?.article;
  if (article === undefined) return null;
  return { title: normalForm(article.title ?? '').text, text: normalForm(article.text).text };
}
