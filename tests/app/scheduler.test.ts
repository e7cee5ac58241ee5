import { describe, expect, it } from 'vitest';
import { jitterMs } from '../../app/jobs/crawl/due-sources.ts';
import { type Scheduler, startScheduler } from '../../app/serve/scheduler.ts';
import type { App } from '../../app/wire.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, servePages } from '../helpers/pages.ts';

const PAGE = aGovernmentPage('关于做好项目申报工作的通知', '2026-02-01', [
  '各市人民政府，省政府各部门：现将重点项目申报工作有关事项通知如下，请认真贯彻执行。',
  '申报截止时间为三月底，逾期不再受理；申报单位应当对材料的真实性负责，并配合做好核查工作。',
]);

/** A scheduler whose minutes the test makes pass, and the scheduled minutes that were run. */
const inInstallation = (
  cron: Record<string, string>,
  work: (tools: {
    app: App;
    clock: { now: Date };
    start: () => Promise<Scheduler & { minute: () => Promise<unknown> }>;
    ran: string[];
    pages: Record<string, string>;
  }) => Promise<void>,
) =>
  inFolder(async (folder) => {
    const pages: Record<string, string> = { '/a.html': PAGE };
    const site = await servePages(pages);
    const sources = Object.entries(cron).map(([id, expression]) =>
      aSource({
        id,
        kind: 'page',
        urls: [`${site.url}/a.html`],
        fetcher: 'http',
        cron: expression,
        timezone: 'Europe/Berlin',
      }),
    );
    const { app, clock } = await anApp(folder, sources);
    const ran: string[] = [];
    const noting: App = {
      ...app,
      log: (_level, event, fields) => {
        if (event === 'crawl.started') ran.push(`${fields?.source} ${fields?.dueAt}`);
      },
    };
    const start = async () => {
      let minute = async () => {};
      const scheduler = await startScheduler(noting, (tick) => {
        minute = tick;
        return { stop: () => {} };
      });
      await scheduler.idle();
      return { ...scheduler, minute: () => minute().then(scheduler.idle) };
    };
    try {
      await work({ app, clock, start, ran, pages });
    } finally {
      await app.close();
      await site.close();
    }
  });

const ofDays = (ran: readonly string[]) => ran.map((run) => run.split(' ')[1]?.slice(0, 16));

describe('the scheduler', () => {
  it('goes on when the clock of the machine was years ahead and is set right', () =>
    inInstallation({ daily: '0 8 * * *' }, async ({ clock, start, ran }) => {
      clock.now = new Date('2031-01-01T09:00:00Z');
      await (await start()).stop();
      clock.now = new Date('2026-02-03T09:00:00Z');
      const scheduler = await start();
      await scheduler.minute();
      clock.now = new Date('2026-02-04T09:00:00Z');
      await scheduler.minute();
      await scheduler.stop();
      expect(ran).toEqual([
        'daily 2031-01-01T07:00:00.000Z',
        'daily 2026-02-03T07:00:00.000Z',
        'daily 2026-02-04T07:00:00.000Z',
      ]);
    }));

  it.each([
    ['forward', '2026-03-27T12:00:00Z', ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30']],
    ['back', '2026-10-23T12:00:00Z', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
  ])('neither skips nor doubles a run when clocks go %s, restarts included', (_, from, expected) =>
    inInstallation({ a: '30 2 * * *' }, async ({ clock, start, ran }) => {
      clock.now = new Date(from);
      await (await start()).stop();
      ran.length = 0; // the catch-up of a new source
      const end = clock.now.getTime() + 66 * 3_600_000;
      for (let at = clock.now.getTime(); at < end; at += 15 * 60_000) {
        clock.now = new Date(at);
        const { minute, stop } = await start();
        await minute();
        await stop();
      }
      expect(ofDays(ran)).toEqual(expected);
    }),
  );

  it('runs each missed source once after a week without power, and again at its own minute', () =>
    inInstallation({ a: '0 8 * * *', b: '0 * * * *' }, async ({ clock, start, ran }) => {
      clock.now = new Date('2026-02-01T12:00:00Z');
      await (await start()).stop();
      ran.length = 0;
      clock.now = new Date('2026-02-08T12:30:00Z');
      const { minute, stop } = await start();
      await minute();
      await minute();
      clock.now = new Date('2026-02-08T13:00:00Z');
      await minute();
      await stop();
      expect(ran.sort()).toEqual([
        'a 2026-02-08T07:00:00.000Z',
        'b 2026-02-08T12:00:00.000Z',
        'b 2026-02-08T13:00:00.000Z',
      ]);
    }));

  it('asks again for what is held back as soon as that may stand, and for nothing else', () =>
    inInstallation({ daily: '0 8 * * *' }, async ({ app, clock, start, ran, pages }) => {
      const long = '各地要结合实际抓好落实，及时总结经验做法并报送情况。';
      pages['/a.html'] = PAGE.replace('</p>', `</p>${`<p>${long}</p>`.repeat(20)}`);
      const at = async (time: string) => {
        clock.now = new Date(time);
        await scheduler.minute();
        const [document] = await app.store.documents({ limit: 1 });
        return `${document?.state} ${document?.versions}`;
      };
      clock.now = new Date('2026-06-01T06:00:00Z');
      const scheduler = await start();
      pages['/a.html'] = PAGE.replace(/<p>.*<\/p>/s, '<p>本通知自发布之日起不再执行，请各单位周知。</p>');
      await app.store.saveCheck((await app.store.documents({ limit: 1 }))[0]?.url ?? '', {
        at: '2026-06-01T06:00:00.000Z',
        nextCheckAt: '2026-06-02T00:00:00.000Z',
      });
      expect(await at('2026-06-02T06:00:00Z')).toBe('quarantined 1');
      expect(await at('2026-06-02T06:20:00Z')).toBe('quarantined 1');
      expect(ran).toHaveLength(2);
      expect(await at('2026-06-02T06:35:00Z')).toBe('content 2');
      expect(await at('2026-06-02T07:35:00Z')).toBe('content 2');
      expect(ran).toHaveLength(3);
      await at('2026-06-03T06:00:00Z');
      expect(ran.at(-1)).toBe('daily 2026-06-03T06:00:00.000Z');
      await scheduler.stop();
    }));

  it('starts nothing a second time that another scheduler of the same store has started', () =>
    inInstallation({ a: '0 8 * * *' }, async ({ start, ran }) => {
      const [one, two] = await Promise.all([start(), start()]);
      await Promise.all([one?.minute(), two?.minute()]);
      await Promise.all([one?.stop(), two?.stop()]);
      expect(ran).toHaveLength(1);
    }));
});

describe('jitter', () => {
  it('is the same for one source and minute, within its bounds, and spreads sources out', () => {
    const at = '2026-03-01T00:00:00.000Z';
    const late = Array.from({ length: 200 }, (_, i) => jitterMs(`s${i}`, at, 60_000));
    expect(late).toEqual(Array.from({ length: 200 }, (_, i) => jitterMs(`s${i}`, at, 60_000)));
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(60_000);
    for (const sixth of [0, 1, 2, 3, 4, 5])
      expect(late.filter((ms) => Math.min(5, Math.floor(ms / 10_000)) === sixth).length).toBeGreaterThan(15);
    expect(jitterMs('a', at, 0)).toBe(0);
  });
});
