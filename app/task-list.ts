import pc from 'picocolors';
import type { Language } from '../core/digest.ts';
import type { CommitmentShift, TaskChange } from '../pipeline/compare/compare-tasks.ts';
import { diffText } from '../pipeline/diff/diff-text.ts';
import { withoutControls } from './table.ts';

type Colours = ReturnType<typeof pc.createColors>;

const LABELS = {
  zh: {
    title: '任务',
    counts: {
      firmer: '力度加强',
      weaker: '力度减弱',
      moved: '移动',
      edited: '改写',
      new: '新增',
      dropped: '不再提',
      same: '不变',
    },
    units: '责任单位',
    deadline: '期限',
    none: '无',
  },
  en: {
    title: 'Tasks',
    counts: {
      firmer: 'firmer',
      weaker: 'weaker',
      moved: 'moved',
      edited: 'reworded',
      new: 'new',
      dropped: 'dropped',
      same: 'unchanged',
    },
    units: 'units',
    deadline: 'deadline',
    none: 'none',
  },
} as const;

/**
 * Tasks without a number as a list for a terminal: what became firmer, weaker, moved, or has other units or another
 * deadline, each with its old and new words in one line.
 *
 * New, dropped and merely reworded tasks are only counted: between two reports they are most sentences.
 */
export function taskList(changes: readonly TaskChange[], lang: Language, colour: boolean): string {
  const colours = pc.createColors(colour);
  const labels = LABELS[lang];
  const shifted = (shift: CommitmentShift['shift']) => (c: TaskChange) =>
    c.shifts.some((s) => s.shift === shift);
  const counts: readonly (readonly [keyof typeof labels.counts, (change: TaskChange) => boolean])[] = [
    ['firmer', shifted('firmer')],
    ['weaker', shifted('weaker')],
    ['moved', ({ moved }) => moved],
    ['edited', ({ change }) => change === 'edited'],
    ['new', ({ change }) => change === 'new'],
    ['dropped', ({ change }) => change === 'dropped'],
    ['same', ({ change }) => change === 'same'],
  ];
  const summary = counts.map(([name, holds]) => `${labels.counts[name]} ${changes.filter(holds).length}`);
  const told = changes.filter((c) => c.shifts.length > 0 || c.moved || c.unitsChanged || c.deadlineChanged);
  const entries = told.map((change) => `${notesOf(change, lang, colours)}\n  ${wordsOf(change, colours)}\n`);
  return `${colours.bold(labels.title)}\n${summary.join('  ')}\n${entries.join('')}`;
}

function notesOf(change: TaskChange, lang: Language, colours: Colours): string {
  const { before, after, shifts, moved, unitsChanged, deadlineChanged } = change;
  const labels = LABELS[lang];
  const listed = (names: readonly string[] | undefined): string => names?.join('、') || labels.none;
  const notes = [
    ...shifts.map(({ before: from, after: to, shift }) =>
      colours.yellow(`${shift === 'firmer' ? '▲' : '▼'} ${labels.counts[shift]} ${from} → ${to}`),
    ),
    ...(moved ? [`↷ ${before?.section.at(-1) ?? ''} → ${after?.section.at(-1) ?? ''}`] : []),
    ...(unitsChanged ? [`◇ ${labels.units} ${listed(before?.units)} → ${listed(after?.units)}`] : []),
    ...(deadlineChanged
      ? [`◇ ${labels.deadline} ${before?.deadline ?? labels.none} → ${after?.deadline ?? labels.none}`]
      : []),
  ];
  return notes.map(withoutControls).join('  ');
}

function wordsOf({ before, after }: TaskChange, colours: Colours): string {
  return diffText(before?.text ?? '', after?.text ?? '')
    .map(({ kind, text }) => {
      const clean = withoutControls(text);
      if (kind === 'same') return clean;
      return kind === 'added' ? colours.green(`{+${clean}+}`) : colours.red(`[-${clean}-]`);
    })
    .join('');
}
