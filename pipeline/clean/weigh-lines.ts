import { isHeadline } from './fields/headline.ts';
import { datesOn } from './fields/read-date.ts';
import { isFieldLabel } from './fields/read-government.ts';
import type { Box, Line, Reading } from './tree/line.ts';
import { chromeWord } from './tree/roles.ts';

/** What text in navigation, comments, recommendations is worth against the same text elsewhere. */
const CHROME_WORTH = 0.1;
/** What the summary under a linked headline, and the text of another article on the page, is worth. */
const TEASER_WORTH = 0.1;
/** A box with more of the page's points than this is not chrome, whatever it is called. */
const TOO_MUCH = 0.6;

/** Points of a line for being part of an article: sentences count, links and lone words do not. */
export function pointsOf(line: Line): number {
  if (line.hidden !== null || line.linked > 0.6) return 0;
  const length = Math.min(line.weight, 500) / 20;
  const sentences = 3 * Math.min(line.stops, 8) + Math.min(line.commas, 12) / 2;
  const rows = isTable(line) ? 3 * Math.min(line.rows?.length ?? 0, 8) : 0;
  const words = line.weight < 8 && line.stops === 0 ? 0.1 : length + Math.max(sentences, rows);
  return words * (1 - line.linked);
}

/**
 * A table that tells something: penalties are published as one, without any sentence. What a document says of itself
 * (索引号, 发文机关) is none.
 */
export function isTable({ rows, weight, linked }: Line): boolean {
  if (rows === null || rows.length < 3 || weight < 60 || linked >= 0.1) return false;
  return rows.every((row) => row.length > 2 && !row.some(isFieldLabel));
}

/** What asks readers to agree to cookies may be longer than any article. */
const CONSENT = /onetrust|cookie|consent|gdpr|privacy-?(?:banner|notice|popup)/;

/** Whether a box holds a line. One that holds the title and the first sentence behind it is no chrome, whatever its name. */
function isIn({ first, end }: Box, index: number | null | undefined): boolean {
  return index !== null && index !== undefined && first <= index && index < end;
}

/** What lines say, before and after it is asked where they stand. */
export interface Weighed {
  /** Points of each line. */
  readonly points: readonly number[];
  /** The same, less for lines in chrome, of teasers, and of other articles. */
  readonly weighed: readonly number[];
  /** What text in a box is worth, by what the box and those around it are called. */
  readonly worth: Float64Array;
}

/**
 * Weigh every line of a page for being part of its article.
 *
 * @param opening index of the first sentence behind the title, or null
 */
export function weighLines(
  { boxes, lines }: Reading,
  titleLines: readonly Line[],
  opening: number | null,
): Weighed {
  const points = lines.map(pointsOf);
  const raw = sumUp(boxes, lines, points, 1);
  const worth = new Float64Array(boxes.length).fill(1);
  for (const box of boxes) {
    const around = box.parent === null ? 1 : (worth[box.parent.index] ?? 1);
    const much = (raw[box.index] ?? 0) >= TOO_MUCH * (raw[0] ?? 0) && !CONSENT.test(box.mark);
    const opens = isIn(box, titleLines.at(-1)?.index) && isIn(box, opening);
    const chrome = box.role === 'chrome' && !much && !opens && !isWritten(box, lines);
    worth[box.index] = chrome ? Math.min(around, CHROME_WORTH) : around;
  }
  const teasers = findTeasers(lines, titleLines);
  const other = otherArticle(lines, titleLines);
  const weighed = lines.map((line, at) => {
    const teased = teasers.has(line) || at >= other ? TEASER_WORTH : 1;
    return (points[at] ?? 0) * (worth[line.box.index] ?? 1) * teased;
  });
  return { points, weighed, worth };
}

/** Whether a box called editor is what one was used for: the text. Most of that name only say who edited it. */
function isWritten({ element, mark, first, end }: Box, lines: readonly Line[]): boolean {
  if (chromeWord(element.name, mark) !== 'editor') return false;
  const paragraphs = lines.slice(first, end).filter((line) => line.stops > 0 && line.weight > 30);
  return paragraphs.filter((line) => line.linked < 0.3).length >= FEWEST_PARAGRAPHS;
}

const FEWEST_PARAGRAPHS = 3;

/** How many lines behind a title its date may stand. */
const NEAR_DATE = 6;

/**
 * Where another article begins, with title, writer and time of its own: feeds put whole ones below the page's.
 *
 * @returns index of its title; infinity for none
 */
function otherArticle(lines: readonly Line[], titleLines: readonly Line[]): number {
  const title = titleLines.at(-1);
  if (title === undefined || title.heading === 0 || !isTimed(lines, title.index))
    return Number.POSITIVE_INFINITY;
  const isOther = (line: Line): boolean =>
    line.heading === title.heading &&
    line.weight >= 8 &&
    line.text !== title.text &&
    isTimed(lines, line.index);
  return lines.slice(title.index + 1).find(isOther)?.index ?? Number.POSITIVE_INFINITY;
}

/** Whether one of the next lines is short and says a date to the minute. */
function isTimed(lines: readonly Line[], index: number): boolean {
  return lines
    .slice(index + 1, index + 1 + NEAR_DATE)
    .some((line) => line.weight < 30 && line.stops === 0 && datesOn(line).some(({ timed }) => timed));
}

/**
 * Summaries under their linked headlines, perhaps with a byline between.
 *
 * @param titleLines lines of the page's own title: what stands below is no summary of the link above, a breadcrumb
 */
export function findTeasers(lines: readonly Line[], titleLines: readonly Line[] = []): Set<Line> {
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
    } else if (line.heading > 0 || titleLines.includes(line)) headline = null;
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

/** The points of each box: of its own lines, and less at each step, of the boxes in it. */
export function sumUp(
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
