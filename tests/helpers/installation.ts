import { PassThrough } from 'node:stream';
import { makeConfig } from '../../app/config/load-config.ts';
import { sourceSchema } from '../../app/config/schema.ts';
import type { Io } from '../../app/io.ts';
import { type App, openApp } from '../../app/wire.ts';
import { type DerivePool, inlineDerive } from '../../app/workers/derive-pool.ts';
import type { Subscriber } from '../../core/digest.ts';
import { silentLog } from '../../core/log.ts';
import type { Source } from '../../core/source.ts';

/** A process of which nothing is real but its id. */
function anIo(rest: Partial<Io> = {}): Io {
  return {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    cwd: '.',
    interactive: false,
    columns: 100,
    pid: process.pid,
    isAlive: () => true,
    onStop: () => {},
    ...rest,
  };
}

/** A source as an operator would declare it, at a local server. */
export function aSource(rest: Record<string, unknown>): Source {
  const { id = 'src', ...file } = rest;
  const defaults = { publisher: '某省人民政府', region: '某省', kind: 'list', allowHosts: ['127.0.0.1'] };
  return { id: String(id), ...sourceSchema.parse({ ...defaults, ...file }) };
}

/** A whole installation on a database of its own, with a clock that the test turns. */
export async function anApp(
  folder: string,
  sources: readonly Source[],
  settings: Record<string, unknown> = {},
  pool: DerivePool = inlineDerive,
): Promise<{ app: App; clock: { now: Date } }> {
  const clock = { now: new Date('2026-03-01T00:00:00.000Z') };
  const config = makeConfig(
    { crawl: { delayMs: 0, concurrency: 2, attempts: 1, timeoutMs: 5000 }, ...settings },
    folder,
    sources,
  );
  const app = await openApp(config, anIo(), {
    log: silentLog,
    clock: () => clock.now,
    sleep: async () => {},
    pool,
  });
  return { app, clock };
}

/** A reader of everything, subscribed before anything happened. */
export function aReader(rest: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 'reader',
    email: 'reader@example.org',
    name: null,
    language: 'zh',
    sources: [],
    regions: [],
    tags: [],
    words: [],
    token: 'reader-token',
    createdAt: '2026-01-01T00:00:00.000Z',
    active: true,
    ...rest,
  };
}
