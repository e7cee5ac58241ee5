import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { type DerivePool, derivePool, inlineDerive } from '../../app/workers/derive-pool.ts';
import type { Store } from '../../store/store.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList, aReport, servePages } from '../helpers/pages.ts';

const REPORTS = [2024, 2025, 2026];
const NOTICE = [
  '各市要压实责任，抓好春耕生产，确保适期播种、种足种满。',
  '省里将组织督查，结果予以通报，请遵照执行。',
];
const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    REPORTS.map((year) => [
      `/${year}.html`,
      aReport(year, { growth: '5%左右', jobs: year - 1900, grain: 500 }),
    ]),
  ),
  '/notice.html': aGovernmentPage('关于做好春耕生产工作的通知', '2026-02-01', NOTICE),
  '/again.html': aGovernmentPage('关于做好春耕生产工作的通知', '2026-02-02', NOTICE),
};
const PATHS = Object.keys(PAGES);

/** Reads pages so that they are done in the order given, whatever the order in which they come. */
function inOrder(paths: readonly string[]): DerivePool {
  const turns = new Map(paths.map((path) => [path, Promise.withResolvers<void>()]));
  return {
    ...inlineDerive,
    derive: async (body, page, rules, region) => {
      const { pathname } = new URL(page.url);
      const before = paths[paths.indexOf(pathname) - 1];
      if (before !== undefined) await turns.get(before)?.promise;
      // Whoever waits for this page goes on when it is kept, or about to be: writing is first come, first served.
      setImmediate(() => turns.get(pathname)?.resolve());
      return inlineDerive.derive(body, page, rules, region);
    },
  };
}

/** What must not depend on the order in which pages are read. */
async function archiveOf(store: Store): Promise<object> {
  const documents = await store.documents({ limit: 99 });
  return {
    documents: documents
      .map(({ url, state, versions, clusterId }) => [url, state, versions, clusterId])
      .sort(),
    plans: (await store.plans({ limit: 99 })).map(({ id, seq }) => [id, seq]),
    // Between years that follow on each other: over a gap that was filled later, one more may stand.
    comparisons: (await store.comparisons({ limit: 99 }))
      .filter(({ before, after }) => after.identity.year - before.identity.year === 1)
      .map(({ id }) => id)
      .sort(),
    events: (await store.events({ limit: 99 }))
      .map(({ kind, documentId, comparisonId, news }) => [kind, documentId, comparisonId, news])
      .sort(),
  };
}

describe('an archive', () => {
  let site: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    const links = PATHS.map((href) => ({ href, title: `关于印发工作安排的通知${href}` }));
    site = await servePages({ ...PAGES, '/list.html': aList(links) });
  });
  afterAll(() => site.close());

  const crawled = (pool: DerivePool) =>
    inFolder(async (folder) => {
      const source = aSource({ urls: [`${site.url}/list.html`] });
      const { app } = await anApp(folder, [source], { news: { freshDays: 60 } }, pool);
      await crawlJob(app, source);
      const archive = await archiveOf(app.store);
      await app.close();
      return archive;
    });

  it('is the same in whatever order its pages are read', { timeout: 120_000 }, async () => {
    const expected = await crawled(inOrder(PATHS));
    const orders = PATHS.map((_, at) => [...PATHS.slice(at), ...PATHS.slice(0, at)]);
    for (const order of [...orders, ...orders.map((one) => one.toReversed())])
      expect(await crawled(inOrder(order)), order.join(' ')).toEqual(expected);
  });

  it('is the same with one thread and with two', { timeout: 120_000 }, async () => {
    expect(await crawled(derivePool(2))).toEqual(await crawled(derivePool(1)));
  });
});
