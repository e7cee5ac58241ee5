import type { Statement } from '../../core/plan.ts';

/** A stretch of text that the same statements cover. */
export interface Segment {
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Those that begin here: a link to one of them lands on this stretch. */
  readonly starting: readonly Statement[];
}

/**
 * Cut a piece of an article where statements begin and end, so that overlapping quotes can be marked without
 * overlapping elements. Joining the texts gives the piece back.
 *
 * @param text the piece
 * @param offset where it begins in the article's text, to which statements' offsets refer
 */
export function cutAtStatements(text: string, offset: number, statements: readonly Statement[]): Segment[] {
  const end = offset + text.length;
  const near = statements.filter((statement) => statement.start < end && statement.end > offset);
  const cuts = new Set([offset, end]);
  for (const statement of near) {
    cuts.add(Math.max(offset, statement.start));
    cuts.add(Math.min(end, statement.end));
  }
  const points = [...cuts].toSorted((a, b) => a - b);
  return points.slice(0, -1).map((from, index) => {
    const to = points[index + 1] ?? end;
    const covering = near.filter((statement) => statement.start < to && statement.end > from);
    return {
      text: text.slice(from - offset, to - offset),
      statements: covering,
      starting: covering.filter(({ start }) => start === from),
    };
  });
}
