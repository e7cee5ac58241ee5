import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFleet } from '../../app/jobs/mail/read-fleet.ts';
import { StoreError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { countTasks } from '../../core/tasks.ts';
import { verticalView } from '../../pipeline/compare/vertical.ts';
import { fullRegion } from '../../pipeline/plan/identity/full-region.ts';
import { checkOutline } from '../../pipeline/plan/outline/check-outline.ts';
import { readPlan } from '../../pipeline/plan/read-plan.ts';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { serveSite } from '../../web/server.ts';
import { createSite, type SiteDeps } from '../../web/site.ts';
import { article, type Example, exampleArchive, keep, report2026 } from '../helpers/example-archive.ts';
import { aSource } from '../helpers/installation.ts';
import { change, level, plan, subscriber } from '../helpers/news.ts';

const settings = { language: 'zh', timezone: 'Asia/Shanghai' } as const;
const clock = () => new Date('2026-01-24T00:00:00.000Z');

let example: Example;
const urls = ['https://example.org/'];
const declared = ['linhai-gov', 'linhai-daily', 'third'].map((id) =>
  aSource({ id, urls, cron: '0 12 * * *' }),
);
const siteOn = (deps: Partial<SiteDeps> = {}, store: Store = example.store) => {
  const fleet = () => readFleet({ store, config: { sources: declared }, clock });
  return createSite({
    store,
    sideBySide: verticalView,
    fullRegion,
    checkOutline,
    fleet,
    settings,
    clock,
    log: silentLog,
    ...deps,
  });
};
const get = async (path: string, init?: RequestInit) => siteOn().request(path, init);
const open = async (path: string) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  return load(await response.text());
};
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  example = await exampleArchive();
});
afterEach(() => example.store.close());

describe('the latest changes', () => {
  it('come newest first, events of one plan together', async () => {
    const $ = await open('/');
    expect(
      $('.card h2')
        .map((_, head) => squeeze($(head).text()))
        .get(),
    ).toEqual([
      '今年全省将建成100个示范片区',
      '今年全省将建成100个示范片区',
      '临海省2026年政府工作报告',
      '临海省2025年政府工作报告',
    ]);
    expect(
      $('.label')
        .map((_, label) => $(label).text())
        .get(),
    ).toEqual(['原文下线', '原文改动', '目标变化', '收录计划']);
  });

  it('show what happened to the targets, with the way to the whole comparison', async () => {
    const $ = await open('/');
    expect($('.summary').text()).toBe(
      '1项上调，1项下调，1项界限变化，1项口径变化，1项不再提，1项新增，1项不变',
    );
    expect($('.card').text()).toContain('2025年的目标完成得如何：1项完成，1项未完成，2项未报告');
    expect($('table.changes tbody tr')).toHaveLength(5);
    expect($(`a.button[href="/plans/${example.after.id}"]`).text()).toBe('完整对照 (另有1项)');
  });

  it('say which sources are in trouble', async () => {
    expect(squeeze((await open('/'))('.health').text())).toBe('2个来源中有1个出现问题');
  });

  it('are explained where there are none', async () => {
    const { store } = await openStore(sqliteEngine(':memory:'));
    const response = await siteOn({}, store).request('/');
    const text = await response.text();
    await store.close();
    expect(text).toContain('还没有变化');
    expect(text).toContain('还没有配置来源');
  });
});

describe('the list of plans', () => {
  it('names each plan with region, kind and period, newest period first', async () => {
    const $ = await open('/plans');
    expect(
      $('tbody tr')
        .map((_, row) => squeeze($(row).text()))
        .get(),
    ).toEqual([
      '临海省2026年政府工作报告 临海省 政府工作报告 2026 2026-01-20',
      '临海省港城市2026年政府工作报告 临海省港城市 政府工作报告 2026 2026-01-10',
      '临海省2025年政府工作报告 临海省 政府工作报告 2025 2025-01-18',
    ]);
  });

  it('is filtered by region and kind', async () => {
    expect((await open('/plans?region=临海省&kind=政府工作报告'))('tbody tr')).toHaveLength(2);
    expect((await open('/plans?region=海东省'))('.empty').text()).toBe('没有符合条件的内容。');
    expect((await open('/plans?region=临海省'))('option[selected]').text()).toBe('临海省');
  });

  it('comes in pages that keep the filter', async () => {
    const statements = [level('新开工项目200个', '新开工项目', 200, '个')];
    for (let year = 1900; year < 1960; year++)
      await example.store.savePlan({
        identity: plan(year),
        sourceId: 'linhai-gov',
        documentId: example.after.documentId,
        seq: 1,
        outline: [],
        statements,
        at: clock().toISOString(),
      });
    const first = await open('/plans?region=临海省');
    expect(first('tbody tr')).toHaveLength(50);
    const next = first('a[rel=next]').attr('href') ?? '';
    const second = await open(next);
    expect(second('tbody tr')).toHaveLength(12);
    expect(second('a[rel=next]')).toHaveLength(0);
    expect(new URL(next, 'http://x').searchParams.get('region')).toBe('临海省');
  });
});

describe('plans that are not out yet', () => {
  it('are expected between the days of earlier years, after the list', async () => {
    const later = siteOn({ clock: () => new Date('2027-01-05T00:00:00.000Z') });
    const page = async (path: string) => {
      const $ = load(await (await later.request(path)).text());
      return $('#expected tbody tr')
        .map((_, row) => squeeze($(row).text()))
        .get();
    };
    expect(await page('/plans')).toEqual([
      '临海省人民政府/政府工作报告 2027 2027-01-20 前后 临海省2026年政府工作报告',
      '港城市人民政府/政府工作报告 2027 2027-01-20 前后 临海省港城市2026年政府工作报告',
    ]);
    expect(await page('/plans?region=临海省')).toHaveLength(1);
    expect((await open('/plans'))('#expected')).toHaveLength(0);
  });
});

describe('regions', () => {
  const rowsOf = ($: Awaited<ReturnType<typeof open>>) =>
    $('tbody tr')
      .map((_, row) => squeeze($(row).text()))
      .get();

  it('are set side by side in the targets that two of them set', async () => {
    expect(rowsOf(await open('/regions'))).toEqual([
      '地区生产总值主要指标 2个地区 增长6%左右 临海省港城市 增长5%以上 临海省',
      '城镇新增就业主要指标 2个地区 120万人以上 临海省 9万人 临海省港城市',
    ]);
  });

  it('stand below the one they lie in, with rank, quote and how they compare with it', async () => {
    const $ = await open('/regions?year=2026&indicator=地区生产总值');
    expect(rowsOf($)).toEqual([
      '临海省 增长5%以上 地区生产总值增长5%以上 2',
      '临海省港城市 增长6%左右 地区生产总值增长6%左右 1 高于',
    ]);
    expect($('th.depth-1')).toHaveLength(1);
    const [, city] = $('a.quote').toArray();
    const [path = '', anchor] = ($(city).attr('href') ?? '').split('#');
    expect((await open(path))(`#${anchor}`).text()).toBe('地区生产总值增长6%左右');
  });

  it('form a league table where asked', async () => {
    const $ = await open('/regions?year=2026&indicator=地区生产总值&order=rank');
    expect(rowsOf($).map((row) => row.split(' ')[0])).toEqual(['临海省港城市', '临海省']);
  });

  it('of a year without two plans are none, and a year that is no number is refused', async () => {
    expect((await open('/regions?year=2025'))('.empty').text()).toContain('还没有两个地区');
    expect((await get('/regions?year=soon')).status).toBe(400);
  });
});

describe('a plan', () => {
  const planPath = () => `/plans/${example.after.id}`;
  const rows = ($: Awaited<ReturnType<typeof open>>) =>
    $('#changes tbody tr')
      .map((_, row) => squeeze($(row).text()))
      .get();

  it('stands beside its predecessor, with both quotes', async () => {
    expect(rows(await open(planPath()))).toEqual([
      '地区生产总值主要指标 增长5.5%左右地区生产总值增长5.5%左右 增长5%以上地区生产总值增长5%以上 ▼ 下调−0.5个百分点',
      '城镇新增就业主要指标 110万人以上城镇新增就业110万人以上 120万人以上城镇新增就业120万人以上 ▲ 上调+10万人（+9.1%）',
      '城镇调查失业率主要指标 5.5%以内城镇调查失业率控制在5.5%以内 5.5%左右城镇调查失业率5.5%左右 ◆ 界限变化',
      '粮食总产量主要指标 1100亿斤左右粮食总产量稳定在1100亿斤左右 1100亿斤左右粮食总产量稳定在1100亿斤左右 = 不变',
      '高新技术企业 3.3万家高新技术企业达到3.3万家 增加3000家新增高新技术企业3000家 ◇ 口径变化',
      '老旧小区改造 2000个改造老旧小区2000个 未提 × 不再提',
      '农村公路 未提 3000公里新建改建农村公路3000公里 + 新增',
    ]);
  });

  it('links each quote to its place in the archived text', async () => {
    const $ = await open(planPath());
    const links = $('#changes a.quote')
      .map((_, link) => $(link).attr('href') ?? '')
      .get();
    expect(links).toHaveLength(12);
    for (const link of links) {
      const [path = '', anchor = ''] = link.split('#');
      const page = await open(path);
      expect(page(`[id="${anchor}"]`), link).toHaveLength(1);
    }
  });

  it('is filtered by kind of change and to standing targets, without script', async () => {
    const $ = await open(planPath());
    const chip = (text: string) =>
      $('a.chip')
        .filter((_, each) => $(each).text().includes(text))
        .attr('href') ?? '';
    expect(rows(await open(chip('不再提')))).toEqual(['老旧小区改造 2000个改造老旧小区2000个 未提 × 不再提']);
    expect(rows(await open(chip('只看主要指标')))).toHaveLength(4);
    expect((await open(`${planPath()}?change=raised`))('#changes a.chip[aria-current]').text()).toBe(
      '▲ 上调 1',
    );
  });

  it('lists what was read out of it, by kind', async () => {
    expect((await open(planPath()))('#statements tbody tr')).toHaveLength(6);
    expect((await open(`${planPath()}?kind=achievement`))('#statements .empty')).toHaveLength(1);
  });

  it('shows its outline with the number of targets under each heading', async () => {
    expect(squeeze((await open(planPath()))('.outline').text())).toBe('二、2026年主要预期目标 6');
  });

  it('holds its outline against what it says of itself', async () => {
    const text = article('2027年工作要点', [
      { kind: 'paragraph', text: '今年要抓好3个方面工作。' },
      { kind: 'paragraph', text: '一、稳定就业' },
      { kind: 'paragraph', text: '二、改善供水' },
    ]);
    const kept = await keep(
      example.store,
      'https://www.linhai.example/2027.html',
      'linhai-gov',
      text,
      clock().toISOString(),
    );
    const { id } = await example.store.savePlan({
      identity: plan(2027),
      sourceId: 'linhai-gov',
      ...kept,
      outline: readPlan({ text: text.text }).outline,
      statements: [],
      at: clock().toISOString(),
    });
    expect(squeeze((await open(`/plans/${id}`))('.claims').text())).toBe('? 3个方面 (找到2)');
    expect((await open(planPath()))('.claims')).toHaveLength(0);
  });

  it('says so when the archive has nothing to compare it with', async () => {
    const $ = await open(`/plans/${example.before.id}`);
    expect($('.empty').first().text()).toContain('档案中没有它的上一份');
  });

  const ledgerRows = ($: Awaited<ReturnType<typeof open>>, id: string) =>
    $(`#${id} tbody tr`)
      .map((_, row) => squeeze($(row).text()))
      .get();

  it('says what became of the targets of the plan before, the missed ones first, with both quotes', async () => {
    const $ = await open(planPath());
    expect($('#ledger .summary').text()).toBe('1项完成，1项未完成，2项未报告');
    expect(ledgerRows($, 'ledger')).toEqual([
      '地区生产总值 增长5.5%左右地区生产总值增长5.5%左右 增长5.2%地区生产总值增长5%以上 ✗ 未完成',
      '城镇新增就业 110万人以上城镇新增就业110万人以上 115万人地区生产总值增长5%以上 ✓ 完成',
      '城镇调查失业率 5.5%以内城镇调查失业率控制在5.5%以内 未提 … 未报告',
      '粮食总产量 1100亿斤左右粮食总产量稳定在1100亿斤左右 未提 … 未报告',
    ]);
    expect($('#ledger details:has(table) summary').first().text()).toBe('另有2项未报告或未到期');
    expect($('#ledger a.quote').first().attr('href')).toMatch(
      new RegExp(`^/documents/${example.before.documentId}/versions/1#s`),
    );
  });

  it('shows on its own page what became of its targets, and who reported it', async () => {
    const $ = await open(`/plans/${example.before.id}?lang=en`);
    expect(ledgerRows($, 'own-ledger')[0]).toBe(
      '地区生产总值 up about 5.5%地区生产总值增长5.5%左右 up 5.2%地区生产总值增长5%以上政府工作报告 ✗ missed',
    );
  });

  it('shows what became of its tasks, firmer ones first, as text', async () => {
    const $ = await open(planPath());
    expect($('#tasks .summary').text()).toBe('1项力度加强，1项期限变化，1项新增，2项改写，3项不变');
    expect(
      $('#tasks li')
        .map((_, item) => squeeze($(item).text()))
        .get(),
    ).toEqual([
      '▲ 力度加强 探索 → 加快 探索加快建立农村养老服务制度。',
      '期限：6月底前 → 9月底前 6月9月底前完成学校食堂整治。',
      '制定海洋经济促进条例<b>。',
    ]);
    expect($('#tasks b')).toHaveLength(0);
    expect($('#tasks del').first().text()).toBe('探索');
  });

  it('shows a revision of itself apart from the year before', async () => {
    const { store, after } = example;
    const reprinted = article('政府工作报告', [
      ...report2026.blocks,
      { kind: 'paragraph', text: '保障性住房开工6.6万套。' },
    ]);
    const second = await keep(
      store,
      'https://www.linhai.example/2026.html',
      'linhai-gov',
      reprinted,
      '2026-01-21T02:00:00.000Z',
    );
    const revised = await store.savePlan({
      identity: plan(2026),
      sourceId: 'linhai-gov',
      ...second,
      outline: [],
      statements: [],
      at: '2026-01-21T02:00:00.000Z',
    });
    const changes = [change('new', null, level('保障性住房开工6.6万套', '保障性住房', 66_000, '套'))];
    await store.saveComparison({
      kind: 'revision',
      before: after,
      after: revised,
      changes,
      at: '2026-01-21T02:00:00.000Z',
    });
    const $ = await open(planPath());
    expect(
      $('h2')
        .map((_, head) => $(head).text())
        .get(),
    ).toContain('2026-01-21 10:00 的修订');
    expect($(`a[href="/documents/${after.documentId}/diff/1..2"]`)).toHaveLength(1);
    expect(rows($)).toHaveLength(7);
  });
});

describe('an article', () => {
  it('that speaks of a plan is linked with it both ways, in either language', async () => {
    const { store, after, edited } = example;
    const { kind, region, year } = after.identity;
    expect((await open(`/plans/${after.id}`))('#reports')).toHaveLength(0);
    await store.saveMentions(edited.documentId, [{ kind, region: region ?? '', year, subject: null }]);
    const $ = await open(`/plans/${after.id}`);
    expect(squeeze($('#reports').text())).toBe('相关报道今年全省将建成100个示范片区 临海日报 2026-01-20');
    expect($('#reports a').attr('href')).toBe(`/documents/${edited.documentId}`);
    expect((await open(`/plans/${after.id}?lang=en`))('#reports h2').text()).toBe('Reported by');
    const document = await open(`/documents/${edited.documentId}`);
    expect(document(`a[href="/plans/${after.id}"]`).parent().text()).toBe(
      '报道的计划：临海省2026年政府工作报告',
    );
  });

  it('shows its state, its versions and its text', async () => {
    const $ = await open(`/documents/${example.edited.documentId}`);
    expect($('h1').text()).toBe('今年全省将建成100个示范片区');
    expect(
      $('tbody tr')
        .map((_, row) => squeeze($(row).text()))
        .get(),
    ).toEqual([
      expect.stringContaining('存档第2版 2026-01-22 10:00 原文改动'),
      expect.stringContaining('存档第1版 2026-01-21 10:00'),
    ]);
    expect($('.text p').last().text()).toContain('100个乡村振兴示范片区');
  });

  it('marks in an archived version what was read out of it, tables included', async () => {
    const $ = await open(`/documents/${example.after.documentId}/versions/1`);
    expect(
      $('mark')
        .map((_, mark) => $(mark).text())
        .get(),
    ).toEqual([
      '地区生产总值增长5%以上',
      '城镇新增就业120万人以上',
      '粮食总产量稳定在1100亿斤左右',
      '城镇调查失业率5.5%左右',
      '新增高新技术企业3000家',
      '新建改建农村公路3000公里',
    ]);
    expect($('mark').first().attr('title')).toBe('目标：地区生产总值 增长5%以上');
    expect($('td mark').text()).toBe('城镇调查失业率5.5%左右');
    const shown = $('.text > *')
      .map((_, block) => squeeze($(block).text()))
      .get()
      .join('');
    expect(shown.replace(/\s/g, '')).toBe(report2026.text.replace(/\s/g, ''));
  });

  it('links attachments only to http and https addresses', async () => {
    const $ = await open(`/documents/${example.after.documentId}/versions/1`);
    expect(
      $('.attachment a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['https://www.linhai.example/a.xlsx']);
  });

  it('is compared with the version before', async () => {
    const $ = await open(`/documents/${example.edited.documentId}/diff/1..2`);
    const shown = $('.diff').html()?.replace(/\s+/g, ' ') ?? '';
    expect(shown).toContain('全省将建成<del>120');
    expect(shown).toContain('资金另行安排。');
    expect($('.gap').text()).toBe('……相同的3段……');
    expect($('main').text()).toContain('标题改动');
  });
});

describe('a copy of an article', () => {
  it('is shown with what it says otherwise, in whatever characters it is printed', async () => {
    const { documentId } = example.after;
    const printed = report2026.blocks.map(({ text, ...block }) => ({
      ...block,
      text: text.replaceAll('国', '國').replace('政府工作', '政府工作(zuò)'),
    }));
    const changed = printed.map((block, i) =>
      i === 0 ? { ...block, text: `${block.text}另外补充一句。` } : block,
    );
    const copy = await keep(
      example.store,
      'https://copy.example/1',
      'linhai-daily',
      article('政府工作報告', changed),
      '2026-01-24T00:00:00.000Z',
    );
    await example.store.saveCluster(copy.documentId, documentId);
    const listed = await open(`/documents/${documentId}`);
    const href = `/documents/${documentId}/copies/${copy.documentId}`;
    expect(listed(`a[href="${href}"]`)).toHaveLength(1);
    const $ = await open(href);
    expect($('.meta').text()).toContain('临海日报');
    expect($('.diff ins').text()).toBe('另外补充一句。');
    expect($('.diff del').text()).toBe('');
  });

  it('is nothing for a document of another text', async () => {
    const { after, edited } = example;
    expect((await get(`/documents/${after.documentId}/copies/${edited.documentId}`)).status).toBe(404);
  });
});

describe('the sources', () => {
  it('show what is wrong, broken ones first', async () => {
    const $ = await open('/sources');
    const rows = $('tbody tr')
      .map((_, row) => squeeze($(row).text()))
      .get();
    expect(rows[0]).toContain('临海日报');
    expect(rows[0]).toContain('服务器返回错误状态 FETCH_STATUS The page answered 404.');
    expect(rows[1]).toContain('临海省人民政府');
    expect(rows[1]).toContain('2026-01-24 12:00');
  });

  it('show a ticket with its reason in words, and whose fault many tickets are', async () => {
    const fault = { code: 'LIST_EMPTY', message: 'no links' };
    const openedAt = '2026-01-23T00:00:00.000Z';
    const ends = { brokenAt: openedAt, closedAt: null };
    for (const sourceId of ['linhai-gov', 'linhai-daily', 'third']) {
      const opened = {
        id: sourceId,
        sourceId,
        openedAt,
        fault,
        runs: 2,
        release: '2.0',
        releaseBefore: '1.9',
      };
      await example.store.saveTicket({ ...opened, ...ends });
    }
    const [source] = await example.store.sources();
    if (source) await example.store.saveSources([{ ...source, id: 'third' }]);
    const text = squeeze((await open('/sources'))('main').text());
    expect(text).toContain('故障：列表页没有文章链接 自 2026-01-23 08:00，连续2次');
    expect(text).toContain('3个来源在程序 1.9 下正常，换成 2.0 后出错');
  });
});

describe('unsubscribing', () => {
  const { token } = subscriber();
  const active = async () => (await example.store.subscriberByToken(token))?.active;

  it('does nothing when the address is only opened', async () => {
    const $ = await open(`/unsubscribe/${token}`);
    expect($('form[method=post] button')).toHaveLength(1);
    await get(`/unsubscribe/${token}`, { method: 'HEAD' });
    expect(await active()).toBe(true);
  });

  it('works with one click of a mail program, and twice is as once', async () => {
    const click = () =>
      get(`/unsubscribe/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
    expect((await click()).status).toBe(200);
    expect(await active()).toBe(false);
    expect((await click()).status).toBe(200);
    expect((await open(`/unsubscribe/${token}`))('form')).toHaveLength(0);
  });

  it('knows no other tokens', async () => {
    expect((await get('/unsubscribe/0000', { method: 'POST' })).status).toBe(404);
    expect(await active()).toBe(true);
  });
});

describe('the whole site', () => {
  const paths = () => [
    '/',
    '/plans',
    `/plans/${example.after.id}`,
    '/regions',
    '/regions?year=2026&indicator=地区生产总值',
    `/documents/${example.edited.documentId}`,
    `/documents/${example.after.documentId}/versions/1`,
    `/documents/${example.edited.documentId}/diff/1..2`,
    '/sources',
    `/unsubscribe/${subscriber().token}`,
  ];

  it('speaks either language on every page, and keeps it over links', async () => {
    for (const path of paths()) {
      const $ = await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
      expect($('html').attr('lang'), path).toBe('en');
      const own = $('a[href^="/"]').filter((_, link) => $(link).attr('hreflang') === undefined);
      for (const link of own) expect($(link).attr('href'), path).toContain('lang=en');
      expect($('[lang=zh-CN][hreflang=zh]')).toHaveLength(1);
    }
  });

  it('leads nowhere that does not exist', async () => {
    const seen = new Set<string>();
    const todo = ['/'];
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      const $ = await open(path);
      for (const link of $('a[href^="/"]')) {
        const [target = ''] = ($(link).attr('href') ?? '').split('#');
        if (!target.includes('lang=en') && !seen.has(target)) {
          seen.add(target);
          todo.push(target);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });

  it('is one heading, landmarks and labelled tables to a screen reader', async () => {
    for (const path of paths()) {
      const $ = await open(path);
      expect($('h1'), path).toHaveLength(1);
      expect($('body > header nav[aria-label], main#main, body > footer'), path).toHaveLength(3);
      expect($('table:not(.inset)').length, path).toBe($('table:has(thead th[scope=col])').length);
      const ids = $('[id]')
        .map((_, element) => $(element).attr('id'))
        .get();
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('forbids scripts, framing and sniffing on every answer, faults included', async () => {
    for (const path of [...paths(), '/nothing', '/plans/a%20b', '/style.css', '/healthz']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy'), path).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    for (const path of paths()) {
      const $ = await open(path);
      expect($('script, style, [style], iframe, img, [onclick]'), path).toHaveLength(0);
    }
  });

  it.each([
    ['/nothing', 404],
    ['/plans/unknown', 404],
    ['/documents/unknown', 404],
    ['/documents/unknown/versions/1', 404],
    ['/documents/unknown/diff/1..2', 404],
    ['/unsubscribe/unknown', 404],
    ['/plans/__proto__', 404],
    ['/plans?page=0', 400],
    ['/plans?page=1e9', 400],
    ['/?page=x', 400],
    ['/plans/%3Cscript%3E', 400],
    ['/plans/..%2f..%2fetc', 400],
    [`/documents/${'a'.repeat(500)}`, 400],
    ['/documents/x/versions/0', 400],
    ['/documents/x/versions/1.5', 400],
    ['/documents/x/diff/1', 400],
    ['/documents/x/diff/1..2..3', 400],
  ])('answers %s with %i and a page that says so', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(load(await response.text())('h1').text()).toBe(status === 404 ? '没有这个页面' : '请求有误');
  });

  it('refuses a filter it does not know instead of showing everything', async () => {
    expect((await get(`/plans/${example.after.id}?change=all%27--`)).status).toBe(400);
  });

  it('does not repeat a double slash in its links', async () => {
    const response = await get('http://localhost//evil.example/%2e%2e');
    expect(await response.text()).not.toContain('href="//');
  });

  it('shows hostile archives as text', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const { store } = example;
    await store.saveSources([
      { id: 'evil', publisher: evil, publisherKind: 'press', region: evil, tags: [evil] },
    ]);
    const blocks = (['heading', 'paragraph', 'item', 'quote', 'caption', 'table', 'attachment'] as const).map(
      (kind) => ({ kind, text: evil }),
    );
    const bad = article(evil, blocks, {
      kicker: evil,
      subtitle: evil,
      source: evil,
      author: evil,
      fields: { topic: evil },
    });
    const place = await keep(store, 'https://evil.example/1', 'evil', bad, '2026-01-23T00:00:00.000Z');
    await keep(
      store,
      'https://evil.example/1',
      'evil',
      { ...bad, text: `${bad.text}\n${evil}`, title: `${evil}2` },
      '2026-01-24T00:00:00.000Z',
    );
    const said = level(evil, evil, 1, evil, { start: 0, end: evil.length, entity: evil, section: [evil] });
    const saved = await store.savePlan({
      identity: plan(2026, {
        series: evil,
        title: evil,
        region: evil,
        kind: evil,
        issuer: evil,
        documentNumber: evil,
      }),
      sourceId: 'evil',
      ...place,
      outline: [{ level: 1, heading: evil, start: 0, end: 9 }],
      statements: [said],
      at: '2026-01-24T00:00:00.000Z',
    });
    const comparison = await store.saveComparison({
      kind: 'year',
      before: saved,
      after: saved,
      changes: [change('raised', said, { ...said, value: 2 })],
      at: '2026-01-24T00:00:00.000Z',
    });
    await store.saveEvent({
      kind: 'plan_compared',
      at: '2026-01-24T00:00:00.000Z',
      sourceId: 'evil',
      ...place,
      beforeSeq: null,
      planId: saved.id,
      comparisonId: comparison.id,
      news: true,
    });
    await store.saveProblem({
      sourceId: 'evil',
      url: 'javascript:alert(1)',
      code: 'X',
      message: evil,
      at: '2026-01-24T00:00:00.000Z',
    });
    const alike = { ...said, entity: null };
    for (const n of [2, 3]) {
      const page = `https://evil.example/${n}`;
      const own = await keep(store, page, 'evil', bad, '2026-01-24T00:00:00.000Z');
      await store.savePlan({
        identity: plan(2026, { series: `${evil}${n}`, title: evil, region: `${evil}${n}` }),
        sourceId: 'evil',
        ...own,
        outline: [],
        statements: [alike],
        at: '2026-01-24T00:00:00.000Z',
      });
    }
    const ended = { target: said, outcome: 'missed', achievement: said, progress: [said] } as const;
    await store.saveLedger({
      plan: saved,
      report: saved,
      settlements: [ended],
      at: '2026-01-24T00:00:00.000Z',
    });
    const task = { text: evil, start: 0, end: 9, section: [evil], units: [evil], deadline: evil };
    const changed = {
      change: 'edited',
      before: task,
      after: { ...task, text: `${evil}2`, units: [`${evil}2`] },
      moved: true,
      shifts: [{ object: evil, before: evil, after: evil, shift: 'weaker' }],
      unitsChanged: true,
      deadlineChanged: true,
      similarity: 1,
    } as const;
    await store.saveTasks(comparison.id, { counts: countTasks([changed]), changes: [changed] });
    const id = place.documentId;
    for (const path of [
      '/',
      '/plans',
      '/regions?year=2026',
      `/regions?year=2026&indicator=${encodeURIComponent(evil)}`,
      `/plans/${saved.id}`,
      `/documents/${id}`,
      `/documents/${id}/versions/1`,
      `/documents/${id}/diff/1..2`,
      '/sources',
      `/plans?region=${encodeURIComponent(evil)}`,
    ]) {
      const body = await (await get(path)).text();
      expect(body, path).not.toMatch(/<script|<img|href="javascript/);
      expect(body, path).toContain('&lt;script&gt;');
    }
  });

  it('tells nothing of a fault but that there was one, and logs the route instead of the token', async () => {
    const lines: unknown[] = [];
    const broken = siteOn({
      store: { ...example.store, subscriberByToken: () => Promise.reject(new Error('secret path /var/x')) },
      log: (...line) => lines.push(line),
    });
    const response = await broken.request('/unsubscribe/verysecrettoken');
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).not.toContain('secret path');
    expect(lines).toEqual([
      [
        'error',
        'web.failed',
        { route: '/unsubscribe/:token', code: 'INTERNAL', message: 'secret path /var/x' },
      ],
    ]);
  });

  it('tells its health to machines', async () => {
    const response = await get('/healthz');
    expect(await response.json()).toEqual({
      status: 'ok',
      at: '2026-01-24T00:00:00.000Z',
      sources: 2,
      broken: 1,
      lastRun: null,
    });
  });
});

describe('the health check', () => {
  it('fails when the archive does', async () => {
    const store = { ...example.store, lastRuns: () => Promise.reject(new StoreError('STORE_BUSY', 'busy')) };
    const response = await siteOn({}, store).request('/healthz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'failing',
      at: '2026-01-24T00:00:00.000Z',
      code: 'STORE_BUSY',
    });
  });
});

describe('serveSite', () => {
  it('answers on a free port, and not after it was closed', async () => {
    const served = await serveSite(siteOn(), { host: '127.0.0.1', port: 0 });
    expect((await fetch(`${served.url}/plans`)).status).toBe(200);
    await served.close();
    await expect(fetch(`${served.url}/plans`)).rejects.toThrow();
  });

  it('says what to do when the port is taken', async () => {
    const served = await serveSite(siteOn(), { host: '127.0.0.1', port: 0 });
    const port = Number(new URL(served.url).port);
    await expect(serveSite(siteOn(), { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'WEB_UNAVAILABLE',
    });
    await served.close();
  });
});
