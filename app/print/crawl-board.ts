import type { CrawlCounts } from '../jobs/crawl/crawl-counts.ts';
import type { HostProgress } from '../jobs/crawl/host-progress.ts';

/** One line for a terminal on a crawl of several sources. */
export interface Board {
  /** Take in how far one source has come, and say how far all have. */
  readonly line: (sourceId: string, counts: CrawlCounts, hosts: readonly HostProgress[]) => string;
}

/** Make a board: totals first, then each host with work left, the most first; the terminal cuts what does not fit. */
export function createBoard(): Board {
  const sources = new Map<string, { counts: CrawlCounts; hosts: readonly HostProgress[] }>();
  return {
    line: (sourceId, counts, hosts) => {
      sources.set(sourceId, { counts, hosts });
      const all = [...sources.values()];
      const sum = (of: (one: CrawlCounts) => number) => all.reduce((total, one) => total + of(one.counts), 0);
      const left = all.flatMap((one) => one.hosts.filter((host) => host.left > 0));
      const busy = left.toSorted((a, b) => b.left - a.left).map(hostInWords);
      return [
        `${sum((one) => one.fetched)} fetched, ${sum((one) => one.newVersions)} versions, ${sum((one) => one.errors)} failed`,
        ...busy,
      ].join(' · ');
    },
  };
}

function hostInWords({ host, done, left, perMinute }: HostProgress): string {
  const wait = perMinute === 0 ? '' : `, ${Math.ceil(left / perMinute)} min left`;
  return `${host} ${done}/${done + left} at ${perMinute}/min${wait}`;
}
