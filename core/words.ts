import type { ChangeKind, FactChange } from './change.ts';
import type { Language } from './digest.ts';
import type { Outcome } from './ledger.ts';
import type { Comparator, PlanStage, StatementKind } from './plan.ts';
import type { PublisherKind } from './source.ts';
import type { TaskKind } from './tasks.ts';
import type { ToParent } from './vertical.ts';

/** All kinds of change, in the order readers are shown them. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'raised',
  'lowered',
  'comparator',
  'rescoped',
  'dropped',
  'new',
  'not_restated',
  'same',
];

/** One mark a kind of change, so that it is told without colour. Plain geometry: every mail font has it. */
export const CHANGE_MARKS: Readonly<Record<ChangeKind, string>> = {
  raised: '▲',
  lowered: '▼',
  comparator: '◆',
  rescoped: '◇',
  dropped: '×',
  new: '+',
  not_restated: '…',
  same: '=',
};

/** One mark an outcome of a target. */
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  met: '✓',
  missed: '✗',
  undetermined: '~',
  redefined: '◇',
  not_reported: '…',
  not_due: '→',
};

/** One mark a thing that is said of a task. */
export const TASK_MARKS: Readonly<Record<TaskKind, string>> = {
  firmer: '▲',
  weaker: '▼',
  deadline: '◆',
  units: '◇',
  moved: '→',
  new: '+',
  dropped: '×',
  edited: '~',
  same: '=',
};

/** What the nouns of the archive are called in front of readers: mail, pages and terminal tables agree. */
export interface Words {
  readonly change: Readonly<Record<ChangeKind, string>>;
  /** What each kind of change means, in one sentence. */
  readonly changeMeaning: Readonly<Record<ChangeKind, string>>;
  readonly comparator: Readonly<Record<Comparator, string>>;
  readonly statement: Readonly<Record<StatementKind, string>>;
  readonly stage: Readonly<Record<PlanStage, string>>;
  readonly publisher: Readonly<Record<PublisherKind, string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  /** What each outcome means, in one sentence. */
  readonly outcomeMeaning: Readonly<Record<Outcome, string>>;
  readonly task: Readonly<Record<TaskKind, string>>;
  readonly toParent: Readonly<Record<ToParent, string>>;
  readonly fact: Readonly<Record<FactChange['field'], string>>;
  /** `效力：有效 → 废止`: what a page says otherwise of its document. */
  readonly facts: (change: FactChange) => string;
  /** `9项完成`, `9 met`: a count of one outcome. */
  readonly outcomes: (outcome: Outcome, count: number) => string;
  /** `3项力度加强`, `3 firmer`: a count of one thing said of tasks. */
  readonly tasks: (kind: TaskKind, count: number) => string;
  /** `3项上调`, `3 raised`: a count of one kind of change. */
  readonly changes: (kind: ChangeKind, count: number) => string;
}

const zhChange: Words['change'] = {
  raised: '上调',
  lowered: '下调',
  comparator: '界限变化',
  rescoped: '口径变化',
  dropped: '不再提',
  new: '新增',
  not_restated: '未重提',
  same: '不变',
};

const enChange: Words['change'] = {
  raised: 'raised',
  lowered: 'lowered',
  comparator: 'bound changed',
  rescoped: 'rescoped',
  dropped: 'dropped',
  new: 'new',
  not_restated: 'not restated',
  same: 'unchanged',
};

const zhOutcome: Words['outcome'] = {
  met: '完成',
  missed: '未完成',
  undetermined: '难以判定',
  redefined: '口径不同',
  not_reported: '未报告',
  not_due: '未到期',
};

const enOutcome: Words['outcome'] = {
  met: 'met',
  missed: 'missed',
  undetermined: 'undetermined',
  redefined: 'redefined',
  not_reported: 'not reported',
  not_due: 'not due yet',
};

const zhTask: Words['task'] = {
  firmer: '力度加强',
  weaker: '力度减弱',
  deadline: '期限变化',
  units: '责任单位变化',
  moved: '移动',
  new: '新增',
  dropped: '不再提',
  edited: '改写',
  same: '不变',
};

const enTask: Words['task'] = {
  firmer: 'firmer',
  weaker: 'weaker',
  deadline: 'other deadline',
  units: 'other units',
  moved: 'moved',
  new: 'new',
  dropped: 'dropped',
  edited: 'reworded',
  same: 'unchanged',
};

const zhFact: Words['fact'] = {
  validity: '效力',
  documentNumber: '文号',
  issuer: '发文机关',
  published: '发布日期',
};

const enFact: Words['fact'] = {
  validity: 'Validity',
  documentNumber: 'Document no.',
  issuer: 'Issuer',
  published: 'Publication date',
};

/** The words of each language. */
export const words: Readonly<Record<Language, Words>> = {
  zh: {
    change: zhChange,
    changeMeaning: {
      raised: '数值高于上一份计划；不表示好坏。',
      lowered: '数值低于上一份计划；不表示好坏。',
      comparator: '数值相同，界限不同，如“以内”变为“左右”。',
      rescoped: '对象、基数、期限，或“总量/增量”的说法变了，数值不可直接比较。',
      dropped: '上一份计划提出，这一份不再提。',
      new: '上一份计划没有。',
      not_restated: '期限在上一份计划的年度之后，这一份没有重提，不算取消。',
      same: '与上一份计划相同。',
    },
    comparator: {
      '>=': '不低于',
      '>': '超过',
      '<=': '不超过',
      '<': '低于',
      '~': '左右',
      '=': '等于',
      range: '区间',
    },
    statement: { target: '目标', achievement: '完成情况', context: '背景' },
    stage: { draft: '征求意见稿', delivered: '报告稿', adopted: '正式文本' },
    publisher: { government: '政府', press: '新闻媒体', aggregator: '转载网站' },
    outcome: zhOutcome,
    outcomeMeaning: {
      met: '报告的数字达到目标；“左右”容许上下5%。',
      missed: '报告的数字没有达到目标。',
      undetermined: '报告了数字，但从目标的表述看不出在哪一边算完成。',
      redefined: '报告的数字与目标口径不同，不可直接比较。',
      not_reported: '报告中没有找到对应的完成情况；不表示没有完成。',
      not_due: '期限在计划年度之后。',
    },
    task: zhTask,
    toParent: { above: '高于', equal: '持平', below: '低于', incomparable: '不可比' },
    fact: zhFact,
    facts: ({ field, before, after }) => `${zhFact[field]}：${before ?? '未标明'} → ${after}`,
    outcomes: (outcome, count) => `${count}项${zhOutcome[outcome]}`,
    tasks: (kind, count) => `${count}项${zhTask[kind]}`,
    changes: (kind, count) => `${count}项${zhChange[kind]}`,
  },
  en: {
    change: enChange,
    changeMeaning: {
      raised: 'The number is higher than in the plan before; that says nothing of better or worse.',
      lowered: 'The number is lower than in the plan before; that says nothing of better or worse.',
      comparator: 'Same number, other bound, such as “within” becoming “about”.',
      rescoped: 'Subject, base, period or level/increment changed: the numbers cannot be compared directly.',
      dropped: 'Stated in the plan before, not in this one.',
      new: 'Not in the plan before.',
      not_restated: 'Due after the year of the plan before and not repeated here; not cancelled.',
      same: 'As in the plan before.',
    },
    comparator: {
      '>=': 'at least',
      '>': 'more than',
      '<=': 'at most',
      '<': 'less than',
      '~': 'about',
      '=': 'exactly',
      range: 'range',
    },
    statement: { target: 'target', achievement: 'achievement', context: 'context' },
    stage: { draft: 'draft for comment', delivered: 'as delivered', adopted: 'as adopted' },
    publisher: { government: 'government', press: 'press', aggregator: 'aggregator' },
    outcome: enOutcome,
    outcomeMeaning: {
      met: 'The reported number satisfies the target; “about” allows 5% either way.',
      missed: 'The reported number does not satisfy the target.',
      undetermined:
        'A number was reported, but the wording of the target does not say which side of it counts as met.',
      redefined: 'What was reported is measured in another way and cannot be compared directly.',
      not_reported: 'No result for it was found in the report; that does not say it was missed.',
      not_due: 'Due after the year of the plan.',
    },
    task: enTask,
    toParent: { above: 'above', equal: 'equal', below: 'below', incomparable: 'not comparable' },
    fact: enFact,
    facts: ({ field, before, after }) => `${enFact[field]}: ${before ?? 'not stated'} → ${after}`,
    outcomes: (outcome, count) => `${count} ${enOutcome[outcome]}`,
    tasks: (kind, count) => `${count} ${enTask[kind]}`,
    changes: (kind, count) => `${count} ${enChange[kind]}`,
  },
};
