import { firstPost, isAlike } from './find-posts.ts';
import { isHeadline } from './headline.ts';
import type { Box, Line, Reading } from './read-lines.ts';
import { type Role, roleOf } from './roles.ts';

/** Each box between a paragraph and its container costs this share of the paragraph's points. */
const DECAY = 0.8;
/** What text in navigation, comments, recommendations is worth against the same text elsewhere. */
const CHROME_WORTH = 0.1;
const CONTENT_WORTH = 1.3;
/** What a box is worth that holds the first sentence behind the title, and how many lines behind that may stand. */
const TITLE_WORTH = 1.4;
const NEAR_TITLE = 40;
/** How many boxes may stand between a section's text and the box that lines the sections up. */
const SECTION_LEVELS = 6;
/** What the summary under a linked headline is worth. */
const TEASER_WORTH = 0.1;
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
export function findBody(reading: Reading, titleLines: readonly Line[]): FoundBody | null {
  const { boxes, lines } = reading;
  const points = lines.map(pointsOf);
  const raw = sumUp(boxes, lines, points, 1);
  const total = raw[0] ?? 0;
  if (total === 0) return null;
  const worth = new Float64Array(boxes.length).fill(1);
  const roles = boxes.map(roleOf);
  for (const box of boxes) {
    const around = box.parent === null ? 1 : (worth[box.parent.index] ?? 1);
    const chrome = roles[box.index] === 'chrome' && (raw[box.index] ?? 0) < TOO_MUCH * total;
    worth[box.index] = chrome ? Math.min(around, CHROME_WORTH) : around;
  }
  const teasers = findTeasers(lines);
  const weighed = lines.map(
    (line, at) => (points[at] ?? 0) * (worth[line.box.index] ?? 1) * (teasers.has(line) ? TEASER_WORTH : 1),
  );
  const scores = sumUp(boxes, lines, weighed, DECAY);
  const pure = sumUp(boxes, lines, weighed, 1);
  const opening = firstSentence(lines, titleLines);
  let best: Box | null = null;
  let bestScore = 0;
  for (const box of boxes) {
    const own = scores[box.index] ?? 0;
    if (own === 0 || LEAF_TAGS.has(box.element.name)) continue;
    const opens = opening !== null && box.first <= opening && opening < box.end;
    const purity = (pure[box.index] ?? 0) / Math.max(1, raw[box.index] ?? 1);
    const score =
      own * purity * (roles[box.index] === 'content' ? CONTENT_WORTH : 1) * (opens ? TITLE_WORTH : 1);
    if (score > bestScore) {
      best = box;
      bestScore = score;
    }
  }
  if (best === null) return null;
  const whole = withLines(best, boxes, lines, roles);
  return {
    box: firstPost(whole, reading) ?? withSiblings(whole, boxes, pure),
    chrome: (worth[best.index] ?? 1) < 1,
  };
}

/** Index of the first line behind the title that says a sentence; null without title or sentence. */
function firstSentence(lines: readonly Line[], titleLines: readonly Line[]): number | null {
  const titleAt = titleLines.at(-1)?.index;
  if (titleAt === undefined) return null;
  const near = lines.slice(titleAt + 1, titleAt + NEAR_TITLE);
  return near.find((line) => line.stops > 0 && line.weight >= 15 && pointsOf(line) > 0)?.index ?? null;
}

/** Summaries under their linked headlines, perhaps with a byline between. */
function findTeasers(lines: readonly Line[]): Set<Line> {
  const teasers = new Set<Line>();
  let headline: Line | null = null;
  let between = 0;
  for (const line of lines) {
    if (isHeadline(line)) {
      headline = line;
      between = 0;
    } else if (headline !== null && line.stops > 0 && line.weight >= 15) {
      if (between <= 3 && shareBox(headline.box, line.box)) teasers.add(line);
      headline = null;
    } else if (line.heading > 0) headline = null;
    else between++;
  }
  return teasers;
}

/** Whether two boxes stand in one box that is at most three levels above the first. */
function shareBox(a: Box, b: Box): boolean {
  let around: Box = a;
  for (let level = 0; level < 3 && around.parent !== null; level++) around = around.parent;
  return b.index >= around.index && b.first < around.end;
}

/**
 * The box, or one around it where the article goes on in boxes of the same make: long reads are cut into sections
 * for advertisements to stand between.
 */
function withSiblings(best: Box, boxes: readonly Box[], points: Float64Array): Box {
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

/** The box around a lone paragraph set as a `div`, where lines of the same make stand beside it: a notice's signature. */
function withLines(best: Box, boxes: readonly Box[], lines: readonly Line[], roles: readonly Role[]): Box {
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
    if (plain && box.element.name === branch.element.name && roles[box.index] !== 'chrome') return around;
  }
  return best;
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
