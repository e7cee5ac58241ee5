import type { Fault } from '../../../core/archive.ts';
import { codeOf, messageOf, StoreError } from '../../../core/errors.ts';
import type { Source } from '../../../core/source.ts';
import { createHostQueue } from '../../serve/host-queue.ts';
import type { App } from '../../wire.ts';
import { settlePending } from '../page/settle-page.ts';
import { type CrawlCounts, NOTHING_CRAWLED } from './crawl-counts.ts';
import { type CrawlJobOptions, crawlJob } from './crawl-job.ts';
import { hostOf } from './due-sources.ts';

/** Told of each step of each source. */
export type OnStep = (source: Source, ...step: Parameters<NonNullable<CrawlJobOptions['onStep']>>) => void;

/** How one source fared; `counts` is null if another process had it, or it was `stopped` before it began; `fault` a bug of ours that ended its run. */
export interface CrawlResult {
  readonly source: Source;
  readonly counts: CrawlCounts | null;
  readonly stopped?: boolean;
  readonly fault?: Fault;
}

/**
 * Crawl sources now, several at once but one of each host, after settling what an earlier run left in hand.
 *
 * A bug that one source brings out ends its run alone; where the database refuses, all runs end.
 *
 * @param onStep called after each page with the source and its counts so far
 * @throws {StoreError} once every run has ended
 */
export async function crawlAll(
  app: App,
  sources: readonly Source[],
  options: Omit<CrawlJobOptions, 'onStep'> & { onStep?: OnStep } = {},
): Promise<CrawlResult[]> {
  const { onStep, ...rest } = options;
  await settlePending(app);
  const queue = createHostQueue(app.config.crawl.sources);
  const crawl = async (source: Source): Promise<CrawlResult> => {
    if (options.stop?.aborted) return { source, counts: null, stopped: true };
    try {
      const onOwnStep: CrawlJobOptions['onStep'] = (...step) => onStep?.(source, ...step);
      return { source, counts: await crawlJob(app, source, { ...rest, onStep: onOwnStep }) };
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const fault = { code: codeOf(error), message: messageOf(error) };
      app.log('error', 'crawl.failed', { source: source.id, ...fault });
      return { source, counts: { ...NOTHING_CRAWLED, errors: 1 }, fault };
    }
  };
  const runs = await Promise.allSettled(
    sources.map((source) => queue.add(hostOf(source), () => crawl(source))),
  );
  return runs.map((run) => {
    if (run.status === 'rejected') throw run.reason;
    return run.value;
  });
}
