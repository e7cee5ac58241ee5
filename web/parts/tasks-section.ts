import { html } from 'hono/html';
import type { ComparisonRecord } from '../../core/archive.ts';
import type { DiffPart } from '../../core/change.ts';
import { planYears } from '../../core/plan-name.ts';
import { TASK_KINDS, type TaskChange, type TaskKind, taskKinds } from '../../core/tasks.ts';
import { TASK_MARKS } from '../../core/words.ts';
import { diffText } from '../../pipeline/diff/diff-text.ts';
import type { Html, Visit } from '../visit.ts';

/** Tasks of one kind on the page; the archive keeps more, the originals have all. */
const MOST_SHOWN = 40;
/** Most sentences of two yearly plans are these: they are there for who asks. */
const FOLDED: ReadonlySet<TaskKind> = new Set(['moved', 'new', 'dropped']);
const SHOWN = TASK_KINDS.filter((kind) => kind !== 'edited' && kind !== 'same');

/** What became of the tasks without a number: commitments firmer and weaker first, each with its words before and now. */
export async function tasksSection(visit: Visit, comparison: ComparisonRecord): Promise<Html | string> {
  const summary = await visit.store.tasks(comparison.id);
  if (summary === null) return '';
  const { text, words } = visit;
  const counts = TASK_KINDS.filter((kind) => summary.counts[kind] > 0);
  if (counts.length === 0) return '';
  // A task of several kinds stands under the one that tells most.
  const groups = Map.groupBy(summary.changes, (change) => taskKinds(change)[0]);
  return html`<section id="tasks"><h2>${text.tasks}</h2>
<p class="summary">${counts.map((kind) => words.tasks(kind, summary.counts[kind])).join(text.comma)}</p>
<p class="meta">${text.tasksNote}</p>
${SHOWN.map((kind) => {
  const tasks = groups.get(kind) ?? [];
  return tasks.length === 0 ? '' : group(visit, comparison, kind, tasks, summary.counts[kind]);
})}</section>`;
}

function group(
  visit: Visit,
  comparison: ComparisonRecord,
  kind: TaskKind,
  tasks: readonly TaskChange[],
  count: number,
): Html {
  const shown = tasks.slice(0, MOST_SHOWN);
  const head = html`${TASK_MARKS[kind]} ${visit.words.task[kind]} ${count}`;
  const list = html`<ul class="tasks">${shown.map((task) => html`<li>${notes(visit, comparison, task)}${textOf(task)}</li>`)}</ul>
${tasks.length > shown.length ? html`<p class="meta">${visit.text.moreTasks(tasks.length - shown.length)}</p>` : ''}`;
  return FOLDED.has(kind)
    ? html`<details><summary><h3>${head}</h3></summary>${list}</details>`
    : html`<h3>${head}</h3>${list}`;
}

/** What is said of a task, in a line above it. */
function notes(visit: Visit, { before, after }: ComparisonRecord, task: TaskChange): Html {
  const { text, words } = visit;
  const listed = (names: readonly string[] | undefined): string => names?.join('、') || text.none;
  const heading = (side: TaskChange['before'], years: string): Html =>
    html`<span lang="zh-CN">${side?.section.at(-1) ?? text.none}</span> (${years})`;
  const { shifts, unitsChanged, deadlineChanged, moved } = task;
  return html`${shifts.map(
    (shift) =>
      html`<small><span class="mark ${shift.shift}">${TASK_MARKS[shift.shift]} ${words.task[shift.shift]}</span> <span lang="zh-CN">${shift.before} → ${shift.after}</span></small>`,
  )}
${deadlineChanged ? html`<small>${text.deadline}${text.colon}<span lang="zh-CN">${task.before?.deadline ?? text.none} → ${task.after?.deadline ?? text.none}</span></small>` : ''}
${unitsChanged ? html`<small>${text.units}${text.colon}<span lang="zh-CN">${listed(task.before?.units)} → ${listed(task.after?.units)}</span></small>` : ''}
${moved ? html`<small>${heading(task.before, planYears(before.identity))} → ${heading(task.after, planYears(after.identity))}</small>` : ''}`;
}

/** The sentence, with what was put in and taken out marked where it stands in both plans. */
function textOf({ before, after }: TaskChange): Html {
  if (before === null || after === null) return html`<p lang="zh-CN">${(after ?? before)?.text ?? ''}</p>`;
  return html`<p lang="zh-CN">${diffText(before.text, after.text).map(part)}</p>`;
}

function part({ kind, text }: DiffPart): Html {
  if (kind === 'added') return html`<ins>${text}</ins>`;
  return kind === 'removed' ? html`<del>${text}</del>` : html`${text}`;
}
