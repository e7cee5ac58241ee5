import { z } from 'zod';
import { IDENTITY, type Matrix, times, toMatrix } from '../layout/matrix.ts';
import type { Run, Stroke } from '../layout/page.ts';
import { strokesOfPath } from '../layout/path-strokes.ts';
import { PLAIN_TEXT, showText, type TextState } from './pdf-text.ts';

/** The drawing operators of a page, as the library gives them. */
export interface Drawing {
  readonly operators: readonly number[];
  readonly arguments: readonly unknown[];
  /** Number of each operator by its name. */
  readonly codes: Readonly<Record<string, number>>;
  /** Of a font by its name. */
  readonly font: (name: string) => Pick<TextState, 'scale' | 'vertical'>;
}

/** Strokes a page may have; more is a picture, not a table. */
const MOST_STROKES = 5000;

interface State {
  readonly matrix: Matrix;
  readonly text: TextState;
  readonly leading: number;
}

const numbers = z.array(z.number()).catch([]);
const font = z.tuple([z.string(), z.number()]);
const paths = z.tuple([z.number(), z.array(z.unknown())]).rest(z.unknown());

/**
 * What the operators of a page draw: runs of text with their places, and strokes.
 *
 * @param view from the space of the file to that of the page
 * @source ISO 32000-1, 8.4 and 9.4
 */
export function readDrawing(drawing: Drawing, view: Matrix): { runs: Run[]; strokes: Stroke[] } {
  const names = new Map(Object.entries(drawing.codes).map(([name, code]) => [code, name]));
  const runs: Run[] = [];
  const strokes: Stroke[] = [];
  const saved: State[] = [];
  let state: State = { matrix: view, text: PLAIN_TEXT, leading: 0 };
  /** Where the text line begins, and where the next letter goes. */
  let line: Matrix = IDENTITY;
  let cursor: Matrix = IDENTITY;
  const moveLine = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y]);
    cursor = line;
  };
  const set = (text: Partial<TextState>): void => {
    state = { ...state, text: { ...state.text, ...text } };
  };

  for (const [at, operator] of drawing.operators.entries()) {
    const given = drawing.arguments[at];
    const [x = 0, y = 0] = numbersOf(given);
    switch (names.get(operator)) {
      case 'save':
      case 'beginGroup':
        saved.push(state);
        break;
      case 'paintFormXObjectBegin':
        saved.push(state);
        state = { ...state, matrix: times(state.matrix, toMatrix(numbersOf(listOf(given)[0]))) };
        break;
      case 'restore':
      case 'endGroup':
      case 'paintFormXObjectEnd':
        state = saved.pop() ?? state;
        break;
      case 'transform':
        state = { ...state, matrix: times(state.matrix, toMatrix(numbersOf(given))) };
        break;
      case 'constructPath':
        if (strokes.length <= MOST_STROKES) strokes.push(...pathStrokes(given, state.matrix, drawing.codes));
        break;
      case 'beginText':
        line = cursor = IDENTITY;
        break;
      case 'setTextMatrix':
        line = cursor = toMatrix(numbersOf(listOf(given)[0]));
        break;
      case 'moveText':
        moveLine(x, y);
        break;
      case 'setLeadingMoveText':
        state = { ...state, leading: -y };
        moveLine(x, y);
        break;
      case 'setLeading':
        state = { ...state, leading: x };
        break;
      case 'nextLine':
        moveLine(0, -state.leading);
        break;
      case 'setFont': {
        const [name, size] = font.parse(given);
        set({ size, ...drawing.font(name) });
        break;
      }
      case 'setCharSpacing':
        set({ letterSpace: x });
        break;
      case 'setWordSpacing':
        set({ wordSpace: x });
        break;
      case 'setHScale':
        set({ stretch: x / 100 });
        break;
      case 'setTextRise':
        set({ rise: x });
        break;
      case 'showText': {
        if (state.text.vertical) break;
        const shown = showText(listOf(given)[0], state.text, times(state.matrix, cursor));
        runs.push(...shown.runs);
        cursor = times(cursor, [1, 0, 0, 1, shown.advance, 0]);
        break;
      }
    }
  }
  return { runs, strokes: strokes.length > MOST_STROKES ? [] : strokes };
}

function pathStrokes(given: unknown, matrix: Matrix, codes: Drawing['codes']): Stroke[] {
  const path = paths.safeParse(given).data;
  // Clipping draws nothing.
  if (path === undefined || path[0] === codes.endPath) return [];
  return strokesOfPath(numbersOf(path[1][0]), path[0] === codes.fill || path[0] === codes.eoFill, matrix);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numbersOf(value: unknown): readonly number[] {
  return value instanceof Float32Array ? [...value] : numbers.parse(value);
}
