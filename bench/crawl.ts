import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { makeConfig } from '../app/config/load-config.ts';
import { sourceSchema } from '../app/config/schema.ts';
import { crawlJob } from '../app/jobs/crawl-job.ts';
import { openApp } from '../app/wire.ts';
import { silentLog } from '../core/log.ts';
import { httpFetcher } from '../crawlers/fetch/http-fetch.ts';
import { streamOf } from '../crawlers/stream-of.ts';

/**
 * How fast and in how much memory pages are fetched, and fetched, cleaned and kept: `node bench/crawl.ts [PAGES]`.
 *
 * The site is local, its pages have the size of real ones, politeness is off. Prints a table for bench/RESULTS.md.
 */
const pages = Number(process.argv[2] ?? 1000);
const CONCURRENCY = 8;

const site = fork(new URL('crawl-site.ts', import.meta.url), [String(pages)], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const [line] = await once(site.stdout ?? new PassThrough(), 'data');
const url = String(line).trim();
const folder = await mkdtemp(join(tmpdir(), 'planwatch-bench-'));

const source = {
  id: 'bench',
  ...sourceSchema.parse({
    publisher: '望潮市人民政府',
    region: '望潮市',
    kind: 'list',
    urls: [`${url}/list.html`],
    links: { match: `${url}/t*.html` },
    pagination: { kind: 'none' },
    allowHosts: ['127.0.0.1'],
    fetcher: 'http',
    maxArticles: pages,
  }),
};
const config = makeConfig({ crawl: { delayMs: 0, concurrency: CONCURRENCY } }, folder, [source]);
const io = {
  stdin: new PassThrough(),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  env: {},
  cwd: folder,
  interactive: false,
  columns: 100,
  pid: process.pid,
  isAlive: () => true,
  onStop: () => {},
};
const app = await openApp(config, io, { log: silentLog, sleep: async () => {} });

/** Do it once; pages a second, and the most memory held meanwhile. */
async function measure(name: string, work: () => Promise<number>): Promise<void> {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  const start = performance.now();
  const used = process.cpuUsage();
  const done = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  look();
  clearInterval(timer);
  console.log(
    `| ${name} | ${done} | ${seconds.toFixed(1)} s | ${(done / seconds).toFixed(0)} pages/s | ${((user + system) / 1000 / done).toFixed(1)} ms | ${Math.round(most / 2 ** 20)} MB |`,
  );
}

console.log(
  `| what | pages | time | rate | CPU a page | most memory |\n| --- | --- | --- | --- | --- | --- |`,
);
await measure('fetch only', async () => {
  const fetcher = httpFetcher(app.fetchSettings, source, app.clock);
  const urls = Array.from({ length: pages }, (_, i) => `${url}/t${i}.html`);
  const limits = { lane: CONCURRENCY, all: CONCURRENCY };
  let done = 0;
  for await (const result of streamOf(
    urls,
    () => 'one',
    limits,
    (one) => fetcher.fetch({ url: one }),
  ))
    if (result.kind === 'page') done++;
  await fetcher.close();
  return done;
});
await measure('fetch, decode, clean, keep', async () => (await crawlJob(app, source))?.newVersions ?? 0);
await measure(
  'again, all unchanged (304)',
  async () => (await crawlJob(app, source, { recheck: true }))?.fetched ?? 0,
);
const { size } = await stat(config.store.path);
console.log(`\nStore: ${(size / pages / 1024).toFixed(1)} kB a page.`);

await app.close();
site.kill();
await rm(folder, { recursive: true });
