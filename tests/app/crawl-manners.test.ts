import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSource } from '../../app/jobs/crawl/check-source.ts';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { type BadServer, type Route, startBadServer } from '../helpers/bad-server.ts';
import { anApp, aSource } from '../helpers/installation.ts';

const article = (title: string, text: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><div>发布时间：2026-02-20　来源：某省人民政府</div><div>${text}</div></body></html>`;
const paragraphs = (n: number) =>
  `<p>第${n}部分：各级各部门要认真贯彻落实会议精神，结合实际抓好任务分解，确保全年目标任务顺利完成。</p>`.repeat(
    4,
  );
const list = (...items: string[]) =>
  `<html><head><meta charset="utf-8"></head><body><ul>${items.map((href) => `<li><a href="${href}">关于认真做好全年重点工作的通知</a></li>`).join('')}</ul></body></html>`;

describe('a crawl job', () => {
  let folder: string;
  let server: BadServer;
  let site: Map<string, string | Route>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planwatch-test-'));
    site = new Map();
    server = await startBadServer((path) => site.get(path));
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const setUp = async () => {
    const source = aSource({ urls: [`${server.url}/list`], links: { match: '**.html' }, fetcher: 'http' });
    return { source, ...(await anApp(folder, [source])) };
  };

  it('is told by check of a page that is not there as status would tell it', async () => {
    const { app, source } = await setUp();
    site.set('/list', list('/gone.html'));
    const { faults } = await checkSource(app, source, 2);
    expect(faults).toEqual([expect.stringMatching(/^FETCH_MISSING: http.*\/gone\.html: /)]);
    await app.close();
  });

  it('records what a refusal makes of a document, and opens a problem that says what to do', async () => {
    const { app, source } = await setUp();
    site.set('/robots.txt', 'user-agent: *\ndisallow: /secret');
    site.set('/list', list('/secret/1.html', '/waf.html', '/login.html', '/ok.html'));
    site.set('/waf.html', (response) => void response.writeHead(412).end());
    site.set('/login.html', '<html><body><form>密码<input type="password"></form></body></html>');
    site.set('/ok.html', article('关于认真做好全年重点工作的通知', paragraphs(1)));
    await crawlJob(app, source);
    const documents = await app.store.documents({ limit: 10 });
    const states = Object.fromEntries(documents.map(({ url, state }) => [new URL(url).pathname, state]));
    expect(states).toEqual({
      '/secret/1.html': 'disallowed',
      '/waf.html': 'refused',
      '/login.html': 'login',
      '/ok.html': 'content',
    });
    const problems = await app.store.problems({ open: true, limit: 10 });
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'ANSWER_LOGIN',
      'ANSWER_REFUSED',
      'ROBOTS_DISALLOWED',
    ]);
    expect(server.hits.get('/secret/1.html')).toBeUndefined();
    await app.close();
  });

  it('takes the first run that reads a list for the first, not one that found the site down', async () => {
    const { app, source } = await setUp();
    site.set('/list', (response) => void response.writeHead(503).end());
    await crawlJob(app, source);
    expect((await app.store.lastRuns())[0]?.status).toBe('failed');
    site.set('/list', list('/1.html'));
    site.set('/1.html', article('关于认真做好全年重点工作的通知', paragraphs(1)));
    await crawlJob(app, source, { dueAt: '2026-03-01T01:00:00.000Z' });
    expect(await app.store.documents({ limit: 10 })).toMatchObject([{ state: 'content', baseline: true }]);
    expect(await app.store.problems({ open: true, limit: 10 })).toEqual([]);
    await app.close();
  });

  it('keeps an article on several pages as one text', async () => {
    const { app, source } = await setUp();
    site.set('/list', list('/1.html'));
    site.set('/1.html', article('全年重点工作安排', `${paragraphs(1)}<a href="/1_1.html">下一页</a>`));
    site.set('/1_1.html', article('全年重点工作安排', paragraphs(2)));
    await crawlJob(app, source);
    const [document] = await app.store.documents({ limit: 10 });
    const version = await app.store.latestVersion(document?.id ?? '');
    expect(version?.article.text).toMatch(/第1部分[\s\S]*第2部分/);
    await app.close();
  });

  it('reads a list on after a run that broke off in its middle', async () => {
    const { app, source } = await setUp();
    site.set('/list', list('/1.html').replace('</body>', '<a href="/list2">下一页</a></body>'));
    site.set('/list2', (response) => void response.writeHead(500).end());
    for (const path of ['/1.html', '/2.html']) site.set(path, article(`工作安排${path}`, paragraphs(1)));
    await crawlJob(app, source, { dueAt: '2026-03-01T01:00:00.000Z' });
    site.set('/list2', list('/2.html'));
    await crawlJob(app, source, { dueAt: '2026-03-01T02:00:00.000Z' });
    expect(await app.store.documents({ limit: 10 })).toHaveLength(2);
    expect(await app.store.problems({ open: true, limit: 10 })).toEqual([]);
    await app.close();
  });
});
