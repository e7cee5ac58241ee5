import { withLead, withLines, withSiblings } from './extend-body.ts';
import { firstPost } from './find-posts.ts';
import type { Box, Line, Reading } from './tree/line.ts';
import { isTable, pointsOf, sumUp, weighLines } from './weigh-lines.ts';

/** Each box between a paragraph and its container costs this share of the paragraph's points. */
const DECAY = 0.8;
const CONTENT_WORTH = 1.3;
/** What a box is worth that holds the first sentence behind the title, and how many lines behind that may stand. */
const TITLE_WORTH = 1.4;
const NEAR_TITLE = 40;

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
export function findBody(reading: Reading, titleLines: readonly Line[]): FoundBody | null {
  const { boxes, lines } = reading;
  const opening = firstSentence(lines, titleLines);
  const { points, weighed, worth } = weighLines(reading, titleLines, opening);
  const raw = sumUp(boxes, lines, points, 1);
  if (raw[0] === 0) return null;
  const scores = sumUp(boxes, lines, weighed, DECAY);
  const pure = sumUp(boxes, lines, weighed, 1);
  let best: Box | null = null;
  let bestScore = 0;
  for (const box of boxes) {
    const own = scores[box.index] ?? 0;
    if (own === 0 || LEAF_TAGS.has(box.element.name)) continue;
    const opens = opening !== null && box.first <= opening && opening < box.end;
    const purity = (pure[box.index] ?? 0) / Math.max(1, raw[box.index] ?? 1);
    const score = own * purity * (box.role === 'content' ? CONTENT_WORTH : 1) * (opens ? TITLE_WORTH : 1);
    if (score > bestScore) {
      best = box;
      bestScore = score;
    }
  }
  if (best === null) return null;
  const whole = withLead(withLines(best, boxes, lines), lines);
  return {
    box: firstPost(whole, reading) ?? withSiblings(whole, boxes, pure),
    chrome: (worth[best.index] ?? 1) < 1,
  };
}

/** Index of the first line behind the title that says a sentence or is a table; null without either. */
function firstSentence(lines: readonly Line[], titleLines: readonly Line[]): number | null {
  const titleAt = titleLines.at(-1)?.index;
  if (titleAt === undefined) return null;
  const near = lines.slice(titleAt + 1, titleAt + NEAR_TITLE);
  const opens = (line: Line) => (line.stops > 0 && line.weight >= 15) || isTable(line);
  return near.find((line) => opens(line) && pointsOf(line) > 0)?.index ?? null;
}

/** Too small to be a container: of a page with one long paragraph, the box around it is wanted. */
export const LEAF_TAGS: ReadonlySet<string> = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dd',
  'dt',
]);
