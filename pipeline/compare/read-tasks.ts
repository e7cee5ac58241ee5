import type { PlanReading, Section } from '../../core/plan.ts';
import type { Task } from '../../core/tasks.ts';
import { sectionTense } from '../plan/section-tense.ts';

/** A sentence with the bracket behind it: 责任单位 stands there. */
const SENTENCE = /[^。；！？\n]+[。；！？]?(?:（[^（）\n]{1,120}）)?/g;
const MIN_LENGTH = 8;
/** A line that begins with a day says when the plan was delivered or signed. */
const DATED = /^[—–（(\s-]{0,4}\d{4}年\d{1,2}月\d{1,2}日/;

/** Five times the sentences of the longest report. */
const MAX_TASKS = 3000;

const NAMED =
  /(?:责任单位|牵头单位|责任部门|牵头部门|配合单位|承办单位|责任领导)[:：]([^（）()；;。\n]{2,100})/g;
const LED = /(?:[（；，。]|由)([^（）；，。\n]{2,80}?)(?:牵头|负责|配合|按职责分工)/g;

/** Units are named at the end of a sentence; looking for them further back would only cost time. */
const UNITS_WITHIN = 400;

const DEADLINE =
  /(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|底|中旬)?|上半年|年底|年内|[一二三四]季度末?)(?:之?前)?|(?:到|至)?\d{4}年(?:底|末)?(?:之?前)?|“?十[四五六七]五”?(?:期?末|期间)/;

/**
 * The tasks of a plan, in document order, without what looks back. A sentence said twice is one task.
 *
 * @param outline the plan's headings in document order; without one every sentence counts
 */
export function readTasks(text: string, outline: PlanReading['outline']): Task[] {
  const tasks = new Map<string, Task>();
  let above: readonly Section[] = [];
  let next = 0;
  for (const { 0: found, index } of text.matchAll(SENTENCE)) {
    const sentence = found.trim();
    const start = index + found.indexOf(sentence);
    above = above.filter(({ end }) => start < end);
    for (
      let section = outline[next];
      section !== undefined && section.start <= start;
      section = outline[++next]
    ) {
      if (start < section.end) above = [...above.filter(({ level }) => level < section.level), section];
    }
    if (sentence.length < MIN_LENGTH || sentence === above.at(-1)?.heading || above.some(looksBack)) continue;
    if (DATED.test(sentence)) continue;
    if (!tasks.has(sentence)) tasks.set(sentence, taskOf(sentence, start, above));
    if (tasks.size === MAX_TASKS) break;
  }
  return [...tasks.values()];
}

function taskOf(text: string, start: number, above: readonly Section[]): Task {
  return {
    text,
    start,
    end: start + text.length,
    section: above.map(({ heading }) => heading),
    units: unitsOf(text),
    deadline: DEADLINE.exec(text)?.[0] ?? null,
  };
}

function looksBack({ heading }: Section): boolean {
  return sectionTense(heading) === 'review';
}

function unitsOf(sentence: string): string[] {
  const end = sentence.slice(-UNITS_WITHIN);
  const named = [...end.matchAll(NAMED), ...end.matchAll(LED)].map(([, names = '']) => names);
  const units = named.flatMap((names) => names.split(/[、，,和及与]/)).map((name) => name.trim());
  return [...new Set(units.filter((name) => /^\p{Script=Han}{2,20}$/u.test(name)))];
}
