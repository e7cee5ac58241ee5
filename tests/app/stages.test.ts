import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../app/jobs/mail/mail-job.ts';
import type { App } from '../../app/wire.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList, servePages } from '../helpers/pages.ts';

/** A list of tasks with numbers, as agencies issue them in spring. */
const keyPoints = (title: string, date: string, beds: number, more: readonly string[] = []) =>
  aGovernmentPage(title, date, [
    '为做好全省养老服务工作，现提出如下工作安排，请结合实际认真抓好贯彻落实。',
    `一、增加服务供给。新增养老床位${beds}张，新建社区食堂300个。`,
    '二、提升服务质量。培训养老护理员5000人，改造特殊困难老年人家庭1.2万户。',
    '三、强化服务保障。新建县级养老服务中心20个，新增认知障碍照护床位2000张。',
    ...more,
  ]);

const DRAFT = {
  href: '/draft.html',
  title: '关于公开征求《2026年某省养老服务工作要点（征求意见稿）》意见的公告',
};
const FINAL = { href: '/final.html', title: '某省人民政府关于印发2026年某省养老服务工作要点的通知' };
const OLD = { href: '/old.html', title: '某省人民政府关于印发2025年某省养老服务工作要点的通知' };

describe('one plan on several pages', () => {
  let pages: Record<string, string>;
  let site: Awaited<ReturnType<typeof servePages>>;

  beforeEach(async () => {
    pages = {
      '/list.html': aList([OLD]),
      '/old.html': keyPoints(OLD.title, '2025-02-10', 9000),
      '/draft.html': keyPoints(DRAFT.title, '2026-01-05', 10_000),
      '/final.html': keyPoints(FINAL.title, '2026-02-16', 12_000),
    };
    site = await servePages(pages);
  });
  afterEach(() => site.close());

  const withSite = (
    work: (
      app: App,
      show: (...links: readonly { href: string; title: string }[]) => Promise<unknown>,
    ) => Promise<void>,
  ) =>
    inFolder(async (folder) => {
      const source = aSource({ urls: [`${site.url}/list.html`] });
      const { app, clock } = await anApp(folder, [source], { news: { freshDays: 9999 } });
      await app.store.saveSubscriber(aReader());
      try {
        await work(app, (...links) => {
          pages['/list.html'] = aList(links);
          clock.now = new Date(clock.now.getTime() + 2 * 86_400_000);
          return crawlJob(app, source, { recheck: true });
        });
      } finally {
        await app.close();
      }
    });

  const plansOf = async (app: App) =>
    (await app.store.plans({ limit: 9 })).map(({ identity }) => [identity.year, identity.stage]);

  it('is revised when what was a draft is issued elsewhere', () =>
    withSite(async (app, show) => {
      await show(OLD);
      await show(DRAFT, OLD);
      await show(FINAL, DRAFT, OLD);
      expect(await plansOf(app)).toEqual([
        [2026, 'adopted'],
        [2025, 'adopted'],
      ]);
      const news = (await dueDigests(app))[0]?.digest.news.find(({ kind }) => kind === 'plan_revised');
      const changed =
        news?.kind === 'plan_revised' ? news.changes.filter(({ change }) => change !== 'same') : [];
      expect(changed.map(({ before, after }) => [before?.value, after?.value])).toEqual([[10_000, 12_000]]);
      const year = (await app.store.comparisons({ limit: 9, present: true })).find(
        ({ kind }) => kind === 'year',
      );
      expect(year?.after.identity.stage).toBe('adopted');
    }));

  it('does not go back to the draft that is found later', () =>
    withSite(async (app, show) => {
      await show(FINAL, OLD);
      await show(DRAFT, FINAL, OLD);
      expect((await plansOf(app))[0]).toEqual([2026, 'adopted']);
      expect((await app.store.events({ limit: 9 })).map(({ kind }) => kind)).not.toContain('plan_revised');
    }));

  it('is not emptied by an excerpt', () =>
    withSite(async (app, show) => {
      await show(DRAFT);
      pages['/final.html'] = aGovernmentPage(FINAL.title, '2026-02-16', [
        '为做好全省养老服务工作，现提出如下工作安排，请结合实际认真抓好贯彻落实。',
        '一、增加服务供给。新增养老床位10000张，更多内容请见附件所列的文件。',
      ]);
      await show(FINAL, DRAFT);
      expect((await app.store.events({ limit: 9 })).map(({ kind }) => kind)).not.toContain('plan_revised');
    }));

  it('gives its summary up for the whole', () =>
    withSite(async (app, show) => {
      const [summary, whole] = ['/draft.html', '/final.html'].map((href, whole) => ({
        href,
        title: `某省2026年养老服务工作要点${whole ? '' : '（摘要）'}`,
      }));
      if (summary === undefined || whole === undefined) return;
      pages['/draft.html'] = keyPoints(summary.title, '2026-01-05', 10_000);
      pages['/final.html'] = keyPoints(whole.title, '2026-01-09', 10_000, ['四、其他。新建老年大学8所。']);
      await show(OLD);
      await show(summary, OLD);
      await show(whole, summary, OLD);
      const [plan] = await app.store.plans({ year: 2026, limit: 9 });
      expect(plan?.identity.title).toBe(whole.title);
      expect((await app.store.events({ limit: 9 })).map(({ kind }) => kind)).not.toContain('plan_revised');
    }));

  it('of nobody we could name is no plan of the archive', () =>
    withSite(async (app) => {
      const source = aSource({
        id: 'web',
        kind: 'page',
        publisherKind: 'aggregator',
        region: null,
        urls: [`${site.url}/nobody.html`],
      });
      pages['/nobody.html'] = keyPoints('2026年养老服务工作要点', '2026-02-16', 700);
      await crawlJob(app, source);
      expect(await plansOf(app)).toEqual([]);
    }));
});
