import type { Box, Line, Reading } from './read-lines.ts';
import { roleOf } from './roles.ts';

/** Each box between a paragraph and its container costs this share of the paragraph's points. */
const DECAY = 0.8;
/** What text in navigation, comments, recommendations is worth against the same text elsewhere. */
const CHROME_WORTH = 0.1;
const CONTENT_WORTH = 1.3;
/** A box with more of the page's points than this is not chrome, whatever it is called. */
const TOO_MUCH = 0.6;

/** Points of a line for being part of an article: sentences count, links and lone words do not. */
export function pointsOf(line: Line): number {
  if (line.hidden !== null || line.linked > 0.6) return 0;
  const length = Math.min(line.weight, 500) / 20;
  const sentences = 3 * Math.min(line.stops, 8) + Math.min(line.commas, 12) / 2;
  const words = line.weight < 8 && line.stops === 0 ? 0.1 : length + sentences;
  return words * (1 - line.linked);
}

export interface FoundBody {
  readonly box: Box;
  /** True where the best there is stands in a footer, a comment or the like. */
  readonly chrome: boolean;
}

/**
 * Find the box that holds the article.
 *
 * Every line gives its points to its own box and, less at each step, to the boxes around; the box with most points
 * is the smallest one around the bulk of the sentences. The idea is Readability's; with a decay instead of fixed
 * shares it does not depend on how many wrappers a template puts around each paragraph.
 *
 * @returns null for a page without any sentence
 */
export function findBody({ boxes, lines }: Reading): FoundBody | null {
  const points = lines.map(pointsOf);
  const raw = sumUp(boxes, lines, points, 1);
  const total = raw[0] ?? 0;
  if (total === 0) return null;
  const worth = new Float64Array(boxes.length).fill(1);
  for (const box of boxes) {
    const around = box.parent === null ? 1 : (worth[box.parent.index] ?? 1);
    const chrome = roleOf(box) === 'chrome' && (raw[box.index] ?? 0) < TOO_MUCH * total;
    worth[box.index] = chrome ? Math.min(around, CHROME_WORTH) : around;
  }
  const weighed = lines.map((line, at) => (points[at] ?? 0) * (worth[line.box.index] ?? 1));
  const scores = sumUp(boxes, lines, weighed, DECAY);
  let best: Box | null = null;
  let bestScore = 0;
  for (const box of boxes) {
    const score = (scores[box.index] ?? 0) * (roleOf(box) === 'content' ? CONTENT_WORTH : 1);
    if (score > bestScore && !LEAF_TAGS.has(box.element.name)) {
      best = box;
      bestScore = score;
    }
  }
  return best === null ? null : { box: best, chrome: (worth[best.index] ?? 1) < 1 };
}

/** Too small to be a container: of a page with one long paragraph, the box around it is wanted. */
const LEAF_TAGS: ReadonlySet<string> = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt']);

function sumUp(
  boxes: readonly Box[],
  lines: readonly Line[],
  points: readonly number[],
  decay: number,
): Float64Array {
  const sums = new Float64Array(boxes.length);
  for (const line of lines) sums[line.box.index] = (sums[line.box.index] ?? 0) + (points[line.index] ?? 0);
  for (let at = boxes.length - 1; at > 0; at--) {
    const parent = boxes[at]?.parent;
    if (parent) sums[parent.index] = (sums[parent.index] ?? 0) + decay * (sums[at] ?? 0);
  }
  return sums;
}
