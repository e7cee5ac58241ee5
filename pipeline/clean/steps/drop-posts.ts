import { postsAmong } from '../find-posts.ts';
import type { Box } from '../read-lines.ts';
import { boxesIn, type Drop, type Step, stretchSums } from './step.ts';

/** Less of an article than this before the first post, and it is a thread. */
const LONG_ENOUGH = 60;

/** Readers' posts behind the text, told by who and when, where neither a name nor a heading tells them. */
export const dropPosts: Step = (lines, { reading, box }) => {
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
    if (around === box || around.first < done || children.length < 2) continue;
    if (weightOf(box.first, around.first) < LONG_ENOUGH) continue;
    const posts = postsAmong(children, reading.lines);
    const [first] = posts;
    if (first === undefined || posts.length < 2) continue;
    for (let at = first.first; at < around.end; at++) {
      const line = standing.get(at);
      if (line !== undefined) drops.push({ line, reason: 'posts of readers' });
    }
    done = around.end;
  }
  return drops;
};
