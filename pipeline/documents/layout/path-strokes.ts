import { type Matrix, map, type Point } from './matrix.ts';
import { type Stroke, strokeOf } from './page.ts';

/** Marks in the list of a path, and how many numbers follow each: move, line, curve, quadratic curve, close. */
const MOVE = 0;
const CLOSE = 4;
const WIDTHS: readonly number[] = [2, 2, 6, 4, 0];

/**
 * The strokes of one path: its segments where it is drawn, its parts as boxes where it is filled. Many programs draw
 * the lines of a table as thin boxes.
 *
 * @param data marks and coordinates, as the library lists them
 */
export function strokesOfPath(data: ArrayLike<number>, filled: boolean, matrix: Matrix): Stroke[] {
  const strokes: Stroke[] = [];
  for (const points of partsOf(data)) {
    const corners = points.map(([x, y]) => map(matrix, x, y));
    const segments = filled
      ? [boxOf(corners)]
      : corners.slice(1).map((to, at) => [corners[at] ?? to, to] as const);
    for (const [from, to] of segments) {
      const stroke = strokeOf(from[0], from[1], to[0], to[1]);
      if (stroke !== null) strokes.push(stroke);
    }
  }
  return strokes;
}

/** The points that each part of a path goes through. Of a curve only the end counts: no table has any. */
function* partsOf(data: ArrayLike<number>): Generator<Point[]> {
  let points: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const mark = data[at++] ?? MOVE;
    const width = WIDTHS[mark] ?? data.length;
    const to: Point = [data[at + width - 2] ?? 0, data[at + width - 1] ?? 0];
    at += width;
    if (mark === MOVE) {
      if (points.length > 1) yield points;
      points = [to];
    } else if (mark === CLOSE) points.push(...points.slice(0, 1));
    else points.push(to);
  }
  if (points.length > 1) yield points;
}

function boxOf(points: readonly Point[]): readonly [Point, Point] {
  const least = points.reduce(([x, y], [a, b]) => [Math.min(x, a), Math.min(y, b)]);
  const most = points.reduce(([x, y], [a, b]) => [Math.max(x, a), Math.max(y, b)]);
  return [least, most];
}
