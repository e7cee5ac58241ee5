import type { Line } from '../tree/line.ts';

/** Whether a line is the linked headline of another page: one link, and words in it. Menus are lines of many links. */
export function isHeadline(line: Line): boolean {
  return line.linked > 0.8 && line.weight >= 5 && line.hrefs.length <= 2 && line.rows === null;
}
