import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../app/jobs/mail/mail-job.ts';
import { type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList } from '../helpers/pages.ts';

const page = (n: number) =>
  aGovernmentPage(`关于做好第${n}批重点工作的通知`, '2026-02-01', [
    `现将第${n}批重点工作有关事项通知如下，请各有关部门认真贯彻执行，确保按期完成各项任务。`,
    `各单位要加强组织领导，压实工作责任，第${n}批工作完成情况于三月底前报送。`,
  ]);
const manyLinks = aList(
  Array.from({ length: 40 }, (_, i) => ({ href: `/z/${i}.html`, title: `关于第${i}号文件办理情况的通报` })),
);
const shell =
  '<html><head><title>载入中</title><script src="/app.js"></script></head><body><div id="app"></div><script>start()</script></body></html>';

/** What becomes of an article's address, and what the archive calls it. */
const STATES: readonly (readonly [string, Route | string, string])[] = [
  ['the same', page(0), 'content'],
  ['another address', (response) => void response.writeHead(301, { location: '/new/1.html' }).end(), 'moved'],
  ['a 404', (response) => void response.writeHead(404).end(), 'content'],
  ['a page that says it is gone', '<html><body><h2>抱歉，您访问的页面不存在</h2></body></html>', 'content'],
  ['a list', manyLinks, 'list'],
  ['a shell', shell, 'shell'],
  ['a firewall', (response) => void response.writeHead(412).end(), 'refused'],
  ['a notice of maintenance', '<html><body><h1>系统升级维护中，暂停访问</h1></body></html>', 'maintenance'],
  ['a login', '<html><body><form>密码<input type="password"></form></body></html>', 'login'],
  [
    'a scrap',
    aGovernmentPage('关于做好第8批重点工作的通知', '2026-02-01', [
      '本通知自发布之日起不再执行，请各单位周知，并做好衔接工作。',
    ]),
    'quarantined',
  ],
  [
    'the address of another article',
    (response) => void response.writeHead(301, { location: '/new/other.html' }).end(),
    'content',
  ],
];

describe('an article that was fetched once', () => {
  it('has a state for whatever its address answers later, and none of these makes a version or news', () =>
    inFolder(async (folder) => {
      const site = new Map<string, string | Route>();
      const server = await startBadServer((path) => site.get(path));
      const links = STATES.map((_, n) => ({ href: `/${n}.html`, title: `关于做好第${n}批重点工作的通知` }));
      site.set('/list', aList([...links, { href: '/secret/1.html', title: '关于做好第99批重点工作的通知' }]));
      const long = (n: number) =>
        page(n).replace(
          '</p>\n',
          `</p>\n${'<p>各地要结合实际抓好落实，及时总结经验做法并报送情况。</p>'.repeat(20)}\n`,
        );
      for (const [n] of STATES.entries()) site.set(`/${n}.html`, n === 9 ? long(n) : page(n));
      site.set('/secret/1.html', page(99));
      const source = aSource({ urls: [`${server.url}/list`], links: { match: '**.html' }, fetcher: 'http' });
      const { app, clock } = await anApp(folder, [source]);
      await app.store.saveSubscriber(aReader());
      await crawlJob(app, source);

      for (const [n, [, route]] of STATES.entries()) site.set(`/${n}.html`, route);
      site.set('/new/1.html', page(1));
      site.set(
        '/new/other.html',
        aGovernmentPage('我市举办春季农产品展销会', '2026-03-01', [
          '三月一日上午，春季农产品展销会在会展中心开幕，来自各县区的二百余家合作社带来了时令果蔬和特色加工品。',
          '展销会期间还安排了采购对接和直播推介，主办方表示将把这一活动办成年度品牌。',
        ]),
      );
      site.set('/robots.txt', 'user-agent: *\ndisallow: /secret');
      clock.now = new Date(clock.now.getTime() + 2 * 86_400_000);
      await crawlJob(app, source, { recheck: true });

      const documents = await app.store.documents({ limit: 99 });
      const of = (path: string) => documents.find(({ url }) => new URL(url).pathname === path);
      expect(STATES.map(([name], n) => [name, of(`/${n}.html`)?.state])).toEqual(
        STATES.map(([name, , state]) => [name, state]),
      );
      expect(of('/secret/1.html')?.state).toBe('disallowed');
      expect(of('/1.html')?.stateReason).toContain('/new/1.html');
      const missing = documents.filter(({ missingChecks }) => missingChecks === 1);
      expect(missing.map(({ url }) => new URL(url).pathname).sort()).toEqual([
        '/10.html',
        '/2.html',
        '/3.html',
      ]);
      expect(documents.map(({ versions }) => versions)).toEqual(documents.map(() => 1));
      expect(await dueDigests(app)).toEqual([]);
      await app.close();
      await server.close();
    }));

  it('and is years old is known to be gone within days of its first absence, and is then asked for rarely', () =>
    inFolder(async (folder) => {
      const site = new Map<string, string | Route>([
        ['/1.html', page(1).replaceAll('2026-02-01', '2023-02-01')],
      ]);
      const server = await startBadServer((path) => site.get(path));
      const source = aSource({ kind: 'page', urls: [`${server.url}/1.html`], fetcher: 'http' });
      const { app, clock } = await anApp(folder, [source]);
      const crawl = async (hours: number) => {
        clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
        await crawlJob(app, source);
        return (await app.store.documents({ limit: 1 }))[0]?.state;
      };
      await crawl(0);
      site.delete('/1.html');
      expect([await crawl(31 * 24), await crawl(12), await crawl(12)]).toEqual([
        'content',
        'content',
        'gone',
      ]);
      const asked = server.hits.get('/1.html') ?? 0;
      for (let day = 0; day < 20; day++) await crawl(24);
      expect((server.hits.get('/1.html') ?? 0) - asked).toBeLessThanOrEqual(6);
      await app.close();
      await server.close();
    }));
});
