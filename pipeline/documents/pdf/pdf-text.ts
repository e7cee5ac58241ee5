import { z } from 'zod';
import { type Matrix, map, times } from '../layout/matrix.ts';
import type { Run } from '../layout/page.ts';

/** What the library says of a letter, and the pushes between letters, which are plain numbers. */
const glyphs = z.array(
  z.union([z.number(), z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean() }), z.null()]),
);

/** How letters are set at a moment (ISO 32000-1, 9.3). */
export interface TextState {
  readonly size: number;
  /** From the units of the font to those of the text. */
  readonly scale: number;
  readonly vertical: boolean;
  readonly letterSpace: number;
  readonly wordSpace: number;
  /** 1 for letters as wide as they are made. */
  readonly stretch: number;
  readonly rise: number;
}

export const PLAIN_TEXT: TextState = {
  size: 0,
  scale: 0.001,
  vertical: false,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  rise: 0,
};

/** A gap of this part of a letter parts two runs: between cells, or between words. */
const GAP = 0.2;

/** Radicals and ligatures that fonts use for the characters they look like. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]+/g;

/**
 * The runs that one text operator shows, and how far it moves on.
 *
 * Read letter by letter: the library's own text runs join neighbouring cells of a table where their texts come close.
 *
 * @param shown  letters and pushes, as the library lists them
 * @param matrix from the text to the page, with its origin where the text begins
 */
export function showText(shown: unknown, state: TextState, matrix: Matrix): { runs: Run[]; advance: number } {
  const runs: Run[] = [];
  let text = '';
  let [start, end, x] = [0, 0, 0];
  const flush = (): void => {
    const run = runOf(text, start, end, state, matrix);
    if (run !== null) runs.push(run);
    text = '';
  };
  for (const glyph of glyphs.parse(shown)) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      x -= (glyph / 1000) * state.size * state.stretch;
      continue;
    }
    if (text !== '' && x - end > GAP * state.size * state.stretch) flush();
    const width =
      (glyph.width * state.scale * state.size + state.letterSpace + (glyph.isSpace ? state.wordSpace : 0)) *
      state.stretch;
    if (glyph.unicode.trim() !== '') {
      if (text === '') start = x;
      text += glyph.unicode;
      end = x + width;
    }
    x += width;
  }
  flush();
  return { runs, advance: x };
}

function runOf(
  raw: string,
  start: number,
  end: number,
  { size, rise }: TextState,
  matrix: Matrix,
): Run | null {
  const text = raw.replace(LOOKALIKE, (letters) => letters.normalize('NFKC'));
  const upright = times(matrix, [1, 0, 0, 1, 0, rise]);
  const [left, base] = map(upright, start, 0);
  const [right] = map(upright, end, 0);
  const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
  // Text that stands on its side is a margin note or a watermark.
  const turned = Math.abs(matrix[1]) > 0.1 * Math.abs(matrix[0]);
  if (text === '' || height === 0 || turned) return null;
  return { text, left: Math.min(left, right), right: Math.max(left, right), base, size: height };
}
