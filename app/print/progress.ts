import color from 'picocolors';
import type { Io } from '../io.ts';

/** One line that is written over again. Says nothing where stderr is no terminal. */
export interface Progress {
  readonly show: (text: string) => void;
  readonly done: () => void;
}

export function progressOn(io: Io): Progress {
  if (!io.interactive) return { show: () => {}, done: () => {} };
  return {
    show: (text) => io.stderr.write(`\r\x1b[K${color.dim(clip(text, io.columns - 1))}`),
    done: () => io.stderr.write('\r\x1b[K'),
  };
}

/** Cut to a width in terminal columns; a CJK character takes two. */
function clip(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
    if (width > columns) break;
    kept += character;
  }
  return kept;
}
