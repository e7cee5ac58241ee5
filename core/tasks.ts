/** One thing a plan sets out to do: a sentence, with who is to do it and by when. */
export interface Task {
  readonly text: string;
  /** UTF-16 offsets into the plan's text. */
  readonly start: number;
  readonly end: number;
  /** Headings it stands under, outermost first. */
  readonly section: readonly string[];
  /** Who answers for it, as named: 责任单位, 牵头, 配合, 负责. */
  readonly units: readonly string[];
  /** By when, as written: 2026年底前, 6月底前, “十五五”末; null where nothing is said. */
  readonly deadline: string | null;
}

/** A commitment that became firmer or weaker: 探索 -> 推进. */
export interface CommitmentShift {
  readonly object: string;
  readonly before: string;
  readonly after: string;
  readonly shift: 'firmer' | 'weaker';
}

/** What became of one task from the earlier plan to the later one. */
export interface TaskChange {
  readonly change: 'same' | 'edited' | 'new' | 'dropped';
  /** Null exactly when `change` is `new`. */
  readonly before: Task | null;
  /** Null exactly when `change` is `dropped`. */
  readonly after: Task | null;
  /** True when it stands under another heading than before; it may be edited as well. */
  readonly moved: boolean;
  readonly shifts: readonly CommitmentShift[];
  /** True when the units that answer for it are others now; false also where a side names none. */
  readonly unitsChanged: boolean;
  /** True when another deadline is set, taken relative to the plan's year where that is known. */
  readonly deadlineChanged: boolean;
  /** 0 to 1; 1 for the unpaired. */
  readonly similarity: number;
}

/** What can be said of a task, in the order readers are told it. One task may be several of the first five. */
export const TASK_KINDS = [
  'firmer',
  'weaker',
  'deadline',
  'units',
  'moved',
  'new',
  'dropped',
  'edited',
  'same',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** All that can be said of one task. */
export function taskKinds(task: TaskChange): TaskKind[] {
  const { change, shifts, moved, unitsChanged, deadlineChanged } = task;
  const holds: Readonly<Record<TaskKind, boolean>> = {
    firmer: shifts.some(({ shift }) => shift === 'firmer'),
    weaker: shifts.some(({ shift }) => shift === 'weaker'),
    deadline: deadlineChanged,
    units: unitsChanged,
    moved,
    new: change === 'new',
    dropped: change === 'dropped',
    edited: change === 'edited',
    same: change === 'same',
  };
  return TASK_KINDS.filter((kind) => holds[kind]);
}

/** How many tasks each thing can be said of. */
export function countTasks(changes: readonly TaskChange[]): Record<TaskKind, number> {
  const counts: Record<TaskKind, number> = {
    firmer: 0,
    weaker: 0,
    deadline: 0,
    units: 0,
    moved: 0,
    new: 0,
    dropped: 0,
    edited: 0,
    same: 0,
  };
  for (const kind of changes.flatMap(taskKinds)) counts[kind] += 1;
  return counts;
}

/** The tasks of two plans compared, as they are kept: all counted, the telling ones whole. */
export interface TaskSummary {
  readonly counts: Readonly<Record<TaskKind, number>>;
  /** Without the merely reworded and the unchanged; of each other kind the first ones, in document order. */
  readonly changes: readonly TaskChange[];
}
