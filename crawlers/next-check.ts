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
