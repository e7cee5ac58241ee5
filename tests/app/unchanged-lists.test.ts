import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dryCrawl } from '../../app/jobs/crawl/dry-crawl.ts';
import type { App } from '../../app/wire.ts';
import type { Source } from '../../core/source.ts';
import { type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList } from '../helpers/pages.ts';

const title = (n: number) => `关于做好第${n}批重点工作的通知`;
const notice = (n: number) =>
  aGovernmentPage(title(n), '2026-02-01', [
    `现将第${n}批重点工作有关事项通知如下，请各有关部门认真贯彻执行，确保按期完成各项任务。`,
    `各单位要加强组织领导，压实工作责任，第${n}批工作完成情况于三月底前报送。`,
  ]);
const linksTo = (...numbers: readonly number[]) =>
  aList(numbers.map((n) => ({ href: `/${n}.html`, title: title(n) })));

type Validator = 'etag' | 'last-modified' | 'none';

/** A site whose list answers 304 to who has it, with notices 1 to 99 behind it. */
const withSite = (
  work: (tools: {
    app: App;
    source: Source;
    /** Answers of the list, in order. */
    answers: number[];
    show: (list: string) => void;
    /** Only these articles can be had. */
    open: (those: (n: number) => boolean) => void;
    crawl: (options?: Parameters<typeof crawlJob>[2] & { hours?: number }) => Promise<unknown>;
    known: () => Promise<number[]>;
  }) => Promise<void>,
  { validator = 'etag' as Validator, rest = {} as Record<string, unknown> } = {},
) =>
  inFolder(async (folder) => {
    let list = '';
    let modified = Date.parse('2026-02-01T00:00:00Z');
    let isOpen = (_: number) => true;
    const answers: number[] = [];
    const answerList: Route = (response, request) => {
      const etag = `"${createHash('sha256').update(list).digest('hex').slice(0, 16)}"`;
      const since = new Date(modified).toUTCString();
      const same =
        validator === 'etag'
          ? request.headers['if-none-match'] === etag
          : validator === 'last-modified' && request.headers['if-modified-since'] === since;
      answers.push(same ? 304 : 200);
      const headers = { etag: { etag }, 'last-modified': { 'last-modified': since }, none: {} }[validator];
      response.writeHead(same ? 304 : 200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(same ? undefined : list);
    };
    const server = await startBadServer((path) => {
      if (path === '/list.html') return answerList;
      const n = Number(/^\/(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN);
      return Number.isNaN(n) ? undefined : isOpen(n) ? notice(n) : (r) => void r.writeHead(500).end();
    });
    const source = aSource({ urls: [`${server.url}/list.html`], fetcher: 'http', ...rest });
    const { app, clock } = await anApp(folder, [source]);
    clock.now = new Date('2026-03-01T01:00:00.000Z');
    try {
      await work({
        app,
        source,
        answers,
        show: (shown) => {
          list = shown;
          modified += 60_000;
        },
        open: (those) => {
          isOpen = those;
        },
        crawl: ({ hours = 1, ...options } = {}) => {
          clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
          return crawlJob(app, source, options);
        },
        known: async () =>
          (await app.store.documents({ limit: 100 }))
            .filter(({ versions }) => versions > 0)
            .map(({ url }) => Number(/(\d+)\.html/.exec(url)?.[1]))
            .toSorted((a, b) => a - b),
      });
    } finally {
      await app.close();
      await server.close();
    }
  });

describe('a list that did not change', () => {
  it.each(['etag', 'last-modified'] as const)('costs an answer without a body, by %s', (validator) =>
    withSite(
      async ({ answers, show, crawl, known, app }) => {
        show(linksTo(1, 2));
        await crawl();
        await crawl();
        await crawl();
        expect(answers).toEqual([200, 304, 304]);
        show(linksTo(3, 1, 2));
        await crawl();
        expect([answers.at(-1), await known()]).toEqual([200, [1, 2, 3]]);
        expect(await app.store.problems({ open: true, limit: 9 })).toEqual([]);
      },
      { validator },
    ),
  );

  const feed = (...numbers: readonly number[]) =>
    `<rss><channel>${numbers.map((n) => `<item><title>${title(n)}</title><link>/${n}.html</link></item>`).join('')}</channel></rss>`;
  const sitemap = (...numbers: readonly number[]) =>
    `<urlset>${numbers.map((n) => `<url><loc>/${n}.html</loc></url>`).join('')}</urlset>`;
  it.each([
    ['feed', feed],
    ['sitemap', sitemap],
  ])('may be a %s', (kind, write) =>
    withSite(
      async ({ answers, show, crawl, known }) => {
        show(write(1, 2));
        await crawl();
        await crawl();
        show(write(3, 1, 2));
        await crawl();
        expect([answers, await known()]).toEqual([
          [200, 304, 200],
          [1, 2, 3],
        ]);
      },
      { rest: { kind } },
    ),
  );

  it('still shows what it showed: links that a run had no room for are taken later', () =>
    withSite(
      async ({ answers, show, crawl, known }) => {
        show(linksTo(1, 2, 3, 4, 5));
        for (let n = 0; n < 3; n++) await crawl();
        expect([answers, await known()]).toEqual([
          [200, 304, 304],
          [1, 2, 3, 4, 5],
        ]);
      },
      { rest: { maxArticles: 2 } },
    ));

  it('still shows what could not be fetched', () =>
    withSite(async ({ show, open, crawl, known }) => {
      show(linksTo(1, 2));
      open((n) => n === 1);
      await crawl();
      expect(await known()).toEqual([1]);
      open(() => true);
      await crawl({ hours: 12 });
      expect(await known()).toEqual([1, 2]);
    }));

  it('is read by the rules of now: what a narrower rule passed over is found when it is widened', () =>
    withSite(
      async ({ app, source, answers, show, crawl, known }) => {
        show(linksTo(1, 22));
        await crawl();
        expect(await known()).toEqual([22]);
        await crawlJob(app, { ...source, links: { words: ['通知'] } }, { dueAt: '2026-03-01T09:00:00.000Z' });
        expect([answers, await known()]).toEqual([
          [200, 304],
          [1, 22],
        ]);
      },
      { rest: { links: { words: ['第22批'] } } },
    ));

  it('is read whole on the first run of a day, and where an operator asks for it: servers may be wrong', () =>
    withSite(async ({ answers, show, crawl }) => {
      show(linksTo(1, 2));
      await crawl();
      await crawl({ recheck: true });
      await crawl();
      await crawl({ hours: 24 });
      await crawl({ since: '2026-01-01' });
      expect(answers).toEqual([200, 200, 304, 200, 200]);
    }));

  it('is asked for without condition where its server gives none', () =>
    withSite(
      async ({ answers, show, crawl }) => {
        show(linksTo(1));
        await crawl();
        await crawl();
        expect(answers).toEqual([200, 200]);
      },
      { validator: 'none' },
    ));

  it('is left as it is by a dry run', () =>
    withSite(async ({ app, source, answers, show, crawl }) => {
      show(linksTo(1));
      await crawl();
      show(linksTo(1, 2));
      expect((await dryCrawl(app, source, {})).articles).toHaveLength(1);
      await crawl();
      await crawl();
      expect(answers).toEqual([200, 200, 200, 304]);
    }));
});
