import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanRecord } from '../../core/archive.ts';
import type { Email, Subscriber } from '../../core/digest.ts';
import { sha256 } from '../../core/hash.ts';
import type { Outcome, Settlement } from '../../core/ledger.ts';
import type { FetchedPage } from '../../core/page.ts';
import type { Engine } from '../../store/engine.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { anArticle, aPlanIdentity, aStatement } from '../helpers/samples.ts';

const T0 = '2026-01-01T00:00:00.000Z';
const T1 = '2026-01-02T00:00:00.000Z';
const T2 = '2026-01-03T00:00:00.000Z';
const URL = 'https://www.example.gov.cn/a/1.html';

const aPage = (text: string, fetchedAt = T0, url = URL): FetchedPage => {
  const body = Buffer.from(text);
  return {
    url,
    finalUrl: url,
    fetchedAt,
    status: 200,
    headers: { 'content-type': 'text/html', etag: '"1"' },
    body,
    sha256: sha256(body),
    fetcher: 'http',
  };
};

const aSubscriber: Subscriber = {
  id: 's1',
  email: 'a@example.org',
  name: '甲',
  language: 'zh',
  sources: [],
  regions: ['山东省'],
  tags: [],
  words: [],
  token: 'token-1',
  createdAt: T0,
  active: true,
};

const anEmail = (id: string): Email => ({
  id,
  from: 'planwatch@example.org',
  to: 'a@example.org',
  subject: '主题',
  text: '正文',
  html: '<p>正文</p>',
  messageId: `<${id}@example.org>`,
  date: T1,
  headers: {},
});

/** What every store must do, whatever database lies under it. */
export function storeContract(
  name: string,
  makeEngine: () => Promise<{ engine: Engine; destroy: () => Promise<void> }>,
): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    let destroy: () => Promise<void>;

    beforeEach(async () => {
      const made = await makeEngine();
      destroy = made.destroy;
      store = (await openStore(made.engine)).store;
    });
    afterEach(async () => {
      await store.close();
      await destroy();
    });

    const versionOf = async (text: string, at: string) => {
      const page = await store.savePage(aPage(text, at), 'src');
      const version = await store.saveVersion({
        documentId: page.documentId,
        pageId: page.id,
        article: anArticle(text),
        hash: sha256(text),
        fingerprint: 'f',
        cause: 'publisher',
        at,
      });
      return { page, version };
    };
    const planOf = async (year: number, text: string, at: string) => {
      const { page, version } = await versionOf(text, at);
      if (version === 'unchanged') throw new Error('expected a new version');
      return store.savePlan({
        identity: aPlanIdentity(year),
        sourceId: 'src',
        documentId: page.documentId,
        seq: version.seq,
        outline: [{ level: 1, heading: '一、目标', start: 0, end: 5 }],
        statements: [aStatement({ indicator: '地区生产总值', value: year % 100 })],
        at,
      });
    };

    it('gives a page body back byte for byte, also when it was packed against an earlier one', async () => {
      const long = `<p>${'发展改革工作要点'.repeat(500)}</p>`;
      const first = await store.savePage(aPage(long, T0), 'src');
      const second = await store.savePage(aPage(`${long}!`, T1), 'src');
      expect((await store.pageBody(first.sha256)).toString()).toBe(long);
      expect((await store.pageBody(second.sha256)).toString()).toBe(`${long}!`);
    });

    it('gives back the pages of many sites that are crawled in turn', async () => {
      const saved: [string, string][] = [];
      for (const turn of [1, 2, 3])
        for (const site of [1, 2, 3, 4, 5, 6]) {
          const text = `<html>${`第${site}个网站的菜单${'，'.repeat(site)}`.repeat(500)}<p>第${turn}条新闻</p></html>`;
          const page = aPage(text, T0, `https://s${site}.example.gov.cn/a/${turn}.html`);
          await store.savePage(page, `s${site}`);
          saved.push([text, page.sha256]);
        }
      for (const [text, sha256] of saved) expect((await store.pageBody(sha256)).toString()).toBe(text);
      const more = [1, 2, 3, 4, 5, 6].flatMap((site) =>
        [4, 5, 6].map((turn) => {
          const text = saved[site - 1]?.[0].replace('第1条', `第${turn}条`) ?? '';
          return { text, site, page: aPage(text, T0, `https://s${site}.example.gov.cn/a/${turn}.html`) };
        }),
      );
      await Promise.all(more.map(({ site, page }) => store.savePage(page, `s${site}`)));
      for (const { text, page } of more) expect((await store.pageBody(page.sha256)).toString()).toBe(text);
    });

    it('gives back pages that lie on the template of their site, and their later versions', async () => {
      const chrome = Array.from(
        { length: 300 },
        (_, i) => `<li><a href="/${i * 7919}.html">栏目</a></li>`,
      ).join('');
      const pages = Array.from({ length: 6 }, (_, page) =>
        Array.from({ length: 4 }, (_, version) => ({
          url: `https://www.example.gov.cn/zwgk/t${page}.html`,
          text: `<ul>${chrome}</ul><p>第${page}号，第${version}稿</p>`,
          at: `2026-01-0${1 + version}T00:00:0${page}.000Z`,
        })),
      ).flat();
      const saved: [string, string][] = [];
      for (const { url, text, at } of pages)
        saved.push([text, (await store.savePage(aPage(text, at, url), 'src')).sha256]);
      for (const [text, sha256] of saved) expect((await store.pageBody(sha256)).toString()).toBe(text);
    });

    it('keeps a text twice only where the second says other things of the document, and then once', async () => {
      const { page } = await versionOf('甲', T0);
      const { documentId, id } = page;
      const article = { ...anArticle('甲'), fields: { validity: '废止' } };
      const again = { documentId, pageId: id, article, hash: sha256('甲'), fingerprint: 'f', at: T1 };
      expect(await store.saveVersion({ ...again, cause: 'publisher' })).toBe('unchanged');
      for (const outcome of [{ seq: 2 }, 'unchanged']) {
        const saved = await store.saveVersion({ ...again, cause: 'publisher', restates: 1 });
        expect(saved).toEqual(outcome === 'unchanged' ? outcome : expect.objectContaining(outcome));
      }
      expect((await store.latestVersion(documentId))?.article.fields.validity).toBe('废止');
    });

    it('keeps the page of a list as it was last, for each source by itself', async () => {
      const [first, second] = [aPage('<a>甲</a>', T0), aPage('<a>乙</a>', T1)];
      for (const page of [first, second]) await store.saveListPage('src', page);
      const { url, headers, body } = second;
      expect(await store.listPage('src', url)).toEqual({ url, finalUrl: url, headers, body });
      expect(await store.listPage('other', url)).toBeNull();
      await store.dropListPage('src', url);
      expect(await store.listPage('src', url)).toBeNull();
    });

    it('gives an article back whole, whether its text is that of its blocks or not', async () => {
      const { documentId, id } = await store.savePage(aPage('甲'), 'src');
      const blocks = [
        { kind: 'paragraph', text: '甲' },
        { kind: 'paragraph', text: '乙' },
      ] as const;
      for (const [seq, text] of [[1, '甲\n乙'] as const, [2, '丙'] as const]) {
        const article = { ...anArticle(text), blocks, text };
        const version = { documentId, pageId: id, article, hash: text, fingerprint: '' };
        await store.saveVersion({ ...version, cause: 'publisher', at: T0 });
        expect((await store.version(documentId, seq))?.article).toEqual(article);
      }
    });

    it('keeps a body once, whatever page it came with, and gives back where it came from', async () => {
      const other = 'https://www.example.gov.cn/a/2.html';
      const finalUrl = 'https://www.example.gov.cn/moved/2.html';
      const saved = [
        await store.savePage(aPage('甲'), 'src'),
        await store.savePage({ ...aPage('甲', T1, other), finalUrl }, 'src'),
      ];
      expect((await store.pageBody(sha256('甲'))).toString()).toBe('甲');
      for (const page of saved)
        expect([page.isFirst, await store.page(page.id)]).toEqual([true, { ...page, isFirst: false }]);
      expect(await store.savePage(aPage('乙', T2), 'src')).toMatchObject({ isFirst: false });
      expect((await store.pages(saved[1]?.documentId ?? '')).map((page) => page.finalUrl)).toEqual([
        finalUrl,
      ]);
    });

    it('keeps bodies that come at once, the same and others', async () => {
      const texts = ['甲', '乙', '甲', '丙', '甲'];
      const saved = await Promise.all(
        texts.map((text, i) => store.savePage(aPage(text, T0, `https://www.example.gov.cn/${i}`), 'src')),
      );
      const bodies = saved.map(async (page) => (await store.pageBody(page.sha256)).toString());
      expect(await Promise.all(bodies)).toEqual(texts);
    });

    it('says which page body is missing', async () => {
      await expect(store.pageBody('0'.repeat(64))).rejects.toMatchObject({ code: 'STORE_BODY_MISSING' });
    });

    it('keeps a page once however often it is saved', async () => {
      await store.savePage(aPage('a'), 'src');
      const { documentId } = await store.savePage(aPage('a'), 'src');
      expect(await store.pages(documentId)).toHaveLength(1);
    });

    it('lists pages as pending until they are settled, oldest first', async () => {
      const late = await store.savePage(aPage('b', T1), 'src');
      const early = await store.savePage(aPage('a', T0), 'src');
      expect((await store.pendingPages(10)).map((page) => page.id)).toEqual([early.id, late.id]);
      await store.settlePage(early.id);
      expect((await store.pendingPages(10)).map((page) => page.id)).toEqual([late.id]);
    });

    it('remembers listed URLs as due, unfetched ones before overdue ones', async () => {
      await store.saveListed('src', [URL], { at: T1, baseline: true });
      await store.savePage(aPage('a', T0, 'https://www.example.gov.cn/a/2.html'), 'src');
      expect((await store.dueUrls('src', T2, 10)).map((known) => known.url)).toEqual([
        URL,
        'https://www.example.gov.cn/a/2.html',
      ]);
      await store.saveCheck(URL, { at: T1, nextCheckAt: '2027-01-01T00:00:00.000Z' });
      expect((await store.dueUrls('src', T2, 10)).map((known) => known.url)).toEqual([
        'https://www.example.gov.cn/a/2.html',
      ]);
    });

    it('takes a document for due that was fetched days from now, when the clock was ahead', async () => {
      await store.saveListed('src', [URL], { at: T0, baseline: true });
      const due = async () => (await store.dueUrls('src', T1, 10)).length;
      await store.saveCheck(URL, { at: T2, nextCheckAt: '2031-01-01T00:00:00.000Z' });
      expect(await due()).toBe(0);
      await store.saveCheck(URL, { at: '2030-12-31T00:00:00.000Z', nextCheckAt: '2031-01-01T00:00:00.000Z' });
      expect(await due()).toBe(1);
    });

    it('does not touch a document that a list shows again', async () => {
      const { page } = await versionOf('a', T0);
      await store.saveListed('src', [URL], { at: T1, baseline: true });
      expect(await store.document(page.documentId)).toMatchObject({
        versions: 1,
        baseline: false,
        firstSeenAt: T0,
      });
    });

    it('remembers a thousand URLs in one call', async () => {
      const urls = Array.from({ length: 1200 }, (_, i) => `https://www.example.gov.cn/${i}.html`);
      await store.saveListed('src', urls, { at: T0, baseline: false });
      expect((await store.remember([...urls, 'https://other.example/'])).size).toBe(1200);
    });

    it('numbers versions from one and makes none where nothing changed', async () => {
      const first = await versionOf('甲', T0);
      const same = await versionOf('甲', T1);
      const second = await versionOf('乙', T2);
      expect(first.version).toMatchObject({ seq: 1 });
      expect(same.version).toBe('unchanged');
      expect(second.version).toMatchObject({ seq: 2, createdAt: T2 });
      expect((await store.versions(first.page.documentId)).map((version) => version.article.text)).toEqual([
        '甲',
        '乙',
      ]);
      expect((await store.latestVersion(first.page.documentId))?.seq).toBe(2);
      expect(await store.version(first.page.documentId, 3)).toBeNull();
    });

    it('finds the heads of clusters that share a key, and forgets keys that were replaced', async () => {
      const other = 'https://www.example.gov.cn/a/2.html';
      const { page } = await versionOf('甲', T0);
      const copy = await store.savePage(aPage('甲', T1, other), 'src');
      await store.saveVersion({
        documentId: copy.documentId,
        pageId: copy.id,
        article: anArticle('甲'),
        hash: 'h',
        fingerprint: 'g',
        cause: 'publisher',
        at: T1,
      });
      await store.saveBands(page.documentId, { before: [], now: [10, 21] });
      await store.saveBands(copy.documentId, { before: [], now: [21, 32] });
      const sharing = async (...keys: number[]) =>
        (await store.headsSharing(keys, 9)).map((head) => head.fingerprint);
      expect(await sharing(21)).toEqual(['g', 'f']);
      expect(await sharing(10, 99)).toEqual(['f']);
      await store.saveCluster(copy.documentId, page.documentId);
      expect(await sharing(21)).toEqual(['f']);
      await store.saveBands(page.documentId, { before: [10, 21], now: [10, 43] });
      expect([await sharing(21), await sharing(10), await sharing(43), await sharing()]).toEqual([
        [],
        ['f'],
        ['f'],
        [],
      ]);
    });

    it('finds heads by keys that have just come and by those that came long ago', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 150; i++) {
        const page = await store.savePage(aPage(`${i}`, T0, `https://www.example.gov.cn/a/${i}.html`), 'src');
        await store.saveFingerprint(page.documentId, `f${i}`);
        await store.saveBands(page.documentId, { before: [], now: [i, 1000 + (i % 50), 5000] });
        ids.push(page.documentId);
        expect((await store.headsSharing([i], 9)).map((head) => head.fingerprint)).toEqual([`f${i}`]);
      }
      const sharing = async (key: number) =>
        (await store.headsSharing([key], 999)).map((head) => head.fingerprint).toSorted();
      for (const i of [0, 63, 64, 127, 128, 149]) expect(await sharing(i)).toEqual([`f${i}`]);
      expect(await sharing(1049)).toEqual(['f149', 'f49', 'f99']);
      expect(await sharing(5000)).toHaveLength(150);
      for (const i of [3, 149])
        await store.saveBands(ids[i] ?? '', { before: [i, 1000 + (i % 50), 5000], now: [9000] });
      expect([await sharing(3), await sharing(1003), await sharing(9000)]).toEqual([
        [],
        ['f103', 'f53'],
        ['f149', 'f3'],
      ]);
    });

    it('finds the plan one period earlier and later in its series', async () => {
      const before = await planOf(2024, '二〇二四', T0);
      const after = await planOf(2026, '二〇二六', T1);
      const { series } = before.identity;
      expect((await store.planBefore(series, 2026))?.id).toBe(before.id);
      expect((await store.planAfter(series, 2024))?.id).toBe(after.id);
      expect(await store.planBefore(series, 2024)).toBeNull();
      expect((await store.planOf(series, 2026))?.statements).toHaveLength(1);
      expect((await store.plans({ limit: 10 })).map((plan) => plan.identity.year)).toEqual([2026, 2024]);
    });

    it('keeps what a comparison saw even after the plan was read again', async () => {
      const before = await planOf(2025, '旧文', T0);
      const [change] = [
        {
          change: 'new',
          indicator: '就业',
          entity: null,
          before: null,
          after: aStatement({}),
          headline: true,
          better: null,
          similarity: 1,
        },
      ] as const;
      const revised = await planOf(2025, '新文', T1);
      const saved = await store.saveComparison({
        kind: 'revision',
        before,
        after: revised,
        changes: [change],
        at: T1,
      });
      await planOf(2025, '再改', T2);
      const found = await store.comparison(saved.id);
      expect(found?.before.versionId).toBe(before.versionId);
      expect(found?.after.seq).toBe(2);
      expect(found?.changes).toEqual([change]);
      expect(await store.comparisons({ planId: before.id, limit: 5 })).toHaveLength(1);
    });

    describe('what became of targets', () => {
      const target = aStatement({ indicator: '地区生产总值', value: 5 });
      const other = aStatement({ indicator: '城镇新增就业', value: 100, start: 50, end: 60 });
      const done = aStatement({ kind: 'achievement', value: 5.2 });
      const settled = (outcome: Outcome, of = target): Settlement => ({
        target: of,
        outcome,
        achievement: outcome === 'not_reported' ? null : done,
        progress: [],
      });
      const NEWS = 'https://news.example/1.html';
      const review = async (text: string, at: string) => {
        const page = await store.savePage(aPage(text, at, NEWS), 'src');
        const version = await store.saveVersion({
          documentId: page.documentId,
          pageId: page.id,
          article: anArticle(text),
          hash: sha256(text),
          fingerprint: 'f',
          cause: 'publisher',
          at,
        });
        if (version === 'unchanged') throw new Error('expected a new version');
        return { documentId: page.documentId, seq: version.seq };
      };
      const kept = { region: '某省', year: 2025, outline: [], statements: [done] };
      const told = async (plan: PlanRecord) =>
        (await store.ledger(plan)).map(({ outcome, report, others }) => [
          outcome,
          report.seq,
          others.map((also) => also.outcome),
        ]);

      it('is kept once for each report, the later plan before articles, numbers before silence', async () => {
        const plan = await planOf(2025, '二〇二五', T0);
        const after = await planOf(2026, '二〇二六', T1);
        const article = await review('公报', T2);
        await store.saveReview({ ...article, ...kept });
        const byPlan = {
          plan,
          report: after,
          settlements: [settled('met'), settled('not_reported', other)],
          at: T1,
        };
        await store.saveLedger(byPlan);
        await store.saveLedger(byPlan);
        expect(await told(plan)).toEqual([
          ['met', 2, []],
          ['not_reported', 2, []],
        ]);
        await store.saveLedger({
          plan,
          report: article,
          settlements: [settled('missed'), settled('missed', other)],
          at: T2,
        });
        expect(await told(plan)).toEqual([
          ['met', 2, ['missed']],
          ['missed', 1, []],
        ]);
        expect((await store.ledger(plan))[0]).toMatchObject(settled('met'));
        expect(await store.ledger(after)).toEqual([]);
      });

      it('follows no report that its publisher has replaced, and no plan that was read again', async () => {
        const plan = await planOf(2025, '二〇二五', T0);
        const article = await review('公报', T1);
        await store.saveReview({ ...article, ...kept });
        const settlements = [settled('met'), settled('not_reported', other)];
        await store.saveLedger({ plan, report: article, settlements, at: T1 });
        // An article is not asked for every target: that it is silent on one says nothing.
        expect(await told(plan)).toEqual([['met', 1, []]]);
        expect(await store.reviews('某省', 2025)).toEqual([{ ...article, statements: [done] }]);
        expect(await store.reviews('某省', 2024)).toEqual([]);
        expect(await store.statementsOf(article.documentId, 1)).toEqual([done]);
        expect(await store.statementsOf(article.documentId, 1, 'target')).toEqual([]);
        await review('公报，更正', T2);
        expect(await told(plan)).toEqual([]);
        expect(await store.reviews('某省', 2025)).toEqual([]);
      });
    });

    describe('an article that speaks of a plan', () => {
      const NEWS = 'https://news.example/1.html';
      const OTHER = 'https://news.example/2.html';
      const article = async (url: string, published: string) => {
        const page = await store.savePage(aPage(url, T1, url), 'src');
        await store.saveVersion({
          documentId: page.documentId,
          pageId: page.id,
          article: anArticle(url, { published }),
          hash: sha256(url),
          fingerprint: 'f',
          cause: 'publisher',
          at: T1,
        });
        return page.documentId;
      };
      const report = { kind: '政府工作报告', region: '某省', year: 2026, subject: null };

      it('is found from the plan, newest first, and the plan from it, whichever came first', async () => {
        const early = await article(NEWS, '2026-01-02');
        await store.saveMentions(early, [report, { ...report, year: 2025 }]);
        expect(await store.plansMentioned(early)).toEqual([]);
        const plan = await planOf(2026, '二〇二六', T1);
        const late = await article(OTHER, '2026-01-05');
        await store.saveMentions(late, [report]);
        expect((await store.mentionsOf(plan.identity, 9)).map(({ id }) => id)).toEqual([late, early]);
        expect(await store.mentionsOf(plan.identity, 1)).toHaveLength(1);
        expect((await store.plansMentioned(early)).map(({ id }) => id)).toEqual([plan.id]);
        await store.saveMentions(late, []);
        expect((await store.mentionsOf(plan.identity, 9)).map(({ id }) => id)).toEqual([early]);
      });

      it('speaks of no plan of another region, kind, year or subject', async () => {
        const plan = await planOf(2026, '二〇二六', T1);
        const id = await article(NEWS, '2026-01-02');
        const others = [{ region: '他省' }, { kind: '工作要点' }, { year: 2025 }, { subject: '数字经济' }];
        await store.saveMentions(
          id,
          others.map((other) => ({ ...report, ...other })),
        );
        expect(await store.mentionsOf(plan.identity, 9)).toEqual([]);
        expect(await store.plansMentioned(id)).toEqual([]);
        expect(await store.mentionsOf(aPlanIdentity(2026, { region: null }), 9)).toEqual([]);
      });

      it('may name a division by its last part, or say more than the plan does', async () => {
        const id = await article(NEWS, '2026-01-02');
        const digital = { kind: '行动计划', year: 2026, subject: '数字经济' };
        await store.saveMentions(id, [{ ...digital, region: '某市' }]);
        const of = (region: string, series: string) =>
          store.mentionsOf(aPlanIdentity(2026, { kind: '行动计划', region, series }), 9);
        expect(await of('某省某市', '某市人民政府 行动计划 数字经济')).toHaveLength(1);
        expect(await of('某市', '某市人民政府 行动计划 数字经济')).toHaveLength(1);
        expect(await of('某市', '某市人民政府 行动计划 低空经济')).toEqual([]);
        expect(await of('某市', '某市人民政府 行动计划')).toEqual([]);
        await store.saveMentions(id, [{ ...digital, region: '某省某市' }]);
        expect(await of('某市', '某市人民政府 行动计划 数字经济')).toHaveLength(1);
      });
    });

    it('keeps what became of tasks with their comparison', async () => {
      const before = await planOf(2025, '旧', T0);
      const after = await planOf(2026, '新', T1);
      const { id } = await store.saveComparison({ kind: 'year', before, after, changes: [], at: T1 });
      const task = {
        text: '办好实事。',
        start: 0,
        end: 5,
        section: ['一、'],
        units: ['某局'],
        deadline: null,
      };
      const counts = {
        firmer: 0,
        weaker: 0,
        deadline: 0,
        units: 0,
        moved: 0,
        new: 1,
        dropped: 0,
        edited: 0,
        same: 3,
      };
      const change = {
        change: 'new',
        before: null,
        after: task,
        moved: false,
        shifts: [{ object: '实事', before: '推进', after: '确保', shift: 'firmer' }],
        unitsChanged: false,
        deadlineChanged: false,
        similarity: 1,
      } as const;
      expect(await store.tasks(id)).toBeNull();
      await store.saveTasks(id, { counts, changes: [] });
      await store.saveTasks(id, { counts, changes: [change] });
      expect(await store.tasks(id)).toEqual({ counts, changes: [change] });
    });

    it('says when the plans of each series were published', async () => {
      const old = await planOf(2025, '旧', T0);
      const young = await planOf(2026, '新', T1);
      expect(
        (await store.planDates(10)).map(({ planId, plan, published }) => [planId, plan.year, published]),
      ).toEqual([
        [young.id, 2026, anArticle('').published],
        [old.id, 2025, anArticle('').published],
      ]);
      expect((await store.plans({ year: 2025, limit: 10 })).map(({ id }) => id)).toEqual([old.id]);
    });

    it('tells an event once to each subscriber, and only what came after the subscription', async () => {
      const { page } = await versionOf('a', T0);
      await store.saveSubscriber(aSubscriber);
      const event = {
        kind: 'article_gone',
        sourceId: 'src',
        documentId: page.documentId,
        seq: 1,
        beforeSeq: null,
        planId: null,
        comparisonId: null,
      } as const;
      await store.saveEvent({ ...event, at: '2025-12-31T00:00:00.000Z', news: true });
      await store.saveEvent({ ...event, at: T1, news: false });
      const told = await store.saveEvent({ ...event, at: T2, news: true });
      await store.saveEvent({ ...event, at: T2, news: true });
      expect((await store.untoldEvents(aSubscriber, T2)).map((one) => one.id)).toEqual([told.id]);
      const mail = {
        subscriberId: 's1',
        emails: [anEmail('d1'), anEmail('d1-2')],
        eventIds: [told.id],
        at: T2,
      };
      expect(await store.saveMails(mail)).toBe(true);
      expect(await store.saveMails(mail)).toBe(false);
      expect(await store.untoldEvents(aSubscriber, T2)).toEqual([]);
      expect((await store.dueMails(T2, 10)).map(({ id }) => id)).toEqual(['d1', 'd1-2']);
    });

    it('never offers a mail again that was handed over, sent, or must wait', async () => {
      await store.saveSubscriber(aSubscriber);
      for (const id of ['d1', 'd2', 'd3'])
        await store.saveMails({ subscriberId: 's1', emails: [anEmail(id)], eventIds: [], at: T0 });
      await store.markHandingOver('d1', T1);
      await store.markSent({ id: 'd2', at: T1, response: '250 ok' });
      await store.markFailed('d3', { code: 'SMTP_TEMPORARY', message: 'later', nextAttemptAt: T2 });
      expect(await store.dueMails(T1, 10)).toEqual([]);
      expect((await store.dueMails(T2, 10)).map((mail) => [mail.id, mail.attempts, mail.errorCode])).toEqual([
        ['d3', 1, 'SMTP_TEMPORARY'],
      ]);
      expect((await store.outbox({ state: 'doubt', limit: 9 })).map((mail) => mail.id)).toEqual(['d1']);
      await store.markRefused('d3', { at: T2, code: 'SMTP_REJECTED', message: 'no such box' });
      expect(await store.dueMails(T2, 10)).toEqual([]);
      expect((await store.outbox({ state: 'refused', limit: 9 })).map((mail) => mail.id)).toEqual(['d3']);
      await store.resend('d1', T1);
      expect((await store.dueMails(T1, 10)).map((mail) => mail.id)).toEqual(['d1']);
    });

    it('keeps a mail that an operator gave up, and neither sends it nor lists it as waiting for them', async () => {
      await store.saveSubscriber(aSubscriber);
      const mails = { subscriberId: 's1', emails: [anEmail('d1')], eventIds: [], at: T0 };
      await store.saveMails(mails);
      await store.markRefused('d1', { at: T1, code: 'SMTP_REJECTED', message: 'no such box' });
      await store.dismissMail('d1', T1);
      for (const state of ['waiting', 'doubt', 'refused', 'sent'] as const)
        expect(await store.outbox({ state, limit: 9 })).toEqual([]);
      expect(await store.dueMails(T2, 10)).toEqual([]);
      expect((await store.outbox({ state: 'dismissed', limit: 9 })).map((mail) => mail.id)).toEqual(['d1']);
      expect(await store.saveMails(mails)).toBe(false);
    });

    it('lets one run of a source be alive at a time, and takes over from the dead', async () => {
      const claim = (dueAt: string, at: string, isDead = false) =>
        store.claimRun({
          sourceId: 'src',
          dueAt,
          at,
          leaseUntil: T2,
          owner: 'host/1',
          isDead: () => isDead,
          release: '1',
        });
      const run = await claim(T0, T0);
      expect(run).not.toBeNull();
      expect(await claim(T1, T1)).toBeNull();
      expect(await claim(T1, T1, true)).not.toBeNull();
      expect((await store.lastRuns()).map((last) => last.dueAt)).toEqual([T1]);
      expect(await store.wasCrawled('src')).toBe(false);
    });

    it('takes up a scheduled minute again whose run was cut off', async () => {
      const claim = (at: string) =>
        store.claimRun({
          sourceId: 'src',
          dueAt: T0,
          at,
          leaseUntil: T1,
          owner: 'host/1',
          isDead: () => false,
          release: '1',
        });
      const first = await claim(T0);
      expect(await claim(T0)).toBeNull();
      expect(await claim(T2)).toMatchObject({ id: first?.id, status: 'running', startedAt: T2 });
    });

    it('runs a scheduled minute once', async () => {
      const claim = () =>
        store.claimRun({
          sourceId: 'src',
          dueAt: T0,
          at: T0,
          leaseUntil: T1,
          owner: 'host/1',
          isDead: () => false,
          release: '1',
        });
      const run = await claim();
      await store.finishRun({
        id: run?.id ?? '',
        finishedAt: T1,
        status: 'done',
        fetched: 3,
        newVersions: 1,
        errors: 0,
        fault: null,
        judged: true,
        narrowed: false,
      });
      expect(await claim()).toBeNull();
      expect(await store.wasCrawled('src')).toBe(true);
      expect(await store.lastRuns()).toMatchObject([{ status: 'done', fetched: 3 }]);
    });

    it('knows the last run that found no fault, and takes no narrowed one for a first crawl', async () => {
      const run = async (dueAt: string, release: string, code: string | null, narrowed = false) => {
        const lease = { leaseUntil: dueAt, owner: 'host/1', isDead: () => true, release };
        const { id } = (await store.claimRun({ sourceId: 'src', dueAt, at: dueAt, ...lease })) ?? { id: '' };
        const counts = { fetched: 0, newVersions: 0, errors: 0 };
        const fault = code === null ? null : { code, message: 'in words' };
        await store.finishRun({
          id,
          finishedAt: dueAt,
          status: 'done',
          ...counts,
          fault,
          judged: true,
          narrowed,
        });
      };
      await run(T0, '1.0', null, true);
      expect(await store.wasCrawled('src')).toBe(false);
      await run(T1, '1.1', null);
      await run(T2, '1.2', 'LIST_EMPTY');
      expect(await store.wasCrawled('src')).toBe(true);
      expect((await store.lastGoodRun('src'))?.release).toBe('1.1');
      const [last] = await store.lastRuns();
      expect([last?.release, last?.fault]).toEqual(['1.2', { code: 'LIST_EMPTY', message: 'in words' }]);
      expect(await store.lastGoodRun('other')).toBeNull();
    });

    it('keeps a ticket from its opening to its healing, and knows what operators were not told', async () => {
      const fault = { code: 'LIST_EMPTY', message: 'no links' };
      const opened = {
        id: 't1',
        sourceId: 'src',
        openedAt: T0,
        fault,
        runs: 1,
        release: '1',
        releaseBefore: null,
      };
      const ticket = { ...opened, brokenAt: null, closedAt: null, toldIn: null, healedIn: null };
      const untold = async () => (await store.untoldTickets()).map(({ id }) => id);
      await store.saveTicket(ticket);
      expect(await untold()).toEqual([]);
      const broken = { ...ticket, runs: 2, brokenAt: T1 };
      await store.saveTicket(broken);
      expect(await untold()).toEqual(['t1']);
      expect(await store.tickets({ sourceId: 'src', open: true, limit: 9 })).toEqual([broken]);
      await store.markTold('t1', 'break', 'letter');
      expect(await untold()).toEqual([]);
      await store.saveTicket({ ...broken, closedAt: T2 });
      expect(await untold()).toEqual(['t1']);
      expect(await store.tickets({ toldIn: 'letter', open: true, limit: 9 })).toEqual([]);
      await store.markTold('t1', 'healing', 'letter 2');
      expect(await untold()).toEqual([]);
    });

    it('knows when each source last brought an article', async () => {
      const source = { publisher: '某省', publisherKind: 'government', region: null, tags: [] } as const;
      await store.saveSources([
        { id: 'src', ...source },
        { id: 'idle', ...source },
      ]);
      for (const [at, url] of [
        [T0, `${URL}?a`],
        [T1, `${URL}?b`],
        [T2, `${URL}?c`],
      ] as const) {
        const page = await store.savePage(aPage(url, at, url), 'src');
        const { documentId, id: pageId } = page;
        const read = {
          article: anArticle(url),
          hash: url,
          fingerprint: '0',
          cause: 'publisher',
        } as const;
        if (at !== T2) await store.saveVersion({ documentId, pageId, at, ...read });
      }
      expect([...(await store.lastArticles())]).toEqual([['src', T1]]);
    });

    /** A run of the source that ends, or is cut off, in the minute it begins. */
    const run = async (at: string, status: 'done' | 'interrupted') => {
      const claim = { sourceId: 'src', dueAt: at, at, leaseUntil: at, owner: 'host/1', release: '1' };
      const claimed = await store.claimRun({ ...claim, isDead: () => true });
      const end = { finishedAt: at, fetched: 0, newVersions: 0, errors: 0, fault: null };
      await store.finishRun({ id: claimed?.id ?? '', status, ...end, judged: false, narrowed: false });
    };

    it('keeps the last good sizes, of all articles of a source and of each list', async () => {
      const article = { sourceId: 'src', kind: 'article', blocks: 3 } as const;
      for (let i = 0; i < 50; i++) {
        const at = new Date(Date.parse(T0) + i * 1000).toISOString();
        await store.saveMeasure({ ...article, url: `https://example.org/${i % 7}`, at, size: i });
      }
      const list = { sourceId: 'src', kind: 'list', at: T0, blocks: 0 } as const;
      await store.saveMeasure({ ...list, url: 'https://example.org/a', size: 20 });
      await store.saveMeasure({ ...list, url: 'https://example.org/b', size: 5 });
      await run(T1, 'done');
      const sizes = await store.measures({ sourceId: 'src', kind: 'article' }, 100);
      expect(sizes.map(({ size }) => size)).toEqual(Array.from({ length: 40 }, (_, i) => 49 - i));
      const ofList = { sourceId: 'src', kind: 'list', url: 'https://example.org/a' } as const;
      expect(await store.measures(ofList, 9)).toEqual([{ size: 20, blocks: 0 }]);
    });

    it('calls usual what runs that ended read, however much a run under way or cut off has read', async () => {
      const article = { sourceId: 'src', kind: 'article', blocks: 3 } as const;
      const read = async (after: string, count: number, size: number) => {
        for (let i = 1; i <= count; i++) {
          const at = new Date(Date.parse(after) + i).toISOString();
          await store.saveMeasure({ ...article, url: `https://example.org/${size}/${i}`, at, size });
        }
      };
      const usual = async () => {
        const all = await store.measures({ sourceId: 'src', kind: 'article' }, 100);
        return [...Map.groupBy(all, ({ size }) => size)].map(([size, some]) => [size, some.length]);
      };
      await read(T0, 10, 1);
      expect(await usual()).toEqual([]);
      await run(T1, 'done');
      await read(T1, 30, 2);
      const cutOff = new Date(Date.parse(T1) + 1000).toISOString();
      await run(cutOff, 'interrupted');
      await read(cutOff, 50, 3);
      expect(await usual()).toEqual([[1, 10]]);
      await run(T2, 'done');
      expect(await usual()).toEqual([[3, 40]]);
      await read(T2, 1, 4);
      expect(await usual()).toEqual([[3, 40]]);
    });

    it('holds a reading back until the document is in any other state', async () => {
      await store.savePage(aPage('a'), 'src');
      const [document] = await store.documents({ limit: 1 });
      const id = document?.id ?? '';
      await store.holdBack(id, { state: 'quarantined', hash: 'h', since: T1, reason: 'too short' });
      expect(await store.documents({ held: true, limit: 9 })).toMatchObject([
        { state: 'quarantined', stateReason: 'too short', held: { hash: 'h', since: T1 } },
      ]);
      expect((await store.remember([URL])).get(URL)).toMatchObject({ etag: null, lastModified: null });
      await store.saveState(id, { state: 'content', reason: '', missingSince: null, missingChecks: 0 });
      expect(await store.documents({ held: true, limit: 9 })).toEqual([]);
    });

    it('counts a problem that stays and starts again one that came back', async () => {
      const problem = { sourceId: 'src', url: URL, code: 'FETCH_DNS', message: 'no such host' };
      await store.saveProblem({ ...problem, at: T0 });
      await store.saveProblem({ ...problem, at: T1 });
      expect(await store.problems({ open: true, limit: 9 })).toMatchObject([
        { count: 2, firstAt: T0, lastAt: T1 },
      ]);
      await store.resolveProblems('src', URL, T1);
      expect(await store.problems({ open: true, limit: 9 })).toEqual([]);
      await store.saveProblem({ ...problem, at: T2 });
      expect(await store.problems({ open: true, limit: 9 })).toMatchObject([{ count: 1, firstAt: T2 }]);
    });

    it('gives back sources and subscribers as they were saved', async () => {
      const source = {
        id: 'src',
        publisher: '某省',
        publisherKind: 'press',
        region: null,
        tags: ['省级'],
      } as const;
      await store.saveSources([source]);
      await store.saveSources([{ ...source, publisher: '某省人民政府' }]);
      expect(await store.sources()).toEqual([{ ...source, publisher: '某省人民政府' }]);
      await store.saveSubscriber(aSubscriber);
      await store.saveSubscriber({ ...aSubscriber, active: false });
      expect(await store.subscriberByToken('token-1')).toEqual({ ...aSubscriber, active: false });
      expect(await store.subscriberByToken('token')).toBeNull();
    });

    it('leaves nothing of a transaction that failed', async () => {
      const failing = store.transaction(async (tx) => {
        await tx.savePage(aPage('a'), 'src');
        throw new Error('boom');
      });
      await expect(failing).rejects.toThrow('boom');
      expect(await store.pendingPages(10)).toEqual([]);
    });

    it('joins a transaction that is already open', async () => {
      await store.transaction((outer) => outer.transaction((inner) => inner.savePage(aPage('a'), 'src')));
      expect(await store.pendingPages(10)).toHaveLength(1);
    });

    it('does the work of concurrent transactions one after the other', async () => {
      const saves = Array.from({ length: 20 }, (_, i) =>
        store.transaction((tx) => tx.savePage(aPage(`${i}`, T0, `https://www.example.gov.cn/${i}`), 'src')),
      );
      await Promise.all(saves);
      expect(await store.pendingPages(50)).toHaveLength(20);
    });
  });
}
