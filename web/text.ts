import type { DocumentState, RunRecord, VersionCause } from '../core/archive.ts';
import type { Language, News } from '../core/digest.ts';
import type { SourceHealth } from '../core/source-health.ts';

/** Every sentence of the web page, in one language. */
export interface WebText {
  readonly latest: string;
  readonly plans: string;
  readonly sources: string;
  readonly navigation: string;
  readonly skip: string;
  /** The other language, named in itself. */
  readonly otherLanguage: string;
  readonly footer: string;
  readonly event: Readonly<Record<News['kind'], string>>;
  readonly standing: string;
  readonly targetsRead: (count: number) => string;
  readonly nothingYet: string;
  readonly noMatch: string;
  readonly healthy: (sources: number, lastRun: string | null) => string;
  readonly unhealthy: (broken: number, sources: number, lastRun: string | null) => string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly comma: string;
  readonly colon: string;

  readonly plan: string;
  readonly region: string;
  readonly kind: string;
  readonly years: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly stage: string;
  readonly archivedAt: string;
  readonly anyRegion: string;
  readonly anyKind: string;
  readonly filter: string;
  readonly show: string;
  readonly all: string;
  readonly standingOnly: string;
  readonly indicator: string;
  readonly change: string;
  readonly year: (years: string) => string;
  readonly beforeRevision: string;
  readonly afterRevision: string;
  readonly standingTarget: string;
  readonly due: (year: number) => string;
  readonly absent: string;
  readonly planBefore: string;
  readonly comparedWith: (name: string) => string;
  readonly otherTexts: string;
  readonly revisedAt: (minute: string) => string;
  readonly noPredecessor: string;
  readonly noTargets: string;
  readonly openComparison: string;
  readonly moreChanges: (count: number) => string;
  readonly outline: string;
  readonly partsFound: (count: number) => string;
  readonly statements: string;
  readonly statement: string;
  readonly quote: string;
  readonly section: string;
  readonly legend: string;

  readonly ledgerOf: (name: string) => string;
  readonly target: string;
  readonly reported: string;
  readonly outcome: string;
  readonly alsoReported: string;
  readonly silent: (count: number) => string;
  readonly outcomeLegend: string;
  readonly tasks: string;
  readonly tasksNote: string;
  readonly units: string;
  readonly deadline: string;
  readonly none: string;
  readonly moreTasks: (count: number) => string;
  readonly expected: string;
  readonly expectedFor: string;
  readonly expectedWhen: string;
  readonly between: (from: string, to: string) => string;
  readonly aroundDay: (day: string) => string;
  readonly unknownWhen: string;
  readonly late: string;
  readonly latestPlan: string;

  readonly regions: string;
  readonly regionsNote: string;
  readonly regionsOf: (year: number) => string;
  readonly noRegions: string;
  readonly setBy: string;
  readonly regionCount: (count: number) => string;
  readonly highest: string;
  readonly lowest: string;
  readonly rank: string;
  readonly toParentHead: string;
  readonly byPlace: string;
  readonly byRank: string;
  readonly notSet: string;
  readonly allIndicators: string;

  readonly original: string;
  readonly archivedVersion: (seq: number) => string;
  readonly versions: string;
  readonly version: string;
  readonly cause: Readonly<Record<VersionCause, string>>;
  readonly causeHead: string;
  readonly length: string;
  readonly characters: (count: number) => string;
  readonly compareWithBefore: string;
  readonly difference: (before: number, after: number) => string;
  readonly noDifference: string;
  readonly skipped: (count: number) => string;
  readonly moved: string;
  readonly added: string;
  readonly removed: string;
  readonly titleChanged: string;
  /** Beside what the page says otherwise of the document. */
  readonly textUnchanged: string;
  readonly publisher: string;
  readonly published: string;
  readonly updated: string;
  readonly printedSource: string;
  readonly author: string;
  readonly editor: string;
  readonly fields: Readonly<
    Record<'indexNumber' | 'documentNumber' | 'issuer' | 'written' | 'validity' | 'topic', string>
  >;
  readonly firstSeen: string;
  readonly lastFetched: string;
  readonly state: string;
  readonly states: Readonly<Record<DocumentState, string>>;
  readonly missingSince: (minute: string) => string;
  readonly copies: string;
  readonly copyEdits: string;
  /** How copies are compared. */
  readonly copyEditsHow: string;
  readonly untitled: string;
  readonly readAs: string;
  readonly reportsOn: string;
  readonly reportedBy: string;

  readonly lastRun: string;
  readonly runs: Readonly<Record<RunRecord['status'], string>>;
  readonly never: string;
  readonly fetchedPages: (count: number) => string;
  readonly health: string;
  readonly healths: Readonly<Record<SourceHealth, string>>;
  /** Since when a source is in trouble, and for how many runs. */
  readonly ticket: (since: string, runs: number) => string;
  readonly network: (sources: number, since: string) => string;
  readonly ourRelease: (sources: number, before: string, after: string) => string;
  readonly lastArticle: string;
  readonly nextRun: string;
  readonly openProblems: string;
  readonly noProblems: string;
  readonly times: (count: number, since: string) => string;
  readonly noSources: string;

  readonly unsubscribe: string;
  readonly unsubscribeAsk: (email: string) => string;
  readonly unsubscribed: (email: string) => string;
  readonly notFound: string;
  readonly notFoundWhy: string;
  readonly badRequest: string;
  readonly badRequestWhy: string;
  readonly failed: string;
  readonly failedWhy: string;
}

const zh: WebText = {
  latest: '最新变化',
  plans: '计划',
  sources: '来源',
  navigation: '主导航',
  skip: '跳到正文',
  otherLanguage: 'English',
  footer: '数字由程序读出，“上调”“下调”只指数值，不表示好坏；请以引文和原文为准。',
  event: {
    plan_compared: '目标变化',
    plan_revised: '计划修订',
    plan_found: '收录计划',
    article_edited: '原文改动',
    article_gone: '原文下线',
    article_back: '原文恢复',
  },
  standing: '首次抓取时已有',
  targetsRead: (count) => `读出${count}项目标。`,
  nothingYet: '还没有变化。抓取完成后，新计划和改动会出现在这里。',
  noMatch: '没有符合条件的内容。',
  healthy: (sources, lastRun) =>
    `${sources}个来源，均正常${lastRun === null ? '' : `；最近一次抓取 ${lastRun}`}`,
  unhealthy: (broken, sources, lastRun) =>
    `${sources}个来源中有${broken}个出现问题${lastRun === null ? '' : `；最近一次抓取 ${lastRun}`}`,
  newer: '较新',
  older: '较早',
  pages: '翻页',
  comma: '，',
  colon: '：',
  plan: '计划',
  region: '地区',
  kind: '类型',
  years: '年度',
  issuer: '发布机关',
  documentNumber: '文号',
  stage: '文本',
  archivedAt: '存档时间',
  anyRegion: '全部地区',
  anyKind: '全部类型',
  filter: '筛选',
  show: '显示',
  all: '全部',
  standingOnly: '只看主要指标',
  indicator: '指标',
  change: '变化',
  year: (years) => `${years}年`,
  beforeRevision: '修订前',
  afterRevision: '修订后',
  standingTarget: '主要指标',
  due: (year) => `到${year}年`,
  absent: '未提',
  planBefore: '与上一份对照',
  comparedWith: (name) => `与${name}对照`,
  otherTexts: '同名的另一份文本',
  revisedAt: (minute) => `${minute} 的修订`,
  noPredecessor: '档案中没有它的上一份，暂不能比较。',
  noTargets: '没有读出量化目标。',
  openComparison: '完整对照',
  moreChanges: (count) => `另有${count}项`,
  outline: '结构',
  partsFound: (count) => `找到${count}`,
  statements: '读出的数字',
  statement: '数字',
  quote: '引文',
  section: '章节',
  legend: '各种变化的含义',
  ledgerOf: (name) => `${name}的目标完成得如何`,
  target: '目标',
  reported: '报告的完成情况',
  outcome: '结果',
  alsoReported: '另据',
  silent: (count) => `另有${count}项未报告或未到期`,
  outcomeLegend: '各种结果的含义',
  tasks: '任务逐句对照',
  tasksNote: '改写而力度、期限、责任单位未变的只计数。',
  units: '责任单位',
  deadline: '期限',
  none: '无',
  moreTasks: (count) => `另有${count}项，见原文`,
  expected: '应出未出的计划',
  expectedFor: '应出年度',
  expectedWhen: '按往年日期预计',
  between: (from, to) => `${from} 至 ${to}`,
  aroundDay: (day) => `${day} 前后`,
  unknownWhen: '往年日期不详',
  late: '已晚于往年',
  latestPlan: '最近一份',
  regions: '地区对照',
  regionsNote: '只列两个以上地区都提出的本年度目标；总量目标不与上级比较。名次按数值从高到低，不表示好坏。',
  regionsOf: (year) => `${year}年各地目标对照`,
  noRegions: '档案中还没有两个地区同一年度的同一目标。',
  setBy: '提出地区',
  regionCount: (count) => `${count}个地区`,
  highest: '最高',
  lowest: '最低',
  rank: '名次',
  toParentHead: '与上级比',
  byPlace: '按层级',
  byRank: '按名次',
  notSet: '有计划但未提此目标',
  allIndicators: '全部指标',
  original: '原文',
  archivedVersion: (seq) => `存档第${seq}版`,
  versions: '版本',
  version: '版本',
  cause: { publisher: '原文改动', extractor: '仅提取规则更新' },
  causeHead: '原因',
  length: '字数',
  characters: (count) => `${count}字`,
  compareWithBefore: '与上一版对照',
  difference: (before, after) => `第${before}版与第${after}版对照`,
  noDifference: '两个版本的正文相同。',
  skipped: (count) => `……相同的${count}段……`,
  moved: '位置移动',
  added: '新增段落',
  removed: '删除段落',
  titleChanged: '标题改动',
  textUnchanged: '标题和正文没有改动。',
  publisher: '发布者',
  published: '发布',
  updated: '更新',
  printedSource: '页面所注来源',
  author: '作者',
  editor: '编辑',
  fields: {
    indexNumber: '索引号',
    documentNumber: '文号',
    issuer: '发文机关',
    written: '成文日期',
    validity: '效力',
    topic: '主题分类',
  },
  firstSeen: '首次收录',
  lastFetched: '最近检查',
  state: '状态',
  states: {
    listed: '待抓取',
    content: '正常',
    moved: '已移到新网址',
    list: '变为列表页',
    shell: '需要浏览器',
    login: '需要登录',
    refused: '被防火墙拒绝',
    disallowed: 'robots.txt 不允许抓取',
    maintenance: '网站维护中',
    error: '错误页',
    empty: '空白页',
    gone: '已下线',
    quarantined: '读法可疑，暂缓发布',
  },
  missingSince: (minute) => `自 ${minute} 起无法访问`,
  copies: '同文',
  copyEdits: '转载改动',
  copyEditsHow: '两边均按规范形式（简体、半角、去注音）对照。',
  untitled: '（无标题）',
  readAs: '读作计划',
  reportsOn: '报道的计划',
  reportedBy: '相关报道',
  lastRun: '最近一次抓取',
  runs: { running: '进行中', done: '完成', failed: '失败', interrupted: '中断' },
  never: '尚未抓取',
  fetchedPages: (count) => `${count}页`,
  health: '状况',
  healths: { off: '已停用', new: '尚未抓取', well: '正常', ailing: '有问题', broken: '故障' },
  ticket: (since, runs) => `自 ${since}，连续${runs}次`,
  network: (sources, since) =>
    `自 ${since} 起没有任何网站回应（${sources}个来源），多半是本机网络或代理的问题。`,
  ourRelease: (sources, before, after) =>
    `${sources}个来源在程序 ${before} 下正常，换成 ${after} 后出错，多半是本程序更新造成的。`,
  lastArticle: '最近新文章',
  nextRun: '下次抓取',
  openProblems: '未解决的问题',
  noProblems: '无',
  times: (count, since) => `${count}次，自 ${since}`,
  noSources: '还没有配置来源。',
  unsubscribe: '退订',
  unsubscribeAsk: (email) => `不再向 ${email} 发送邮件？`,
  unsubscribed: (email) => `已退订，不会再向 ${email} 发送邮件。`,
  notFound: '没有这个页面',
  notFoundWhy: '档案中没有您要找的内容，链接可能不完整。',
  badRequest: '请求有误',
  badRequestWhy: '网址中的参数无法识别。',
  failed: '暂时无法显示',
  failedWhy: '服务器出错，已记入日志，请稍后再试。',
};

const en: WebText = {
  latest: 'Latest changes',
  plans: 'Plans',
  sources: 'Sources',
  navigation: 'Main',
  skip: 'Skip to content',
  otherLanguage: '中文',
  footer:
    'Numbers are read by a program. Raised and lowered speak of the number only, not of better or worse; trust the quotes and the originals.',
  event: {
    plan_compared: 'Targets changed',
    plan_revised: 'Plan revised',
    plan_found: 'Plan archived',
    article_edited: 'Article edited',
    article_gone: 'Article taken down',
    article_back: 'Article back',
  },
  standing: 'already there at the first crawl',
  targetsRead: (count) => `${count} ${count === 1 ? 'target' : 'targets'} read.`,
  nothingYet: 'No changes yet. New plans and edits appear here after a crawl.',
  noMatch: 'Nothing matches.',
  healthy: (sources, lastRun) =>
    `${sources} ${sources === 1 ? 'source' : 'sources'}, all well${lastRun === null ? '' : `; last crawl ${lastRun}`}`,
  unhealthy: (broken, sources, lastRun) =>
    `${broken} of ${sources} sources in trouble${lastRun === null ? '' : `; last crawl ${lastRun}`}`,
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  comma: ', ',
  colon: ': ',
  plan: 'Plan',
  region: 'Region',
  kind: 'Kind',
  years: 'Period',
  issuer: 'Issued by',
  documentNumber: 'Document no.',
  stage: 'Text',
  archivedAt: 'Archived',
  anyRegion: 'All regions',
  anyKind: 'All kinds',
  filter: 'Filter',
  show: 'Show',
  all: 'All',
  standingOnly: 'Standing targets only',
  indicator: 'Indicator',
  change: 'Change',
  year: (years) => years,
  beforeRevision: 'Before',
  afterRevision: 'After',
  standingTarget: 'standing target',
  due: (year) => `by ${year}`,
  absent: 'not stated',
  planBefore: 'Compared with the plan before',
  comparedWith: (name) => `Compared with ${name}`,
  otherTexts: 'Other text of this name',
  revisedAt: (minute) => `Revision of ${minute}`,
  noPredecessor: 'The archive has no earlier plan of this series to compare it with.',
  noTargets: 'No quantitative target was read.',
  openComparison: 'Full comparison',
  moreChanges: (count) => `${count} more`,
  outline: 'Outline',
  partsFound: (count) => `found ${count}`,
  statements: 'Numbers read',
  statement: 'Number',
  quote: 'Quote',
  section: 'Section',
  legend: 'What each kind of change means',
  ledgerOf: (name) => `What became of the targets of ${name}`,
  target: 'Target',
  reported: 'Reported',
  outcome: 'Outcome',
  alsoReported: 'Also reported:',
  silent: (count) => `${count} more not reported or not due yet`,
  outcomeLegend: 'What each outcome means',
  tasks: 'Tasks, sentence by sentence',
  tasksNote: 'Those reworded without a change of commitment, deadline or units are only counted.',
  units: 'Units',
  deadline: 'Deadline',
  none: 'none',
  moreTasks: (count) => `${count} more, see the originals`,
  expected: 'Expected, not out yet',
  expectedFor: 'Period',
  expectedWhen: 'Expected, by earlier years',
  between: (from, to) => `${from} to ${to}`,
  aroundDay: (day) => `around ${day}`,
  unknownWhen: 'no dates of earlier years',
  late: 'later than in earlier years',
  latestPlan: 'Latest one',
  regions: 'Regions',
  regionsNote:
    'Targets for the year itself that two regions or more set; amounts are not compared with those of the region above. Ranks go by the number, highest first, and say nothing of better or worse.',
  regionsOf: (year) => `Targets of ${year}, region by region`,
  noRegions: 'The archive does not have the same target of two regions for one year yet.',
  setBy: 'Set by',
  regionCount: (count) => `${count} regions`,
  highest: 'Highest',
  lowest: 'Lowest',
  rank: 'Rank',
  toParentHead: 'Against the region above',
  byPlace: 'By place',
  byRank: 'By rank',
  notSet: 'With a plan, but without this target',
  allIndicators: 'All indicators',
  original: 'Original',
  archivedVersion: (seq) => `Archived version ${seq}`,
  versions: 'Versions',
  version: 'Version',
  cause: { publisher: 'the page changed', extractor: 'only our reading rules changed' },
  causeHead: 'Why',
  length: 'Length',
  characters: (count) => `${count} characters`,
  compareWithBefore: 'Compare with the one before',
  difference: (before, after) => `Version ${before} against version ${after}`,
  noDifference: 'The text of both versions is the same.',
  skipped: (count) => `… ${count} ${count === 1 ? 'paragraph' : 'paragraphs'} unchanged …`,
  moved: 'Moved',
  added: 'Paragraph added',
  removed: 'Paragraph removed',
  titleChanged: 'Title changed',
  textUnchanged: 'Title and text are unchanged.',
  publisher: 'Publisher',
  published: 'Published',
  updated: 'Updated',
  printedSource: 'Source as printed',
  author: 'Author',
  editor: 'Editor',
  fields: {
    indexNumber: 'Index no.',
    documentNumber: 'Document no.',
    issuer: 'Issuer',
    written: 'Written',
    validity: 'Validity',
    topic: 'Topic',
  },
  firstSeen: 'First seen',
  lastFetched: 'Last checked',
  state: 'State',
  states: {
    listed: 'not yet fetched',
    content: 'fine',
    moved: 'moved to another address',
    list: 'became a list',
    shell: 'needs a browser',
    login: 'asks for a login',
    refused: 'refused by a firewall',
    disallowed: 'forbidden by robots.txt',
    maintenance: 'site under maintenance',
    error: 'error page',
    empty: 'empty page',
    gone: 'taken down',
    quarantined: 'reads suspiciously, held back',
  },
  missingSince: (minute) => `missing since ${minute}`,
  copies: 'Same text at',
  copyEdits: 'What the copy says otherwise',
  copyEditsHow: 'Both sides are shown in normal form: simplified characters, half width, without pinyin.',
  untitled: '(no title)',
  readAs: 'Read as a plan',
  reportsOn: 'Reports on',
  reportedBy: 'Reported by',
  lastRun: 'Last crawl',
  runs: { running: 'running', done: 'done', failed: 'failed', interrupted: 'interrupted' },
  never: 'not yet',
  fetchedPages: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  health: 'Health',
  healths: { off: 'switched off', new: 'not yet crawled', well: 'well', ailing: 'ailing', broken: 'broken' },
  ticket: (since, runs) => `since ${since}, ${runs} ${runs === 1 ? 'run' : 'runs in a row'}`,
  network: (sources, since) =>
    `No site has answered since ${since} (${sources} sources): it is most likely the network or proxy of this machine.`,
  ourRelease: (sources, before, after) =>
    `${sources} sources were well under release ${before} and went ill under ${after}: it is most likely our own upgrade.`,
  lastArticle: 'Last new article',
  nextRun: 'Next run',
  openProblems: 'Open problems',
  noProblems: 'none',
  times: (count, since) => `${count} ${count === 1 ? 'time' : 'times'}, since ${since}`,
  noSources: 'No source is configured yet.',
  unsubscribe: 'Unsubscribe',
  unsubscribeAsk: (email) => `Send no more mail to ${email}?`,
  unsubscribed: (email) => `Done. No more mail will be sent to ${email}.`,
  notFound: 'No such page',
  notFoundWhy: 'The archive does not have what you look for; the link may be incomplete.',
  badRequest: 'Bad request',
  badRequestWhy: 'The address holds something that cannot be read.',
  failed: 'Cannot be shown now',
  failedWhy: 'Something failed on the server and was logged. Please try again later.',
};

/** The sentences of each language. */
export const webText: Readonly<Record<Language, WebText>> = { zh, en };
