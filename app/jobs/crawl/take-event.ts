import type { DocumentRecord, DocumentState, Fault, SourceRecord } from '../../../core/archive.ts';
import type { FetchError } from '../../../core/errors.ts';
import { naturalId } from '../../../core/hash.ts';
import type { Source } from '../../../core/source.ts';
import type { CrawlEvent } from '../../../crawlers/crawl-source.ts';
import { missingCheckAt, nextCheckAt, retryAt } from '../../../crawlers/next-check.ts';
import { pauseOf } from '../../../crawlers/polite/polite-fetch.ts';
import type { Store } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import { keepBack, keepMissing } from '../page/keep-missing.ts';
import { settlePage } from '../page/settle-page.ts';
import type { Step } from './crawl-counts.ts';
import { keepList } from './keep-list.ts';

/** What a refused fetch makes of its document: the page stands, but is not shown to us. */
const STATES: Readonly<Record<string, DocumentState>> = {
  ANSWER_REFUSED: 'refused',
  ANSWER_LOGIN: 'login',
  ANSWER_MAINTENANCE: 'maintenance',
  ROBOTS_DISALLOWED: 'disallowed',
};

/** Take what one step of a crawl brought into the archive. */
export async function takeEvent(
  app: App,
  source: Source,
  event: CrawlEvent,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<Step> {
  const { store, log } = app;
  switch (event.kind) {
    case 'listed':
      log('info', 'list.read', { source: source.id, url: event.url, links: event.links, fresh: event.fresh });
      return keepList(app, source, event);
    case 'planned':
      return {};
    case 'page': {
      const page = await store.savePage(event.page, source.id);
      log('info', 'page.fetched', { source: source.id, url: page.url, bytes: event.page.body.length });
      return { fetched: 1, ...(await settlePage(app, page, source, sources, event)) };
    }
    case 'unchanged':
      return unchanged(app, source, event.url);
    case 'missing':
      return missing(app, source, event.url, event.reason);
    case 'failed':
      // A list that may not be asked at this hour, or that was not waited for, is in order.
      if (event.error.code === 'HOST_PAUSED' && pauseOf(event.error).why !== 'host')
        return { brokenLists: 1 };
      await failed(app, source, event.url, event.error);
      return {
        errors: 1,
        brokenLists: event.role === 'list' ? 1 : 0,
        fault: {
          role: event.role === 'list' ? 'list' : 'fetch',
          code: event.error.code,
          message: event.error.message,
        },
      };
    case 'paused': {
      const { kind: _, ...paused } = event;
      log('warn', 'host.paused', { source: source.id, ...paused });
      return { left: event.left, pause: event.why === 'host' ? hostPause(event) : null };
    }
  }
}

/** 304: the page is there and as it was. */
async function unchanged(app: App, source: Source, url: string): Promise<Step> {
  const now = app.clock();
  const at = now.toISOString();
  await app.store.transaction(async (store) => {
    const document = await documentAt(store, url);
    if (document !== null && document.versions > 0)
      await keepBack(app, store, document, {
        state: document.state === 'moved' ? 'moved' : 'content',
        reason: 'unchanged since last time',
      });
    await store.saveCheck(url, { at, nextCheckAt: nextCheckAt(document?.published ?? null, now) });
    await store.resolveProblems(source.id, url, at);
  });
  app.log('info', 'page.unchanged', { source: source.id, url });
  return { fetched: 1 };
}

function documentAt(store: Store, url: string): Promise<DocumentRecord | null> {
  return store.document(naturalId(url));
}

/** A page that was there and is not any more is a state; one that never was is a fault of the list or the source. */
async function missing(app: App, source: Source, url: string, reason: string): Promise<Step> {
  const { store, clock, log } = app;
  const now = clock();
  const at = now.toISOString();
  const never = await store.transaction(async (tx) => {
    const document = await documentAt(tx, url);
    if (document !== null) await keepMissing(app, tx, document, reason);
    await tx.saveCheck(url, { at, nextCheckAt: missingCheckAt((document?.missingChecks ?? 0) + 1, now) });
    return document === null || document.versions === 0;
  });
  log('info', 'page.missing', { source: source.id, url, reason });
  if (!never) return { missing: 1 };
  const message = `${url}: ${reason}. Correct the address, or narrow the link rule if a list leads there.`;
  const fault = { code: 'FETCH_MISSING', message };
  await store.saveProblem({ sourceId: source.id, url, at, ...fault });
  return { missing: 1, errors: 1, fault: { role: 'fetch', ...fault } };
}

async function failed(app: App, source: Source, url: string, error: FetchError): Promise<void> {
  const { store, clock, log } = app;
  const now = clock();
  await store.saveProblem({
    sourceId: source.id,
    url,
    code: error.code,
    message: error.message,
    at: now.toISOString(),
  });
  await store.saveCheck(url, { at: now.toISOString(), nextCheckAt: retryAt(error, now) });
  const state = STATES[error.code];
  const document = state === undefined ? null : await documentAt(store, url);
  if (state !== undefined && document !== null && document.state !== 'gone')
    await store.saveState(document.id, { ...document, state, reason: error.message });
  log('warn', 'page.failed', { source: source.id, url, code: error.code, message: error.message });
}

/** A host that was left alone is a problem of its source, not of the pages that stay due. */
function hostPause({ host, left, reason }: { host: string; left: number; reason: string }): Fault {
  return {
    code: 'HOST_PAUSED',
    message: `${host}: ${reason}. ${left} pages stay due. Look at the host in a browser if this lasts.`,
  };
}
