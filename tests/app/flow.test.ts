import { readdir } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { dueDigests, mailJob } from '../../app/jobs/mail/mail-job.ts';
import { reprocess } from '../../app/jobs/plan/reprocess.ts';
import type { App } from '../../app/wire.ts';
import { bandKeys } from '../../pipeline/copies/band-keys.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { aGovernmentPage, aList, aReport, type ServedPage, servePages } from '../helpers/pages.ts';

const OLD = { href: '/2025.html', title: '2025年某省政府工作报告全文' };
const NEW = { href: '/2026.html', title: '2026年某省政府工作报告全文' };
const NEWS = { href: '/news.html', title: '全省春耕生产工作会议在某市召开' };
const NEWS_PAGE = aGovernmentPage('全省春耕生产工作会议在某市召开', '2025-03-01', [
  '三月一日，全省春耕生产工作会议在某市召开，会议总结去年粮食生产工作，对今年春耕生产作出部署。',
  '会议强调，各地要压实责任，抓好种子、化肥等农资供应，组织好农机调度，确保适期播种、种足种满。',
]);

/** One list of one government, crawled by the code that crawls real ones. */
describe('the way from a page to a mail', () => {
  let pages: Record<string, ServedPage | string>;
  let site: Awaited<ReturnType<typeof servePages>>;

  beforeEach(async () => {
    pages = {
      '/list.html': aList([OLD, NEWS]),
      '/2025.html': aReport(2025, { growth: '5%左右', jobs: 100, grain: 500 }),
      '/news.html': NEWS_PAGE,
    };
    site = await servePages(pages);
  });
  afterEach(() => site.close());

  const withSite = (
    settings: Record<string, unknown>,
    work: (app: App, crawl: () => Promise<unknown>, clock: { now: Date }, folder: string) => Promise<void>,
  ) =>
    inFolder(async (folder) => {
      const source = aSource({ urls: [`${site.url}/list.html`] });
      const { app, clock } = await anApp(folder, [source], settings);
      await app.store.saveSubscriber(aReader());
      const crawl = () => {
        clock.now = new Date(clock.now.getTime() + 40 * 86_400_000);
        return crawlJob(app, source, { recheck: true });
      };
      try {
        await work(app, crawl, clock, folder);
      } finally {
        await app.close();
      }
    });

  const publishNew = () => {
    pages['/list.html'] = aList([NEW, OLD, NEWS]);
    pages['/2026.html'] = aReport(2026, { growth: '4.5%—5%', jobs: 105, grain: 500 });
  };

  it('mails nothing of what a first crawl finds standing', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      expect((await app.store.plans({ limit: 9 })).map((plan) => plan.identity.year)).toEqual([2025]);
      expect(await dueDigests(app)).toEqual([]);
    }));

  it('finds a new plan on the list, compares it with the year before and mails both quotes', () =>
    withSite({}, async (app, crawl, _, folder) => {
      await crawl();
      publishNew();
      await crawl();
      const [due] = await dueDigests(app);
      expect(due?.digest.news).toHaveLength(1);
      expect(await mailJob(app)).toEqual({ composed: 1, sent: 1, failed: 0, inDoubt: 0 });
      const [mail] = await app.store.outbox({ state: 'sent', limit: 9 });
      expect(mail?.email.text).toContain('地区生产总值增长4.5%—5%');
      expect(mail?.email.text).toContain('地区生产总值增长5%左右');
      const versions = /\/documents\/\w+\/versions\/1#s\d+-\d+/g;
      expect(new Set(mail?.email.html.match(versions)).size).toBeGreaterThanOrEqual(4);
      expect(await readdir(`${folder}/outbox`)).toEqual([`${mail?.id}.eml`]);
    }));

  it('tells each thing once, however often it is crawled and mailed', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      publishNew();
      await crawl();
      await mailJob(app);
      await crawl();
      await crawl();
      expect(await mailJob(app)).toMatchObject({ composed: 0, sent: 0 });
    }));

  it('sees a silent edit of one number in an old plan', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      pages['/2025.html'] = aReport(2025, { growth: '5%左右', jobs: 90, grain: 500 });
      await crawl();
      const [due] = await dueDigests(app);
      const news = due?.digest.news[0];
      expect(news?.kind).toBe('plan_revised');
      const moved =
        news?.kind === 'plan_revised' ? news.changes.filter((change) => change.change !== 'same') : [];
      expect(moved.map((change) => [change.change, change.before?.value, change.after?.value])).toEqual([
        ['lowered', 1_000_000, 900_000],
      ]);
    }));

  it('makes no version of a page whose surroundings changed', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      pages['/news.html'] = NEWS_PAGE.replace('政务公开', '政务公开栏目').replace(
        '责任编辑：甲乙',
        '责任编辑：丙丁 阅读：123次',
      );
      await crawl();
      const documents = await app.store.documents({ limit: 9 });
      expect(documents.map((document) => document.versions)).toEqual([1, 1]);
    }));

  it('tells an edit of an ordinary article with what changed', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      pages['/news.html'] = NEWS_PAGE.replace('确保适期播种', '力争适期播种');
      await crawl();
      const [due] = await dueDigests(app);
      expect(due?.digest.news.map((news) => news.kind)).toEqual(['article_edited']);
    }));

  it('calls a page gone only after several checks over a day, and says when it is back', () =>
    withSite({ gone: { checks: 2, hours: 24 } }, async (app, crawl) => {
      await crawl();
      const page = pages['/news.html'] ?? '';
      delete pages['/news.html'];
      await crawl();
      expect(await dueDigests(app)).toEqual([]);
      await crawl();
      expect((await dueDigests(app))[0]?.digest.news.map((news) => news.kind)).toEqual(['article_gone']);
      await mailJob(app);
      pages['/news.html'] = page;
      await crawl();
      expect((await dueDigests(app))[0]?.digest.news.map((news) => news.kind)).toEqual(['article_back']);
    }));

  it('never reports a plan as emptied when its text moved into an attachment', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      pages['/2025.html'] = aGovernmentPage('2025年某省政府工作报告', '2025-01-20', [
        '各位代表：现在，我代表省人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。',
        '报告全文请见附件，敬请广大群众下载阅读，并对政府工作提出宝贵的意见和建议。',
      ]);
      await crawl();
      expect(await dueDigests(app)).toEqual([]);
      expect(await app.store.problems({ open: true, limit: 9 })).toMatchObject([{ code: 'EXTRACT_SUSPECT' }]);
    }));

  it('takes a plan that stands on two sites for one, told from the more official one', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      publishNew();
      const press = aSource({
        id: 'press',
        publisher: '某省日报',
        publisherKind: 'press',
        kind: 'page',
        urls: [`${site.url}/copy.html`],
      });
      pages['/copy.html'] = String(pages['/2026.html']).replace('来源：某省人民政府办公厅', '来源：某省日报');
      await app.store.saveSources([{ ...press, tags: [] }]);
      await crawlJob(app, press);
      await crawl();
      expect(
        (await app.store.plans({ limit: 9 })).map((plan) => [plan.identity.year, plan.sourceId]),
      ).toEqual([
        [2026, 'src'],
        [2025, 'src'],
      ]);
      const [due] = await dueDigests(app);
      expect(due?.digest.news.filter((news) => news.kind === 'plan_compared')).toHaveLength(1);
    }));

  const ledgerOf = async (app: App, year: number) => {
    const plan = (await app.store.plans({ year, limit: 1 }))[0];
    return plan === undefined
      ? []
      : (await app.store.ledger(plan)).map(({ target, outcome, achievement, others }) => [
          target.quote,
          outcome,
          achievement?.quote ?? null,
          others.length,
        ]);
  };
  const COMMUNIQUE = { href: '/gb.html', title: '2025年某省国民经济和社会发展统计公报' };
  const communique = (date: string) =>
    aGovernmentPage(COMMUNIQUE.title, date, [
      '2025年，全省上下团结一心、攻坚克难，经济运行总体平稳，社会大局保持稳定，现将主要统计数据公布如下。',
      '初步核算，全年地区生产总值增长4.9%，全年粮食总产量493亿斤，全年城镇新增就业104万人。',
    ]);
  const SETTLED = [
    ['地区生产总值增长5%左右', 'met', '全省地区生产总值增长5.2%', 0],
    ['城镇新增就业100万人以上', 'met', '城镇新增就业104万人', 0],
    ['粮食产量500亿斤以上', 'not_reported', null, 0],
  ];

  it('settles last year’s targets by the review of the new plan, in whatever order the two are found', () =>
    withSite({}, async (app, crawl) => {
      publishNew();
      pages['/list.html'] = aList([NEW]);
      await crawl();
      pages['/list.html'] = aList([NEW, OLD]);
      await crawl();
      expect((await ledgerOf(app, 2025)).slice(0, 3)).toEqual(SETTLED);
      expect(await ledgerOf(app, 2026)).toEqual([]);
      pages['/2026.html'] = String(pages['/2026.html']).replace('增长5.2%', '增长4.2%');
      await crawl();
      expect((await ledgerOf(app, 2025))[0]).toEqual([
        '地区生产总值增长5%左右',
        'missed',
        '全省地区生产总值增长4.2%',
        0,
      ]);
    }));

  it('settles them by a communiqué too, whether it comes before the next plan or after', () =>
    withSite({}, async (app, crawl) => {
      pages['/gb.html'] = communique('2026-02-20');
      pages['/list.html'] = aList([COMMUNIQUE]);
      await crawl();
      pages['/list.html'] = aList([OLD, COMMUNIQUE]);
      await crawl();
      expect(await ledgerOf(app, 2025)).toEqual([
        ['地区生产总值增长5%左右', 'met', '全年地区生产总值增长4.9%', 0],
        ['城镇新增就业100万人以上', 'met', '全年城镇新增就业104万人', 0],
        ['粮食产量500亿斤以上', 'missed', '全年粮食总产量493亿斤', 0],
      ]);
      publishNew();
      await crawl();
      expect((await ledgerOf(app, 2025)).slice(0, 3)).toEqual([
        ['地区生产总值增长5%左右', 'met', '全省地区生产总值增长5.2%', 1],
        ['城镇新增就业100万人以上', 'met', '城镇新增就业104万人', 1],
        ['粮食产量500亿斤以上', 'missed', '全年粮食总产量493亿斤', 0],
      ]);
    }));

  it('takes no article of the year itself for a report on it', () =>
    withSite({}, async (app, crawl) => {
      pages['/gb.html'] = communique('2025-12-20');
      pages['/list.html'] = aList([OLD, COMMUNIQUE]);
      await crawl();
      expect(await ledgerOf(app, 2025)).toEqual([]);
    }));

  it('links news with the plan it reports, whichever of the two comes first', () =>
    withSite({}, async (app, crawl) => {
      const EARLY = { href: '/early.html', title: '省长作政府工作报告' };
      const LATE = { href: '/late.html', title: '一图读懂2026年政府工作报告' };
      const paragraphs = [
        '一月二十日上午，省十四届人大四次会议隆重开幕，省长代表省人民政府向大会作报告，提出今年主要预期目标。',
        '出席会议的代表认为，目标鼓舞人心、催人奋进，纷纷表示要立足岗位，把会议确定的各项任务落到实处。',
      ];
      pages['/early.html'] = aGovernmentPage(EARLY.title, '2026-01-20', paragraphs);
      pages['/late.html'] = aGovernmentPage(LATE.title, '2026-01-22', paragraphs);
      pages['/list.html'] = aList([EARLY, OLD, NEWS]);
      await crawl();
      publishNew();
      pages['/list.html'] = aList([EARLY, NEW, OLD, NEWS]);
      await crawl();
      pages['/list.html'] = aList([LATE, EARLY, NEW, OLD, NEWS]);
      await crawl();
      const [plan, before] = await app.store.plans({ limit: 9 });
      if (plan === undefined || before === undefined) throw new Error('expected two plans');
      const reports = await app.store.mentionsOf(plan.identity, 9);
      expect(reports.map(({ title }) => title)).toEqual([LATE.title, EARLY.title]);
      expect(await app.store.mentionsOf(before.identity, 9)).toEqual([]);
      for (const { id } of reports)
        expect((await app.store.plansMentioned(id)).map((one) => one.identity.year)).toEqual([2026]);

      pages['/early.html'] = aGovernmentPage('省长会见企业家代表', '2026-01-20', paragraphs.toReversed());
      await crawl();
      expect(await app.store.mentionsOf(plan.identity, 9)).toHaveLength(1);
    }));

  it('keeps with two years compared what became of the tasks', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      publishNew();
      pages['/2026.html'] = String(pages['/2026.html']).replace('新增养老床位', '加快新增养老床位');
      await crawl();
      const [comparison] = await app.store.comparisons({ limit: 1 });
      expect((await app.store.tasks(comparison?.id ?? ''))?.counts).toMatchObject({ edited: 2, dropped: 0 });
    }));

  it('tells nobody of what only our own rules changed, and of what the publisher did only that', () =>
    withSite({}, async (app, crawl, clock) => {
      pages['/news.html'] = NEWS_PAGE.replace(
        '</div>\n<div class="editor">',
        '<p class="tip">温馨提示：本页可以朗读。</p></div>\n<div class="editor">',
      );
      await crawl();
      const upgraded = aSource({
        urls: [`${site.url}/list.html`],
        rules: { remove: '.tip, .TRS_Editor p:nth-of-type(2)' },
      });
      clock.now = new Date(clock.now.getTime() + 40 * 86_400_000);
      await crawlJob(app, upgraded, { recheck: true });
      expect(await dueDigests(app)).toEqual([]);
      const news = (await app.store.documents({ limit: 9 })).find((document) =>
        document.url.endsWith('news.html'),
      );
      const causes = async () => (await app.store.versions(news?.id ?? '')).map((version) => version.cause);
      expect(await causes()).toEqual(['publisher', 'extractor']);

      pages['/news.html'] = String(pages['/news.html']).replace('三月一日', '三月二日');
      const again = aSource({ urls: [`${site.url}/list.html`], rules: { remove: '.tip' } });
      clock.now = new Date(clock.now.getTime() + 40 * 86_400_000);
      await crawlJob(app, again, { recheck: true });
      expect(await causes()).toEqual(['publisher', 'extractor', 'extractor', 'publisher']);
      const [due] = await dueDigests(app);
      const edited = due?.digest.news.find((one) => one.kind === 'article_edited');
      const touched =
        edited?.kind === 'article_edited' ? edited.hunks.filter((hunk) => hunk.kind !== 'same') : [];
      expect(touched.map((hunk) => hunk.kind)).toEqual(['edited']);
    }));

  it('reads the archive again after an upgrade, first saying what would change', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      const rules = { remove: ['.TRS_Editor p:nth-of-type(6)'] };
      const upgraded: App = {
        ...app,
        config: { ...app.config, sources: app.config.sources.map((one) => ({ ...one, rules })) },
      };
      const again = async (dryRun: boolean) =>
        (await Array.fromAsync(reprocess(upgraded, dryRun))).filter((one) => one.changed);
      const versions = async () =>
        (await app.store.documents({ limit: 9 })).map((document) => document.versions);
      const dry = await again(true);
      expect(dry.map(({ document, targets }) => [document.title, targets?.before, targets?.after])).toEqual([
        ['2025年某省政府工作报告', 7, 3],
      ]);
      expect(dry[0]?.lines).toEqual({ lost: [expect.stringContaining('主要预期目标')], gained: [] });
      expect(dry[0]?.targets).toMatchObject({ gained: [] });
      expect(dry[0]?.targets?.lost).toContain('城镇新增就业100万人以上');
      expect(await versions()).toEqual([1, 1]);
      expect(await again(false)).toEqual(dry);
      expect((await versions()).sort()).toEqual([1, 2]);
      expect(await again(false)).toEqual([]);
      expect(await dueDigests(app)).toEqual([]);
    }));

  it('finds copies of what was archived before fingerprints were made in another way, once it is read again', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      const marks = async () =>
        (await app.store.documents({ limit: 9 })).map(({ fingerprint }) => fingerprint ?? '');
      const heads = async (mark: string) => (await app.store.headsSharing(bandKeys(mark), 9)).length;
      const before = await marks();
      const file = new SqliteDatabase(app.config.store.path);
      file.exec('update document set fingerprint = null; delete from band');
      file.close();
      await Array.fromAsync(reprocess(app, false));
      expect(await marks()).toEqual(before);
      expect(await Promise.all(before.map(heads))).toEqual([1, 1]);
    }));

  it('says what the present rules cannot read, and leaves it as it was read', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      const sources = app.config.sources.map((one) => ({ ...one, rules: { select: ['.nowhere'] } }));
      const broken: App = { ...app, config: { ...app.config, sources } };
      const results = await Array.fromAsync(reprocess(broken, false));
      expect(results.map(({ changed, error }) => [changed, error?.code])).toEqual([
        [false, 'RULE_MATCHED_NOTHING'],
        [false, 'RULE_MATCHED_NOTHING'],
      ]);
      expect((await app.store.documents({ limit: 9 })).map(({ versions }) => versions)).toEqual([1, 1]);
    }));

  it('keeps what a plan states when an upgrade no longer takes it for a plan', () =>
    withSite({}, async (app, crawl) => {
      await crawl();
      const rules = { title: '.location' };
      const upgraded: App = {
        ...app,
        config: { ...app.config, sources: app.config.sources.map((one) => ({ ...one, rules })) },
      };
      const dry = await Array.fromAsync(reprocess(upgraded, true));
      const results = await Array.fromAsync(reprocess(upgraded, false));
      expect(results).toEqual(dry);
      const [read] = results.filter(({ targets }) => targets);
      expect(read).toMatchObject({ changed: true, targets: { before: 7, after: 7 } });
    }));

  it('heads the copies of a text by the outlet they name as their source, whichever is found first', () =>
    withSite({}, async (app) => {
      const outlets = ['repost', 'origin'].map((id) =>
        aSource({
          id,
          publisher: id === 'origin' ? '某市晚报' : '某某新闻网',
          publisherKind: 'press',
          kind: 'page',
          urls: [`${site.url}/${id}.html`],
        }),
      );
      const copy = NEWS_PAGE.replace('来源：某省人民政府办公厅', '来源：某市晚报');
      pages['/repost.html'] = copy;
      pages['/origin.html'] = copy;
      await app.store.saveSources(outlets);
      for (const outlet of outlets) await crawlJob(app, outlet);
      const documents = await app.store.documents({ limit: 9 });
      const origin = documents.find((document) => document.sourceId === 'origin');
      expect(documents.map((document) => document.clusterId)).toEqual([origin?.id, origin?.id]);
    }));

  it('compares a plan with an older one that is found later', () =>
    withSite({}, async (app, crawl) => {
      publishNew();
      pages['/list.html'] = aList([NEW]);
      await crawl();
      expect(await app.store.comparisons({ limit: 9 })).toEqual([]);
      pages['/list.html'] = aList([NEW, OLD]);
      await crawl();
      expect(await app.store.comparisons({ limit: 9 })).toMatchObject([
        { kind: 'year', before: { identity: { year: 2025 } } },
      ]);
    }));
});
