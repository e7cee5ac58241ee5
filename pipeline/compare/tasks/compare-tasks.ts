import type { CommitmentShift, Task, TaskChange } from '../../../core/tasks.ts';
import { lastingName } from '../../plan/identity/plan-bodies.ts';
import { pairsOf, setLikeness } from '../names/character-pairs.ts';
import { assignBest, type Candidate } from '../pairing/assign.ts';
import { rowsSharing } from '../pairing/sharing.ts';
import { commitmentsOf } from './commitment.ts';
import { type PlanText, readTasks } from './read-tasks.ts';
import { relativeDeadline } from './task-deadline.ts';
import { partsOf } from './task-parts.ts';

/** Clauses of a longer sentence are not followed: each is held against each. */
const FOLLOWED = 600;
/** How alike a task is said to be to what it was split off from, or merged into. */
const WHOLE_OF_PART = 0.5;
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
  const [old, young] = [worded(readTasks(before)), worded(readTasks(after))];
  const chosen = assignBest(candidates(old, young));
  const partner = new Map(chosen.map((pair) => [pair.column, pair]));
  const isMoved = movesBetween(
    chosen.map(({ row, column }) => [headingOf(old[row]), headingOf(young[column])]),
  );
  const kept = new Set(chosen.map((pair) => pair.row));
  const split = partsOf(
    young.map(({ pairs }, column) => (partner.has(column) ? null : pairs)),
    old.map(({ pairs }) => pairs),
  );
  const merged = partsOf(
    old.map(({ pairs }, row) => (kept.has(row) ? null : pairs)),
    young.map(({ pairs }) => pairs),
  );
  return [
    ...young.map(({ task }, column) => {
      const pair = partner.get(column);
      const was = old[pair?.row ?? split.get(column) ?? -1];
      if (was === undefined) return alone('new', null, task);
      const moved = pair !== undefined && isMoved(headingOf(was), headingOf(young[column]));
      const similarity = pair === undefined ? WHOLE_OF_PART : Math.sqrt(pair.gain);
      return { ...compared(was.task, task, years), moved, similarity };
    }),
    ...old.flatMap(({ task }, row) => {
      if (kept.has(row)) return [];
      const whole = young[merged.get(row) ?? -1]?.task;
      if (whole === undefined) return [alone('dropped', task, null)];
      return [{ ...compared(task, whole, years), moved: false, similarity: WHOLE_OF_PART }];
    }),
  ];
}

/** A task with the character pairs it is compared by. */
interface Worded {
  readonly task: Task;
  readonly pairs: ReadonlySet<string>;
}

function worded(tasks: readonly Task[]): Worded[] {
  return tasks.map((task) => ({ task, pairs: pairsOf(task.text) }));
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
  // 市发展改革委 and 市发展和改革委员会 are one, and so are bodies before and after they were renamed.
  const [units, now] = [before, after].map((task) => new Set(task.units.map(lastingName)));
  return {
    change: before.text === after.text ? 'same' : 'edited',
    before,
    after,
    shifts: shiftsOf(before.text, after.text),
    unitsChanged:
      units !== undefined &&
      now !== undefined &&
      units.size > 0 &&
      now.size > 0 &&
      units.symmetricDifference(now).size > 0,
    deadlineChanged:
      relativeDeadline(before.deadline, years.before) !== relativeDeadline(after.deadline, years.after),
  };
}

function headingOf(one: Worded | undefined): string {
  return one?.task.section.at(-1) ?? '';
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
    if (!isSameThing(was.object, object)) return [];
    return [{ object, before: was.verb, after: verb, shift: rung > was.rung ? 'firmer' : 'weaker' } as const];
  });
}

/** What is done is named last: 安全生产 and 安全生产责任 are two things, 新模式 and 新模式全面见效 one. */
function isSameThing(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const rest = long.startsWith(short) ? long.slice(short.length) : '';
  return short.slice(-2) === long.slice(-2) || (rest.length > 3 && !/^[的和与、]/.test(rest));
}

/** Sentences less alike are two tasks: half the words may be replaced, but of a short sentence few make it another. */
function alikeEnough(likely: number, a: Task, b: Task): boolean {
  return likely >= 0.3 + 2 / Math.min(a.text.length, b.text.length);
}

function candidates(before: readonly Worded[], after: readonly Worded[]): Candidate[] {
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
