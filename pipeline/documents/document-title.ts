import type { Block } from '../../core/article.ts';

/** How far into a document its title is looked for, and how long a line of it may be. */
const HEAD = 15;
const LONGEST = 60;
/** Lines a title may be broken over. */
const MOST_LINES = 3;

/** What documents of government are, as the last word of their titles. */
const ENDS =
  /(?:通知|公告|通告|通报|决定|意见|批复|函|纪要|报告|公报|方案|规划|纲要|计划|要点|措施|清单|办法|规定|细则|条例|指标体系|指标|目录|任务|安排|表)(?:（[^（）]{1,20}）)?$/;
/** The red head (…文件), the number of the document, the grade of urgency. */
const LETTERHEAD = /文件$|^.{2,14}〔\d{4}〕|^附\s?件\s?\d{0,2}[:：]?$|^(?:特急|急件|平急|内部)|号$/;

/**
 * The title of a document by what stands at its head, since files do not say: the lines up to the first that ends as
 * titles do, without letterhead.
 *
 * @returns null where nothing looks like one
 */
export function documentTitle(blocks: readonly Block[]): string | null {
  const head = blocks.slice(0, HEAD).map(({ kind, text }) => (kind === 'table' ? '' : text.trim()));
  const end = head.findIndex((line) => isTitle(line) && ENDS.test(line) && !LETTERHEAD.test(line));
  if (end < 0) return null;
  let start = end;
  while (start > 0 && end - start < MOST_LINES - 1 && goesBefore(head[start - 1] ?? '')) start--;
  const title = head.slice(start, end + 1).join('');
  return title.length <= 2 * LONGEST ? title : (head[end] ?? null);
}

function isTitle(line: string): boolean {
  return (
    line.length >= 4 &&
    line.length <= LONGEST &&
    !/[。；！]/.test(line) &&
    !/^[一二三四五六七八九十]{1,3}、/.test(line)
  );
}

/** A line above the last one of a title is part of it if it is one in form and neither ends a sentence nor is a letterhead. */
function goesBefore(line: string): boolean {
  return isTitle(line) && !LETTERHEAD.test(line) && !ENDS.test(line) && !/[：:，,]$/.test(line);
}
