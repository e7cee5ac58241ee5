/** Where "now" comes from. Only app/wire.ts makes the real one; tests pass their own. */
export type Clock = () => Date;

/** A moment as it is stored: ISO-8601, UTC, milliseconds. Sorts as text. */
export function isoTime(date: Date): string {
  return date.toISOString();
}

/** Kept by zone: making one takes as long as reading a short page. */
const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export function dayIn(timezone: string, date: Date): string {
  const format =
    days.get(timezone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' });
  days.set(timezone, format);
  return format.format(date);
}

/** `YYYY-MM-DD HH:mm` of a moment in a zone, for people. */
export function minuteIn(timezone: string, date: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(date);
}
