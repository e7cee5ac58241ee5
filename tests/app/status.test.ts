import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder, runCli } from '../helpers/cli.ts';
import { aGovernmentPage, aList } from '../helpers/pages.ts';

const links = Array.from({ length: 12 }, (_, n) => ({
  href: `/${n}.html`,
  title: `关于做好第${n}批重点工作的通知`,
}));
const page = (n: number) =>
  aGovernmentPage(`关于做好第${n}批重点工作的通知`, '2026-02-01', [
    `现将第${n}批重点工作有关事项通知如下，请各有关部门认真贯彻执行，确保按期完成各项任务。`,
    `各单位要加强组织领导，压实工作责任，第${n}批工作完成情况于三月底前报送。`,
  ]);
const busy: Route = (response) => void response.writeHead(503).end();

describe('status', () => {
  it(
    'says for each source how it fares and why, shows hosts left alone, and is well again by itself',
    {
      timeout: 90_000,
    },
    () =>
      inFolder(async (folder) => {
        const site = new Map<string, string | Route>([['/list', aList(links)]]);
        const server = await startBadServer((path) => site.get(path));
        for (const n of links.keys()) site.set(`/${n}.html`, busy);
        await mkdir(join(folder, 'sources'));
        await writeFile(
          join(folder, 'planwatch.yaml'),
          'crawl: {delayMs: 0, attempts: 1, concurrency: 1}\nmail: {operators: [ops@example.org]}\n',
        );
        const source = `publisher: 某市人民政府\nkind: list\nurls: ["${server.url}/list"]\nallowHosts: [127.0.0.1]\nfetcher: http\n`;
        await writeFile(join(folder, 'sources/city.yaml'), source);
        await writeFile(join(folder, 'sources/off.yaml'), `${source}enabled: false\n`);
        const run = (...args: string[]) => runCli([...args, '--config', folder]);
        const status = async () => {
          const { stdout, code } = await run('status', '--json');
          return { code, ...JSON.parse(stdout) };
        };
        expect((await status()).sources.map(({ health }: { health: string }) => health)).toEqual([
          'new',
          'off',
        ]);

        await run('crawl', '--recheck');
        const once = await status();
        expect(once.code).toBe(1);
        expect(once.sources[0]).toMatchObject({
          health: 'ailing',
          reason: { code: 'FETCH_STATUS' },
          ticket: { runs: 1 },
          lastArticle: null,
        });
        const paused = once.problems.filter(({ code }: { code: string }) => code === 'HOST_PAUSED');
        expect(paused).toMatchObject([{ url: null, message: expect.stringContaining('7 pages stay due') }]);

        await run('crawl', '--recheck');
        expect((await run('notify')).stdout).toContain('1 composed, 1 sent');
        const plain = await run('status');
        expect(plain.stdout).toContain('broken, 2 runs since');
        expect(plain.stdout).toContain('server answers with an error');
        expect(plain.stdout).toContain('HOST_PAUSED');

        for (const n of links.keys()) site.set(`/${n}.html`, page(n));
        await run('crawl', '--recheck');
        const well = await status();
        expect([well.code, well.problems]).toEqual([0, []]);
        expect(well.sources[0]).toMatchObject({ health: 'well', reason: null, ticket: null });
        expect(well.sources[0].lastArticle).not.toBeNull();
        expect((await run('notify')).stdout).toContain('1 composed, 1 sent');
        expect((await run('notify')).stdout).toContain('0 composed');
        await server.close();
      }),
  );
});
