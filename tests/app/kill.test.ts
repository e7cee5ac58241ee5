import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { inFolder, runCli, startCli } from '../helpers/cli.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { aGovernmentPage, aList, aReport, servePages } from '../helpers/pages.ts';

/** Kills that are spread over the log of a crawl and a round of mail, each at a moment of its own after that line. */
const MOMENTS = 10;

/** Numbers that look random and are the same in every run (Park and Miller 1988). */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

const title = (year: number) => `${year}年某省政府工作报告全文`;
const notice = (n: number) => `关于做好第${n}批重点项目申报工作的通知`;
const noticePage = (n: number) =>
  aGovernmentPage(notice(n), '2026-02-01', [
    `各市人民政府，省政府各部门：现将第${n}批重点项目申报工作有关事项通知如下，请认真贯彻执行。`,
    `申报截止时间为${n}月底，逾期不再受理；申报单位应当对材料的真实性负责，并配合做好核查工作。`,
  ]);

/** What must be the same in the end, however often the process was killed on the way. */
async function archiveOf(folder: string): Promise<object> {
  const { store } = await openStore(sqliteEngine(join(folder, 'planwatch.db')));
  const documents = await store.documents({ limit: 100 });
  const comparisons = await store.comparisons({ limit: 100 });
  const archive = {
    documents: documents
      .map((document) => [document.url, document.state, document.versions, document.title])
      .sort(),
    plans: (await store.plans({ limit: 100 })).map((plan) => [
      plan.identity.series,
      plan.identity.year,
      plan.seq,
    ]),
    changes: comparisons.map(({ changes }) => changes.map((change) => [change.change, change.indicator])),
    events: (await store.events({ limit: 100 }))
      .map((event) => [event.kind, event.documentId, event.news])
      .sort(),
    pending: await store.pendingPages(10),
    problems: (await store.problems({ open: true, limit: 10 })).length,
  };
  await store.close();
  return archive;
}

/** Let a process run until it has written so many lines of log, wait a little, and kill it hard. */
async function killAfter(child: ChildProcess, lines: number, delayMs: number): Promise<number> {
  let seen = 0;
  if (child.stderr === null) throw new Error('no log to follow');
  for await (const _ of createInterface({ input: child.stderr })) {
    if (++seen !== lines) continue;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    child.kill('SIGKILL');
  }
  return seen;
}

describe('a process killed at any moment', () => {
  const pages: Record<string, string> = {};
  let site: Awaited<ReturnType<typeof servePages>>;
  let server: MailServer;

  beforeAll(async () => {
    site = await servePages(pages);
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.close();
    await site.close();
  });

  const publish = (years: readonly number[], notices: number) => {
    const links = [
      ...years.map((year) => ({ href: `/${year}.html`, title: title(year) })),
      ...Array.from({ length: notices }, (_, i) => ({ href: `/notice/${i + 1}.html`, title: notice(i + 1) })),
    ];
    pages['/list.html'] = aList(links);
    for (const year of years)
      pages[`/${year}.html`] = aReport(year, { growth: '5%左右', jobs: year - 1900, grain: 500 });
    for (let i = 1; i <= notices; i++) pages[`/notice/${i}.html`] = noticePage(i);
  };

  /** A folder in which the first year is archived and a reader waits for the second. */
  const prepare = async (folder: string) => {
    await mkdir(join(folder, 'sources'));
    const smtp = `{host: 127.0.0.1, port: ${server.port}, tls: none}`;
    await writeFile(
      join(folder, 'planwatch.yaml'),
      `crawl: {delayMs: 0, attempts: 1}\nmail: {smtp: ${smtp}}\n`,
    );
    await writeFile(
      join(folder, 'sources/gov.yaml'),
      `publisher: 某省人民政府\nregion: 某省\nkind: list\nurls: ["${site.url}/list.html"]\nallowHosts: [127.0.0.1]\n`,
    );
    publish([2025], 2);
    await runCli(['crawl', '--config', folder]);
    await runCli(['subscribe', 'analyst@example.org', '--config', folder]);
    publish([2026, 2025], 6);
  };

  it('leaves nothing lost and nothing mailed twice after it is started again', { timeout: 240_000 }, () =>
    inFolder(async (base) => {
      const first = join(base, 'first');
      await mkdir(first);
      await prepare(first);

      const whole = join(base, 'whole');
      await cp(first, whole, { recursive: true });
      const crawlLines = await killAfter(startCli(['crawl', '--config', whole]), Number.POSITIVE_INFINITY, 0);
      const mailLines = await killAfter(startCli(['notify', '--config', whole]), Number.POSITIVE_INFINITY, 0);
      const expected = await archiveOf(whole);
      expect(server.mails).toHaveLength(1);
      const told = server.mails[0]?.text;
      expect(crawlLines + mailLines).toBeGreaterThanOrEqual(MOMENTS);

      const random = seeded(20_260_301);
      for (let moment = 0; moment < MOMENTS; moment++) {
        const folder = join(base, `moment-${moment}`);
        await cp(first, folder, { recursive: true });
        server.mails.length = 0;
        const line = 1 + Math.floor(((crawlLines + mailLines) * moment) / MOMENTS);
        const delay = 8 * (random.next().value ?? 0);
        if (line <= crawlLines) await killAfter(startCli(['crawl', '--config', folder]), line, delay);
        else {
          await runCli(['crawl', '--config', folder]);
          await killAfter(startCli(['notify', '--config', folder]), line - crawlLines, delay);
        }
        const crawl = await runCli(['crawl', '--config', folder]);
        expect([crawl.code, crawl.stderr.match(/"error"/)], `crawl after a kill at line ${line}`).toEqual([
          0,
          null,
        ]);
        const notify = await runCli(['notify', '--json', '--config', folder]);
        const { inDoubt } = JSON.parse(notify.stdout);
        expect(await archiveOf(folder), `archive after a kill at line ${line}`).toEqual(expected);
        // A mail that was being handed over when the process died is told to the operator, not sent twice.
        expect(server.mails.length, `mails after a kill at line ${line}`).toBeLessThanOrEqual(1);
        expect(
          server.mails.length + inDoubt,
          `mail lost after a kill at line ${line}`,
        ).toBeGreaterThanOrEqual(1);
        if (server.mails.length > 0)
          expect(server.mails[0]?.text?.replace(/\d{4}-\d{2}-\d{2}.*|[?&]at=\S+/g, '')).toBe(
            told?.replace(/\d{4}-\d{2}-\d{2}.*|[?&]at=\S+/g, ''),
          );
      }
    }),
  );
});
