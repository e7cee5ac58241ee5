import { decodeHtml } from '../../core/charset.ts';
import { documentKind } from '../../core/document-kind.ts';
import { FetchError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { Clock } from '../../core/time.ts';
import { retryAfterMs } from '../polite/retry-delay.ts';
import { checkText } from './check-text.ts';
import { answerError, classifyAnswer, TINY } from './classify-answer.ts';
import type { FetchRequest, FetchResult } from './fetcher.ts';

/** Answers that may be another one the next time. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

/** One answer, its body read and unpacked. */
export interface Reply {
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * What a final answer means: a page, nothing new, a page that is gone, or an error.
 *
 * @throws {FetchError} FETCH_STATUS, FETCH_EMPTY, FETCH_NOT_TEXT, ANSWER_REFUSED, ANSWER_LOGIN, ANSWER_MAINTENANCE
 */
export function settleReply(
  ask: FetchRequest,
  { url, status, headers, body }: Reply,
  clock: Clock,
): FetchResult {
  // Some servers say so to whoever asks; of what was never sent it says nothing.
  if (status === 304 && (ask.etag || ask.lastModified)) return { kind: 'unchanged' };
  const contentType = headers['content-type'] ?? null;
  const text = body.length < TINY ? decodeHtml(body, { contentType }).text : null;
  const verdict = classifyAnswer({ url: ask.url, finalUrl: url.href, status, headers, text });
  const after = retryAfterMs(headers['retry-after'], clock());
  if (verdict.kind === 'missing') return { kind: 'missing', status, reason: verdict.reason };
  if (verdict.kind !== 'content')
    throw answerError({ ...verdict, kind: verdict.kind }, { url: ask.url, status }, after);
  if (status < 200 || status >= 300) throw badStatus(ask.url, status, after);
  if (ask.expects === undefined || documentKind(body) === null) checkBody(body, ask);
  const fetchedAt = clock().toISOString();
  const page = { url: ask.url, finalUrl: url.href, fetchedAt, status, headers, body, sha256: sha256(body) };
  return { kind: 'page', page: { ...page, fetcher: 'http' } };
}

/** A page must be text. A file may be anything: what it is, and whether it can be read, is for others to say. */
function checkBody(body: Buffer, { url, expects }: FetchRequest): void {
  if (expects !== 'document' || body.length === 0) checkText(body, url);
}

/** An answer with a status that brings nothing. */
export function badStatus(url: string, status: number, after: number | null): FetchError {
  const advice =
    status === 429
      ? 'We ask too often: raise crawl.delayMs.'
      : PASSING.has(status)
        ? 'It is tried again at the next run.'
        : 'Look at the page in a browser; correct the address in the source if it has moved.';
  return new FetchError('FETCH_STATUS', `${url}: the server answered ${status}. ${advice}`, {
    url,
    status,
    retryable: PASSING.has(status),
    retryAfterMs: after,
  });
}
