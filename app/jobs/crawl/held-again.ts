import type { RunRecord } from '../../../core/archive.ts';
import type { Source } from '../../../core/source.ts';
import { isWithinHours } from '../../../crawlers/polite/hours.ts';
import type { App } from '../../wire.ts';

const MOST = 1000;
/** A source whose last run is younger is left alone: what it held back would be no surer. */
const REST_MS = 30 * 60_000;

/** A source and its pages that are held back and may be asked for again. */
export interface HeldAgain {
  readonly source: Source;
  readonly urls: readonly string[];
}

/**
 * Pages whose readings are held back and whose next check has come, by source: with a daily cron they would wait a day
 * for a fetch that takes a second.
 */
export async function heldAgain(
  { store, clock, config }: Pick<App, 'store' | 'clock' | 'config'>,
  lastRuns: readonly RunRecord[],
): Promise<HeldAgain[]> {
  const now = clock();
  const rested = new Date(now.getTime() - REST_MS).toISOString();
  const busy = new Set(lastRuns.flatMap((run) => (run.startedAt > rested ? [run.sourceId] : [])));
  const held = await store.documents({ held: true, limit: MOST });
  const known = await store.remember(held.map(({ url }) => url));
  const due = held.filter(({ url }) => (known.get(url)?.nextCheckAt ?? '') <= now.toISOString());
  const urlsOf = Map.groupBy(due, ({ sourceId }) => sourceId);
  return config.sources
    .filter(
      ({ id, enabled, hours, timezone }) => enabled && !busy.has(id) && isWithinHours(hours, timezone, now),
    )
    .map((source) => ({ source, urls: (urlsOf.get(source.id) ?? []).map(({ url }) => url) }))
    .filter(({ urls }) => urls.length > 0);
}
