import { isAlike } from './find-posts.ts';
import type { Box, Line } from './tree/line.ts';

/** How many boxes may stand between a section's text and the box that lines the sections up. */
const SECTION_LEVELS = 6;

/**
 * The box, or one around it where the article goes on in boxes of the same make: long reads are cut into sections
 * for advertisements to stand between.
 */
export function withSiblings(best: Box, boxes: readonly Box[], points: Float64Array): Box {
  const own = points[best.index] ?? 0;
  let found = best;
  let branch = best;
  for (let level = 0; level < SECTION_LEVELS && branch.parent !== null; level++) {
    const around = branch.parent;
    let siblings = 0;
    for (let at = around.index + 1; at < boxes.length; at++) {
      const box = boxes[at];
      if (box === undefined || box.first >= around.end) break;
      if (box.parent === around && box !== branch && isAlike(box, branch)) siblings += points[box.index] ?? 0;
    }
    if (siblings >= 0.1 * own) found = around;
    branch = around;
  }
  return found;
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'blockquote']);

/** The box around a list or quote that holds most of the text, where paragraphs stand beside it. */
export function withLead(best: Box, lines: readonly Line[]): Box {
  const around = best.parent;
  if (around === null || !LISTS.has(best.element.name)) return best;
  const beside = [...lines.slice(around.first, best.first), ...lines.slice(best.end, around.end)];
  const isLead = ({ box, hidden, linked, stops, weight }: Line): boolean =>
    (box === around || (box.parent === around && box.element.name === 'p')) &&
    hidden === null &&
    linked < 0.3 &&
    stops > 0 &&
    weight >= 15;
  return beside.some(isLead) ? around : best;
}

/** The box around a lone paragraph set as a `div`, where lines of the same make stand beside it: a notice's signature. */
export function withLines(best: Box, boxes: readonly Box[], lines: readonly Line[]): Box {
  if (best.end - best.first > 1) return best;
  let branch = best;
  while (branch.parent !== null && branch.parent.end - branch.parent.first === 1) branch = branch.parent;
  const around = branch.parent;
  if (around === null) return best;
  for (let at = around.index + 1; at < boxes.length; at++) {
    const box = boxes[at];
    if (box === undefined || box.first >= around.end) break;
    if (box.parent !== around || box === branch || box.mark !== branch.mark) continue;
    const line = lines[box.first];
    const plain =
      box.end - box.first === 1 && line !== undefined && line.hidden === null && line.linked < 0.5;
    if (plain && box.element.name === branch.element.name && box.role !== 'chrome') return around;
  }
  return best;
}
