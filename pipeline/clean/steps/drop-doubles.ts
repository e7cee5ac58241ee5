import type { Box, Line } from '../tree/line.ts';
import { repeatedStretches } from './repeated-stretches.ts';
import { boxesIn, type Drop, type Scene, type Step, stretchSums } from './step.ts';

/** Shorter boxes are alike by chance. */
const LEAST = 60;
/** Boxes of few lines are alike on purpose (责任单位：…, a refrain), unless they are this share of the whole. */
const FEW_LINES = 2;
const LEAST_SHARE = 0.3;

/** The caption of a picture that is shown twice is no refrain. */
const CAPTION = /pic|photo|image|caption/;

/** What a page says twice: it carries a copy for telephones or for print. */
export const dropDoubles: Step = (lines, scene) => {
  const drops = doubledBoxes(lines, scene);
  const gone = new Set(drops.map(({ line }) => line));
  return [...drops, ...repeatedStretches(lines.filter((line) => !gone.has(line)))];
};

/** The second of two boxes with the same text. */
function doubledBoxes(lines: readonly Line[], { reading, box }: Scene): Drop[] {
  const weightOf = stretchSums(lines, box, (line) => line.weight);
  const stops = stretchSums(lines, box, (line) => line.stops + 1000 * line.commas);
  const share = LEAST_SHARE * weightOf(box.first, box.end);
  const standing = new Map(lines.map((line) => [line.index, line]));
  const seen = new Map<string, Box>();
  const drops: Drop[] = [];
  let done = box.first;
  for (const inner of boxesIn(reading, box)) {
    const weight = weightOf(inner.first, inner.end);
    const isFew = inner.end - inner.first <= FEW_LINES && !CAPTION.test(inner.mark);
    const least = isFew ? Math.max(LEAST, share) : LEAST;
    if (inner.first < done || weight < least) continue;
    // A cheap key first; texts are only compared where it agrees.
    const key = `${inner.element.name} ${inner.end - inner.first} ${weight.toFixed(2)} ${stops(inner.first, inner.end)}`;
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, inner);
    else if (twin.end <= inner.first && sameText(reading.lines, twin, inner)) {
      for (let at = inner.first; at < inner.end; at++) {
        const line = standing.get(at);
        if (line !== undefined) drops.push({ line, reason: 'same text again' });
      }
      done = inner.end;
    }
  }
  return drops;
}

function sameText(lines: readonly Line[], a: Box, b: Box): boolean {
  for (let at = a.first; at < a.end; at++) {
    if (lines[at]?.text !== lines[at - a.first + b.first]?.text) return false;
  }
  return true;
}
