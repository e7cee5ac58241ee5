import { isStamped, postsAmong } from '../find-posts.ts';
import type { Box } from '../tree/line.ts';
import { boxesIn, type Drop, type Step, stretchSums } from './step.ts';

/** Less of an article than this before the first post, and it is a thread. */
const LONG_ENOUGH = 60;

/** Readers' posts behind the text, told by who and when, where neither a name nor a heading tells them. */
export const dropPosts: Step = (lines, { reading, box }) => {
  if (!lines.some(isStamped)) return [];
  const weightOf = stretchSums(lines, box, (line) => line.weight);
  const standing = new Map(lines.map((line) => [line.index, line]));
  const siblings = new Map<Box, Box[]>();
  for (const inner of boxesIn(reading, box)) {
    if (inner.parent === null) continue;
    const known = siblings.get(inner.parent);
    if (known === undefined) siblings.set(inner.parent, [inner]);
    else known.push(inner);
  }
  const drops: Drop[] = [];
  let done = box.first;
  for (const [around, children] of siblings) {
    if (around.first < done || children.length < 2) continue;
    const posts = postsAmong(children, reading.lines, false);
    const [first] = posts;
    if (first === undefined || weightOf(box.first, first.first) < LONG_ENOUGH) continue;
    // Text may go on behind posts that stand in it.
    const end = around === box ? (posts.at(-1)?.end ?? first.end) : around.end;
    for (let at = first.first; at < end; at++) {
      const line = standing.get(at);
      if (line !== undefined) drops.push({ line, reason: 'posts of readers' });
    }
    done = end;
  }
  return drops;
};
