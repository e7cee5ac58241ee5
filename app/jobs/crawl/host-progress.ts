import type { Clock } from '../../../core/time.ts';
import type { CrawlEvent } from '../../../crawlers/crawl-source.ts';

/** How far a run has come at one host. */
export interface HostProgress {
  readonly host: string;
  /** Articles asked for, and those still to be. */
  readonly done: number;
  readonly left: number;
  /** Articles a minute since the first was asked for; 0 before any was. */
  readonly perMinute: number;
}

/** Follows the events of one run. */
export interface HostTally {
  readonly note: (event: CrawlEvent) => void;
  readonly hosts: () => readonly HostProgress[];
}

export function createHostTally(clock: Clock): HostTally {
  const hosts = new Map<string, { done: number; left: number }>();
  let since = 0;
  return {
    note: (event) => {
      if (event.kind === 'planned') {
        since = clock().getTime();
        for (const [host, left] of event.hosts) hosts.set(host, { done: 0, left });
      }
      const url = articleOf(event);
      const at = url === null ? undefined : hosts.get(new URL(url).host);
      if (at === undefined) return;
      at.done++;
      at.left--;
    },
    hosts: () => {
      const minutes = (clock().getTime() - since) / 60_000;
      return [...hosts].map(([host, { done, left }]) => ({
        host,
        done,
        left,
        perMinute: minutes > 0 ? Math.round(done / minutes) : 0,
      }));
    },
  };
}

/** The article an event is about, null for events of lists and hosts. */
function articleOf(event: CrawlEvent): string | null {
  switch (event.kind) {
    case 'page':
      return event.page.url;
    case 'unchanged':
    case 'missing':
      return event.url;
    case 'failed':
      return event.role === 'article' ? event.url : null;
    default:
      return null;
  }
}
