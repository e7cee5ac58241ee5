import { CronExpressionParser } from 'cron-parser';
import type { RunRecord } from '../../../core/archive.ts';
import { sha256 } from '../../../core/hash.ts';
import type { Source } from '../../../core/source.ts';

/** A source whose scheduled minute has come, and that minute. */
export interface DueSource {
  readonly source: Source;
  /** ISO-8601 UTC. With the source it is the natural key of the run, so two schedulers start it once. */
  readonly dueAt: string;
}

/**
 * Sources whose last scheduled minute no run covers: never run, or last run before it.
 *
 * However many minutes were missed while the machine was off, a source is due once.
 *
 * @param lastRuns the last run of each source, in any order
 * @returns most overdue first
 */
export function dueSources(
  sources: readonly Source[],
  lastRuns: readonly RunRecord[],
  now: Date,
): DueSource[] {
  const last = new Map(lastRuns.map((run) => [run.sourceId, run]));
  return sources
    .filter((source) => source.enabled)
    .map((source) => ({ source, dueAt: lastMinute(source.cron, source.timezone, now) }))
    .filter(({ source, dueAt }) => {
      const run = last.get(source.id);
      return (
        run === undefined || (run.dueAt < dueAt && run.startedAt < dueAt) || run.status === 'interrupted'
      );
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/**
 * The latest minute at or before `now` that a cron expression names in a zone.
 *
 * Found by stepping forward from two minutes back: where clocks change, stepping backward misses a minute that does
 * not exist (which runs at the change) and meets one twice that is repeated.
 */
export function lastMinute(cron: string, timezone: string, now: Date): string {
  const from = (moment: Date) => CronExpressionParser.parse(cron, { currentDate: moment, tz: timezone });
  const back = from(new Date(now.getTime() + 1));
  back.prev();
  let last = back.prev().toDate();
  for (;;) {
    const next = from(last).next().toDate();
    if (next > now) return last.toISOString();
    last = next;
  }
}

/** The next minute after `now` that a cron expression names in a zone. */
export function nextMinute(cron: string, timezone: string, now: Date): string {
  return CronExpressionParser.parse(cron, { currentDate: now, tz: timezone }).next().toDate().toISOString();
}

/** The host whose sources wait for each other: that of the first address. */
export function hostOf({ urls: [url = ''] }: Source): string {
  return URL.parse(url)?.host ?? '';
}

/**
 * How long to hold a run back, so that sources with the same cron do not all begin at the stroke of the hour. The same
 * for one source and minute in every process.
 *
 * @param most milliseconds; 0 for no jitter
 * @returns 0 to `most`
 */
export function jitterMs(sourceId: string, dueAt: string, most: number): number {
  const share = Number.parseInt(sha256(`${sourceId} ${dueAt}`).slice(0, 8), 16) / 0xffff_ffff;
  return Math.round(share * most);
}
