import { isAttachment } from '../attachment.ts';
import { LEAF_TAGS } from '../find-body.ts';
import type { Box, Line } from '../tree/line.ts';
import { pointsOf } from '../weigh-lines.ts';
import { boxesIn, type Scene, type Step, stretchSums } from './step.ts';

/** Share of the text's points that the inner box must hold. */
const NEARLY_ALL = 0.9;

/** Labels and names before and behind the box that holds the paragraphs: 图集, the publisher's name, counters. */
export const dropOutside: Step = (lines, scene) => {
  const core = innerBox(lines, scene);
  const isLabel = (line: Line): boolean =>
    (line.index < core.first || line.index >= core.end || isTab(line, lines)) &&
    line.rows === null &&
    line.heading === 0 &&
    line.weight <= 40 &&
    line.stops === 0 &&
    !isAttachment(line);
  const first = lines.findIndex((line) => !isLabel(line));
  const last = lines.findLastIndex((line) => !isLabel(line));
  if (first < 0) return [];
  const outside = [...lines.slice(0, first), ...lines.slice(last + 1)];
  return outside.map((line) => ({ line, reason: 'outside the box of the text' }));
};

/** A word of its own in a `div` before paragraphs that are set as such: the tab of a gallery, a column's name. */
function isTab(line: Line, lines: readonly Line[]): boolean {
  const next = lines[1];
  if (line !== lines[0] || next === undefined || line.weight > 4 || line.strong > 0) return false;
  const alone = line.box.end - line.box.first === 1 && line.box.element.name === 'div';
  return alone && /^\p{Script=Han}+$/u.test(line.text) && next.stops > 0 && next.box.element.name === 'p';
}

/** The smallest box around nearly all that the body says; a lone paragraph is no box, what stands beside it is its own. */
function innerBox(lines: readonly Line[], { reading, box }: Scene): Box {
  const points = stretchSums(lines, box, pointsOf);
  const wanted = NEARLY_ALL * points(box.first, box.end);
  let core = box;
  for (const inner of boxesIn(reading, box)) {
    const holds = inner.parent === core && inner.end - inner.first > 1 && !LEAF_TAGS.has(inner.element.name);
    if (holds && points(inner.first, inner.end) >= wanted) core = inner;
  }
  return core;
}
