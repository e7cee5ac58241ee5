import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crawlAll } from '../../app/jobs/crawl/crawl-all.ts';
import { NOTHING_CRAWLED } from '../../app/jobs/crawl/crawl-counts.ts';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dryCrawl } from '../../app/jobs/crawl/dry-crawl.ts';
import { createBoard } from '../../app/print/crawl-board.ts';
import type { App } from '../../app/wire.ts';
import type { Source } from '../../core/source.ts';
import { inFolder, runCli } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, servePages } from '../helpers/pages.ts';

const DAYS = ['2026-02-20', '2026-02-10', '2026-01-20', '2026-01-10', '2025-12-20', '2025-12-10'];
const page = (day: string) =>
  aGovernmentPage(`关于${day}会议议定事项的通知`, day, [
    `现将${day}会议议定的有关事项通知如下，请各有关部门认真贯彻执行，确保按期完成各项任务。`,
    '各单位要加强组织领导，压实工作责任，并将工作完成情况于三月底前报送。',
  ]);
const list = (days: readonly string[], next = '') =>
  `<html><head><meta charset="utf-8"></head><body><ul>${days
    .map((day) => `<li><a href="/${day}.html">关于${day}会议议定事项的通知</a> <span>${day}</span></li>`)
    .join('')}</ul>${next === '' ? '' : `<a href="${next}">下一页</a>`}</body></html>`;

/** A list of two pages of dated articles, three each unless other days are given. */
const withSite = (
  work: (tools: { app: App; source: Source; hits: string[]; url: string }) => Promise<void>,
  listed: readonly string[] = DAYS,
) =>
  inFolder(async (folder) => {
    const pages: Record<string, string> = {
      '/': list(listed.slice(0, listed.length / 2), '/2'),
      '/2': list(listed.slice(listed.length / 2)),
    };
    for (const day of listed) pages[`/${day}.html`] = page(day);
    const site = await servePages(pages);
    const source = aSource({ urls: [`${site.url}/`], fetcher: 'http' });
    const { app } = await anApp(folder, [source]);
    try {
      await work({ app, source, hits: site.hits, url: site.url });
    } finally {
      await app.close();
      await site.close();
    }
  });

const days = (hits: readonly string[]) => hits.flatMap((hit) => /\d{4}-\d\d-\d\d/.exec(hit) ?? []).sort();
const kept = async (app: App) => ({
  documents: await app.store.documents({ limit: 99 }),
  runs: await app.store.lastRuns(),
  problems: await app.store.problems({ limit: 99 }),
});

describe('a crawl', () => {
  it('finds once a day what was put on a later page of the list under an old date', () =>
    inFolder(async (folder) => {
      const pages: Record<string, string> = { '/': list(DAYS.slice(0, 3), '/2'), '/2': list(DAYS.slice(4)) };
      for (const day of DAYS) pages[`/${day}.html`] = page(day);
      const site = await servePages(pages);
      const source = aSource({ urls: [`${site.url}/`], fetcher: 'http' });
      const { app, clock } = await anApp(folder, [source]);
      await crawlJob(app, source);
      pages['/2'] = list(DAYS.slice(3));
      clock.now = new Date('2026-03-01T02:00:00.000Z');
      expect(await crawlJob(app, source)).toMatchObject({ newArticles: 0 });
      clock.now = new Date('2026-03-01T16:30:00.000Z');
      expect(await crawlJob(app, source)).toMatchObject({ newArticles: 1 });
      await app.close();
      await site.close();
    }));

  it('with --since passes over what was published before, and is not taken for a first crawl', () =>
    withSite(async ({ app, source, hits }) => {
      await crawlJob(app, source, { since: '2026-01-15' });
      expect(days(hits)).toEqual(['2026-01-20', '2026-02-10', '2026-02-20']);
      await crawlJob(app, source, { dueAt: '2026-03-01T01:00:00.000Z' });
      expect(days(hits)).toEqual(DAYS.toSorted());
      const documents = await app.store.documents({ limit: 99 });
      expect(documents.every(({ baseline }) => baseline)).toBe(true);
    }));

  it('with --since checks no old article again, and reads a list back past what is known', () =>
    withSite(async ({ app, source, hits }) => {
      await crawlJob(app, source);
      hits.length = 0;
      const scope = { since: '2025-12-15', recheck: true };
      await crawlJob(app, source, { ...scope, dueAt: '2026-03-01T01:00:00.000Z' });
      expect(hits).toContain('/2');
      expect(days(hits)).toEqual(DAYS.slice(0, 5).toSorted());
    }));

  it('with --limit leaves the rest due', () =>
    withSite(async ({ app, source, hits }) => {
      await crawlJob(app, source, { limit: 2 });
      expect(days(hits)).toHaveLength(2);
      await crawlJob(app, source, { dueAt: '2026-03-01T01:00:00.000Z' });
      expect(days(hits)).toEqual(DAYS.toSorted());
    }));

  it('with --dry-run says what it would fetch, and writes nothing', () =>
    withSite(async ({ app, source, hits, url }) => {
      const before = await kept(app);
      const dry = await dryCrawl(app, source, {});
      expect(await kept(app)).toEqual(before);
      expect(days(hits)).toEqual([]);
      expect(dry.articles).toEqual(DAYS.map((day) => ({ url: `${url}/${day}.html`, why: 'new' })));
      expect(dry.lists.map(({ links, fresh }) => [links, fresh])).toEqual([
        [3, 3],
        [3, 3],
      ]);
      await crawlJob(app, source, { limit: 2 });
      const rest = await dryCrawl(app, source, { limit: 3 });
      expect(rest.articles).toHaveLength(3);
      expect(rest.articles.map(({ why }) => why)).toEqual(['check', 'check', 'check']);
    }));

  it('that is stopped goes on with what is left, and fetches nothing twice', () => {
    // More than a run has in hand at once.
    const many = Array.from(
      { length: 40 },
      (_, i) => `2026-${i < 20 ? '02' : '01'}-${String(28 - (i % 20)).padStart(2, '0')}`,
    );
    return withSite(async ({ app, source, hits }) => {
      const stop = new AbortController();
      const onStep = (_: Source, counts: { fetched: number }) => {
        if (counts.fetched === 2) stop.abort();
      };
      await crawlAll(app, [source], { stop: stop.signal, onStep });
      const first = days(hits).length;
      expect(first).toBeLessThan(many.length);
      await crawlAll(app, [source], {});
      expect(days(hits)).toEqual(many.toSorted());
    }, many);
  });

  it('goes on with the other sources where one meets a bug of ours, and says which', () =>
    withSite(async ({ app, source, hits }) => {
      const broken = aSource({ id: 'broken', kind: 'page', urls: source.urls, fetcher: 'http' });
      const onStep = ({ id }: Source) => {
        if (id === 'broken') throw new TypeError('a bug');
      };
      const results = await crawlAll(app, [broken, source], { onStep });
      expect(days(hits)).toEqual(DAYS.toSorted());
      expect(results.map(({ source: { id }, counts, fault }) => [id, counts?.errors, fault?.code])).toEqual([
        ['broken', 1, 'INTERNAL'],
        ['src', 0, undefined],
      ]);
      const runs = await app.store.lastRuns();
      expect(runs.find(({ sourceId }) => sourceId === 'broken')?.status).toBe('failed');
    }));

  it('logs from time to time how far it has come at each host', () =>
    withSite(async ({ app, source, url }) => {
      let now = Date.parse('2026-03-01T00:00:00.000Z');
      const logged: unknown[] = [];
      const watched: App = {
        ...app,
        clock: () => new Date(now),
        log: (_, event, fields) => void (event === 'crawl.progress' && logged.push(fields)),
      };
      const onStep = () => {
        now += 30_000;
      };
      await crawlJob(watched, source, { onStep });
      const { host } = new URL(url);
      expect(logged).toContainEqual({ source: 'src', host, done: 4, left: 2, perMinute: 2 });
    }));

  it('takes its bounds from the command line, and refuses what is none', { timeout: 60_000 }, () =>
    withSite(({ url }) =>
      inFolder(async (folder) => {
        await mkdir(join(folder, 'sources'));
        await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0}\n');
        await writeFile(
          join(folder, 'sources/gov.yaml'),
          `publisher: 某省\nkind: list\nurls: ["${url}/"]\nallowHosts: [127.0.0.1]\nfetcher: http\n`,
        );
        const crawl = (...args: string[]) => runCli(['crawl', '--config', folder, ...args]);
        const dry = await crawl('--dry-run', '--since', '2026-02-01');
        expect(dry.stdout).toContain('gov: would fetch 2 articles');
        expect(dry.stdout).toContain(`new ${url}/2026-02-20.html`);
        const [result] = JSON.parse((await crawl('--limit', '1', '--json')).stdout);
        expect(result.fetched).toBe(1);
        expect((await crawl('--since', 'yesterday')).code).toBe(2);
        await writeFile(
          join(folder, 'sources/gov.yaml'),
          `publisher: 某省\nkind: list\nurls: ["${url}/"]\nallowHosts: [127.0.0.1]\nfetcher: http\nlinks: {select: .gone a}\n`,
        );
        const empty = await crawl();
        expect([empty.code, empty.stdout.includes('nothing is due')]).toEqual([1, false]);
        expect((await crawl('--limit', '0')).stderr).toContain('BAD_LIMIT');
      }),
    ),
  );
});

describe('the progress line', () => {
  it('has the totals, and each host with what is left, the most first', () => {
    const board = createBoard();
    board.line('a', { ...NOTHING_CRAWLED, fetched: 5 }, [
      { host: 'a.example', done: 5, left: 7, perMinute: 10 },
    ]);
    expect(
      board.line('b', { ...NOTHING_CRAWLED, fetched: 1, errors: 1 }, [
        { host: 'b.example', done: 2, left: 90, perMinute: 30 },
        { host: 'c.example', done: 2, left: 0, perMinute: 30 },
      ]),
    ).toBe(
      '6 fetched, 0 versions, 1 failed · b.example 2/92 at 30/min, 3 min left · a.example 5/12 at 10/min, 1 min left',
    );
  });
});
