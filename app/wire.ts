import { availableParallelism, hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { FetchError } from '../core/errors.ts';
import { jsonLog, type Log } from '../core/log.ts';
import type { FetchedPage } from '../core/page.ts';
import type { Clock } from '../core/time.ts';
import { type SharedBrowser, sharedBrowser } from '../crawlers/browser/shared-browser.ts';
import { httpFetcher } from '../crawlers/fetch/http-fetch.ts';
import { createPacer, type Pacer, type Sleep } from '../crawlers/polite/pacer.ts';
import { createRobotsGate, type RobotsGate } from '../crawlers/polite/robots-gate.ts';
import type { FetchSettings } from '../crawlers/settings.ts';
import { openStore } from '../store/open-store.ts';
import { sqliteEngine } from '../store/sqlite.ts';
import { isReadOnly, readingEngine } from '../store/sqlite-reading.ts';
import type { Store } from '../store/store.ts';
import { type DeriveWithFiles, deriveWithFiles } from './attachments/derive-with-files.ts';
import { createDocumentReader, type DocumentReader } from './attachments/document-reader.ts';
import type { Config } from './config/load-config.ts';
import { configSchema } from './config/schema.ts';
import type { Io } from './io.ts';
import { PRODUCT } from './product.ts';
import { readRelease } from './release.ts';
import { type DerivePool, derivePool } from './workers/derive-pool.ts';

/** Everything a job needs, made once and handed in. */
export interface App {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly pacer: Pacer;
  readonly robots: RobotsGate;
  readonly browser: SharedBrowser;
  readonly fetchSettings: FetchSettings;
  /** Bytes to article to plan, in threads that bound what one page may cost. */
  readonly derive: DeriveWithFiles;
  /** Start a thread that reads pages, while there is none to be read yet. */
  readonly warmUp: DerivePool['warmUp'];
  /** Reads attached files, each in a process of its own. */
  readonly documents: DocumentReader;
  /** Who claims runs: this process, on this machine. */
  readonly owner: string;
  /** Whether the owner of a run is a process of this machine that has ended. */
  readonly isDead: (owner: string) => boolean;
  /** Which state of our program this is, see release.ts. */
  readonly release: string;
  readonly env: Io['env'];
  readonly close: () => Promise<void>;
}

/** Threads that read pages, beside the one that fetches and keeps: with more, that one is what all wait for. */
const MOST_THREADS = 4;

/**
 * The one place where real things are put together: database, clock, timers, log.
 *
 * @param overrides what tests and the demo put in instead; logTo: where JSON log lines go, default stderr; pool: what
 * reads pages, default threads; reading: this work only reads, so an archive that cannot be written will do
 * @throws {StoreError} if the database cannot be opened
 */
export async function openApp(
  config: Config,
  io: Io,
  overrides: Partial<Pick<App, 'log' | 'clock' | 'sleep'>> & {
    logTo?: (line: string) => void;
    pool?: DerivePool;
    reading?: boolean;
  } = {},
): Promise<App> {
  const clock = overrides.clock ?? (() => new Date());
  const sleep: Sleep =
    overrides.sleep ?? ((ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined));
  const log = overrides.log ?? jsonLog(overrides.logTo ?? ((line) => io.stderr.write(line)), clock);
  const { path } = config.store;
  const readOnly = overrides.reading === true && isReadOnly(path);
  if (readOnly) io.stderr.write(`planwatch: ${path} cannot be written, reading only\n`);
  const { store } = await openStore(readOnly ? readingEngine(path) : sqliteEngine(path));
  if (!readOnly) await store.saveSources(config.sources);
  const pool = overrides.pool ?? derivePool(Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)));
  const documents = createDocumentReader();
  const browser = sharedBrowser(io.env.PLANWATCH_CHROMIUM);
  return {
    config,
    store,
    log,
    clock,
    sleep,
    pacer: createPacer(config.crawl.delayMs, clock, sleep, Math.random),
    robots: createRobotsGate(PRODUCT.name, clock),
    browser,
    fetchSettings: { ...config.crawl, userAgent: userAgent(config.crawl.contact) },
    derive: deriveWithFiles(pool.derive, documents),
    warmUp: pool.warmUp,
    documents,
    owner: `${hostname()}/${io.pid}`,
    isDead: (owner) => ownerIsDead(owner, io),
    release: readRelease(),
    env: io.env,
    close: async () => {
      await browser.close();
      await pool.close();
      await store.close();
    },
  };
}

/**
 * Fetch one page for a person who asks for it: default limits, nothing kept. The host they name may be a private one.
 *
 * @throws {FetchError} as crawling does; FETCH_STATUS also for a page that is not there
 */
export async function fetchPage(url: string): Promise<FetchedPage> {
  const { crawl } = configSchema.parse({});
  const access = { allowHosts: [new URL(url).hostname], tls: 'modern', cookies: false } as const;
  const fetcher = httpFetcher({ ...crawl, userAgent: userAgent('') }, access, () => new Date());
  try {
    const result = await fetcher.fetch({ url, expects: 'either' });
    if (result.kind === 'page') return result.page;
    throw new FetchError('FETCH_STATUS', `${url}: there is no such page. Check the address in a browser.`, {
      url,
    });
  } finally {
    await fetcher.close();
  }
}

function userAgent(contact: string): string {
  return `${PRODUCT.name}/${PRODUCT.version}${contact === '' ? '' : ` (+${contact})`}`;
}

function ownerIsDead(owner: string, io: Io): boolean {
  const at = owner.lastIndexOf('/');
  const pid = Number(owner.slice(at + 1));
  return owner.slice(0, at) === hostname() && Number.isInteger(pid) && pid !== io.pid && !io.isAlive(pid);
}
