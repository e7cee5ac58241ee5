import type { Box, Line, Reading } from './read-lines.ts';

/**
 * The first post, where the box found holds a thread or is one post of it: boxes of the same make, each with who
 * posted it and when. Sections of a report and items of a live report name nobody.
 */
export function firstPost(best: Box, { boxes, lines }: Reading): Box | null {
  let around: Box | null = best;
  for (let level = 0; level < POST_LEVELS && around !== null; level++) {
    const posts = postsAmong(childrenOf(around, boxes), lines);
    const [first] = posts;
    if (first !== undefined && posts.length > 1) return first;
    around = around.parent;
  }
  return null;
}

/** How many boxes may stand between a post's text and the box of the thread. */
const POST_LEVELS = 5;

/** Those of some sibling boxes that are posts, of the same make as the first. */
export function postsAmong(siblings: readonly Box[], lines: readonly Line[]): Box[] {
  const posts = siblings.filter((box) => isPost(lines, box));
  const [first] = posts;
  return first === undefined ? [] : posts.filter((box) => isAlike(first, box) || arePlain(first, box));
}

function childrenOf(around: Box, boxes: readonly Box[]): Box[] {
  const children: Box[] = [];
  for (let at = around.index + 1; at < boxes.length; at++) {
    const box = boxes[at];
    if (box === undefined || box.first >= around.end) break;
    if (box.parent === around) children.push(box);
  }
  return children;
}

/** Whether short lines at the ends of a box say who posted it and when to the minute. */
function isPost(lines: readonly Line[], { first, end }: Box): boolean {
  if (end - first < 3) return false;
  const ends = [...lines.slice(first, first + 4), ...lines.slice(Math.max(first + 4, end - 3), end)];
  const short = ends.filter((line) => line.index < end && line.weight < 30 && line.stops === 0);
  const stamped = short.filter((line) => STAMP.test(line.text));
  const names = short.filter((line) => line.index < first + 2 && line.weight >= 2 && line.weight <= 16);
  return stamped.length > 0 && names.some((line) => !stamped.includes(line) && line.heading === 0);
}

const STAMP = /\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}:\d\d|\d\s?(?:分钟|小时|天)前/;

/** Of the same tag and the same first class name. */
export function isAlike(a: Box, b: Box): boolean {
  const [nameA, nameB] = [a.element.attribs.class, b.element.attribs.class];
  if (a.element.name !== b.element.name || nameA === undefined || nameB === undefined) return false;
  return nameA.trim().split(/\s+/, 1)[0] === nameB.trim().split(/\s+/, 1)[0];
}

function arePlain(a: Box, b: Box): boolean {
  return a.element.name === b.element.name && a.mark === '' && b.mark === '';
}
