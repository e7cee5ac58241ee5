import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../app/jobs/mail/mail-job.ts';
import { mailSite } from '../../app/jobs/mail/mail-site.ts';
import { siteOf } from '../../app/serve/serve.ts';
import type { App } from '../../app/wire.ts';
import { expectedPlans } from '../../core/expected-plans.ts';
import { planSubject } from '../../core/plan-mention.ts';
import { renderEmails } from '../../notify/render-emails.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList, servePages } from '../helpers/pages.ts';

const TITLE = '某省人民政府关于印发2026年某省养老服务工作要点的通知';
const points = (date: string, lines: readonly string[]) =>
  aGovernmentPage(TITLE, date, [
    '为做好全省养老服务工作，现提出如下工作安排，请结合实际认真抓好贯彻落实。',
    ...lines,
  ]);
const first = (date: string, beds = 12_000) =>
  points(date, [
    `一、增加服务供给。新增养老床位${beds}张，新建社区食堂300个。`,
    '二、提升服务质量。培训养老护理员5000人，改造特殊困难老年人家庭1.2万户。',
    '三、强化服务保障。新建县级养老服务中心20个，新增认知障碍照护床位2000张。',
  ]);
const second = (date: string, schools = 40) =>
  points(date, [
    `一、办好老年教育。新建老年大学${schools}所，培训师资600人。`,
    '二、发展银发经济。培育骨干企业80家，建设产业园区6个，举办展会12场。',
  ]);

/** A government's site and a paper's, with a list each. */
const withSites = (
  work: (tools: {
    app: App;
    /** Show these pages, by the list they stand in, and crawl two days later. */
    show: (pages: Record<string, string>) => Promise<unknown>;
    plans: () => Promise<number[]>;
    events: () => Promise<string[]>;
    mail: () => Promise<string>;
  }) => Promise<void>,
) =>
  inFolder(async (folder) => {
    const pages: Record<string, string> = {};
    const site = await servePages(pages);
    const sources = ['government', 'press'].map((kind) =>
      aSource({ id: kind, urls: [`${site.url}/${kind}/list.html`], publisherKind: kind, fetcher: 'http' }),
    );
    const { app, clock } = await anApp(folder, sources, { news: { freshDays: 9999 } });
    await app.store.saveSubscriber(aReader());
    try {
      await work({
        app,
        show: async (shown) => {
          Object.assign(pages, shown);
          for (const kind of ['government', 'press'])
            pages[`/${kind}/list.html`] = aList(
              Object.keys(pages)
                .filter((path) => path.startsWith(`/${kind}/`) && !path.endsWith('list.html'))
                .map((href) => ({ href, title: TITLE })),
            );
          clock.now = new Date(clock.now.getTime() + 2 * 86_400_000);
          for (const source of sources) await crawlJob(app, source, { recheck: true });
        },
        plans: async () => {
          const plans = await app.store.plans({ limit: 9 });
          const read = await Promise.all(plans.map(({ id }) => app.store.plan(id)));
          return read.map((plan) => plan?.statements.filter(({ kind }) => kind === 'target').length ?? 0);
        },
        events: async () => (await app.store.events({ limit: 20 })).map(({ kind }) => kind).toReversed(),
        mail: async () =>
          (await dueDigests(app))
            .flatMap(({ digest }) => renderEmails(digest, mailSite(app)).map(({ text }) => text))
            .join('\n'),
      });
    } finally {
      await app.close();
      await site.close();
    }
  });

describe('a second text of one plan', () => {
  it('that states other things is kept beside the first, told, and compared with no other year', () =>
    withSites(async ({ app, show, plans, events, mail }) => {
      await show({ '/government/a.html': first('2026-02-16') });
      await show({ '/government/b.html': second('2026-02-20') });
      expect((await plans()).toSorted()).toEqual([5, 6]);
      expect(await events()).toEqual(['plan_found', 'plan_found']);
      const told = await mail();
      expect(told).toContain('老年大学');
      expect(told).toContain('另一份文本');
      const [one, other] = await app.store.plans({ limit: 9 });
      for (const [plan, beside] of [
        [one, other],
        [other, one],
      ]) {
        const page = await (await siteOf(app).request(`/plans/${plan?.id}`)).text();
        expect(page).toContain(`href="/plans/${beside?.id}"`);
      }
      expect(expectedPlans(await app.store.planDates(9), '2027-03-01')).toHaveLength(1);
      expect(new Set([one, other].map((plan) => plan && planSubject(plan.identity))).size).toBe(1);
      await show({ '/government/b.html': second('2026-02-20', 50) });
      expect((await events()).at(-1)).toBe('plan_revised');
      expect((await plans()).toSorted()).toEqual([5, 6]);
    }));

  it('that the same site publishes later with another number takes its place, and that is told', () =>
    withSites(async ({ show, plans, events, mail }) => {
      await show({ '/government/a.html': first('2026-02-16') });
      await show({ '/government/b.html': first('2026-03-01', 13_000) });
      expect(await plans()).toEqual([6]);
      expect(await events()).toEqual(['plan_found', 'plan_revised']);
      expect(await mail()).toContain('与此前另一页面上的文本对照');
    }));

  it.each([
    ['published earlier', { '/government/b.html': first('2026-01-01', 13_000) }],
    ['at a paper, with one number printed wrongly', { '/press/b.html': first('2026-03-01', 13_000) }],
    ['at a paper, about other things', { '/press/b.html': second('2026-03-01') }],
    ['that says the same', { '/government/b.html': first('2026-03-01') }],
    [
      'that is an excerpt',
      { '/government/b.html': points('2026-03-01', ['新增养老床位12000张。'.repeat(1)]) },
    ],
  ])('%s changes nothing', (_, pages) =>
    withSites(async ({ show, plans, events }) => {
      await show({ '/government/a.html': first('2026-02-16') });
      await show(pages);
      expect([await plans(), await events()]).toEqual([[6], ['plan_found']]);
    }),
  );
});
