import {
  countTasks,
  type Task,
  type TaskChange,
  type TaskKind,
  type TaskSummary,
  taskKinds,
} from '../../../core/tasks.ts';

/** Tasks of one kind that are kept whole. Reports have some dozens; a page of more is read in its text. */
const MOST_OF_A_KIND = 100;
/** Longer sentences are cut: a text without stops is one sentence. */
const LONGEST = 400;
const MOST_SHIFTS = 10;

/**
 * What is kept of two plans' tasks: a count of every kind, and the tasks that tell something.
 *
 * Merely reworded and unchanged ones are counted only: the diff of the texts shows those better.
 *
 * @param changes of {@link compareTasks}
 */
export function summarizeTasks(changes: readonly TaskChange[]): TaskSummary {
  const seen = new Map<TaskKind, number>();
  const kept = changes.filter((change) => {
    const kinds = taskKinds(change).filter((kind) => kind !== 'edited' && kind !== 'same');
    for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return kinds.some((kind) => (seen.get(kind) ?? 0) <= MOST_OF_A_KIND);
  });
  return { counts: countTasks(changes), changes: kept.map(clipped) };
}

/** A change whose texts are cut to what is read; offsets still slice back to them. */
function clipped(change: TaskChange): TaskChange {
  const shifts = change.shifts.slice(0, MOST_SHIFTS);
  return {
    ...change,
    before: clippedTask(change.before),
    after: clippedTask(change.after),
    shifts: shifts.map((shift) => ({ ...shift, object: shift.object.slice(0, LONGEST) })),
  };
}

function clippedTask(task: Task | null): Task | null {
  if (task === null || task.text.length <= LONGEST) return task;
  const text = task.text.slice(0, LONGEST);
  return { ...task, text, end: task.start + text.length };
}
