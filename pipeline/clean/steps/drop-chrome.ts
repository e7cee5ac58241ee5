import { chromeWord } from '../tree/roles.ts';
import { boxesIn, type Drop, type Step, stretchSums } from './step.ts';

/** A box with more of the text than this is no share bar, whatever its name. */
const TOO_MUCH = 0.4;

/** Boxes that their tag or name tells to be chrome, unless they hold much of the text. */
export const dropChrome: Step = (lines, { reading, box }) => {
  const weightOf = stretchSums(lines, box, (line) => line.weight);
  const total = weightOf(box.first, box.end);
  const drops: Drop[] = [];
  const standing = new Map(lines.map((line) => [line.index, line]));
  let done = box.first;
  for (const inner of boxesIn(reading, box)) {
    if (inner.end <= done || inner.role !== 'chrome') continue;
    // A social-media post that is quoted in full stands in a box named social.
    if (reading.lines.slice(inner.first, Math.min(inner.end, inner.first + 3)).some(({ quote }) => quote))
      continue;
    if (weightOf(inner.first, inner.end) > TOO_MUCH * total) continue;
    const word = chromeWord(inner.element.name, inner.mark);
    const inside = reading.lines.slice(inner.first, inner.end);
    // The transcript may stand in the box of its player.
    if (/player/.test(word) && inside.some(({ stops, weight }) => stops > 1 && weight >= 20)) continue;
    for (let at = Math.max(inner.first, done); at < inner.end; at++) {
      const line = standing.get(at);
      if (line !== undefined) drops.push({ line, reason: `box named ${word}` });
    }
    done = Math.max(done, inner.end);
  }
  return drops;
};
