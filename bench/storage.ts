import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sha256 } from '../core/hash.ts';
import { openStore } from '../store/open-store.ts';
import { sqliteEngine } from '../store/sqlite.ts';
import { sitePage } from './site/site-pages.ts';

/**
 * How much room raw pages take, beside what `git gc --aggressive` makes of the same files:
 * `node bench/storage.ts [PAGES [VERSIONS]]`. Each version differs from the one before by a few words and a counter.
 */
const pages = Number(process.argv[2] ?? 200);
const versions = Number(process.argv[3] ?? 20);
const folder = await mkdtemp(join(tmpdir(), 'planwatch-bench-'));
const moment = (version: number, page: number) =>
  new Date(Date.UTC(2026, 0, 1 + version, 0, 0, 0, page)).toISOString();

/** What our store takes: packed bodies, and the tables in which they lie with all their rows. */
async function ours(): Promise<{ bodies: number; tables: number; seconds: number }> {
  const path = join(folder, 'planwatch.db');
  const { store } = await openStore(sqliteEngine(path));
  const start = performance.now();
  for (let version = 0; version < versions; version++) {
    for (let page = 0; page < pages; page++) {
      const body = sitePage(page, version);
      const url = `https://www.example.gov.cn/zwgk/t${page}.html`;
      const fetchedAt = moment(version, page);
      const fetched = { url, finalUrl: url, fetchedAt, status: 200, headers: {}, body, sha256: sha256(body) };
      await store.savePage({ ...fetched, fetcher: 'http' }, 'bench');
    }
  }
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  const database = new SqliteDatabase(path, { readonly: true });
  const number = (sql: string) => Number(database.prepare(sql).pluck().get());
  const bodies = number('select sum(length(packed)) from body');
  const tables = number("select sum(pgsize) from dbstat where name like '%body%' or name like '%template%'");
  database.close();
  return { bodies, tables, seconds };
}

/** What git takes: a file a page, a commit a round, then gc --aggressive. */
async function git(): Promise<{ pack: number; seconds: number } | null> {
  const tree = join(folder, 'git');
  await mkdir(tree);
  const run = (...args: string[]) =>
    spawnSync('git', ['-C', tree, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], {
      encoding: 'utf8',
    });
  if (run('init', '-q').status !== 0) return null;
  for (let version = 0; version < versions; version++) {
    for (let page = 0; page < pages; page++)
      await writeFile(join(tree, `t${page}.html`), sitePage(page, version));
    run('add', '.');
    run('commit', '-qm', `round ${version}`);
  }
  const start = performance.now();
  run('gc', '-q', '--aggressive', '--prune=now');
  const seconds = (performance.now() - start) / 1000;
  const { stdout } = run('count-objects', '-v');
  return { pack: 1024 * Number(/size-pack: (\d+)/.exec(stdout)?.[1] ?? Number.NaN), seconds };
}

const kB = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
const [we, they] = [await ours(), await git()];
const raw = pages * versions * sitePage(0).length;
console.log(`${versions} versions of each of ${pages} pages, ${kB(raw)} as fetched`);
console.log(
  `packed bodies ${kB(we.bodies)}, with the tables they lie in ${kB(we.tables)}, kept in ${we.seconds.toFixed(0)} s`,
);
console.log(
  they === null
    ? 'git is not here to compare with'
    : `git gc --aggressive ${kB(they.pack)}, in ${they.seconds.toFixed(0)} s for gc alone; ours is ${(we.tables / they.pack).toFixed(2)} of it`,
);
const { size } = await stat(join(folder, 'planwatch.db'));
console.log(`whole file ${kB(size)}: page and document rows included`);
await rm(folder, { recursive: true });
