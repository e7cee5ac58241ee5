import type { Source } from '../../core/source.ts';
import {
  type CrawlDeps,
  type CrawlEvent,
  crawlSource,
  type Remembered,
} from '../../crawlers/crawl-source.ts';
import { httpFetcher } from '../../crawlers/fetch/http-fetch.ts';
import { createPacer } from '../../crawlers/polite/pacer.ts';
import { createRobotsGate } from '../../crawlers/polite/robots-gate.ts';
import type { FetchSettings } from '../../crawlers/settings.ts';
import { local, now, settings } from './fetching.ts';

/** A source as the config would give it, with what a test says of it. */
export function sourceOf(source: Partial<Source> & Pick<Source, 'urls'>): Source {
  return {
    id: 'test',
    publisher: '望潮市人民政府',
    publisherKind: 'government',
    region: null,
    kind: 'list',
    links: {},
    pagination: { kind: 'next', maxPages: 5 },
    cron: '0 8 * * *',
    timezone: 'Asia/Shanghai',
    fetcher: 'http',
    attachments: true,
    rules: {},
    pastRules: [],
    tags: [],
    maxArticles: 100,
    maxAgeDays: null,
    hours: null,
    enabled: true,
    ...local,
    ...source,
  };
}

/** What a crawler remembers between runs, in memory. */
export interface Memory {
  readonly documents: Map<string, Remembered>;
  /** Milliseconds that were slept, in order; no time passes in a test. */
  readonly slept: number[];
}

export function emptyMemory(): Memory {
  return { documents: new Map(), slept: [] };
}

/** Crawl a source once, remembering what the real store would. */
export async function crawlOnce(
  memory: Memory,
  source: Source,
  options: {
    settings?: Partial<FetchSettings>;
    readOn?: number;
    since?: string;
    clock?: () => Date;
    stop?: AbortSignal;
  } = {},
): Promise<CrawlEvent[]> {
  const clock = options.clock ?? (() => now);
  const used = { ...settings, ...options.settings };
  const fetcher = httpFetcher(used, source, clock);
  const sleep = async (ms: number) => void memory.slept.push(ms);
  const deps: CrawlDeps = {
    fetcher,
    settings: used,
    pacer: createPacer(used.delayMs, clock, sleep, () => 0),
    robots: createRobotsGate('planwatch', clock),
    sleep,
    clock,
    attachments: {
      mayBeIn: () => false,
      find: async () => [],
      known: async () => [],
      check: async () => null,
    },
    listMemory: { last: async () => null, keep: async () => {} },
    lists: true,
    readOn: options.readOn ?? 1,
    since: options.since ?? null,
    remember: async (urls) =>
      new Map(urls.flatMap((url) => (memory.documents.has(url) ? [[url, known(memory, url)] as const] : []))),
    saveListed: async (urls) => {
      for (const url of urls) if (!memory.documents.has(url)) memory.documents.set(url, known(memory, url));
    },
    due: async (limit) =>
      [...memory.documents.values()].filter((one) => one.nextCheckAt === '').slice(0, limit),
  };
  const events: CrawlEvent[] = [];
  try {
    for await (const event of crawlSource(deps, source, options.stop)) {
      // How much is going to be asked for is told to people who wait; tests see what came of it.
      if (event.kind !== 'planned') events.push(event);
      if (event.kind === 'page') {
        const { url, headers } = event.page;
        const { etag = null, 'last-modified': lastModified = null } = headers;
        memory.documents.set(url, { url, etag, lastModified, nextCheckAt: 'later' });
      }
    }
  } finally {
    await fetcher.close();
  }
  return events;
}

function known(memory: Memory, url: string): Remembered {
  return memory.documents.get(url) ?? { url, etag: null, lastModified: null, nextCheckAt: '' };
}

/** Events of one kind. */
export function only<K extends CrawlEvent['kind']>(events: readonly CrawlEvent[], kind: K) {
  return events.filter((event): event is Extract<CrawlEvent, { kind: K }> => event.kind === kind);
}
