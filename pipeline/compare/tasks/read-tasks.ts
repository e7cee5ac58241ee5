import type { PlanIdentity, PlanReading } from '../../../core/plan.ts';
import type { Task } from '../../../core/tasks.ts';
import { readPlanTitle } from '../../plan/identity/plan-title.ts';
import { planTurn } from '../../plan/outline/plan-turn.ts';
import { walkSections } from '../../plan/outline/sections.ts';
import { deadlineOf } from './task-deadline.ts';
import { sentencesOf } from './task-sentences.ts';
import { NAMES_UNITS, unitsOf } from './task-units.ts';

/** A plan's text with what was read of it. */
export interface PlanText {
  readonly text: string;
  readonly outline: PlanReading['outline'];
  /** Which plan it is, where that is known: a report looks back before it plans. */
  readonly identity?: PlanIdentity | null;
}

const MIN_LENGTH = 8;
/** A line that begins with a day says when the plan was delivered or signed. */
const DATED = /^[—–（(\s-]{0,4}\d{4}年\d{1,2}月\d{1,2}日/;
/** Lines around a text: no sentence, but a day or an agency. */
const AROUND = /\d{4}(?:年|-)\d{1,2}(?:月|-)\d{1,2}(?!日?前)|\d{1,2}月\d{1,2}日电|记者|编辑|来源[:：]/;
const LONGEST_AROUND = 40;
/** Who speaks turns to the assembly: that is no task. */
const ADDRESS = /^(?:各位代表|让我们|现在，我|同志们)|请予?审[议查]/;

/** Five times the sentences of the longest report. */
const MAX_TASKS = 3000;

/**
 * The tasks of a plan, in document order, without what looks back, explains terms, or addresses the assembly. A sentence
 * said twice is one task.
 *
 * @param plan its headings in document order; without any every sentence counts
 */
export function readTasks({ text, outline, identity = null }: PlanText): Task[] {
  const tasks: Task[] = [];
  const seen = new Set<string>();
  const year = identity?.year ?? null;
  const sectionsAt = walkSections(outline, year, identity !== null, planTurn(text, year, identity));
  let follows = false;
  for (const stretch of sentencesOf(text)) {
    const found = text.slice(stretch.start, stretch.end);
    const sentence = found.trim();
    const start = stretch.start + found.indexOf(sentence);
    if (sentence.length < MIN_LENGTH) continue;
    const last = tasks.at(-1);
    if (last !== undefined && follows && NAMES_UNITS.test(sentence)) {
      const whole = text.slice(last.start, start + sentence.length);
      tasks[tasks.length - 1] = joined(last, sentence, whole);
      continue;
    }
    const { path, tense } = sectionsAt(start);
    const planned = tense !== 'review' && tense !== 'notes' && sentence !== path.at(-1);
    follows = planned && !isAround(sentence) && !seen.has(sentence);
    if (!follows) continue;
    seen.add(sentence);
    tasks.push(taskOf(sentence, start, path));
    if (tasks.length === MAX_TASKS) break;
  }
  return tasks;
}

function isAround(sentence: string): boolean {
  if (DATED.test(sentence) || ADDRESS.test(sentence)) return true;
  if (sentence.length > LONGEST_AROUND || /[。；！]/.test(sentence)) return false;
  return AROUND.test(sentence) || readPlanTitle(sentence) !== null;
}

function taskOf(text: string, start: number, section: readonly string[]): Task {
  return { text, start, end: start + text.length, section, units: unitsOf(text), deadline: deadlineOf(text) };
}

/** A task with the line behind it that says who does it and by when. */
function joined(task: Task, line: string, text: string): Task {
  const units = [...new Set([...task.units, ...unitsOf(line)])];
  return { ...task, text, end: task.start + text.length, units, deadline: task.deadline ?? deadlineOf(line) };
}
