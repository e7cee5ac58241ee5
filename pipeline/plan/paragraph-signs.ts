/** News of what is planned for next year is about that year through all of its paragraphs. */
export function isNextYear(due: number | null, year: number | null): boolean {
  return due !== null && year !== null && due === year + 1;
}

/** Ways to other articles, and what a page counts of its readers. */
const FURNITURE = /^\s*[上下]一[篇条页则]\s*[：:\]】]|(?:浏览|点击|阅读|访问)(?:次?数|量)[：:\s]{0,3}\d/;
const LONGEST_FURNITURE = 120;

/** Whether a line is of the page and not of the article. */
export function isFurniture(text: string, start: number, end: number): boolean {
  return end - start < LONGEST_FURNITURE && FURNITURE.test(text.slice(start, end));
}

/** Nothing shorter has a number and what it counts, or tells of a time. */
export const SHORTEST_SENTENCE: number = 3;

/** An excerpt of a plan may begin behind the heading that says so. */
export const PLAN_OPENS: RegExp = /主要(?:预期)?目标(?:是|为|：)|重点(?:做好|抓好|推进).{0,14}工作/;

/** The first item of a work plan ends what it says of the year before. */
export const NUMBERED: RegExp =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、](?!\d))/;

/** 现将重点任务分解如下：, 十件实事。具体包括：: the lines behind are the tasks; 实事完成情况如下 tells what was done. */
export const LIST_OPENS: RegExp =
  /(?:任务|实事|目标|清单|要点)(?:(?!(?:完成|落实|办理|推进|执行|进展)情况|进展|成效)[^。；]){0,20}(?:如下|分别是|分别为|包括)[：。]?$|(?<!完成[^。；]{0,20})(?:任务|实事)。具体(?:如下|包括)：$|(?:确定|定为|公布)以下[^。；]{0,24}(?:任务|实事)(?:项目)?：$/;

/** 根据规划，…: the paragraph goes on with what was announced. */
export const REFERS: RegExp = /^(?:根据|按照)(?:该|这[一份]?)?(?:规划|方案|计划|意见|安排)/;

/** How the items of a list begin. */
export const ITEM: RegExp =
  /^(?:——|[●■◆▲★•·①-⑳]|[一二三四五六七八九十]{1,3}是|（\d{1,2}）|\d{1,2}[.、](?!\d))/;

/** A communiqué of statistics, by its title, tells what was, all through. */
export const COMMUNIQUE: RegExp = /(?:^|\n).{0,30}(?:统计公报|执行情况公告)[^，。\n]{0,20}(?:\n|$)/;

/** What ends the districts of a list: 全市将投入3亿元. */
export const OF_ALL: RegExp = /^\s*(?:全[市省]|[我本][市省]|根据|按照|此外|据)/;
