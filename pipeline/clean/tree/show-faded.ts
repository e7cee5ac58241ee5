import { isFaded } from './inline-style.ts';
import type { Line } from './line.ts';

/** Of the text that is seen, what scripts fade in is at least this share where it is the article. */
const LEAST_FADED = 0.2;

/** The lines, those seen that a script will show: a faded piece of a page is hidden, a faded article is not. */
export function showFaded(lines: Line[]): Line[] {
  let faded = 0;
  let seen = 0;
  for (const { hidden, weight } of lines) {
    if (hidden === null) seen += weight;
    else if (isFaded(hidden)) faded += weight;
  }
  if (faded === 0 || faded < LEAST_FADED * (seen + faded)) return lines;
  return lines.map((line) => (isFaded(line.hidden) ? { ...line, hidden: null } : line));
}
