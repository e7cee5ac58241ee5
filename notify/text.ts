import type { Language, News } from '../core/digest.ts';
import type { PlanStage } from '../core/plan.ts';

/** Every sentence of a mail, in one language. Counts and names come in as arguments, already formatted. */
export interface MailText {
  readonly kind: Readonly<Record<News['kind'], string>>;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Between items of a list. */
  readonly list: string;
  readonly quoted: (text: string) => string;
  readonly period: (from: string, to: string) => string;
  /** Which of how many mails of one digest. */
  readonly part: (number: number, of: number) => string;
  readonly subjectMore: (count: number) => string;
  readonly subjectFound: (targets: number) => string;
  readonly subjectKind: Readonly<Record<'article_edited' | 'article_gone' | 'article_back', string>>;
  readonly subjectSame: string;
  readonly subjectRevised: string;
  readonly indicator: string;
  readonly change: string;
  readonly target: string;
  readonly year: (years: string) => string;
  readonly beforeRevision: string;
  readonly afterRevision: string;
  readonly none: string;
  readonly due: (year: number) => string;
  readonly headline: string;
  readonly unchanged: (count: number, indicators: string) => string;
  readonly andOthers: string;
  readonly noTargets: string;
  readonly moreRows: (count: number) => string;
  readonly moreHunks: (count: number) => string;
  readonly moreItems: (count: number) => string;
  /** At the end of a table that goes on in the next mail of the digest, and at its beginning there. */
  readonly goesOn: string;
  readonly continued: string;
  /** Head of what became of the targets of a year. */
  readonly ledger: (years: string) => string;
  readonly missed: (target: string, reported: string) => string;
  readonly tasks: string;
  /** Head of how targets stand to those of a region above. */
  readonly comparedAbove: (region: string) => string;
  readonly standing: (count: number, standing: string) => string;
  readonly beside: (own: string, above: string) => string;
  /** Head of the articles that report on a plan. */
  readonly reports: string;
  readonly openComparison: string;
  readonly openPlan: string;
  readonly openDiff: string;
  readonly openArchive: (version: number) => string;
  readonly original: (publisher: string) => string;
  readonly originalBefore: string;
  readonly comparedWith: (name: string) => string;
  readonly found: string;
  /** The same, of a second text of a plan that the archive has. */
  readonly foundBeside: string;
  readonly edited: (before: string, after: string) => string;
  /** An edit that left the text alone. */
  readonly restated: (before: string, after: string) => string;
  /** In place of the kind of news, where a document holds no more, or holds again. */
  readonly validityChanged: string;
  /** A revision at another address: the stage of the text it takes the place of, and that text's title. */
  readonly inPlaceOf: Readonly<Record<PlanStage, (title: string) => string>>;
  readonly article_gone: (at: string) => string;
  readonly article_back: (at: string) => string;
  readonly publishedOn: (day: string) => string;
  readonly archivedAt: (minute: string) => string;
  readonly copies: string;
  readonly moved: string;
  readonly why: (subscriber: string, wishes: string) => string;
  readonly wishes: Readonly<Record<'sources' | 'regions' | 'tags' | 'words' | 'all', string>>;
  readonly numbers: string;
  readonly unsubscribe: string;
  readonly site: string;
}

const zh: MailText = {
  kind: {
    plan_compared: '目标变化',
    plan_revised: '计划修订',
    plan_found: '新收录计划',
    article_edited: '原文改动',
    article_gone: '原文下线',
    article_back: '原文恢复',
  },
  colon: '：',
  comma: '，',
  semicolon: '；',
  list: '、',
  quoted: (text) => `“${text}”`,
  period: (from, to) => (from === to ? from : `${from} 至 ${to}`),
  part: (number, of) => `（${number}/${of}）`,
  subjectMore: (count) => `（另有${count}条）`,
  subjectFound: (targets) => `新收录，${targets}项目标`,
  subjectKind: { article_edited: '发布后有改动', article_gone: '已下线', article_back: '已恢复' },
  subjectSame: '目标与上一份相同',
  subjectRevised: '同年修订',
  indicator: '指标',
  change: '变化',
  target: '目标',
  year: (years) => `${years}年`,
  beforeRevision: '修订前',
  afterRevision: '修订后',
  none: '—',
  due: (year) => `到${year}年`,
  headline: '主要指标',
  unchanged: (count, indicators) => `${count}项不变：${indicators}`,
  andOthers: '等',
  noTargets: '这份计划中没有读出量化目标。',
  moreRows: (count) => `另有${count}项，见完整对照`,
  moreHunks: (count) => `另有${count}处改动，见完整对照`,
  moreItems: (count) => `另有${count}条消息未列入本邮件，见网页`,
  goesOn: '下一封邮件继续',
  continued: '续上一封邮件',
  ledger: (years) => `${years}年目标完成情况`,
  missed: (target, reported) => `目标${target}，报告${reported}`,
  tasks: '任务措辞',
  comparedAbove: (region) => `与${region}同年目标相比`,
  standing: (count, standing) => `${count}项${standing}`,
  beside: (own, above) => `${own}，上级${above}`,
  reports: '相关报道',
  openComparison: '查看完整对照',
  openPlan: '查看计划',
  openDiff: '查看逐段对照',
  openArchive: (version) => `存档第${version}版`,
  original: (publisher) => `${publisher}原文`,
  originalBefore: '上一份原文',
  comparedWith: (name) => `对照：${name}`,
  found: '档案中没有它的上一份，暂不能比较。',
  foundBeside: '同名计划同年在档案中已有另一份文本；这一份内容不同，单独存档，不作比较。',
  edited: (before, after) => `页面上的文字在 ${before} 至 ${after} 之间有改动。`,
  restated: (before, after) => `页面在 ${before} 至 ${after} 之间改了标注，正文没有改动。`,
  validityChanged: '效力变化',
  inPlaceOf: {
    draft: (title) => `与此前的征求意见稿对照：${title}`,
    delivered: (title) => `与此前的报告稿对照：${title}`,
    adopted: (title) => `与此前另一页面上的文本对照：${title}`,
  },
  article_gone: (at) => `${at} 确认原网址已不再提供这篇文章，存档仍可查阅。`,
  article_back: (at) => `${at} 原网址重新提供这篇文章。`,
  publishedOn: (day) => `发布于 ${day}`,
  archivedAt: (minute) => `存档于 ${minute}`,
  copies: '同文另见',
  moved: '移动',
  why: (subscriber, wishes) => `您（${subscriber}）收到这封邮件，因为您订阅了${wishes}。`,
  wishes: { sources: '来源', regions: '地区', tags: '标签', words: '关键词', all: '全部消息' },
  numbers: '“上调”“下调”只指数值，不表示好坏；数字由程序读出，请以引文和原文为准。',
  unsubscribe: '退订',
  site: '打开网页',
};

const en: MailText = {
  kind: {
    plan_compared: 'Targets changed',
    plan_revised: 'Plan revised',
    plan_found: 'New plan',
    article_edited: 'Article edited',
    article_gone: 'Article taken down',
    article_back: 'Article back',
  },
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  list: ', ',
  quoted: (text) => `“${text}”`,
  period: (from, to) => (from === to ? from : `${from} to ${to}`),
  part: (number, of) => ` (${number}/${of})`,
  subjectMore: (count) => ` (+${count} more)`,
  subjectFound: (targets) => `new, ${targets} ${targets === 1 ? 'target' : 'targets'}`,
  subjectKind: { article_edited: 'edited', article_gone: 'taken down', article_back: 'back online' },
  subjectSame: 'targets unchanged',
  subjectRevised: 'revised',
  indicator: 'Indicator',
  change: 'Change',
  target: 'Target',
  year: (years) => years,
  beforeRevision: 'Before',
  afterRevision: 'After',
  none: '—',
  due: (year) => `by ${year}`,
  headline: 'standing target',
  unchanged: (count, indicators) => `${count} ${count === 1 ? 'target' : 'targets'} unchanged: ${indicators}`,
  andOthers: ' and others',
  noTargets: 'No quantitative target was read in this plan.',
  moreRows: (count) => `${count} more, see the full comparison`,
  moreHunks: (count) => `${count} more ${count === 1 ? 'edit' : 'edits'}, see the full comparison`,
  moreItems: (count) =>
    `${count} more ${count === 1 ? 'item is' : 'items are'} not in this mail, see the web page`,
  goesOn: 'Continued in the next mail',
  continued: 'Continued from the mail before',
  ledger: (years) => `Targets of ${years}`,
  missed: (target, reported) => `target ${target}, reported ${reported}`,
  tasks: 'Wording of tasks',
  comparedAbove: (region) => `Beside the targets of ${region} for the year`,
  standing: (count, standing) => `${count} ${standing}`,
  beside: (own, above) => `${own}, above it ${above}`,
  reports: 'Reported in',
  openComparison: 'Full comparison',
  openPlan: 'Open the plan',
  openDiff: 'Paragraph by paragraph',
  openArchive: (version) => `archived version ${version}`,
  original: (publisher) => `Original at ${publisher}`,
  originalBefore: 'Original of the plan before',
  comparedWith: (name) => `Compared with ${name}`,
  found: 'The archive has no earlier plan of this series to compare it with.',
  foundBeside:
    'The archive has another text of this name and year; this one states other things, and is kept beside it without comparing.',
  edited: (before, after) => `The text on the page changed between ${before} and ${after}.`,
  restated: (before, after) =>
    `What the page says of the document changed between ${before} and ${after}; its text did not.`,
  validityChanged: 'Validity changed',
  inPlaceOf: {
    draft: (title) => `Compared with the draft for comment: ${title}`,
    delivered: (title) => `Compared with the report as delivered: ${title}`,
    adopted: (title) => `Compared with the text on another page: ${title}`,
  },
  article_gone: (at) =>
    `Confirmed on ${at}: the address no longer serves this article. The archive still has it.`,
  article_back: (at) => `Since ${at} the address serves this article again.`,
  publishedOn: (day) => `published ${day}`,
  archivedAt: (minute) => `archived ${minute}`,
  copies: 'Same text at',
  moved: 'moved',
  why: (subscriber, wishes) => `You (${subscriber}) get this mail because you subscribed to ${wishes}.`,
  wishes: { sources: 'sources', regions: 'regions', tags: 'tags', words: 'words', all: 'all news' },
  numbers:
    'Raised and lowered speak of the number only, not of better or worse. Numbers are read by a program: trust the quotes and the originals.',
  unsubscribe: 'Unsubscribe',
  site: 'Open the web page',
};

/** The sentences of each language. */
export const mailText: Readonly<Record<Language, MailText>> = { zh, en };
