import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inFolder, runCli, startCli } from '../helpers/cli.ts';
import { aGovernmentPage, servePages } from '../helpers/pages.ts';

/** Start `serve`, and see to it that it does not outlive a test that fails. */
function startServe(folder: string): ChildProcess {
  const child = startCli(['serve', '--config', folder]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Follow a process: what it wrote so far, and the first line that has some words. */
function follow(child: ChildProcess) {
  const lines: string[] = [];
  const waiting = new Map<string, (line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const [words, found] of waiting) if (line.includes(words)) found(line);
    });
  }
  const line = (words: string) =>
    new Promise<string>((resolve) => {
      const there = lines.find((one) => one.includes(words));
      if (there !== undefined) resolve(there);
      else waiting.set(words, resolve);
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { lines, line, ended };
}

const PAGE = aGovernmentPage('关于做好项目申报工作的通知', '2026-02-01', [
  '各市人民政府，省政府各部门：现将重点项目申报工作有关事项通知如下，请认真贯彻执行。',
  '申报截止时间为三月底，逾期不再受理；申报单位应当对材料的真实性负责，并配合做好核查工作。',
]);

const inInstallation = (work: (folder: string, hits: string[]) => Promise<void>) =>
  inFolder(async (folder) => {
    const site = await servePages({ '/a.html': PAGE });
    await mkdir(join(folder, 'sources'));
    await writeFile(
      join(folder, 'planwatch.yaml'),
      'crawl: {delayMs: 0, jitterSeconds: 0}\nweb: {port: 0}\n',
    );
    await writeFile(
      join(folder, 'sources/a.yaml'),
      `publisher: 某省人民政府\nkind: page\nurls: ["${site.url}/a.html"]\nallowHosts: [127.0.0.1]\ncron: "0 3 1 1 *"\n`,
    );
    try {
      await work(folder, site.hits);
    } finally {
      await site.close();
    }
  });

describe('serve', () => {
  it('catches up on a missed run once, shows it on the web page, and stops cleanly on SIGTERM', () =>
    inInstallation(async (folder, hits) => {
      const child = startServe(folder);
      const { line, ended } = follow(child);
      const url = /http:\S+/.exec(await line('listens on'))?.[0];
      await line('"crawl.finished"');
      const answer = await fetch(`${url}/sources`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('某省人民政府');
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(hits.filter((path) => path === '/a.html')).toHaveLength(1);

      // Started again it has nothing to catch up on.
      const again = startServe(folder);
      const second = follow(again);
      await second.line('"scheduler.started"');
      again.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      expect(hits.filter((path) => path === '/a.html')).toHaveLength(1);
    }));

  it('lets pages in hand end when it is stopped in the middle, and goes on with the rest when started again', () =>
    inFolder(async (folder) => {
      const pages = Array.from({ length: 12 }, (_, i) => [
        `/${i}.html`,
        PAGE.replaceAll('申报工作', `第${i}批申报工作`),
      ]);
      const site = await servePages(Object.fromEntries(pages), { delayMs: 150 });
      await mkdir(join(folder, 'sources'));
      await writeFile(
        join(folder, 'planwatch.yaml'),
        'crawl: {delayMs: 0, jitterSeconds: 0}\nweb: {port: 0}\n',
      );
      const urls = JSON.stringify(pages.map(([path]) => `${site.url}${path}`));
      const source = `publisher: 某省\nkind: page\nurls: ${urls}\nallowHosts: [127.0.0.1]\ncron: "0 3 1 1 *"\n`;
      await writeFile(join(folder, 'sources/a.yaml'), source);
      const child = startServe(folder);
      const first = follow(child);
      await first.line('"page.settled"');
      child.kill('SIGTERM');
      expect(await first.ended).toBe(0);
      const settled = first.lines.filter((line) => line.includes('"page.settled"')).length;
      expect(settled).toBeGreaterThanOrEqual(1);
      expect(settled).toBeLessThan(12);

      const again = startServe(folder);
      const second = follow(again);
      await second.line('"crawl.finished"');
      again.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      expect(settled + second.lines.filter((line) => line.includes('"page.settled"')).length).toBe(12);
      const fetched = site.hits.filter((path) => path.endsWith('.html'));
      expect(fetched).toHaveLength(12);
      await site.close();
    }));

  it('leaves a source alone that another process is crawling', () =>
    inInstallation(async (folder, hits) => {
      const both = await Promise.all([1, 2].map(() => runCli(['crawl', '--json', '--config', folder])));
      const results = both.map(({ stdout }) => JSON.parse(stdout)[0]);
      expect(results.filter((result) => result.fetched === 1).length).toBeGreaterThanOrEqual(1);
      expect(hits.filter((path) => path === '/a.html')).toHaveLength(1);
    }));

  it('says at the start, not on the first morning, that the password of the mail server is not there', () =>
    inInstallation(async (folder) => {
      const smtp = '{host: 127.0.0.1, user: me, passwordEnv: PLANWATCH_TEST_NO_SUCH}';
      await writeFile(join(folder, 'planwatch.yaml'), `web: {port: 0}\nmail: {smtp: ${smtp}}\n`);
      const { code, stderr } = await runCli(['serve', '--config', folder]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('SMTP_PASSWORD_MISSING') });
      expect(stderr).toContain('PLANWATCH_TEST_NO_SUCH');
    }));

  it('refuses a role it does not have', async () => {
    const { code, stderr } = await runCli(['serve', '--role', 'cook']);
    expect(code).toBe(2);
    expect(stderr).toContain('scheduler and web');
  });
});
