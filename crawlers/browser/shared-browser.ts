import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright';
import { messageOf } from '../../core/errors.ts';
import { findChromium, missing } from './chromium.ts';

/** One browser for all sources, started when first needed, and again after it crashed. */
export interface SharedBrowser {
  /**
   * Do something in a context of its own: no cookies, no cache, nothing left behind.
   * @throws what `work` throws; {FetchError} BROWSER_MISSING
   */
  readonly use: <T>(
    options: BrowserContextOptions,
    work: (context: BrowserContext) => Promise<T>,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Contexts after which the browser is replaced: what it leaks goes with it. */
const MOST_USES = 200;
/** Milliseconds a context may take to close before the whole browser is given up. */
const CLOSING_MS = 5000;

/** Bounds on memory, and nothing that would speak to the network past the proxy. */
const ARGS = [
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--js-flags=--max-old-space-size=512',
  '--renderer-process-limit=4',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
];

/** @param named value of PLANWATCH_CHROMIUM */
export function sharedBrowser(named: string | undefined): SharedBrowser {
  /** The browser in use, or the one being started. Each call builds on the one before, so that only one is started. */
  let current: Promise<Browser | null> = Promise.resolve(null);
  let uses = 0;
  let open = 0;

  const reuse = async (running: Browser | null): Promise<Browser | null> => {
    if (running?.isConnected() && (uses < MOST_USES || open > 0)) return running;
    await running?.close().catch(() => undefined);
    uses = 0;
    return null;
  };
  const browser = (): Promise<Browser> => {
    const started = current
      .catch(() => null)
      .then(reuse)
      .then((running) => running ?? launch(named));
    current = started;
    return started;
  };

  return {
    use: async (options, work) => {
      const running = await browser();
      uses++;
      open++;
      try {
        const context = await running.newContext(options);
        try {
          return await work(context);
        } finally {
          if (!(await closes(context))) await running.close().catch(() => undefined);
        }
      } finally {
        open--;
      }
    },
    close: async () => {
      const running = await current.catch(() => null);
      current = Promise.resolve(null);
      await running?.close().catch(() => undefined);
    },
  };
}

async function launch(named: string | undefined): Promise<Browser> {
  const found = await findChromium(named);
  // Only now: loading it takes longer than most commands.
  const { chromium } = await import('playwright');
  return chromium.launch({ headless: true, ...found, args: ARGS }).catch((cause) => {
    throw missing(`${found.executablePath} does not start (${messageOf(cause).slice(0, 200)}).`, cause);
  });
}

/** False if a page holds its context open, such as one in an endless loop. */
async function closes(context: BrowserContext): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), CLOSING_MS);
  });
  const closed = context.close().then(
    () => true,
    () => true,
  );
  return Promise.race([closed, late]).finally(() => clearTimeout(timer));
}
