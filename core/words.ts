import type { ChangeKind } from './change.ts';
import type { Language } from './digest.ts';
import type { Comparator, PlanStage, StatementKind } from './plan.ts';
import type { PublisherKind } from './source.ts';

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

/** What the nouns of the archive are called in front of readers: mail, pages and terminal tables agree. */
export interface Words {
  readonly change: Readonly<Record<ChangeKind, string>>;
  /** What each kind of change means, in one sentence. */
  readonly changeMeaning: Readonly<Record<ChangeKind, string>>;
  readonly comparator: Readonly<Record<Comparator, string>>;
  readonly statement: Readonly<Record<StatementKind, string>>;
  readonly stage: Readonly<Record<PlanStage, string>>;
  readonly publisher: Readonly<Record<PublisherKind, string>>;
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
    changes: (kind, count) => `${count} ${enChange[kind]}`,
  },
};
