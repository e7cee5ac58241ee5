import type { SourceRecord } from '../../core/archive.ts';
import type { TargetChange } from '../../core/change.ts';
import type { News, Subscriber, VersionRef } from '../../core/digest.ts';
import type { LedgerEntry, Outcome } from '../../core/ledger.ts';
import type { PlanIdentity, Statement } from '../../core/plan.ts';
import type { Task, TaskChange, TaskSummary } from '../../core/tasks.ts';

/** A percentage target that grows. Everything here is invented, in the manner of a province's yearly report. */
export const statement = (quote: string, fields: Partial<Statement> = {}): Statement => ({
  quote,
  start: 120,
  end: 120 + quote.length,
  indicator: '地区生产总值',
  entity: null,
  kind: 'target',
  comparator: '=',
  value: 5,
  value2: null,
  unit: '%',
  metric: 'growth',
  direction: 'up',
  deadline: 2026,
  section: ['二、2026年工作安排'],
  rule: 'verb',
  ...fields,
});

export const level = (
  quote: string,
  indicator: string,
  value: number,
  unit: string | null,
  more: Partial<Statement> = {},
) => statement(quote, { indicator, value, unit, metric: 'level', direction: null, ...more });

export const change = (
  kind: TargetChange['change'],
  before: Statement | null,
  after: Statement | null,
  more: Partial<TargetChange> = {},
): TargetChange => ({
  change: kind,
  indicator: (after ?? before)?.indicator ?? '',
  entity: (after ?? before)?.entity ?? null,
  before,
  after,
  headline: false,
  better: null,
  similarity: 1,
  ...more,
});

export const source = (fields: Partial<SourceRecord> = {}): SourceRecord => ({
  id: 'linhai-gov',
  publisher: '临海省人民政府',
  publisherKind: 'government',
  region: '临海省',
  tags: ['省级'],
  ...fields,
});

export const version = (fields: Partial<VersionRef> = {}): VersionRef => ({
  documentId: 'd2026',
  seq: 1,
  url: 'https://www.linhai.example/zwgk/2026/report.html',
  title: '政府工作报告',
  published: '2026-01-20',
  archivedAt: '2026-01-20T02:10:00.000Z',
  ...fields,
});

export const plan = (year: number, fields: Partial<PlanIdentity> = {}): PlanIdentity => ({
  issuer: '临海省人民政府',
  region: '临海省',
  kind: '政府工作报告',
  series: '临海省人民政府/政府工作报告',
  year,
  endYear: year,
  title: '政府工作报告',
  documentNumber: null,
  stage: 'adopted',
  ...fields,
});

const old = { deadline: 2025, start: 88, end: 104 };

/** One of each kind of change. */
export const changes: readonly TargetChange[] = [
  change('new', null, level('新建改建农村公路3000公里', '农村公路', 3000, '公里')),
  change(
    'lowered',
    statement('地区生产总值增长5.5%左右', { value: 5.5, comparator: '~', ...old }),
    statement('地区生产总值增长5%以上', { value: 5, comparator: '>=' }),
    { headline: true },
  ),
  change(
    'raised',
    level('城镇新增就业110万人以上', '城镇新增就业', 1_100_000, '人', { comparator: '>=', ...old }),
    level('城镇新增就业120万人以上', '城镇新增就业', 1_200_000, '人', { comparator: '>=' }),
    { headline: true },
  ),
  change(
    'comparator',
    level('城镇调查失业率控制在5.5%以内', '城镇调查失业率', 5.5, '%', { comparator: '<=', ...old }),
    level('城镇调查失业率5.5%左右', '城镇调查失业率', 5.5, '%', { comparator: '~' }),
    { headline: true },
  ),
  change(
    'rescoped',
    level('高新技术企业达到3.3万家', '高新技术企业', 33_000, '家', old),
    level('新增高新技术企业3000家', '高新技术企业', 3000, '家', { metric: 'growth', direction: 'up' }),
  ),
  change('dropped', level('改造老旧小区2000个', '老旧小区改造', 2000, '个', old), null),
  change(
    'not_restated',
    level('到2027年海洋生产总值突破2万亿元', '海洋生产总值', 2e12, '元', {
      comparator: '>',
      deadline: 2027,
      start: 88,
      end: 105,
    }),
    null,
  ),
  change(
    'same',
    level('粮食总产量稳定在1100亿斤左右', '粮食总产量', 1.1e11, '斤', { comparator: '~', ...old }),
    level('粮食总产量稳定在1100亿斤左右', '粮食总产量', 1.1e11, '斤', { comparator: '~' }),
    { headline: true },
  ),
];

type ComparedNews = Extract<News, { kind: 'plan_compared' | 'plan_revised' }>;

export const compared = (fields: Partial<ComparedNews> = {}): ComparedNews => ({
  kind: 'plan_compared',
  id: 'n-compared',
  at: '2026-01-20T02:11:00.000Z',
  source: source(),
  version: version(),
  copies: [],
  plan: plan(2026),
  planId: 'p2026',
  before: {
    plan: plan(2025),
    version: version({
      documentId: 'd2025',
      url: 'https://www.linhai.example/zwgk/2025/report.html',
      published: '2025-01-18',
      archivedAt: '2025-01-18T02:10:00.000Z',
    }),
  },
  changes,
  ledger: [],
  tasks: null,
  context: { above: null, reports: [] },
  ...fields,
});

export const revised = (): News => ({
  ...compared({
    id: 'n-revised',
    at: '2026-01-21T02:00:00.000Z',
    version: version({ seq: 2, archivedAt: '2026-01-21T01:59:00.000Z' }),
  }),
  kind: 'plan_revised',
  before: { plan: plan(2026), version: version() },
  changes: [
    change(
      'raised',
      level('保障性住房开工6万套', '保障性住房', 60_000, '套'),
      level('保障性住房开工6.6万套', '保障性住房', 66_000, '套'),
    ),
  ],
});

export const found = (): Extract<News, { kind: 'plan_found' }> => ({
  kind: 'plan_found',
  id: 'n-found',
  at: '2026-01-20T03:00:00.000Z',
  source: source({
    id: 'gangcheng-gov',
    publisher: '港城市发展和改革委员会',
    region: '临海省港城市',
    tags: ['市级'],
  }),
  version: version({
    documentId: 'd-gangcheng',
    title: '2026年全市发展改革工作要点',
    url: 'https://fgw.gangcheng.example/art/1.html',
  }),
  copies: [],
  plan: plan(2026, {
    region: '临海省港城市',
    issuer: '港城市发展和改革委员会',
    kind: '工作要点',
    title: '2026年全市发展改革工作要点',
  }),
  planId: 'p-gangcheng',
  targets: [
    statement('固定资产投资增长6%', { indicator: '固定资产投资', value: 6 }),
    level('新开工亿元以上项目200个', '新开工亿元以上项目', 200, '个'),
  ],
  context: { above: null, reports: [] },
});

export const edited = (): Extract<News, { kind: 'article_edited' }> => ({
  kind: 'article_edited',
  facts: [],
  text: '',
  id: 'n-edited',
  at: '2026-01-22T03:00:00.000Z',
  source: source({ id: 'linhai-daily', publisher: '临海日报', publisherKind: 'press', tags: ['新闻'] }),
  version: version({
    documentId: 'd-news',
    seq: 2,
    title: '今年全省将建成100个乡村振兴示范片区',
    url: 'https://news.linhai.example/a/77.html',
    archivedAt: '2026-01-22T02:50:00.000Z',
  }),
  copies: [version({ documentId: 'd-copy', title: '转载', url: 'https://portal.example/b/9.html' })],
  before: version({ documentId: 'd-news', seq: 1, title: '今年全省将建成100个乡村振兴示范片区' }),
  hunks: [
    { kind: 'same', parts: [{ kind: 'same', text: '记者从全省农村工作会议上获悉，今年的任务已经明确。' }] },
    {
      kind: 'edited',
      parts: [
        { kind: 'same', text: '到今年年底，全省将建成' },
        { kind: 'removed', text: '120个' },
        { kind: 'added', text: '100个' },
        { kind: 'same', text: '乡村振兴示范片区，带动农民人均可支配收入增长6%以上。' },
      ],
    },
    { kind: 'removed', parts: [{ kind: 'removed', text: '市级财政将安排10亿元专项资金。' }] },
    { kind: 'added', parts: [{ kind: 'added', text: '资金安排另行通知。' }] },
  ],
});

export const gone = (): Extract<News, { kind: 'article_gone' | 'article_back' }> => ({
  kind: 'article_gone',
  id: 'n-gone',
  at: '2026-01-23T03:00:00.000Z',
  source: source({ id: 'linhai-daily', publisher: '临海日报', publisherKind: 'press', tags: ['新闻'] }),
  version: version({
    documentId: 'd-gone',
    seq: 3,
    title: '关于下达重点项目计划的通知',
    url: 'https://news.linhai.example/a/12.html',
  }),
  copies: [],
});

export const subscriber = (fields: Partial<Subscriber> = {}): Subscriber => ({
  id: 's1',
  email: 'analyst@reader.example',
  name: null,
  language: 'zh',
  sources: [],
  regions: [],
  tags: [],
  words: [],
  token: 'f3a9c1d27b5e48609f3a9c1d27b5e486',
  createdAt: '2025-01-01T00:00:00.000Z',
  active: true,
  ...fields,
});

export const period = { from: '2026-01-19T00:00:00.000Z', to: '2026-01-23T04:00:00.000Z' };
export const site = {
  url: 'https://watch.example',
  from: 'planwatch <planwatch@watch.example>',
  timezone: 'Asia/Shanghai',
  now: '2026-01-23T04:00:00.000Z',
};

const settled = (outcome: Outcome, target: Statement, achievement: Statement | null): LedgerEntry => ({
  target,
  outcome,
  achievement,
  progress: [],
  report: { documentId: 'd2026', seq: 1 },
  others: [],
});
const done = (quote: string, indicator: string, value: number, unit: string): Statement =>
  level(quote, indicator, value, unit, { kind: 'achievement', start: 40, end: 40 + quote.length });

/** How the targets of 2025 ended, by the report of 2026. */
export const ledger: readonly LedgerEntry[] = [
  settled(
    'missed',
    statement('地区生产总值增长5.5%左右', { value: 5.5, comparator: '~', ...old }),
    statement('地区生产总值增长5.2%', { kind: 'achievement', value: 5.2, start: 40, end: 52 }),
  ),
  settled(
    'met',
    level('城镇新增就业110万人以上', '城镇新增就业', 1_100_000, '人', { comparator: '>=', ...old }),
    done('城镇新增就业115万人', '城镇新增就业', 1_150_000, '人'),
  ),
  settled('not_reported', level('改造老旧小区2000个', '老旧小区改造', 2000, '个', old), null),
];

const task = (text: string, deadline: string | null = null): Task => ({
  text,
  start: 0,
  end: text.length,
  section: ['三、2026年重点工作'],
  units: [],
  deadline,
});
const taskChange = (fields: Partial<TaskChange>): TaskChange => ({
  change: 'edited',
  before: null,
  after: null,
  moved: false,
  shifts: [],
  unitsChanged: false,
  deadlineChanged: false,
  similarity: 1,
  ...fields,
});

/** What became of the tasks of 2025. */
export const tasks: TaskSummary = {
  counts: { firmer: 1, weaker: 1, deadline: 1, units: 0, moved: 2, new: 9, dropped: 8, edited: 12, same: 3 },
  changes: [
    taskChange({
      before: task('加快建立数据交易市场。'),
      after: task('研究建立数据交易市场。'),
      shifts: [{ object: '建立数据交易市场', before: '加快', after: '研究', shift: 'weaker' }],
    }),
    taskChange({
      before: task('探索建立农村养老服务制度。'),
      after: task('加快建立农村养老服务制度。'),
      shifts: [{ object: '建立农村养老服务制度', before: '探索', after: '加快', shift: 'firmer' }],
    }),
    taskChange({
      before: task('6月底前完成学校食堂整治。', '6月底前'),
      after: task('9月底前完成学校食堂整治。', '9月底前'),
      deadlineChanged: true,
    }),
    taskChange({ change: 'new', after: task('制定海洋经济促进条例。') }),
  ],
};
