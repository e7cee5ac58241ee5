import { phraseOf } from '../fold.ts';
import { TAIL_HEADING } from '../phrases.ts';
import type { Line } from '../tree/line.ts';
import { boxesIn, type Drop, type Step, stretchSums } from './step.ts';

/** A box with more of the text than this is part of it, whatever it is headed. */
const TOO_MUCH = 0.4;

/** Boxes that open with a heading such as 延伸阅读 and stand anywhere in the text. */
export const dropHeaded: Step = (lines, { reading, box }) => {
  const weightOf = stretchSums(lines, box, (line) => line.weight);
  const count = stretchSums(lines, box, () => 1);
  const headings = new Set(lines.filter(isHeading).map((line) => line.index));
  const standing = new Map(lines.map((line) => [line.index, line]));
  const total = weightOf(box.first, box.end);
  const drops: Drop[] = [];
  let done = box.first;
  for (const inner of boxesIn(reading, box)) {
    if (inner.first < done || !headings.has(inner.first) || count(inner.first, inner.end) < 2) continue;
    if (weightOf(inner.first, inner.end) > TOO_MUCH * total) continue;
    const name = standing.get(inner.first)?.text ?? '';
    for (let at = inner.first; at < inner.end; at++) {
      const line = standing.get(at);
      if (line !== undefined) drops.push({ line, reason: `box headed ${name}` });
    }
    done = inner.end;
  }
  return drops;
};

function isHeading(line: Line): boolean {
  return line.weight <= 15 && line.rows === null && TAIL_HEADING.test(phraseOf(line).replace(/[·•\s]/g, ''));
}
