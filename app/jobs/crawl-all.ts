import type { Source } from '../../core/source.ts';
import { createHostQueue } from '../host-queue.ts';
import type { App } from '../wire.ts';
import type { CrawlCounts } from './crawl-counts.ts';
import { type CrawlJobOptions, crawlJob } from './crawl-job.ts';
import { hostOf } from './due-sources.ts';
import { settlePending } from './settle-page.ts';

/** Told of each step of each source. */
export type OnStep = (source: Source, ...step: Parameters<NonNullable<CrawlJobOptions['onStep']>>) => void;

/** How one source fared; `counts` is null if another process had it. */
export interface CrawlResult {
  readonly source: Source;
  readonly counts: CrawlCounts | null;
}

/**
 * Crawl sources now, several at once but one of each host, after settling what an earlier run left in hand.
 *
 * @param onStep called after each page with the source and its counts so far
 */
export async function crawlAll(
  app: App,
  sources: readonly Source[],
  options: Omit<CrawlJobOptions, 'onStep'> & { onStep?: OnStep } = {},
): Promise<CrawlResult[]> {
  const { onStep, ...rest } = options;
  await settlePending(app);
  const queue = createHostQueue(app.config.crawl.sources);
  const crawl = async (source: Source): Promise<CrawlResult> => ({
    source,
    counts: options.stop?.aborted
      ? null
      : await crawlJob(app, source, { ...rest, onStep: (...step) => onStep?.(source, ...step) }),
  });
  return Promise.all(sources.map((source) => queue.add(hostOf(source), () => crawl(source))));
}
