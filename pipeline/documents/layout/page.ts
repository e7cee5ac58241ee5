/** A run of characters on a page, on one line. Lengths in points; y grows downwards. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that letters stand on. */
  readonly base: number;
  /** Size of the letters. */
  readonly size: number;
}

/** A drawn line along the page or down it; `from` before `to`. */
export interface Stroke {
  readonly direction: 'across' | 'down';
  /** Its y where it goes across, its x where it goes down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is printed on one page of a document that knows places and no paragraphs (PDF, OFD). */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly strokes: readonly Stroke[];
}

/** Lines thinner than this are strokes, however they were drawn. */
const THIN = 3;

/**
 * The stroke that a drawn segment or a filled box makes: boxes are lines where they are thin, and nothing where they
 * are not (shading). Slanted segments are drawings.
 */
export function strokeOf(x1: number, y1: number, x2: number, y2: number): Stroke | null {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height < THIN && width > 2 * height && width > THIN)
    return { direction: 'across', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  if (width < THIN && height > 2 * width && height > THIN)
    return { direction: 'down', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  return null;
}
