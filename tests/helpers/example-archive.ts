import type { PlanRecord } from '../../core/archive.ts';
import type { Article, Block } from '../../core/article.ts';
import type { TargetChange } from '../../core/change.ts';
import { sha256 } from '../../core/hash.ts';
import type { Outcome, Settlement } from '../../core/ledger.ts';
import type { Statement } from '../../core/plan.ts';
import type { Task } from '../../core/tasks.ts';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { change, level, plan, source, statement, subscriber } from './news.ts';

export const article = (title: string, blocks: readonly Block[], more: Partial<Article> = {}): Article => ({
  kind: 'article',
  reason: 'test',
  title,
  kicker: null,
  subtitle: null,
  published: '2026-01-20',
  updated: null,
  source: '临海省人民政府办公厅',
  author: null,
  editor: null,
  fields: { documentNumber: '临政发〔2026〕1号' },
  blocks,
  text: blocks.map(({ text }) => text).join('\n'),
  found: {},
  removed: [],
  ...more,
});

const p = (text: string): Block => ({ kind: 'paragraph', text });
const h = (text: string): Block => ({ kind: 'heading', level: 2, text });

const report2025 = article('政府工作报告', [
  p('各位代表：现在，我代表省人民政府，向大会报告政府工作，请予审议。'),
  h('二、2025年主要预期目标'),
  p(
    '地区生产总值增长5.5%左右，城镇新增就业110万人以上，城镇调查失业率控制在5.5%以内，粮食总产量稳定在1100亿斤左右。',
  ),
  p('高新技术企业达到3.3万家，改造老旧小区2000个。'),
]);

const tableText = '指标\t目标\n城镇调查失业率\t城镇调查失业率5.5%左右';
export const report2026 = article('政府工作报告', [
  p('各位代表：现在，我代表省人民政府，向大会报告政府工作，请予审议。'),
  h('二、2026年主要预期目标'),
  p('地区生产总值增长5%以上，城镇新增就业120万人以上，粮食总产量稳定在1100亿斤左右。'),
  { kind: 'table', text: tableText, rows: tableText.split('\n').map((row) => row.split('\t')) },
  h('三、2026年重点工作'),
  { kind: 'item', level: 1, text: '（一）新增高新技术企业3000家，新建改建农村公路3000公里。' },
  { kind: 'quote', text: '办好民生实事。' },
  { kind: 'attachment', text: '附件：指标表.xlsx', href: 'https://www.linhai.example/a.xlsx' },
  { kind: 'attachment', text: '附件：脚本', href: 'javascript:alert(1)' },
]);

/** A statement moved to where its quote stands in a text. */
const at = (text: string, said: Statement): Statement => {
  const start = text.indexOf(said.quote);
  return { ...said, start, end: start + said.quote.length };
};

const in2025 = (said: Statement): Statement => at(report2025.text, { ...said, deadline: 2025 });
const in2026 = (said: Statement): Statement => at(report2026.text, said);

const gdp = { headline: true, indicator: '地区生产总值' };
const yearly: readonly TargetChange[] = [
  change(
    'lowered',
    in2025(statement('地区生产总值增长5.5%左右', { value: 5.5, comparator: '~' })),
    in2026(statement('地区生产总值增长5%以上', { comparator: '>=' })),
    gdp,
  ),
  change(
    'raised',
    in2025(level('城镇新增就业110万人以上', '城镇新增就业', 1_100_000, '人', { comparator: '>=' })),
    in2026(level('城镇新增就业120万人以上', '城镇新增就业', 1_200_000, '人', { comparator: '>=' })),
    { headline: true },
  ),
  change(
    'comparator',
    in2025(level('城镇调查失业率控制在5.5%以内', '城镇调查失业率', 5.5, '%', { comparator: '<=' })),
    in2026(level('城镇调查失业率5.5%左右', '城镇调查失业率', 5.5, '%', { comparator: '~' })),
    { headline: true },
  ),
  change(
    'same',
    in2025(level('粮食总产量稳定在1100亿斤左右', '粮食总产量', 1.1e11, '斤', { comparator: '~' })),
    in2026(level('粮食总产量稳定在1100亿斤左右', '粮食总产量', 1.1e11, '斤', { comparator: '~' })),
    { headline: true },
  ),
  change(
    'rescoped',
    in2025(level('高新技术企业达到3.3万家', '高新技术企业', 33_000, '家')),
    in2026(
      level('新增高新技术企业3000家', '高新技术企业', 3000, '家', { metric: 'growth', direction: 'up' }),
    ),
  ),
  change('dropped', in2025(level('改造老旧小区2000个', '老旧小区改造', 2000, '个')), null),
  change('new', null, in2026(level('新建改建农村公路3000公里', '农村公路', 3000, '公里'))),
];

const sides = (side: 'before' | 'after'): Statement[] => yearly.flatMap((each) => each[side] ?? []);

interface Kept {
  readonly documentId: string;
  readonly seq: number;
}

/** Save one state of a page, the way a crawl does. */
export async function keep(
  store: Store,
  url: string,
  sourceId: string,
  kept: Article,
  when: string,
): Promise<Kept> {
  const body = new TextEncoder().encode(`<p>${kept.text}</p>`);
  const page = await store.savePage(
    {
      url,
      finalUrl: url,
      fetchedAt: when,
      status: 200,
      headers: {},
      body,
      sha256: sha256(body),
      fetcher: 'http',
    },
    sourceId,
  );
  const version = await store.saveVersion({
    documentId: page.documentId,
    pageId: page.id,
    article: kept,
    hash: sha256(kept.text + (kept.title ?? '')),
    fingerprint: '',
    cause: 'publisher',
    at: when,
  });
  if (version === 'unchanged') throw new Error('the example keeps a text twice');
  return { documentId: page.documentId, seq: version.seq };
}

/** What the example archive holds, by id. */
export interface Example {
  readonly store: Store;
  readonly before: PlanRecord;
  readonly after: PlanRecord;
  readonly edited: Kept;
}

/**
 * An archive with two years of a report compared, an article that was edited, one that was taken down, a source in
 * trouble and a subscriber: in memory, on the real store.
 */
export async function exampleArchive(): Promise<Example> {
  const { store } = await openStore(sqliteEngine(':memory:'));
  const daily = source({ id: 'linhai-daily', publisher: '临海日报', publisherKind: 'press', tags: ['新闻'] });
  await store.saveSources([source(), daily]);
  const day = (n: number): string => `2026-01-${n}T02:00:00.000Z`;

  const old = await keep(
    store,
    'https://www.linhai.example/2025.html',
    'linhai-gov',
    report2025,
    '2025-01-18T02:00:00.000Z',
  );
  const young = await keep(store, 'https://www.linhai.example/2026.html', 'linhai-gov', report2026, day(20));
  const planOf = (year: number, place: Kept, statements: Statement[], when: string): Promise<PlanRecord> =>
    store.savePlan({
      identity: plan(year),
      sourceId: 'linhai-gov',
      ...place,
      outline: [{ level: 1, heading: `二、${year}年主要预期目标`, start: 30, end: 400 }],
      statements,
      at: when,
    });
  const before = await planOf(2025, old, sides('before'), '2025-01-18T02:00:00.000Z');
  const after = await planOf(2026, young, sides('after'), day(20));
  const comparison = await store.saveComparison({
    kind: 'year',
    before,
    after,
    changes: yearly,
    at: day(20),
  });
  await keepKnowledge(store, { before, after, comparisonId: comparison.id });
  const event = { sourceId: 'linhai-gov', beforeSeq: null, planId: null, comparisonId: null, news: true };
  await store.saveEvent({
    ...event,
    kind: 'plan_found',
    at: '2025-01-18T02:00:00.000Z',
    ...old,
    planId: before.id,
    news: false,
  });
  await store.saveEvent({
    ...event,
    kind: 'plan_compared',
    at: day(20),
    ...young,
    planId: after.id,
    comparisonId: comparison.id,
  });

  const news = 'https://news.linhai.example/a/77.html';
  const same = [
    p('记者从全省农村工作会议上获悉，今年的任务已经明确。'),
    p('会议要求抓好落实。'),
    p('各地要早部署。'),
    p('早行动。'),
  ];
  const first = article('今年全省将建成120个示范片区', [
    ...same,
    p('到今年年底，全省将建成120个乡村振兴示范片区。'),
    p('资金另行安排。'),
  ]);
  const second = article('今年全省将建成100个示范片区', [
    ...same,
    p('到今年年底，全省将建成100个乡村振兴示范片区。'),
  ]);
  await keep(store, news, 'linhai-daily', first, day(21));
  const edited = await keep(store, news, 'linhai-daily', second, day(22));
  await store.saveEvent({
    ...event,
    kind: 'article_edited',
    at: day(22),
    sourceId: 'linhai-daily',
    ...edited,
    beforeSeq: 1,
  });
  await store.saveEvent({ ...event, kind: 'article_gone', at: day(23), sourceId: 'linhai-daily', ...edited });
  await store.saveProblem({
    sourceId: 'linhai-daily',
    url: news,
    code: 'FETCH_STATUS',
    message: 'The page answered 404.',
    at: day(23),
  });
  await store.saveSubscriber(subscriber());
  return { store, before, after, edited };
}

/** What became of the targets of 2025 and of its tasks, and a city's plan of 2026. */
async function keepKnowledge(
  store: Store,
  { before, after, comparisonId }: { before: PlanRecord; after: PlanRecord; comparisonId: string },
): Promise<void> {
  const [growth, jobs, unemployment, grain] = sides('before');
  if (!growth || !jobs || !unemployment || !grain) throw new Error('the example lost its targets');
  const done = in2026(statement('地区生产总值增长5%以上', { kind: 'achievement', value: 5.2 }));
  const settled = (target: Statement, outcome: Outcome, achievement: Statement | null): Settlement => ({
    target,
    outcome,
    achievement,
    progress: [],
  });
  await store.saveLedger({
    plan: before,
    report: after,
    settlements: [
      settled(growth, 'missed', done),
      settled(jobs, 'met', { ...done, value: 1_150_000, unit: '人', direction: null }),
      settled(unemployment, 'not_reported', null),
      settled(grain, 'not_reported', null),
    ],
    at: '2026-01-20T02:00:00.000Z',
  });
  const task = (text: string): Task => ({
    text,
    start: 0,
    end: text.length,
    section: ['三、2026年重点工作'],
    units: [],
    deadline: null,
  });
  const none = { moved: false, shifts: [], unitsChanged: false, deadlineChanged: false, similarity: 1 };
  await store.saveTasks(comparisonId, {
    counts: { firmer: 1, weaker: 0, deadline: 1, units: 0, moved: 0, new: 1, dropped: 0, edited: 2, same: 3 },
    changes: [
      {
        ...none,
        change: 'edited',
        before: task('探索建立农村养老服务制度。'),
        after: task('加快建立农村养老服务制度。'),
        shifts: [{ object: '农村养老服务制度', before: '探索', after: '加快', shift: 'firmer' }],
      },
      {
        ...none,
        change: 'edited',
        before: { ...task('6月底前完成学校食堂整治。'), deadline: '6月底前' },
        after: { ...task('9月底前完成学校食堂整治。'), deadline: '9月底前' },
        deadlineChanged: true,
      },
      { ...none, change: 'new', before: null, after: task('制定海洋经济促进条例<b>。') },
    ],
  });
  const city = article('港城市2026年政府工作报告', [p('地区生产总值增长6%左右，城镇新增就业9万人。')]);
  const place = await keep(
    store,
    'https://www.gangcheng.example/2026.html',
    'linhai-gov',
    city,
    '2026-01-10T02:00:00.000Z',
  );
  await store.savePlan({
    identity: plan(2026, {
      region: '临海省港城市',
      issuer: '港城市人民政府',
      series: '港城市人民政府/政府工作报告',
    }),
    sourceId: 'linhai-gov',
    ...place,
    outline: [],
    statements: [
      at(city.text, statement('地区生产总值增长6%左右', { value: 6, comparator: '~' })),
      at(city.text, level('城镇新增就业9万人', '城镇新增就业', 90_000, '人')),
    ],
    at: '2026-01-10T02:00:00.000Z',
  });
}
