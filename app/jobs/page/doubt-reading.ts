import type { DocumentRecord, VersionRecord } from '../../../core/archive.ts';
import { farBelowUsual } from '../../../core/usual.ts';
import type { Store } from '../../../store/store.ts';
import { ownBlocks, sizeOf } from '../../attachments/attach-files.ts';
import { type Reading, readingKey, readsTheSame } from './reads-the-same.ts';
import { garbledReason } from './text-faults.ts';

/** A reading that was the same this long ago stands: what failed for a moment has passed. */
const STANDS_MS = 30 * 60_000;
/**
 * What speaks for a reading: it was seen `once`; a second fetch right after the first brought the same text, `twice`, or
 * not, `unlike`; or the operator looked at it and `accepted` it.
 */
export type Trust =
  | { readonly kind: 'once' | 'twice' | 'accepted' }
  /** It is an edit, and could not be fetched a second time: its run was killed. */
  | { readonly kind: 'unsure' }
  /** what: a line that only the first fetch had; null if the second brought no article. */
  | { readonly kind: 'unlike'; readonly what: string | null };

/** What the operator should look at. */
export interface Suspicion {
  /** One of docs/errors.md. */
  readonly code: 'EXTRACT_SUSPECT' | 'EXTRACT_HELD' | 'TEXT_GARBLED';
  /** In words. */
  readonly why: string;
}

/** Texts shorter than this may lose nine tenths by an honest edit. */
const SHORT = 200;
const MEASURED = 30;

/**
 * Why a reading should not be published yet; null if it may. One that no encoding makes a text of waits for the operator.
 */
export async function doubtOf(
  store: Store,
  document: DocumentRecord,
  reading: Reading,
  trust: Trust,
  now: Date,
): Promise<Suspicion | null> {
  if (trust.kind === 'accepted') return null;
  const last = document.versions === 0 ? null : await store.latestVersion(document.id);
  const garbled = last?.hash === reading.hash ? null : garbledReason(reading.article);
  if (garbled !== null) return { code: 'TEXT_GARBLED', why: garbled };
  const passing = await passingDoubt(store, document, last, reading, trust, now);
  return passing === null ? null : { code: 'EXTRACT_HELD', why: passing };
}

/**
 * Three faults look like news and are none: an extraction that caught a scrap of the page, a page that reads differently
 * each time, and a site whose servers disagree. All of them pass or show themselves by the next fetch, so whatever reads
 * the same then is taken for what the publisher wrote.
 *
 * @param store inside the page's transaction, the document's last version brought up to the present rules
 * @source "refuse a version seen twice": NewsDiffs
 */
async function passingDoubt(
  store: Store,
  document: DocumentRecord,
  last: VersionRecord | null,
  reading: Reading,
  trust: Trust,
  now: Date,
): Promise<string | null> {
  if (trust.kind === 'unsure') return 'its run ended before it could be fetched a second time';
  if (trust.kind === 'unlike')
    return trust.what === null
      ? 'a second fetch right after did not bring it again'
      : `a second fetch right after did not have "${trust.what}"`;
  const { article } = reading;
  if (document.held !== null && stands(document.held, reading, now)) return null;
  if (last === null) return farFromUsual(store, document.sourceId, article);
  if (readsTheSame(last, reading)) return null;
  const [before, after] = [last.article.text.length, article.text.length];
  if (before >= SHORT && after < before / 10)
    return `its text has ${after} characters, where it had ${before}`;
  const earlier = (await store.versions(document.id)).find((version) => readsTheSame(version, reading));
  return earlier === undefined ? null : `it reads again as version ${earlier.seq} did`;
}

/** Whether a reading that was held back has been the same for long enough. */
function stands({ hash, since }: NonNullable<DocumentRecord['held']>, reading: Reading, now: Date): boolean {
  return hash === readingKey(reading) && now.getTime() - Date.parse(since) >= STANDS_MS;
}

/** An article that came new is measured by the others of its source. */
async function farFromUsual(
  store: Store,
  sourceId: string,
  article: Reading['article'],
): Promise<string | null> {
  const blocks = ownBlocks(article);
  const size = sizeOf(blocks);
  const usual = await store.measures({ sourceId, kind: 'article' }, MEASURED);
  const characters = farBelowUsual(
    size,
    usual.map(({ size }) => size),
  );
  if (characters !== null)
    return `its text has ${size} characters, where articles of the source usually have ${characters}`;
  const many = farBelowUsual(
    blocks.length,
    usual.map((measure) => measure.blocks),
  );
  return many === null
    ? null
    : `its text has ${blocks.length} paragraphs, where articles of the source usually have ${many}`;
}
