import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { mailJob, resumeMail } from '../../app/jobs/mail/mail-job.ts';
import type { App } from '../../app/wire.ts';
import { type BadServer, type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList } from '../helpers/pages.ts';

const page = (n: number) =>
  aGovernmentPage(`关于做好第${n}批重点工作的通知`, '2026-02-01', [
    `现将第${n}批重点工作有关事项通知如下，请各有关部门认真贯彻执行，确保按期完成各项任务。`,
    `各单位要加强组织领导，压实工作责任，第${n}批工作完成情况于三月底前报送。`,
  ]);
const down: Route = (_, request) => void request.socket.destroy();

/** Several sources on one server, each with a list; every round is an hour later, and mail goes out after it. */
const withSources = (
  ids: readonly string[],
  work: (tools: {
    app: App;
    site: Map<string, string | Route>;
    round: (options?: { release?: string; only?: readonly string[]; digest?: boolean }) => Promise<string[]>;
    status: () => Promise<string[]>;
  }) => Promise<void>,
  settings: Record<string, unknown> = {},
) =>
  inFolder(async (folder) => {
    const site = new Map<string, string | Route>();
    const server: BadServer = await startBadServer((path) => site.get(path));
    const sources = ids.map((id) =>
      aSource({ id, publisher: `某市${id}局`, urls: [`${server.url}/${id}/`], fetcher: 'http' }),
    );
    for (const [i, id] of ids.entries()) {
      site.set(`/${id}/`, aList([{ href: `/${id}/1.html`, title: `关于做好第${i}批重点工作的通知` }]));
      site.set(`/${id}/1.html`, page(i));
    }
    const { app, clock } = await anApp(folder, sources, {
      mail: { operators: ['ops@example.org'] },
      ...settings,
    });
    let mailed = 0;
    const round = async ({ release = '1.0.0+a', only = ids, digest = false } = {}) => {
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      for (const source of sources.filter(({ id }) => only.includes(id)))
        await crawlJob({ ...app, release }, source, { recheck: true });
      clock.now = new Date(clock.now.getTime() + 60_000);
      await (digest ? mailJob(app) : resumeMail(app));
      const sent = await app.store.outbox({ state: 'sent', limit: 100 });
      const fresh = sent.slice(0, sent.length - mailed);
      mailed = sent.length;
      return fresh.map(({ email }) => `${email.subject}\n${email.text}`);
    };
    const status = async () =>
      (await app.store.tickets({ limit: 100 })).map(
        ({ sourceId, closedAt }) => `${sourceId} ${closedAt === null ? 'open' : 'closed'}`,
      );
    try {
      await round();
      await work({ app, site, round, status });
    } finally {
      await app.close();
      await server.close();
    }
  });

describe('operators', () => {
  it('get one mail when a source breaks and one when it is well again, not one for a moment’s trouble', () =>
    withSources(['a', 'b'], async ({ site, round, status }) => {
      const list = site.get('/a/') ?? '';
      site.set('/a/', down);
      expect(await round()).toEqual([]);
      expect(await status()).toEqual(['a open']);
      site.set('/a/', list);
      expect(await round()).toEqual([]);
      expect(await status()).toEqual(['a closed']);

      site.set('/a/', down);
      expect(await round()).toEqual([]);
      const [broke, ...none] = await round();
      expect(none).toEqual([]);
      expect(broke).toContain('1个来源出现故障');
      expect(broke).toContain('某市a局 (a)');
      expect(broke).toContain('FETCH_RESET');
      expect(await round()).toEqual([]);
      site.set('/a/', list);
      const [healed] = await round();
      expect(healed).toContain('1个来源恢复正常');
      expect(healed).toContain('某市a局 (a)');
      expect(await round({ digest: true })).toEqual([]);
    }));

  it('hear at once of a list that answers and shows nothing', () =>
    withSources(['a', 'b'], async ({ site, round }) => {
      site.set('/a/', aList([]));
      const [broke] = await round();
      expect(broke).toContain('列表页没有文章链接 (LIST_EMPTY)');
    }));

  it('get one mail that names all when nothing can be reached, and one when all is well again', () =>
    withSources(['a', 'b', 'c', 'd'], async ({ site, round }) => {
      const lists = [...site].filter(([path]) => path.endsWith('/'));
      for (const [path] of lists) site.set(path, down);
      expect(await round({ only: ['a', 'b', 'c'] })).toEqual([]);
      const [broke, ...more] = await round({ only: ['a'] });
      expect(more).toEqual([]);
      expect(broke).toContain('3个来源出现故障');
      expect(broke).toContain('多半是本机网络或代理的问题');
      expect(await round()).toEqual([]);
      expect(await round()).toEqual([]);
      for (const [path, list] of lists) site.set(path, list);
      expect(await round({ only: ['a', 'b'] })).toEqual([]);
      const [healed, ...rest] = await round({ only: ['c', 'd'] });
      expect(rest).toEqual([]);
      expect(healed).toContain('4个来源恢复正常');
      expect(await round({ digest: true })).toEqual([]);
    }));

  it('are told that it is our own doing when sources break right after an upgrade of ours', () =>
    withSources(
      ['a', 'b', 'c', 'd'],
      async ({ site, round }) => {
        for (const id of ['a', 'b', 'c']) site.set(`/${id}/`, aList([]));
        const [broke] = await round({ release: '1.1.0+b' });
        expect(broke).toContain('3 sources are broken');
        expect(broke).toContain('3 sources were well under release 1.0.0+a and went ill under 1.1.0+b');
      },
      { language: 'en' },
    ));

  it('are told with the next digest of what is well again while others of the same letter are not', () =>
    withSources(['a', 'b'], async ({ site, round }) => {
      const list = site.get('/a/') ?? '';
      site.set('/a/', aList([]));
      site.set('/b/', aList([]));
      expect((await round())[0]).toContain('2个来源出现故障');
      site.set('/a/', list);
      expect(await round()).toEqual([]);
      expect((await round({ digest: true }))[0]).toContain('1个来源恢复正常');
    }));

  it('are not written to where there are none', () =>
    withSources(
      ['a'],
      async ({ site, round, status }) => {
        site.set('/a/', aList([]));
        expect(await round()).toEqual([]);
        expect(await status()).toEqual(['a open']);
      },
      { mail: { operators: [] } },
    ));
});
