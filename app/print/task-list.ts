import pc from 'picocolors';
import type { Language } from '../../core/digest.ts';
import { TASK_KINDS, type TaskChange, taskKinds } from '../../core/tasks.ts';
import { TASK_MARKS, words } from '../../core/words.ts';
import { diffText } from '../../pipeline/diff/diff-text.ts';
import { withoutControls } from './table.ts';

type Colours = ReturnType<typeof pc.createColors>;

const LABELS = {
  zh: { title: '任务', units: '责任单位', deadline: '期限', none: '无' },
  en: { title: 'Tasks', units: 'units', deadline: 'deadline', none: 'none' },
} as const;

/**
 * Tasks without a number as a list for a terminal: what became firmer, weaker, moved, or has other units or another
 * deadline, each with its old and new words in one line.
 *
 * New, dropped and merely reworded tasks are only counted: between two reports they are most sentences.
 */
export function taskList(changes: readonly TaskChange[], lang: Language, colour: boolean): string {
  const colours = pc.createColors(colour);
  const kinds = changes.map(taskKinds);
  const summary = TASK_KINDS.map(
    (kind) => `${words[lang].task[kind]} ${kinds.filter((each) => each.includes(kind)).length}`,
  );
  const told = changes.filter((c) => c.shifts.length > 0 || c.moved || c.unitsChanged || c.deadlineChanged);
  const entries = told.map((change) => `${notesOf(change, lang, colours)}\n  ${wordsOf(change, colours)}\n`);
  return `${colours.bold(LABELS[lang].title)}\n${summary.join('  ')}\n${entries.join('')}`;
}

function notesOf(change: TaskChange, lang: Language, colours: Colours): string {
  const { before, after, shifts, moved, unitsChanged, deadlineChanged } = change;
  const labels = LABELS[lang];
  const listed = (names: readonly string[] | undefined): string => names?.join('、') || labels.none;
  const notes = [
    ...shifts.map(({ before: from, after: to, shift }) =>
      colours.yellow(`${TASK_MARKS[shift]} ${words[lang].task[shift]} ${from} → ${to}`),
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
