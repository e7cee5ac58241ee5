import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { readingEngine } from '../../store/sqlite-reading.ts';
import { type Finished, inFolder, runCli } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aList, aReport, servePages } from '../helpers/pages.ts';

/** Permission bits are nothing to root: then the command line runs as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};
const DATABASE = 'planwatch.db';

/**
 * A folder with a crawled archive in which nothing may be written.
 *
 * @param work url: of the one plan; writing: what happens before the folder is locked
 */
const withArchive = (
  work: (tools: {
    folder: string;
    url: string;
    run: (...args: string[]) => Promise<Finished>;
  }) => Promise<void>,
  { running = false, before = async (_: string) => {} } = {},
) =>
  inFolder(async (folder) => {
    const site = await servePages({
      '/list.html': aList([{ href: '/2026.html', title: '2026年某省政府工作报告全文' }]),
      '/2026.html': aReport(2026, { growth: '5%左右', jobs: 100, grain: 500 }),
    });
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0}\n');
    await writeFile(
      join(folder, 'sources/src.yaml'),
      `publisher: 某省人民政府\nregion: 某省\nkind: list\nurls: ["${site.url}/list.html"]\nallowHosts: [127.0.0.1]\n`,
    );
    const { app } = await anApp(folder, [aSource({ urls: [`${site.url}/list.html`], fetcher: 'http' })]);
    await app.store.saveSubscriber(aReader());
    await crawlJob(app, app.config.sources[0] ?? aSource({}));
    if (!running) await app.close();
    await before(folder);
    const files = (await readdir(folder)).filter((name) => name.startsWith(DATABASE));
    for (const name of files) await chmod(join(folder, name), 0o444);
    await chmod(folder, 0o555);
    try {
      const run = (...args: string[]) => runCli([...args, '--config', folder], NOBODY);
      await work({ folder, url: `${site.url}/2026.html`, run });
      expect((await readdir(folder)).filter((name) => name.startsWith(DATABASE))).toEqual(files);
    } finally {
      await chmod(folder, 0o755);
      if (running) await app.close();
      await site.close();
    }
  });

/** What only reads, and what of the archive it shows. */
const READING = (url: string): readonly (readonly [readonly string[], RegExp])[] => [
  [['status'], /某省人民政府/],
  [['history', url], /2026年某省政府工作报告/],
  [['show', url], /城镇新增就业100万人以上/],
  [['diff', url], /No difference/],
  [['notify', '--preview'], /Nothing to tell/],
  [['subscribe'], /reader@example\.org/],
  [['accept'], /Nothing is held back/],
  [['crawl', '--dry-run'], /2026\.html|src/],
  [['check'], /src/],
  [['reprocess', '--dry-run'], /1 documents, 0 would read otherwise/],
];

/** Starting a process takes long where many tests run at once. */
const SLOW = { timeout: 240_000 };

describe('an archive that cannot be written', () => {
  it('is read by what only reads', SLOW, () =>
    withArchive(async ({ url, run }) => {
      for (const [args, shown] of READING(url)) {
        const { stdout, stderr, code } = await run(...args);
        expect([args[0], stdout, code]).toEqual([args[0], expect.stringMatching(shown), 0]);
        expect(stderr).toContain('reading only');
      }
    }),
  );

  it('is read while its writer runs too, with what this wrote last', SLOW, () =>
    withArchive(
      async ({ url, run }) => {
        const { stdout, code } = await run('show', url);
        expect([stdout, code]).toEqual([expect.stringContaining('城镇新增就业100万人以上'), 0]);
      },
      { running: true },
    ),
  );

  it('is told to what would write, without a word of schemas', SLOW, () =>
    withArchive(async ({ run }) => {
      for (const args of [['crawl'], ['notify'], ['migrate']]) {
        const { code, stderr } = await run(...args);
        expect([args[0], code, stderr]).toEqual([args[0], 1, expect.stringContaining('STORE_UNWRITABLE')]);
      }
    }),
  );

  it.each([
    ['an older', "delete from kysely_migration where name like '0002%'"],
    ['a newer', "insert into kysely_migration values ('9999-later', '')"],
  ])('of %s planwatch is not guessed at', SLOW, (_, edit) =>
    withArchive(
      async ({ run }) => {
        const { code, stderr } = await run('status');
        expect([code, stderr]).toEqual([1, expect.stringContaining('STORE_MIGRATION')]);
        expect(stderr).toContain('planwatch migrate');
      },
      {
        before: async (folder) => {
          const database = new DatabaseSync(join(folder, DATABASE));
          database.exec(edit);
          database.close();
        },
      },
    ),
  );

  it('gives bytes back as the writer kept them, and refuses to change', () =>
    inFolder(async (folder) => {
      const path = join(folder, DATABASE);
      const body = Buffer.from('<p>正文</p>');
      const written = (await openStore(sqliteEngine(path))).store;
      const page = await written.savePage(
        {
          url: 'https://www.example.gov.cn/1.html',
          finalUrl: 'https://www.example.gov.cn/1.html',
          status: 200,
          headers: {},
          fetchedAt: '2026-01-01T00:00:00.000Z',
          sha256: 'ab'.repeat(32),
          fetcher: 'http',
          body,
        },
        'src',
      );
      await written.close();
      const { store } = await openStore(readingEngine(path));
      expect(await store.pageBody(page.sha256)).toEqual(body);
      await expect(store.settlePage(page.id)).rejects.toThrow(/readonly/);
      await store.close();
    }));
});
