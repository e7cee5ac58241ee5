import type { DocumentRecord, DocumentState } from '../../../core/archive.ts';
import type { Store } from '../../../store/store.ts';
import type { App } from '../../wire.ts';

/** How content stands: at its own address, or at another one that this now leads to. */
export interface Standing {
  readonly state: 'content' | 'moved';
  /** In words. */
  readonly reason: string;
}

/** A page answers with content: forget that it was missing, and tell readers if they were told it was gone. */
export async function keepBack(
  { clock }: Pick<App, 'clock'>,
  store: Store,
  document: DocumentRecord,
  { state, reason }: Standing,
): Promise<void> {
  if (document.state === state && document.missingChecks === 0 && document.held === null) return;
  await store.saveState(document.id, { state, reason, missingSince: null, missingChecks: 0 });
  if (document.state !== 'gone' || document.versions === 0) return;
  await saveEvent(store, document, 'article_back', clock().toISOString());
}

const HOUR = 3_600_000;

/**
 * Record that a document's page was not there, and tell readers once it has been so often and long enough.
 *
 * A single 404 says nothing: servers answer it during maintenance.
 *
 * @param store inside a transaction
 * @returns the document's state from now on
 */
export async function keepMissing(
  { clock, config }: Pick<App, 'clock' | 'config'>,
  store: Store,
  document: DocumentRecord,
  reason: string,
): Promise<{ state: DocumentState; told: boolean }> {
  const now = clock();
  const since = document.missingSince ?? now.toISOString();
  const checks = document.missingChecks + 1;
  const longEnough = now.getTime() - Date.parse(since) >= config.gone.hours * HOUR;
  const gone =
    document.state === 'gone' || document.versions === 0 || (checks >= config.gone.checks && longEnough);
  const state = gone ? 'gone' : document.state;
  await store.saveState(document.id, { state, reason, missingSince: since, missingChecks: checks });
  const told = gone && document.state !== 'gone' && document.versions > 0;
  if (told) await saveEvent(store, document, 'article_gone', now.toISOString());
  return { state, told };
}

async function saveEvent(
  store: Store,
  document: DocumentRecord,
  kind: 'article_gone' | 'article_back',
  at: string,
): Promise<void> {
  await store.saveEvent({
    kind,
    at,
    sourceId: document.sourceId,
    documentId: document.id,
    seq: document.versions,
    beforeSeq: null,
    planId: null,
    comparisonId: null,
    news: true,
  });
}
