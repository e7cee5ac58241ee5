import type { Hours } from '../../core/source.ts';
import { minuteIn } from '../../core/time.ts';

/**
 * Whether a moment lies in the hours in which a site may be asked.
 *
 * @param hours null for any time; `from` equal to `to` too
 * @param timezone IANA zone the hours are meant in
 */
export function isWithinHours(hours: Hours | null, timezone: string, now: Date): boolean {
  if (hours === null || hours.from === hours.to) return true;
  const [hour = 0, minute = 0] = minuteIn(timezone, now).slice(-5).split(':').map(Number);
  const at = hour * 60 + minute;
  return hours.from < hours.to ? at >= hours.from && at < hours.to : at >= hours.from || at < hours.to;
}
