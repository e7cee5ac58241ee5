import type { FetchError } from '../core/errors.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long until a document is asked for again, by the age of the younger of its publication and its last change.
 * Most silent edits happen in the first days; the floor keeps even old plans under watch, for they are taken down late.
 */
const BY_AGE: readonly (readonly [age: number, wait: number])[] = [
  [2 * DAY, 6 * HOUR],
  [14 * DAY, DAY],
  [90 * DAY, 7 * DAY],
  [Number.POSITIVE_INFINITY, 30 * DAY],
];

/**
 * When to ask for a document again.
 *
 * @param since ISO time or date of its publication or last change, whichever is later; null counts as now
 * @returns ISO-8601 UTC
 */
export function nextCheckAt(since: string | null, now: Date): string {
  const from = since === null ? Number.NaN : Date.parse(since);
  const age = Number.isNaN(from) ? 0 : now.getTime() - from;
  const wait = BY_AGE.find(([limit]) => age < limit)?.[1] ?? 30 * DAY;
  return new Date(now.getTime() + wait).toISOString();
}

/** Checks of a page that is not there which come soon: so many make its end sure. */
const SURE = 3;

/**
 * When to ask again for a page that was not there, whatever its age: twice a day until its end is sure, then ever more
 * rarely. An old plan is asked for once a month, and would be gone for a season before anybody heard of it.
 *
 * @param checks in a row that found it missing, this one included
 */
export function missingCheckAt(checks: number, now: Date): string {
  const wait = Math.min(30 * DAY, (DAY / 2) * 2 ** Math.max(0, checks - SURE));
  return new Date(now.getTime() + wait).toISOString();
}

/** Refusals are asked about daily: firewalls and robots.txt change their minds. */
const REFUSALS = new Set(['ANSWER_REFUSED', 'ANSWER_LOGIN', 'ROBOTS_DISALLOWED']);

/**
 * When to ask for a document again whose fetch failed. What may pass is due at the next run, but behind pages that were
 * never asked for: a hundred dead pages must not stand in the way of a new plan.
 *
 * @returns ISO-8601 UTC
 */
export function retryAt(error: FetchError, now: Date): string {
  const wait = error.retryable ? HOUR / 2 : REFUSALS.has(error.code) ? DAY : 7 * DAY;
  return new Date(now.getTime() + wait).toISOString();
}

/**
 * When to ask for a document again whose reading is held back: soon, but not in the same minute.
 *
 * @param lasting it differs with each fetch or is no text at all, which will hardly pass within the hour
 */
export function heldCheckAt(now: Date, lasting: boolean): string {
  return new Date(now.getTime() + (lasting ? DAY : HOUR / 2)).toISOString();
}

/** When to ask for a document again that our rules could not read: they may have been mended by then. */
export function unreadCheckAt(now: Date): string {
  return new Date(now.getTime() + DAY).toISOString();
}
