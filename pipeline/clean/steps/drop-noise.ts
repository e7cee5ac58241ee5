import { phraseOf } from '../fold.ts';
import { FILM, FORMER_TITLE, NOISE, RELATED_LINE } from '../phrases.ts';
import { type Line, partsOf } from '../tree/line.ts';
import { dropEach, type Step } from './step.ts';

/** Controls and notices, wherever they stand. What only begins or ends an article is left to other steps. */
export const dropNoise: Step = (lines) => dropEach(lines, reasonFor);

/** What stands before a link as a label of its own. */
const AD = /^广告$/;
/** The button that folds what a label names. */
const FOLD = /(?:收起|展开)$/;

function reasonFor(line: Line): string | null {
  if (line.weight > 60 || line.rows !== null) return null;
  const text = phraseOf(line);
  if (NOISE.test(text)) return 'control or notice';
  if (line.linked > 0.4 && RELATED_LINE.test(text)) return 'related';
  if (FILM.test(text)) return 'what a player says of its film';
  if (line.linked > 0.6 && AD.test(partsOf(line)[0] ?? '')) return 'advertisement';
  if (line.stops === 0 && FOLD.test(line.text) && FOLD.exec(partsOf(line).at(-1) ?? '')?.index === 0)
    return 'label that folds';
  return FORMER_TITLE.test(text) ? 'former title' : null;
}
