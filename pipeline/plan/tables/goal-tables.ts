import type { Sentence, Span } from '../clauses.ts';

/** What one row of a table of tasks sets as its goal. */
export interface Goal extends Span {
  /** What the row is about: 老旧小区改造. */
  readonly subject: string;
  /** The year its column is headed with, null for the plan's. */
  readonly due: number | null;
}

const SEPARATOR = /[\t|]/g;
const SUBJECT =
  /^(?:(?:实事|重点|建设|工作|主要|民生|实施|具体)?(?:项目|任务|指标|事项|工作|内容)(?:名称)?|名称|类别)$/;
const GOAL =
  /^(?:20\d\d年)?(?:度|全年)?(?:主要|工作|建设|年度|实施)?(?:目标|任务|标准|计划)(?:任务|要求|内容|值)?(?:及(?:标准|要求|内容))?$/;
/** Longest heading of a column, and longest row that is cut. */
const LONGEST_HEADING = 16;
const LONGEST_ROW = 2000;

/**
 * The goals of tables of tasks (项目 | 年度目标 | 责任单位): the cell below the heading that says so, row by row, with
 * what the row is about. A cell is prose, often without a subject of its own: 新建15家.
 *
 * @param text in normal form; cells are parted by tabs or bars
 * @returns goals by the offset their line starts at
 */
export function readGoals(text: string): ReadonlyMap<number, Goal> {
  const goals = new Map<number, Goal>();
  let columns: { readonly subject: number; readonly goal: number; readonly due: number | null } | null = null;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells = end - start > LONGEST_ROW ? [] : cutCells(text, { start, end });
    const headed = columnsOf(cells.map((cell) => text.slice(cell.start, cell.end)));
    if (headed !== null || cells.length < 2) columns = headed;
    else if (columns !== null) {
      const [subject, goal] = [cells[columns.subject], cells[columns.goal]];
      if (subject !== undefined && goal !== undefined && goal.end > goal.start)
        goals.set(start, { ...goal, subject: text.slice(subject.start, subject.end), due: columns.due });
    }
    start = end + 1;
  }
  return goals;
}

/** The part of sentences that lies in a cell, without the blanks around it. */
export function insideCell(sentences: readonly Sentence[], cell: Span): Sentence[] {
  return sentences.flatMap((sentence) => {
    const clauses = sentence.clauses
      .filter((clause) => clause.start < cell.end && clause.end > cell.start)
      .map(({ start, end }) => ({ start: Math.max(start, cell.start), end: Math.min(end, cell.end) }));
    const [first, last] = [clauses[0], clauses.at(-1)];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, clauses }];
  });
}

function cutCells(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end);
  const ends = [...[...line.matchAll(SEPARATOR)].map(({ index }) => index), line.length];
  return ends.map((to, i) => {
    const from = (ends[i - 1] ?? -1) + 1;
    const cell = line.slice(from, to);
    const lead = cell.length - cell.trimStart().length;
    return { start: start + from + lead, end: start + from + lead + cell.trim().length };
  });
}

function columnsOf(headings: readonly string[]) {
  if (headings.length < 2 || headings.some(({ length }) => length > LONGEST_HEADING)) return null;
  const subject = headings.findIndex((heading) => SUBJECT.test(heading));
  const goal = headings.findIndex((heading, i) => i !== subject && GOAL.test(heading));
  if (subject < 0 || goal < 0) return null;
  const year = /20\d\d/.exec(headings[goal] ?? '')?.[0];
  return { subject, goal, due: year === undefined ? null : Number(year) };
}
