import { lineText, type PrintedLine } from './page-lines.ts';

/** The part of a page at its top and its bottom where running heads and page numbers stand. */
const MARGIN = 0.12;

/** `— 3 —`, `3`, `第3页 共9页`, `3/9`. */
const NUMBER =
  /^(?:Page\s)?[-—–―－·•\s]{0,6}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/,，共]\s?(?:共\s?)?\d{1,4}(?:\s?页)?)?[-—–―－·•\s]{0,6}$/;

/** Pages that a running head is on at least. */
const REPEATED = 3;

/**
 * Take page numbers and running heads off pages. Only what stands in the margins, and either is a number or stands on
 * many pages but for its number: a table of numbers may reach into the margin, and a title is on one page.
 *
 * @param pages   lines of each page, top to bottom
 * @param heights of the pages, in points
 */
export function withoutFurniture(
  pages: readonly (readonly PrintedLine[])[],
  heights: readonly number[],
): PrintedLine[][] {
  const inMargin = (page: number) => {
    const height = heights[page] ?? 0;
    return ({ base }: PrintedLine) => base < MARGIN * height || base > (1 - MARGIN) * height;
  };
  const counts = new Map<string, number>();
  for (const [page, lines] of pages.entries())
    for (const key of new Set(lines.filter(inMargin(page)).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = (line: PrintedLine) =>
    (counts.get(keyOf(line)) ?? 0) >= Math.max(REPEATED, 0.4 * pages.length);
  return pages.map((lines, page) => {
    const margin = inMargin(page);
    return lines.filter(
      (line, at) => !margin(line) || !(often(line) || (isOutmost(lines, at) && NUMBER.test(lineText(line)))),
    );
  });
}

/** A page number is the first or the last line of its page. */
function isOutmost(lines: readonly PrintedLine[], at: number): boolean {
  return at === 0 || at === lines.length - 1;
}

function keyOf(line: PrintedLine): string {
  return lineText(line).replace(/\d+/g, '#');
}
