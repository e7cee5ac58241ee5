import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawlJob } from '../../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../../app/jobs/mail/mail-job.ts';
import { reprocess } from '../../../app/jobs/plan/reprocess.ts';
import type { App } from '../../../app/wire.ts';
import type { Source } from '../../../core/source.ts';
import { docxOf, zipOf } from '../../helpers/archives.ts';
import { inFolder } from '../../helpers/cli.ts';
import { anApp, aReader, aSource } from '../../helpers/installation.ts';
import { aGovernmentPage, aList, type ServedPage, servePages } from '../../helpers/pages.ts';

const FILE = { type: 'application/octet-stream' } as const;
const scan = readFileSync(join(import.meta.dirname, '../../fixtures/attachments/scan.pdf'));

const title = (year: number) => `某省人民政府关于印发${year}年工作要点的通知`;
const notice = (year: number, file = `/files/${year}.docx`) =>
  aGovernmentPage(title(year), `${year}-01-20`, [
    `《某省人民政府${year}年工作要点》已经省人民政府同意，现印发给你们，请结合实际认真贯彻落实。`,
    `附件：<a href="${file}">某省人民政府${year}年工作要点.docx</a>`,
  ]);

const linesOf = (year: number, growth: string, jobs: number) => [
  `某省人民政府${year}年工作要点`,
  '一、主要目标',
  `全省地区生产总值增长${growth}，城镇新增就业${jobs}万人以上，粮食产量500亿斤以上，居民消费价格涨幅2%左右。`,
  '二、重点任务',
  '新建高速公路300公里，改造老旧小区500个，新增养老床位1万张。',
];
const plan = (year: number, growth: string, jobs: number): ServedPage => ({
  ...FILE,
  body: docxOf(
    linesOf(year, growth, jobs)
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join(''),
  ),
});

describe('a plan in a file attached to its notice', () => {
  let pages: Record<string, ServedPage | string>;
  let site: Awaited<ReturnType<typeof servePages>>;

  beforeEach(async () => {
    pages = {
      '/list.html': aList([{ href: '/2025.html', title: title(2025) }]),
      '/2025.html': notice(2025),
      '/files/2025.docx': plan(2025, '5%左右', 100),
    };
    site = await servePages(pages);
  });
  afterEach(() => site.close());

  const withSite = (
    work: (app: App, crawl: (change?: Partial<Source>) => Promise<unknown>) => Promise<void>,
  ) =>
    inFolder(async (folder) => {
      const source = aSource({ urls: [`${site.url}/list.html`] });
      const { app, clock } = await anApp(folder, [source]);
      await app.store.saveSubscriber(aReader());
      const crawl = (change: Partial<Source> = {}) => {
        clock.now = new Date(clock.now.getTime() + 40 * 86_400_000);
        const changed = { ...source, ...change };
        return crawlJob({ ...app, config: { ...app.config, sources: [changed] } }, changed, {
          recheck: true,
        });
      };
      try {
        await work(app, crawl);
      } finally {
        await app.close();
      }
    });

  const publishNew = (file: ServedPage = plan(2026, '4.5%左右', 105)) => {
    pages['/list.html'] = aList([2026, 2025].map((year) => ({ href: `/${year}.html`, title: title(year) })));
    pages['/2026.html'] = notice(2026);
    pages['/files/2026.docx'] = file;
  };
  const newsOf = async (app: App) => (await dueDigests(app)).flatMap(({ digest }) => digest.news);
  const changesOf = async (app: App) =>
    (await newsOf(app)).flatMap((news) =>
      news.kind === 'plan_compared' || news.kind === 'plan_revised'
        ? news.changes
            .filter(({ change }) => change !== 'same')
            .map(({ change, after }) => `${change} ${after?.value}`)
        : [news.kind],
    );
  const versionsOf = async (app: App, year: number) => {
    const [document] = (await app.store.documents({ limit: 9 })).filter(({ url }) =>
      url.includes(`/${year}.html`),
    );
    return document === undefined ? [] : await app.store.versions(document.id);
  };
  const openProblems = async (app: App) =>
    (await app.store.problems({ open: true, limit: 9 })).map(({ code }) => code);

  it('is read as an OpenDocument too', () =>
    withSite(async (app, crawl) => {
      await crawl();
      publishNew();
      pages['/2026.html'] = notice(2026, '/files/2026.odt');
      pages['/files/2026.odt'] = {
        ...FILE,
        body: zipOf([
          { name: 'META-INF/manifest.xml', body: '<manifest/>' },
          {
            name: 'content.xml',
            body: `<document-content><body><text>${linesOf(2026, '4.5%左右', 105)
              .map((line) => `<p>${line}</p>`)
              .join('')}</text></body></document-content>`,
          },
        ]),
      };
      await crawl();
      expect(await changesOf(app)).toEqual(['lowered 4.5', 'raised 1050000']);
      expect(await openProblems(app)).toEqual([]);
    }));

  it('is read as RTF, which many call .doc', () =>
    withSite(async (app, crawl) => {
      await crawl();
      publishNew();
      pages['/2026.html'] = notice(2026, '/files/2026.doc');
      const words = linesOf(2026, '4.5%左右', 105).join('\\par\n');
      const body = words.replace(/[^ -~\n]/gu, (sign) => `\\u${sign.charCodeAt(0)}?`);
      pages['/files/2026.doc'] = { ...FILE, body: Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${body}\\par}`) };
      await crawl();
      expect(await openProblems(app)).toEqual([]);
      expect(await changesOf(app)).toEqual(['lowered 4.5', 'raised 1050000']);
    }));

  it('is read as the page that Word saved, and is none of the site where that is no file', () =>
    withSite(async (app, crawl) => {
      const word = (lines: readonly string[]) => ({
        type: 'application/msword',
        body: Buffer.from(
          `<html xmlns:w="urn:schemas-microsoft-com:office:word"><meta charset="utf-8"><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
        ),
      });
      pages['/2025.html'] = notice(2025, '/files/2025.doc');
      pages['/files/2025.doc'] = word(linesOf(2025, '5%左右', 100));
      await crawl();
      const jobs = async () =>
        (await Promise.all((await app.store.plans({ limit: 9 })).map(({ id }) => app.store.plan(id))))
          .flatMap((plan) => plan?.statements ?? [])
          .map(({ quote }) => quote)
          .filter((quote) => quote.includes('城镇新增就业'));
      expect(await jobs()).toEqual(['城镇新增就业100万人以上']);
      // The server takes the file down and shows a page of its own: what was kept stays.
      pages['/files/2025.doc'] = {
        type: 'text/html',
        body: Buffer.from('<!DOCTYPE html><html><p>页面不存在</p></html>'),
      };
      await crawl();
      expect(await jobs()).toEqual(['城镇新增就业100万人以上']);
    }));

  it('is compared with last year, and its quotes stand in the archived text', () =>
    withSite(async (app, crawl) => {
      await crawl();
      publishNew();
      await crawl();
      expect(await changesOf(app)).toEqual(['lowered 4.5', 'raised 1050000']);
      const [kept] = await app.store.plans({ year: 2026, limit: 1 });
      const read = await app.store.plan(kept?.id ?? '');
      const version = await app.store.version(read?.documentId ?? '', read?.seq ?? 0);
      expect(version?.article.blocks.find(({ kind, href }) => kind === 'heading' && href)?.text).toBe(
        '附件：某省人民政府2026年工作要点.docx',
      );
      for (const { quote, start, end } of read?.statements ?? [])
        expect(version?.article.text.slice(start, end)).toBe(quote);
      expect(await openProblems(app)).toEqual([]);
    }));

  it('is revised where the file changes under the same address', () =>
    withSite(async (app, crawl) => {
      await crawl();
      pages['/files/2025.docx'] = plan(2025, '5%左右', 90);
      await crawl();
      expect(await changesOf(app)).toEqual(['lowered 900000']);
    }));

  it.each([
    ['is gone', undefined],
    [
      'became a page that says sorry',
      '<!DOCTYPE html><html><body>文件暂时无法下载，请稍后再试。</body></html>',
    ],
    ['is broken', { ...FILE, body: Buffer.from('%PDF-1.7 broken') }],
    ['became a scan', { ...FILE, body: scan }],
  ])('stands as it was last known while its file %s, and the operator is told', (_, file) =>
    withSite(async (app, crawl) => {
      await crawl();
      if (file === undefined) delete pages['/files/2025.docx'];
      else pages['/files/2025.docx'] = file;
      await crawl();
      expect(await newsOf(app)).toEqual([]);
      expect(await versionsOf(app, 2025)).toHaveLength(1);
      expect(await openProblems(app)).toEqual(['ATTACHMENT_NOT_FETCHED']);
      pages['/files/2025.docx'] = plan(2025, '5%左右', 100);
      await crawl();
      expect(await openProblems(app)).toEqual([]);
      expect(await newsOf(app)).toEqual([]);
    }),
  );

  it('is kept without a file on a host that does not answer', () =>
    withSite(async (app, crawl) => {
      pages['/2025.html'] = notice(2025, 'http://127.0.0.1:1/2025.docx');
      await crawl();
      expect(await versionsOf(app, 2025)).toHaveLength(1);
      expect(await openProblems(app)).toEqual(['ATTACHMENT_NOT_FETCHED']);
    }));

  it('is told of its file only as a plan where the site does not let us have it', () =>
    withSite(async (app, crawl) => {
      pages['/robots.txt'] = { type: 'text/plain', body: 'User-agent: *\nDisallow: /files/' };
      await crawl();
      expect(site.hits).not.toContain('/files/2025.docx');
      expect(await openProblems(app)).toEqual(['ATTACHMENT_REFUSED']);
      pages['/2025.html'] = notice(2025).replaceAll('工作要点', '放假安排');
      await crawl();
      expect(await openProblems(app)).toEqual([]);
    }));

  it('is told when its file comes later, as what is new and not as an edit', () =>
    withSite(async (app, crawl) => {
      await crawl();
      publishNew({ status: 503, body: 'busy' });
      await crawl();
      expect(await openProblems(app)).toContain('ATTACHMENT_NOT_FETCHED');
      expect((await newsOf(app)).map(({ kind }) => kind)).toEqual(['plan_found']);
      pages['/files/2026.docx'] = plan(2026, '4.5%左右', 105);
      await crawl();
      expect((await newsOf(app)).map(({ kind }) => kind)).toContain('plan_compared');
      expect((await newsOf(app)).map(({ kind }) => kind)).not.toContain('article_edited');
      expect((await versionsOf(app, 2026)).map(({ cause }) => cause)).toEqual(['publisher', 'extractor']);
      expect(await openProblems(app)).toEqual([]);
    }));

  it('reads the same again from the archive alone', () =>
    withSite(async (app, crawl) => {
      await crawl();
      await site.close();
      const results = await Array.fromAsync(reprocess(app, false));
      expect(results.map(({ changed, error }) => [changed, error])).toEqual([[false, null]]);
    }));

  it('is left alone where the source says so, and turning the switch is no edit', () =>
    withSite(async (app, crawl) => {
      await crawl();
      await crawl({ attachments: false });
      expect(site.hits.filter((path) => path.endsWith('.docx'))).toHaveLength(1);
      await crawl();
      expect(await newsOf(app)).toEqual([]);
      expect((await versionsOf(app, 2025)).map(({ cause }) => cause)).toEqual([
        'publisher',
        'extractor',
        'extractor',
      ]);
    }));

  it('may be what the list links to, without a page around it', () =>
    withSite(async (app, crawl) => {
      pages['/list.html'] = aList([{ href: '/files/2025.docx', title: title(2025) }]);
      await crawl();
      pages['/list.html'] = aList(
        [2026, 2025].map((year) => ({ href: `/files/${year}.docx`, title: title(year) })),
      );
      pages['/files/2026.docx'] = plan(2026, '4.5%左右', 105);
      await crawl();
      expect((await app.store.plans({ limit: 9 })).map(({ identity }) => identity.year).sort()).toEqual([
        2025, 2026,
      ]);
      expect(await changesOf(app)).toEqual(['lowered 4.5', 'raised 1050000']);
    }));

  it('is asked for once a check', () =>
    withSite(async (_, crawl) => {
      await crawl();
      await crawl();
      expect(site.hits.filter((path) => path.endsWith('.docx'))).toHaveLength(2);
    }));
});
