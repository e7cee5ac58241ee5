import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { type Measured, measure } from './peers/measure.ts';

/**
 * How fast and in how much memory a site is crawled and kept: `node bench/crawl.ts [PAGES] [--peers]`.
 *
 * The site is local, its pages have the size and the tags of real ones, politeness is off. Each crawler runs in a process of its
 * own, one after another, planwatch built as it is published; seconds are those of crawling, without the start of the process.
 * --peers adds Scrapy (found on the PATH) and Crawlee (found in the folder that CRAWLEE names), which only fetch and take the
 * title. Prints a table for bench/RESULTS.md.
 */
const pages = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 1000);
const withPeers = process.argv.includes('--peers');
const CONCURRENCY = 8;
const ROOT = join(import.meta.dirname, '..');

const site = fork(new URL('site/serve-site.ts', import.meta.url), [String(pages)], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const [line] = await once(site.stdout ?? new PassThrough(), 'data');
const url = String(line).trim();
const folder = await mkdtemp(join(tmpdir(), 'planwatch-bench-'));
await mkdir(join(folder, 'sources'));
await writeFile(
  join(folder, 'planwatch.yaml'),
  `crawl: {delayMs: 0, concurrency: ${CONCURRENCY}}\nstore: {path: planwatch.db}\n`,
);
await writeFile(
  join(folder, 'sources/bench.yaml'),
  `publisher: 望潮市人民政府
region: 望潮市
kind: list
urls: ["${url}/list.html"]
links: {match: "${url}/t*.html"}
pagination: {maxPages: 1000}
allowHosts: [127.0.0.1]
fetcher: http
maxArticles: ${pages}
`,
);

/** Seconds between two lines of our log, and what the second counts. */
function fromLog(log: string): { seconds: number; done: number } {
  const lines = log.split('\n').flatMap((one) => (one.startsWith('{') ? [JSON.parse(one)] : []));
  const at = (event: string) => lines.find((one) => one.event === event);
  const [start, end] = [at('crawl.started'), at('crawl.finished')];
  if (start === undefined || end === undefined)
    throw new Error(`the crawl did not end:\n${log.slice(-2000)}`);
  return { seconds: (Date.parse(end.time) - Date.parse(start.time)) / 1000, done: end.fetched };
}

/** planwatch as `npm run build` makes it: read from its sources, it would be stripped of types first, thread by thread. */
async function build(): Promise<string> {
  const dist = join(folder, 'dist');
  const config = join(ROOT, 'tsconfig.build.json');
  execFileSync('tsc', ['-p', config, '--outDir', dist], { stdio: 'inherit' });
  await cp(join(ROOT, 'package.json'), join(dist, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(dist, 'node_modules'));
  return join(dist, 'app/cli.js');
}

const cli = await build();
/** As docs/operating.md says to start it. */
const FLAGS = ['--max-semi-space-size=4', ...(availableParallelism() <= 2 ? ['--v8-pool-size=1'] : [])];
const crawl = (...options: string[]) =>
  measure(process.execPath, [...FLAGS, cli, 'crawl', '--config', folder, ...options], {
    cwd: folder,
    env: { MALLOC_ARENA_MAX: '2' },
    read: ({ stderr }) => fromLog(stderr),
  });

/** What a peer prints of itself in one line of JSON. */
const fromOutput = ({ stdout }: { stdout: string }) => {
  const { done, seconds } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return { done, seconds };
};

/** Crawlee, if it is here. */
async function crawlee(...options: string[]): Promise<Measured | null> {
  const at = process.env.CRAWLEE;
  if (at === undefined || !existsSync(join(at, 'node_modules/crawlee'))) return null;
  const script = join(import.meta.dirname, 'peers/crawlee-titles.mjs');
  return measure(process.execPath, [script, at, url, String(pages), ...options], {
    cwd: folder,
    read: fromOutput,
  });
}

const peers: Readonly<Record<string, () => Promise<Measured | null>>> = {
  'Scrapy, fetch and title': () =>
    measure(
      'scrapy',
      [
        'runspider',
        join(import.meta.dirname, 'peers/scrapy_titles.py'),
        ...['-a', `site=${url}`, '-a', `pages=${pages}`],
      ],
      { cwd: folder, read: fromOutput },
    ),
  'Crawlee CheerioCrawler, fetch and title': () => crawlee(),
  'the same, all at once and nothing on disk': () => crawlee('tuned'),
};

console.log(
  '| what | pages | time | rate | processor time a page | most memory |\n| --- | --- | --- | --- | --- | --- |',
);
const rates = new Map<string, number>();
async function row(name: string, run: () => Promise<Measured | null>): Promise<void> {
  const measured = await run();
  if (measured === null) return console.log(`| ${name} | not installed here | | | | |`);
  const { done, seconds, cpuSeconds, rssMb } = measured;
  rates.set(name, done / seconds);
  console.log(
    `| ${name} | ${done} | ${seconds.toFixed(1)} s | ${(done / seconds).toFixed(0)} pages/s | ${((1000 * cpuSeconds) / done).toFixed(1)} ms | ${rssMb} MB |`,
  );
}

// An installed planwatch has run before, and V8's cache has its code compiled, as the package of Scrapy brings its own.
execFileSync(process.execPath, [...FLAGS, cli, 'crawl', '--config', folder, '--dry-run', '--limit', '3'], {
  stdio: 'ignore',
});
const OURS = 'planwatch, fetch, decode, clean and keep';
await row(OURS, () => crawl());
await row('planwatch again, all unchanged (304)', () => crawl('--recheck'));
if (withPeers) for (const [name, run] of Object.entries(peers)) await row(name, run);
const { size } = await stat(join(folder, 'planwatch.db'));
console.log(`\nStore: ${(size / pages / 1024).toFixed(1)} kB a page.`);
for (const name of Object.keys(peers)) {
  const [ours, theirs] = [rates.get(OURS), rates.get(name)];
  if (ours !== undefined && theirs !== undefined)
    console.log(`planwatch keeps pages at ${(ours / theirs).toFixed(2)} times the rate of ${name}.`);
}
site.kill();
await rm(folder, { recursive: true });
