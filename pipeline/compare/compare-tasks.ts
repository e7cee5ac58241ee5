import type { PlanReading } from '../../core/plan.ts';
import type { CommitmentShift, Task, TaskChange } from '../../core/tasks.ts';
import { assignBest, type Candidate } from './assign.ts';
import { pairsOf, setLikeness } from './character-pairs.ts';
import { commitmentsOf } from './commitment.ts';
import { readTasks } from './read-tasks.ts';
import { rowsSharing } from './sharing.ts';

/** A plan's text with what was read of it. */
export interface PlanText {
  readonly text: string;
  readonly outline: PlanReading['outline'];
}

/** Clauses of a longer sentence are not followed: each is held against each. */
const FOLLOWED = 600;
/** Objects of two clauses that are the same thing. */
const SAME_OBJECT = 0.7;

/**
 * Follow each task from one plan to the next: kept, reworded, moved, new or gone, and whether the words commit more
 * or less than they did.
 *
 * @returns the tasks of `after` in document order, then what was dropped
 */
export function compareTasks(
  before: PlanText,
  after: PlanText,
  years: { readonly before: number | null; readonly after: number | null } = { before: null, after: null },
): TaskChange[] {
  const old = readTasks(before.text, before.outline);
  const young = readTasks(after.text, after.outline);
  const chosen = assignBest(candidates(old, young));
  const partner = new Map(chosen.map((pair) => [pair.column, pair]));
  const isMoved = movesBetween(
    chosen.map(({ row, column }) => [headingOf(old[row]), headingOf(young[column])]),
  );
  const kept = new Set(chosen.map((pair) => pair.row));
  return [
    ...young.map((task, column) => {
      const pair = partner.get(column);
      const was = pair === undefined ? undefined : old[pair.row];
      return pair === undefined || was === undefined
        ? alone('new', null, task)
        : {
            ...compared(was, task, years),
            moved: isMoved(headingOf(was), headingOf(task)),
            similarity: Math.sqrt(pair.gain),
          };
    }),
    ...old.flatMap((task, row) => (kept.has(row) ? [] : [alone('dropped', task, null)])),
  ];
}

function alone(change: 'new' | 'dropped', before: Task | null, after: Task | null): TaskChange {
  const nothing = { moved: false, shifts: [], unitsChanged: false, deadlineChanged: false, similarity: 1 };
  return { change, before, after, ...nothing };
}

function compared(
  before: Task,
  after: Task,
  years: { readonly before: number | null; readonly after: number | null },
): Omit<TaskChange, 'similarity' | 'moved'> {
  const units = new Set(before.units);
  return {
    change: before.text === after.text ? 'same' : 'edited',
    before,
    after,
    shifts: shiftsOf(before.text, after.text),
    unitsChanged:
      units.size > 0 && after.units.length > 0 && units.symmetricDifference(new Set(after.units)).size > 0,
    deadlineChanged: relative(before.deadline, years.before) !== relative(after.deadline, years.after),
  };
}

function headingOf(task: Task | undefined): string {
  return task?.section.at(-1) ?? '';
}

/**
 * Which pairs of headings are a move. Headings are reworded, split and renumbered every year, so a section's home in
 * the later plan is where most of its tasks went, or whose tasks mostly came from it; not what bears its name.
 */
function movesBetween(pairs: readonly (readonly [string, string])[]): (from: string, to: string) => boolean {
  const home = mostFrequent(pairs, 0);
  const origin = mostFrequent(
    pairs.map(([from, to]) => [to, from]),
    0.5,
  );
  return (from, to) => home.get(from) !== to && origin.get(to) !== from;
}

/** The value found most often with each key, if found in more than `share` of its pairs. */
function mostFrequent(
  pairs: readonly (readonly [string, string])[],
  share: number,
): ReadonlyMap<string, string> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return new Map(
    [...groups].flatMap(([key, all]) => {
      const [most] = [...Map.groupBy(all, ([, value]) => value)].sort((a, b) => b[1].length - a[1].length);
      return most !== undefined && most[1].length > share * all.length ? [[key, most[0]] as const] : [];
    }),
  );
}

/** Clauses about the same object whose verbs stand on different rungs. */
function shiftsOf(before: string, after: string): CommitmentShift[] {
  const old = commitmentsOf(before.slice(0, FOLLOWED)).map((c) => ({ ...c, pairs: pairsOf(c.object) }));
  return commitmentsOf(after.slice(0, FOLLOWED)).flatMap(({ verb, rung, object }) => {
    const pairs = pairsOf(object);
    const was = old
      .map((c) => ({ ...c, likely: setLikeness(c.pairs, pairs) }))
      .sort((a, b) => b.likely - a.likely || Math.abs(a.rung - rung) - Math.abs(b.rung - rung))[0];
    if (was === undefined || was.likely < SAME_OBJECT || was.rung === rung) return [];
    return [{ object, before: was.verb, after: verb, shift: rung > was.rung ? 'firmer' : 'weaker' } as const];
  });
}

/** 2026年底前 in the plan of 2026 and 2027年底前 in that of 2027 are the same deadline: the end of the year. */
function relative(deadline: string | null, year: number | null): string | null {
  if (deadline === null || year === null) return deadline;
  const own = deadline.replace(/\d{4}(?=年)/, (stated) => `${Number(stated) - year}`);
  return own
    .replace(/^[到至]|之?前$/g, '')
    .replace(/^0年(?=[底末\d上一二三四])/, '')
    .replace(/^年?[底末内]$/, '年底');
}

/** Sentences less alike are two tasks: half the words may be replaced, but of a short sentence few make it another. */
function alikeEnough(likely: number, a: Task, b: Task): boolean {
  return likely >= 0.3 + 2 / Math.min(a.text.length, b.text.length);
}

function candidates(old: readonly Task[], young: readonly Task[]): Candidate[] {
  const before = old.map((task) => ({ task, pairs: pairsOf(task.text) }));
  const after = young.map((task) => ({ task, pairs: pairsOf(task.text) }));
  const sharing = rowsSharing(
    before.map(({ task, pairs }) => new Set(pairs).add(task.text)),
    after.map(({ task, pairs }) => new Set(pairs).add(task.text)),
  );
  return sharing.flatMap((rows, column) =>
    rows.flatMap((row) => {
      const [was, is] = [before[row], after[column]];
      if (was === undefined || is === undefined) return [];
      const likely = setLikeness(was.pairs, is.pairs);
      return alikeEnough(likely, was.task, is.task) ? [{ row, column, gain: likely ** 2 }] : [];
    }),
  );
}
