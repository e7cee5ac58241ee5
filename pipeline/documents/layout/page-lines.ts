import type { Run } from './page.ts';

/** One line of print. */
export interface PrintedLine {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Size of most of its letters. */
  readonly size: number;
}

/** A gap wider than this many letters parts columns; a narrower one only words. */
const COLUMN_GAP = 1.8;

/** Put runs into lines, from top to bottom, each from left to right. */
export function readLines(runs: readonly Run[]): PrintedLine[] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const line = lines.at(-1);
    const beside = line?.[0];
    // Raised and lowered letters stand on the line of the others.
    if (
      line !== undefined &&
      beside !== undefined &&
      run.base - beside.base < 0.4 * Math.max(run.size, beside.size)
    )
      line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => {
    const sorted = line.toSorted((a, b) => a.left - b.left);
    const largest = sorted.reduce((most, run) =>
      run.text.length * run.size > most.text.length * most.size ? run : most,
    );
    return {
      runs: sorted,
      left: sorted[0]?.left ?? 0,
      right: sorted.reduce((most, { right }) => Math.max(most, right), 0),
      base: largest.base,
      size: largest.size,
    };
  });
}

/** The text of a line. Space between Chinese and digits is how programs print, not what was written. */
export function lineText(line: PrintedLine): string {
  return segmentsOf(line).join(' ');
}

/** The pieces of a line that wide gaps part. */
function segmentsOf({ runs }: PrintedLine): string[] {
  const segments: string[] = [];
  let last: Run | null = null;
  for (const run of runs) {
    const gap = last === null ? 0 : (run.left - last.right) / run.size;
    if (last === null || gap > COLUMN_GAP) segments.push(run.text);
    else segments.push(`${segments.pop() ?? ''}${gap > 0.15 ? ' ' : ''}${run.text}`);
    last = run;
  }
  return segments.map(closeUp).filter((text) => text !== '');
}

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’—…〔〕]';
const SPACE_BESIDE_WIDE = new RegExp(`(?<=${WIDE}) +| +(?=${WIDE})`, 'g');

function closeUp(text: string): string {
  return text.replace(/\s+/g, ' ').replace(SPACE_BESIDE_WIDE, '').trim();
}
