import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { openStore } from '../store/open-store.ts';
import { sqliteEngine } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

/**
 * Whether a crawl that is killed hard, again and again, ends with the archive of one that was not:
 * `node bench/kill.ts [PAGES [KILLS]]`. Exit code 1 if it does not. The suite runs it with few pages.
 *
 * The moments are seeded: after so many lines of log, and some milliseconds.
 */
const pages = Number(process.argv[2] ?? 1000);
const kills = Number(process.argv[3] ?? 20);
const CLI = join(import.meta.dirname, '../app/cli.ts');

/** Numbers that look random and are the same in every run (Park and Miller 1988). */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

async function prepare(folder: string, site: string): Promise<void> {
  await mkdir(join(folder, 'sources'), { recursive: true });
  await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0, concurrency: 8, attempts: 1}\n');
  await writeFile(
    join(folder, 'sources/bench.yaml'),
    `publisher: 望潮市人民政府\nregion: 望潮市\nkind: list\nurls: ["${site}/list.html"]\nlinks: {match: "${site}/t*.html"}\npagination: {kind: none}\nallowHosts: [127.0.0.1]\nfetcher: http\nmaxArticles: ${pages}\n`,
  );
}

/** Crawl, and kill the process hard some milliseconds after so many lines of log. The lines it wrote. */
async function crawl(folder: string, lines: number, delayMs: number): Promise<number> {
  const args = ['--disable-warning=ExperimentalWarning', CLI, 'crawl', '--config', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let seen = 0;
  for await (const _ of createInterface({ input: child.stderr })) {
    if (++seen !== lines) continue;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    child.kill('SIGKILL');
  }
  return seen;
}

async function all<T>(read: (limit: number, offset: number) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const more = await read(1000, rows.length);
    rows.push(...more);
    if (more.length < 1000) return rows;
  }
}

/** What must be the same in the end. */
async function archiveOf(folder: string) {
  const { store } = await openStore(sqliteEngine(join(folder, 'planwatch.db')));
  try {
    return await contentOf(store);
  } finally {
    await store.close();
  }
}

async function contentOf(store: Store) {
  const documents = await all((limit, offset) => store.documents({ limit, offset }));
  const events = await all((limit, offset) => store.events({ limit, offset }));
  const comparisons = await all((limit, offset) => store.comparisons({ limit, offset }));
  const hashes = await Promise.all(documents.map(({ id }) => store.latestVersion(id)));
  return {
    documents: documents
      .map(({ url, state, versions, clusterId }, i) =>
        [url, state, versions, clusterId, hashes[i]?.hash].join(' '),
      )
      .sort(),
    plans: (await all((limit, offset) => store.plans({ limit, offset }))).map(
      ({ id, seq }) => `${id} ${seq}`,
    ),
    // Between years that follow on each other: over a gap that was filled later, one more may stand.
    comparisons: comparisons
      .filter(({ before, after }) => after.identity.year - before.identity.year === 1)
      .map(({ id, changes }) => `${id} ${changes.length}`)
      .sort(),
    events: events.map(({ id, kind, news }) => `${id} ${kind} ${news}`).sort(),
    pending: (await store.pendingPages(10)).length,
    problems: (await store.problems({ open: true, limit: 10 })).map(({ code, url }) => `${code} ${url}`),
  };
}

const site = fork(new URL('site/serve-site.ts', import.meta.url), [String(pages)], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const [line] = await once(site.stdout ?? new PassThrough(), 'data');
const base = await mkdtemp(join(tmpdir(), 'planwatch-bench-'));
const [whole, killed] = [join(base, 'whole'), join(base, 'killed')];
for (const folder of [whole, killed]) await prepare(folder, String(line).trim());

const lines = await crawl(whole, Number.POSITIVE_INFINITY, 0);
const expected = await archiveOf(whole);
const random = seeded(20_261_122);
const most = Math.floor((2 * lines) / (kills + 1));
const moments: number[] = [];
for (let kill = 0; kill < kills; kill++) {
  const after = 1 + Math.floor(random.next().value * most);
  moments.push(await crawl(killed, after, 10 * random.next().value));
}
await crawl(killed, Number.POSITIVE_INFINITY, 0);
const found = await archiveOf(killed);
const counts = [
  `${expected.documents.length} documents`,
  `${expected.plans.length} plans`,
  `${expected.comparisons.length} comparisons`,
  `${expected.events.length} events`,
];
console.log(`${pages} pages, ${kills} kills, after ${moments.join(', ')} lines of log: ${counts.join(', ')}`);
const unlike = Object.keys(expected).filter(
  (part) => !isDeepStrictEqual(Reflect.get(expected, part), Reflect.get(found, part)),
);
if (unlike.length > 0 || expected.documents.length !== pages || expected.pending > 0) {
  console.log(`the archives differ in: ${unlike.join(', ') || 'nothing, but they are not whole'}`);
  for (const part of unlike) {
    const [we, they] = [new Set(Reflect.get(expected, part)), new Set(Reflect.get(found, part))];
    console.log(
      part,
      'missing',
      [...we.difference(they)].slice(0, 5),
      'more',
      [...they.difference(we)].slice(0, 5),
    );
  }
  process.exitCode = 1;
} else console.log('the archive is the same');
site.kill();
await rm(base, { recursive: true });
