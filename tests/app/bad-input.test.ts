import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBadServer } from '../helpers/bad-server.ts';
import { inFolder, runCli } from '../helpers/cli.ts';
import { aGovernmentPage, servePages } from '../helpers/pages.ts';

/** What a page or list answers, and the code it must be recorded under. */
const FAULTS: readonly (readonly [name: string, path: string, code: string])[] = [
  ['a 404', '/status/404', 'FETCH_MISSING'],
  ['a 500', '/status/500', 'FETCH_STATUS'],
  ['a redirect loop', '/redirect/loop', 'FETCH_REDIRECTS'],
  ['a redirect to a private address', '/redirect/private', 'FETCH_PRIVATE_ADDRESS'],
  ['a redirect to a file', '/redirect/file', 'FETCH_BAD_URL'],
  ['an empty body', '/body/empty', 'FETCH_EMPTY'],
  ['a body of 200 MB', '/body/huge', 'FETCH_TOO_LARGE'],
  ['a server that never answers', '/body/never', 'FETCH_TIMEOUT'],
  ['a binary that says it is HTML', '/type/binary', 'FETCH_NOT_TEXT'],
  ['a truncated gzip', '/gzip/truncated', 'FETCH_TRUNCATED'],
  ['a gzip bomb', '/gzip/bomb', 'FETCH_TOO_LARGE'],
];

describe('bad answers', () => {
  let bad: Awaited<ReturnType<typeof startBadServer>>;
  let good: Awaited<ReturnType<typeof servePages>>;
  const text = aGovernmentPage('关于做好项目申报工作的通知', '2026-02-01', [
    '各市人民政府，省政府各部门：现将重点项目申报工作有关事项通知如下，请认真贯彻执行。',
    '申报截止时间为三月底，逾期不再受理；申报单位应当对材料的真实性负责，并配合做好核查工作。',
  ]);

  beforeAll(async () => {
    bad = await startBadServer();
    good = await servePages({ '/good.html': text });
  });
  afterAll(async () => {
    await bad.close();
    await good.close();
  });

  it('are each recorded with a code and advice, shown by status, and stop nothing', { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, 'sources'));
      await writeFile(
        join(folder, 'planwatch.yaml'),
        'crawl: {delayMs: 0, attempts: 1, timeoutMs: 3000, maxBytes: 5000000}\n',
      );
      const addresses = [
        ...FAULTS.map(([, path]) => `${bad.url}${path}`),
        'http://127.0.0.1:9/unreachable.html',
        'http://no-such-host.invalid/',
        `${good.url}/good.html`,
      ];
      const source = `publisher: 某省\nkind: page\nurls: ${JSON.stringify(addresses)}\nallowHosts: [127.0.0.1]\n`;
      await writeFile(join(folder, 'sources/all.yaml'), source);
      const crawl = await runCli(['crawl', '--json', '--config', folder]);
      expect(crawl.code).toBe(1);
      expect(JSON.parse(crawl.stdout)).toMatchObject([
        { source: 'all', newArticles: 1, errors: FAULTS.length + 2 },
      ]);
      const status = await runCli(['status', '--json', '--config', folder]);
      expect(status.code).toBe(1);
      const { problems }: { problems: { url: string; code: string; message: string }[] } = JSON.parse(
        status.stdout,
      );
      const codes = new Map(problems.map((problem) => [problem.url, problem.code]));
      expect(FAULTS.map(([name, path]) => [name, codes.get(`${bad.url}${path}`)])).toEqual(
        FAULTS.map(([name, , code]) => [name, code]),
      );
      expect(codes.get('http://127.0.0.1:9/unreachable.html')).toBe('FETCH_UNREACHABLE');
      expect(codes.get('http://no-such-host.invalid/')).toBe('FETCH_DNS');
      for (const { message } of problems) expect(message.length).toBeGreaterThan(30);
      const plain = await runCli(['status', '--config', folder]);
      expect(plain.stdout).toContain('FETCH_TIMEOUT');
    }),
  );

  it('close their problem when the page answers again', () =>
    inFolder(async (folder) => {
      const pages: Record<string, { status?: number; body: string }> = {
        '/a.html': { status: 500, body: 'oops' },
      };
      const site = await servePages(pages);
      await mkdir(join(folder, 'sources'));
      await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0, attempts: 1}\n');
      await writeFile(
        join(folder, 'sources/a.yaml'),
        `publisher: 某省\nkind: page\nurls: ["${site.url}/a.html"]\nallowHosts: [127.0.0.1]\n`,
      );
      expect((await runCli(['crawl', '--config', folder])).code).toBe(1);
      pages['/a.html'] = { body: text };
      expect((await runCli(['crawl', '--recheck', '--config', folder])).code).toBe(0);
      expect((await runCli(['status', '--config', folder])).code).toBe(0);
      await site.close();
    }));

  it('of a list are told from a list that is empty', () =>
    inFolder(async (folder) => {
      const site = await servePages({ '/list.html': '<html><body><p>本栏目暂无内容</p></body></html>' });
      await mkdir(join(folder, 'sources'));
      await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0, attempts: 1}\n');
      const list = (path: string) =>
        `publisher: 某省\nkind: list\nurls: ["${site.url}${path}"]\nallowHosts: [127.0.0.1]\n`;
      await writeFile(join(folder, 'sources/empty.yaml'), list('/list.html'));
      await writeFile(join(folder, 'sources/moved.yaml'), list('/other.html'));
      await runCli(['crawl', '--config', folder]);
      const { stdout } = await runCli(['status', '--json', '--config', folder]);
      const problems: { source: string; code: string }[] = JSON.parse(stdout).problems;
      expect(problems.map(({ source, code }) => `${source} ${code}`).sort()).toEqual([
        'empty LIST_EMPTY',
        'moved LIST_MISSING',
      ]);
      await site.close();
    }));

  it('to a person who cleans one address are told in words, and a good answer is cleaned', async () => {
    const cleaned = await runCli(['clean', `${good.url}/good.html`]);
    expect([cleaned.code, cleaned.stdout]).toEqual([
      0,
      expect.stringContaining('关于做好项目申报工作的通知'),
    ]);
    const missing = await runCli(['clean', `${good.url}/never.html`]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('FETCH_STATUS')]);
    const hidden = await runCli(['clean', `${bad.url}/redirect/private`]);
    expect([hidden.code, hidden.stderr]).toEqual([1, expect.stringContaining('FETCH_PRIVATE_ADDRESS')]);
  });
});
