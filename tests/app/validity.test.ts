import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests } from '../../app/jobs/mail/mail-job.ts';
import { mailSite } from '../../app/jobs/mail/mail-site.ts';
import { siteOf } from '../../app/serve/serve.ts';
import type { App } from '../../app/wire.ts';
import { renderEmails } from '../../notify/render-emails.ts';
import { type Route, startBadServer } from '../helpers/bad-server.ts';
import { inFolder, runCli } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aList, aReport } from '../helpers/pages.ts';

interface Facts {
  readonly validity?: string;
  readonly number?: string;
  readonly issuer?: string;
}

const row = (label: string, value: string | undefined) =>
  value === undefined ? '' : `<tr><td>${label}</td><td>${value}</td></tr>`;

/** A plan with the table that disclosure pages have above the text. */
function aPlan({ validity, number, issuer }: Facts, jobs = 100, date = '2026-01-20'): string {
  const table = `<table><tr><td>索引号</td><td>000014349/2026-00012</td></tr>${row('文号', number)}${row('发布机构', issuer)}${row('有效性', validity)}</table>`;
  return aReport(2026, { growth: '5%左右', jobs, grain: 500 })
    .replace('<div class="TRS_Editor"', `${table}<div class="TRS_Editor"`)
    .replaceAll('2026-01-20', date);
}

/** A site with one plan that was crawled once; each further crawl comes an hour later. */
const withPlan = (
  first: string | Route,
  work: (tools: {
    app: App;
    crawl: (plan: string | Route) => Promise<unknown>;
    versions: () => Promise<[string, string | undefined][]>;
    mails: () => Promise<string[]>;
    web: (path: string) => Promise<string>;
    cli: (...args: string[]) => Promise<string>;
    documentId: string;
  }) => Promise<void>,
  reader: Parameters<typeof aReader>[0] = {},
  rules: Record<string, unknown> = {},
) =>
  inFolder(async (folder) => {
    let plan = first;
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'planwatch.yaml'), '');
    const list = aList([{ href: '/plan.html', title: '2026年某省政府工作报告全文' }]);
    const server = await startBadServer((path) => (path === '/plan.html' ? plan : list));
    const source = aSource({ urls: [`${server.url}/list.html`], fetcher: 'http' });
    const { app, clock } = await anApp(folder, [source]);
    await app.store.saveSubscriber(aReader(reader));
    await crawlJob(app, { ...source, rules });
    // What the first crawl found is not what these tests are about.
    for (const { digest, eventIds } of await dueDigests(app))
      await app.store.saveMails({
        subscriberId: digest.subscriber.id,
        emails: renderEmails(digest, mailSite(app)),
        eventIds,
        at: clock.now.toISOString(),
      });
    const [document] = await app.store.documents({ limit: 1 });
    const documentId = document?.id ?? '';
    try {
      await work({
        app,
        documentId,
        crawl: (now) => {
          plan = now;
          clock.now = new Date(clock.now.getTime() + 3_600_000);
          return crawlJob(app, source, { recheck: true });
        },
        versions: async () =>
          (await app.store.versions(documentId)).map(({ cause, article }) => [
            cause,
            article.fields.validity,
          ]),
        mails: async () =>
          (await dueDigests(app)).flatMap(({ digest }) =>
            renderEmails(digest, mailSite(app)).map(({ subject, text }) => `${subject}\n${text}`),
          ),
        cli: async (...args) => (await runCli([...args, documentId, '--config', folder])).stdout,
        web: async (path) => (await siteOf(app).request(path)).text(),
      });
    } finally {
      await app.close();
      await server.close();
    }
  });

describe('a plan whose page says no longer that it holds', () => {
  it('is told in a mail, and shown in history, differences and on its own page', () =>
    withPlan(aPlan({ validity: '有效' }), async ({ crawl, versions, mails, web, cli, app, documentId }) => {
      await crawl(aPlan({ validity: '废止' }));
      expect(await versions()).toEqual([
        ['publisher', '有效'],
        ['publisher', '废止'],
      ]);
      const [mail = '', ...more] = await mails();
      expect(more).toEqual([]);
      const [subject = ''] = mail.split('\n', 1);
      expect(subject).toBe('2026年某省政府工作报告：效力：有效 → 废止');
      expect(mail.match(/效力：有效 → 废止/g)?.length).toBeGreaterThan(1);
      expect(mail).toContain('[效力变化]');
      expect(mail).not.toContain('文字在');
      const shown = '效力：有效 → 废止';
      expect(await web('/')).toContain(shown);
      expect(await web(`/documents/${documentId}`)).toContain(shown);
      expect(await web(`/documents/${documentId}/diff/1..2`)).toContain(shown);
      const [plan] = await app.store.plans({ limit: 1 });
      expect(await web(`/plans/${plan?.id}`)).toMatch(/效力<\/dt><dd>废止/);
      expect(await web(`/plans/${plan?.id}?lang=en`)).toMatch(/Validity<\/dt><dd>废止/);
      expect(await cli('history')).toMatch(/有效.*\n.*废止/);
      expect(await cli('diff')).toBe('Validity: 有效 → 废止\n');
      expect(JSON.parse(await cli('diff', '--json'))).toEqual({
        facts: [{ field: 'validity', before: '有效', after: '废止' }],
        hunks: [],
      });
    }));

  it('is told where the page said nothing before', () =>
    withPlan(aPlan({}), async ({ crawl, mails }) => {
      await crawl(aPlan({}).replace('</h1>', '</h1><div class="stamp">失效</div>'));
      expect((await mails()).join()).toContain('效力：未标明 → 失效');
    }));

  it('is told again when it is said to hold again, once that stands', () =>
    withPlan(aPlan({ validity: '有效' }), async ({ crawl, versions, mails }) => {
      await crawl(aPlan({ validity: '废止' }));
      await crawl(aPlan({ validity: '有效' }));
      expect(await versions()).toHaveLength(2);
      await crawl(aPlan({ validity: '有效' }));
      expect((await versions()).at(-1)).toEqual(['publisher', '有效']);
      expect((await mails()).join()).toContain('效力：废止 → 有效');
    }));

  it('is told beside other edits of the text, and of its targets', () =>
    withPlan(aPlan({ validity: '有效' }), async ({ crawl, mails }) => {
      await crawl(aPlan({ validity: '废止' }, 90));
      const mail = (await mails()).join();
      expect(mail).toContain('效力：有效 → 废止');
      expect(mail).toContain('[计划修订]');
    }));

  it('is told to who follows a word of it', () =>
    withPlan(
      aPlan({ validity: '有效' }),
      async ({ crawl, mails }) => {
        await crawl(aPlan({ validity: '废止' }));
        expect((await mails()).join()).toContain('效力：有效 → 废止');
      },
      { words: ['老旧小区'] },
    ));

  it('is not told to who follows words it does not have', () =>
    withPlan(
      aPlan({ validity: '有效' }),
      async ({ crawl, mails }) => {
        await crawl(aPlan({ validity: '废止' }));
        expect(await mails()).toEqual([]);
      },
      { words: ['海水淡化'] },
    ));
});

describe('copies of a plan', () => {
  const paths = ['/portal.html', '/issuer.html'];
  const crawlTwo = (
    kind: string,
    work: (told: (marked: readonly string[]) => Promise<string[]>) => Promise<void>,
  ) =>
    inFolder(async (folder) => {
      let repealed: readonly string[] = [];
      const server = await startBadServer((path) =>
        paths.includes(path)
          ? aPlan({ validity: repealed.includes(path) ? '废止' : '有效' })
          : aList([{ href: `${path.slice(5)}.html`, title: '2026年某省政府工作报告全文' }]),
      );
      const sources = ['portal', 'issuer'].map((id) =>
        aSource({
          id,
          urls: [`${server.url}/list/${id}`],
          publisherKind: id === 'issuer' ? 'government' : kind,
          fetcher: 'http',
        }),
      );
      const { app, clock } = await anApp(folder, sources);
      await app.store.saveSubscriber(aReader());
      const crawl = async () => {
        clock.now = new Date(clock.now.getTime() + 3_600_000);
        for (const source of sources.toReversed()) await crawlJob(app, source, { recheck: true });
      };
      try {
        await crawl();
        await work(async (marked) => {
          repealed = marked;
          await crawl();
          const events = await app.store.events({ limit: 50 });
          const documents = await app.store.documents({ limit: 5 });
          return events.flatMap(({ kind: what, news, documentId }) =>
            what === 'article_edited' && news
              ? new URL(documents.find(({ id }) => id === documentId)?.url ?? '').pathname
              : [],
          );
        });
      } finally {
        await app.close();
        await server.close();
      }
    });

  it('are told as repealed where only a lesser one says so', () =>
    crawlTwo('press', async (told) => {
      expect(await told(['/portal.html'])).toEqual(['/portal.html']);
    }));

  it('are told once where all say so', () =>
    crawlTwo('press', async (told) => {
      expect(await told(paths)).toEqual(['/issuer.html']);
    }));

  it('are not told for what an aggregator says', () =>
    crawlTwo('aggregator', async (told) => {
      expect(await told(['/portal.html'])).toEqual([]);
    }));
});

describe('a document number', () => {
  it('that is another now is told', () =>
    withPlan(aPlan({ number: '某政发〔2026〕1号' }), async ({ crawl, mails }) => {
      await crawl(aPlan({ number: '某政发〔2026〕2号' }));
      expect((await mails()).join()).toContain('文号：某政发〔2026〕1号 → 某政发〔2026〕2号');
    }));

  it('in other brackets is the same one', () =>
    withPlan(aPlan({ number: '某政发〔2026〕1号' }), async ({ crawl, versions }) => {
      await crawl(aPlan({ number: '某政发[2026] 1号' }));
      expect(await versions()).toHaveLength(1);
    }));
});

describe('no news', () => {
  const restless: Route = (response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(aPlan({ validity: fetches++ % 2 === 0 ? '废止' : '有效' }));
  };
  let fetches = 0;

  it('is a table that stands on the page for the first time, and says that all is well', () =>
    withPlan(aPlan({}), async ({ crawl, versions, mails }) => {
      await crawl(aPlan({ validity: '现行有效', number: '某政发〔2026〕1号', issuer: '某省人民政府' }));
      expect(await versions()).toHaveLength(1);
      expect(await mails()).toEqual([]);
    }));

  it('is a half-loaded page, which says nothing of what it said before and after', () =>
    withPlan(aPlan({ validity: '废止', number: '某政发〔2026〕1号' }), async ({ crawl, versions, mails }) => {
      await crawl(aPlan({}));
      await crawl(aPlan({ validity: '废止', number: '某政发〔2026〕1号' }));
      await crawl(aPlan({}));
      await crawl(aPlan({}));
      expect(await versions()).toHaveLength(1);
      expect(await mails()).toEqual([]);
    }));

  it('is what was told already, where an edit in between left it out', () =>
    withPlan(aPlan({ validity: '有效' }), async ({ crawl, versions, mails }) => {
      await crawl(aPlan({ validity: '废止' }));
      await crawl(aPlan({}, 90));
      await crawl(aPlan({ validity: '废止' }, 90));
      expect((await versions()).map(([, validity]) => validity)).toEqual(['有效', '废止', '废止']);
      expect((await mails()).join().match(/有效 → 废止/g)).not.toBeNull();
      expect((await mails()).join()).not.toContain('未标明');
    }));

  it('is a stamp that differs from fetch to fetch', () =>
    withPlan(aPlan({ validity: '有效' }), async ({ crawl, versions, mails }) => {
      for (let n = 0; n < 5; n++) {
        fetches = 0;
        await crawl(restless);
      }
      expect(await versions()).toHaveLength(1);
      expect(await mails()).toEqual([]);
    }));

  it('is what only our rules read now, though the page had it all along', () => {
    const page = aPlan({}).replace('<div class="TRS', '<p class="seal">本文件已废止</p><div class="TRS');
    return withPlan(
      page,
      async ({ crawl, versions, mails }) => {
        await crawl(page);
        expect(await versions()).toEqual([
          ['publisher', undefined],
          ['extractor', '已废止'],
        ]);
        expect(await mails()).toEqual([]);
        await crawl(page);
        expect(await versions()).toHaveLength(2);
      },
      {},
      { remove: ['.seal'] },
    );
  });

  it('is another time of publication, or another name of the publisher', () =>
    withPlan(aPlan({ issuer: '某省大数据局' }), async ({ crawl, versions }) => {
      await crawl(aPlan({ issuer: '某省数据局' }, 100, '2026-02-02'));
      expect(await versions()).toHaveLength(1);
    }));
});
