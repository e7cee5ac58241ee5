import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, runCli } from '../helpers/cli.ts';
import { aList, aReport, servePages } from '../helpers/pages.ts';

type Run = (...args: string[]) => Promise<Finished>;

const link = (year: number) => ({ href: `/${year}.html`, title: `${year}年某省政府工作报告全文` });

describe('the archive on the command line', () => {
  const pages: Record<string, string> = {
    '/list.html': aList([link(2025)]),
    '/2025.html': aReport(2025, { growth: '5%左右', jobs: 100, grain: 500 }),
  };
  let folder: string;
  let site: Awaited<ReturnType<typeof servePages>>;
  const run: Run = (...args) => runCli([...args, '--config', folder]);

  // An installation that has crawled a plan, its silent edit, and its successor.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planwatch-test-'));
    site = await servePages(pages);
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'planwatch.yaml'), 'crawl: {delayMs: 0}\n');
    await writeFile(
      join(folder, 'sources/gov.yaml'),
      `publisher: 某省人民政府\nregion: 某省\ntags: [省级]\nkind: list\nurls: ["${site.url}/list.html"]\nallowHosts: [127.0.0.1]\n`,
    );
    await run('subscribe', 'analyst@example.org', '--word', '就业');
    await run('crawl');
    pages['/2025.html'] = aReport(2025, { growth: '5%左右', jobs: 95, grain: 500 });
    pages['/2026.html'] = aReport(2026, { growth: '5%以上', jobs: 110, grain: 500 });
    pages['/list.html'] = aList([link(2026), link(2025)]);
    await run('crawl', '--recheck');
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the versions of a document, one of them, and what changed', async () => {
    const history = await run('history', `${site.url}/2025.html`, '--json');
    const { document, versions } = JSON.parse(history.stdout);
    expect(document).toMatchObject({ state: 'content', versions: 2 });
    expect(versions.map((version: { cause: string }) => version.cause)).toEqual(['publisher', 'publisher']);
    expect((await run('history', `${site.url}/2025.html`)).stdout).toContain('2025年某省政府工作报告');
    expect((await run('show', `${site.url}/2025.html`, '1')).stdout).toContain('城镇新增就业100万人以上');
    expect((await run('show', `${site.url}/2025.html`)).stdout).toContain('城镇新增就业95万人以上');
    const diff = await run('diff', `${site.url}/2025.html`);
    expect(diff.stdout).toMatch(/\[-100万人[^\]]*-\]\{\+95万人/);
    expect(JSON.parse((await run('diff', document.id, '--json')).stdout)).toEqual({
      facts: [],
      hunks: expect.arrayContaining([expect.objectContaining({ kind: 'edited' })]),
    });
    expect((await run('diff', document.id, '2', '2')).stdout).toContain('No difference.');
  });

  it('says what it does not have, and exits with 2', async () => {
    const nowhere = await run('history', `${site.url}/never.html`);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('DOCUMENT_UNKNOWN')]);
    const never = await run('show', `${site.url}/2025.html`, '9');
    expect([never.code, never.stderr]).toEqual([2, expect.stringContaining('VERSION_UNKNOWN')]);
  });

  it('previews mail without keeping or sending it, then sends it, then has nothing to send', async () => {
    const preview = await run('notify', '--preview');
    expect(preview.stdout).toContain('To: analyst@example.org');
    expect(preview.stdout).toContain('城镇新增就业110万人以上');
    expect(await readdir(folder)).not.toContain('outbox');
    expect((await run('notify')).stdout).toBe('1 composed, 1 sent, 0 failed, 0 in doubt\n');
    expect(await readdir(join(folder, 'outbox'))).toHaveLength(1);
    expect((await run('notify')).stdout).toBe('0 composed, 0 sent, 0 failed, 0 in doubt\n');
    expect((await run('notify', '--preview')).stdout).toContain('Nothing to tell');
  });

  it('changes, lists and removes subscribers, and refuses what is no address', async () => {
    const changed = await run('subscribe', 'analyst@example.org', '--language', 'en', '--region', '某省');
    expect(changed.stdout).toMatch(/analyst@example\.org.*en.*某省.*yes/);
    expect((await run('subscribe', 'analyst@example.org', '--remove')).stdout).toMatch(
      /analyst@example\.org.*no/,
    );
    for (const address of ['analyst', 'a@b, c@d', 'a@b\nBcc: c@d']) {
      expect([address, (await run('subscribe', address)).code]).toEqual([address, 2]);
    }
    expect((await run('subscribe', 'b@example.org', '--language', 'fr')).code).toBe(2);
  });

  it('keeps what a change of a subscriber does not name', async () => {
    const change = async (...options: string[]) =>
      (await run('subscribe', 'c@example.org', ...options)).stdout
        .split('\n')
        .find((row) => row.includes('c@'));
    expect(await change('--language', 'en', '--word', '就业', '--source', 'gov')).toMatch(
      /en.*gov, 就业.*yes/,
    );
    expect(await change('--name', 'C')).toMatch(/en.*gov, 就业.*yes/);
    expect(await change('--region', '某省')).toMatch(/en.*某省 .*yes/);
    expect(await change('--remove')).toMatch(/en.*某省 .*no/);
    expect(await change('--everything')).toMatch(/en.*everything.*yes/);
  });

  it('refuses a filter that no news could pass, and warns of a region that no source has', async () => {
    const source = await run('subscribe', 'd@example.org', '--source', 'gove');
    expect(source).toMatchObject({ code: 2, stderr: expect.stringMatching(/SOURCE_UNKNOWN.*gove.*gov/) });
    const tag = await run('subscribe', 'd@example.org', '--tag', '省级', '--tag', '市级');
    expect(tag).toMatchObject({ code: 2, stderr: expect.stringMatching(/TAG_UNKNOWN.*市级.*省级/) });
    expect((await run('subscribe')).stdout).not.toContain('d@example.org');
    const region = await run('subscribe', 'd@example.org', '--region', '远省');
    expect(region).toMatchObject({ code: 0, stderr: expect.stringContaining('No source is of 远省') });
  });

  it('tries a source without keeping anything', async () => {
    const check = await run('check', 'gov', '--json');
    const checked = JSON.parse(check.stdout);
    expect(checked).toMatchObject({ source: 'gov', faults: [] });
    expect(checked.lists).toEqual([{ url: `${site.url}/list.html`, links: 2 }]);
    expect(checked.pages[0]).toMatchObject({ kind: 'article', published: '2026-01-20T09:00:00+08:00' });
    expect(checked.pages[0].plan.year).toBe(2026);
    expect((await run('check')).stdout).toContain('works');
  });
});
