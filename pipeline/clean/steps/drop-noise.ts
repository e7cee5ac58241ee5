import { isAttachment } from '../attachment.ts';
import { phraseOf } from '../fold.ts';
import { FILM, FORMER_TITLE, NOISE, POINTER, RELATED_LINE } from '../phrases.ts';
import { type Line, partsOf } from '../tree/line.ts';
import { dropEach, type Step } from './step.ts';

/** Controls and notices, wherever they stand. What only begins or ends an article is left to other steps. */
export const dropNoise: Step = (lines) => {
  let before: string | null = null;
  return dropEach(lines, (line) => {
    const reason = reasonFor(line) ?? (before !== null && AD.test(before) ? advertised(line) : null);
    before = line.weight > SHORT || line.rows !== null ? null : phraseOf(line);
    return reason;
  });
};

const SHORT = 60;

/** What stands below 广告 and is nothing but a link. */
function advertised(line: Line): string | null {
  return line.linked > 0.9 && line.rows === null && line.weight <= SHORT ? 'advertisement' : null;
}

/** A row of links of a word or two each is a menu, wherever it stands. */
function isMenu({ hrefs, linked, weight, stops, commas }: Line): boolean {
  const words = hrefs.length >= 3 && weight <= LONGEST_WORD * hrefs.length;
  return words && linked > 0.6 && stops === 0 && commas === 0;
}

const LONGEST_WORD = 6;

/** What stands before a link as a label of its own. */
const AD = /^(?:广告|推广|赞助)$/;
/** The button that folds what a label names. */
const FOLD = /(?:收起|展开)$/;

function reasonFor(line: Line): string | null {
  if (line.weight > SHORT || line.rows !== null) return null;
  const text = phraseOf(line);
  if (NOISE.test(text)) return 'control or notice';
  if (line.linked > 0.4 && RELATED_LINE.test(text)) return 'related';
  if (line.linked > 0.8 && POINTER.test(text) && !isAttachment(line)) return 'related';
  if (FILM.test(text)) return 'what a player says of its film';
  if (line.linked > 0.6 && AD.test(partsOf(line)[0] ?? '')) return 'advertisement';
  if (line.stops === 0 && FOLD.test(line.text) && FOLD.exec(partsOf(line).at(-1) ?? '')?.index === 0)
    return 'label that folds';
  if (isMenu(line) && !isAttachment(line)) return 'menu';
  return FORMER_TITLE.test(text) ? 'former title' : null;
}
