import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../app/jobs/crawl/check-source.ts';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../app/jobs/mail/mail-job.ts';
import { acceptPage } from '../../app/jobs/page/accept-page.ts';
import { settlePending } from '../../app/jobs/page/settle-page.ts';
import type { App } from '../../app/wire.ts';
import { sha256 } from '../../core/hash.ts';
import { type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList, aReport } from '../helpers/pages.ts';

const sentence = (n: number) =>
  `第${n}项工作由各有关部门分工负责，要倒排工期、压实责任，确保按期保质完成各项任务。`;
const notice = (n: number, paragraphs = 12) =>
  aGovernmentPage(
    `关于做好第${n}批重点工作的通知`,
    '2026-02-01',
    Array.from({ length: paragraphs }, (_, i) => sentence(100 * n + i)),
  );
const linkTo = (n: number) => ({ href: `/${n}.html`, title: `关于做好第${n}批重点工作的通知` });

/** A site with a list of ten notices that was crawled once; each further crawl comes an hour later. */
const withSite = (
  work: (tools: {
    app: App;
    site: Map<string, string | Route>;
    crawl: (rules?: Record<string, unknown>) => Promise<unknown>;
    state: (n: number) => Promise<[string, number] | undefined>;
    told: () => Promise<string[]>;
    open: () => Promise<string[]>;
    url: string;
  }) => Promise<void>,
) =>
  inFolder(async (folder) => {
    const site = new Map<string, string | Route>();
    const server = await startBadServer((path) => site.get(path));
    const source = aSource({ urls: [`${server.url}/list.html`], fetcher: 'http' });
    const { app, clock } = await anApp(folder, [source]);
    await app.store.saveSubscriber(aReader());
    const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
    site.set('/list.html', aList(numbers.map(linkTo)));
    for (const n of numbers) site.set(`/${n}.html`, notice(n));
    const find = async (n: number) =>
      (await app.store.documents({ limit: 100 })).find(({ url }) => url.endsWith(`/${n}.html`));
    const crawl = async (rules: Record<string, unknown> = {}) => {
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      return crawlJob(app, { ...source, rules }, { recheck: true });
    };
    try {
      await crawl();
      await work({
        app,
        site,
        crawl,
        url: server.url,
        state: async (n) => {
          const document = await find(n);
          return document && [document.state, document.versions];
        },
        told: async () =>
          (await dueDigests(app)).flatMap(({ digest }) => digest.news.map(({ kind }) => kind)),
        open: async () => (await app.store.problems({ open: true, limit: 50 })).map(({ code }) => code),
      });
    } finally {
      await app.close();
      await server.close();
    }
  });

describe('a suspicious reading is held back', () => {
  it('where the page reads otherwise at each fetch, and never told', () =>
    withSite(async ({ app, site, crawl, state, told, open }) => {
      let fetches = 0;
      site.set('/1.html', (response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          notice(1).replace(
            '</div>\n<div class="editor"',
            `<p>猜你喜欢：${sentence(++fetches)}</p></div>\n<div class="editor"`,
          ),
        );
      });
      await crawl();
      await crawl();
      await crawl();
      expect(await state(1)).toEqual(['quarantined', 1]);
      expect(await told()).toEqual([]);
      expect(await open()).toEqual(['EXTRACT_HELD']);
      const [problem] = await app.store.problems({ open: true, limit: 9 });
      expect(problem?.message).toContain('did not have "猜你喜欢');
      expect(problem?.count).toBe(3);
      site.set('/1.html', notice(1));
      await crawl();
      expect(await state(1)).toEqual(['content', 1]);
      expect(await open()).toEqual([]);
    }));

  it('where its run was killed before it was fetched a second time, and published by the next', () =>
    withSite(async ({ app, site, crawl, state, told, url }) => {
      site.set('/3.html', notice(3, 11));
      const body = Buffer.from(notice(3, 11));
      const fetched = { url: `${url}/3.html`, finalUrl: `${url}/3.html`, status: 200, body } as const;
      const headers = { 'content-type': 'text/html; charset=utf-8', etag: '"1"' };
      const fetchedAt = new Date(app.clock().getTime() + 1).toISOString();
      await app.store.savePage(
        { ...fetched, headers, fetchedAt, sha256: sha256(body), fetcher: 'http' },
        'src',
      );
      expect(await settlePending(app)).toBe(1);
      expect([await state(3), await told()]).toEqual([['quarantined', 1], []]);
      await crawl();
      expect([await state(3), await told()]).toEqual([['content', 2], ['article_edited']]);
    }));

  it('but not where the targets of a plan changed beneath what differs', () =>
    withSite(async ({ site, crawl, state, told, url, app }) => {
      let fetches = 0;
      let jobs = 100;
      site.set('/77.html', (response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        const report = aReport(2026, { growth: '5%左右', jobs, grain: 500 });
        response.end(
          report.replace(
            '</div>\n<div class="editor"',
            `<p>猜你喜欢：${sentence(++fetches)}</p></div>\n<div class="editor"`,
          ),
        );
      });
      site.set(
        '/list.html',
        aList([{ href: '/77.html', title: '2026年某省政府工作报告' }, ...[1, 2, 3, 4, 5].map(linkTo)]),
      );
      await crawl();
      const before = await told();
      await crawl();
      expect(await state(77)).toEqual(['quarantined', 1]);
      jobs = 110;
      await crawl();
      expect((await told()).filter((kind) => kind === 'plan_revised')).toHaveLength(1);
      expect(await told()).toHaveLength(before.length + 1);
      await crawl();
      expect(await told()).toHaveLength(before.length + 1);
      expect((await app.store.documents({ held: true, limit: 9 })).map((held) => held.url)).toEqual([
        `${url}/77.html`,
      ]);
    }));

  it('where no encoding makes a text of it, until the operator names one or takes it as it is', () =>
    withSite(async ({ app, site, crawl, state, told, open, url }) => {
      const misread = iconv.decode(Buffer.from(notice(1)), 'gbk').replace(/charset=.utf-8./, '');
      site.set('/1.html', iconv.encode(misread, 'utf8').toString());
      for (let checks = 0; checks < 3; checks++) await crawl();
      expect(await state(1)).toEqual(['quarantined', 1]);
      expect(await told()).toEqual([]);
      expect(await open()).toEqual(['TEXT_GARBLED']);
      const [held] = await app.store.documents({ held: true, limit: 1 });
      if (held === undefined) throw new Error('nothing is held back');
      // It does not pass by itself, so half-hourly questions would go on for good.
      const next = (await app.store.remember([held.url])).get(held.url)?.nextCheckAt ?? '';
      expect(Date.parse(next) - app.clock().getTime()).toBeGreaterThan(12 * 3_600_000);
      await acceptPage(app, held);
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);

      const source = aSource({ id: 'one', kind: 'page', urls: [`${url}/1.html`], fetcher: 'http' });
      const { faults } = await checkSource(app, source, 1);
      expect(faults).toEqual([expect.stringMatching(/^TEXT_GARBLED: .*rules\.charset/)]);
    }));

  it('but not where a single character cannot be read: that is told, and closed when it can', () =>
    withSite(async ({ site, crawl, state, open }) => {
      site.set('/1.html', notice(1).replace('倒排工期', '倒排\uFFFD期'));
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);
      expect(await open()).toEqual(['TEXT_LOSSY']);
      site.set('/1.html', notice(1).replace('倒排工期', '倒排了工期'));
      await crawl();
      expect(await open()).toEqual([]);
    }));

  it('and foreseen by a check of the source', () =>
    withSite(async ({ app, site, url }) => {
      let fetches = 0;
      site.set('/1.html', (response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(notice(1).replaceAll('按期', `按期（第${++fetches}次）`));
      });
      const source = aSource({
        id: 'one',
        kind: 'page',
        urls: [`${url}/1.html`, `${url}/2.html`],
        fetcher: 'http',
      });
      const { faults } = await checkSource(app, source, 2);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^READS_OTHERWISE: .*1\.html .*rules\.remove$/);
    }));

  it('where nine tenths of the text are missing, and released when it stands the same later', () =>
    withSite(async ({ site, crawl, state, told, open }) => {
      const short = aGovernmentPage('关于做好第1批重点工作的通知', '2026-02-01', [
        '本通知自发布之日起不再执行，请各单位周知，并做好衔接工作。',
      ]);
      site.set('/1.html', short);
      await crawl();
      expect(await state(1)).toEqual(['quarantined', 1]);
      expect(await told()).toEqual([]);
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);
      expect(await told()).toEqual(['article_edited']);
      expect(await open()).toEqual([]);
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);
    }));

  it('where the servers of a site disagree, so that the text swings between two', () =>
    withSite(async ({ site, crawl, state, told }) => {
      site.set('/1.html', notice(1, 11));
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);
      site.set('/1.html', notice(1, 12));
      await crawl();
      expect(await state(1)).toEqual(['quarantined', 2]);
      site.set('/1.html', notice(1, 11));
      await crawl();
      expect(await state(1)).toEqual(['content', 2]);
      expect(await told()).toEqual(['article_edited']);
    }));

  it('where a new article is far shorter than all others of its source', () =>
    withSite(async ({ site, crawl, state }) => {
      site.set('/list.html', aList([linkTo(99), linkTo(98), ...[1, 2, 3, 4, 5].map(linkTo)]));
      site.set(
        '/99.html',
        aGovernmentPage('关于做好第99批重点工作的通知', '2026-02-28', ['特此通知，请各单位认真贯彻执行。']),
      );
      site.set('/98.html', notice(98, 5));
      await crawl();
      expect(await state(98)).toEqual(['content', 1]);
      expect(await state(99)).toEqual(['quarantined', 0]);
      await crawl();
      expect(await state(99)).toEqual(['content', 1]);
    }));

  it('where the select rule matches nothing, until the rule is mended', () =>
    withSite(async ({ crawl, state, told, open }) => {
      await crawl({ select: ['.detail-text'] });
      expect(await state(1)).toEqual(['quarantined', 1]);
      expect(new Set(await open())).toEqual(new Set(['RULE_MATCHED_NOTHING']));
      await crawl({ select: ['.TRS_Editor'] });
      expect(await state(1)).toEqual(['content', 1]);
      expect(await open()).toEqual([]);
      expect(await told()).toEqual([]);
    }));

  it('until the operator accepts it', () =>
    withSite(async ({ app, site, crawl, state, told }) => {
      site.set(
        '/1.html',
        aGovernmentPage('关于做好第1批重点工作的通知', '2026-02-01', [
          '本通知自发布之日起不再执行，请各单位周知。',
        ]),
      );
      await crawl();
      const [held] = await app.store.documents({ held: true, limit: 9 });
      if (held === undefined) throw new Error('nothing held back');
      expect(held.stateReason).toMatch(/its text has \d+ characters, where it had \d+/);
      expect((await acceptPage(app, held)).outcome).toBe('changed');
      expect(await state(1)).toEqual(['content', 2]);
      expect(await told()).toEqual(['article_edited']);
      const [document] = await app.store.documents({ limit: 1 });
      if (document) await expect(acceptPage(app, document)).rejects.toMatchObject({ code: 'NOT_HELD' });
    }));
});

describe('a list', () => {
  it('that shows far fewer links than usual is a problem, until that has become usual', () =>
    withSite(async ({ site, crawl, open }) => {
      for (let i = 0; i < 6; i++) await crawl();
      site.set('/list.html', aList([1, 2].map(linkTo)));
      await crawl();
      expect(await open()).toEqual(['LIST_SHORT']);
      for (let i = 0; i < 6; i++) await crawl();
      expect(await open()).toEqual([]);
    }));

  it('may show nothing of what is looked for', () =>
    withSite(async ({ app, site, crawl, url, open }) => {
      await crawl();
      const picky = aSource({
        id: 'picky',
        urls: [`${url}/list.html`],
        links: { words: ['行动计划'] },
        fetcher: 'http',
      });
      await crawlJob(app, picky);
      expect(await open()).toEqual([]);
      site.set('/list.html', aList([]));
      await crawlJob(app, picky, { dueAt: '2027-01-01T00:00:00.000Z' });
      expect(await open()).toEqual(['LIST_EMPTY']);
    }));

  it('may end with an empty page, and may show nothing that is young enough', () =>
    withSite(async ({ app, site, url, open }) => {
      const links = [1, 2, 3]
        .map(linkTo)
        .map((link) => `<li><a href="${link.href}">${link.title}</a> 2019-01-01</li>`);
      site.set('/old', `<html><body><ul>${links.join('')}</ul><a href="/old2">下一页</a></body></html>`);
      site.set('/old2', '<html><body><ul></ul></body></html>');
      const other = aSource({ id: 'old', urls: [`${url}/old`], fetcher: 'http' });
      await crawlJob(app, other);
      await crawlJob(app, { ...other, id: 'older', maxAgeDays: 30 });
      expect(await open()).toEqual([]);
    }));
});
