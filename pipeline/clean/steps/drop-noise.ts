import { isAttachment } from '../attachment.ts';
import { fold, phraseOf } from '../fold.ts';
import { FILM, FORMER_TITLE, NOISE, POINTER, RELATED_LINE } from '../phrases.ts';
import { type Line, partsOf } from '../tree/line.ts';
import { dropEach, type Step } from './step.ts';

/** Controls and notices, wherever they stand. What only begins or ends an article is left to other steps. */
export const dropNoise: Step = (lines) => {
  let above: Line | null = null;
  return dropEach(lines, (line) => {
    const reason = reasonFor(line, above) ?? (above !== null && isAd(above) ? advertised(line) : null);
    above = line;
    return reason;
  });
};

const SHORT = 60;

/** A label above an advertisement. */
function isAd(line: Line): boolean {
  return line.weight <= SHORT && line.rows === null && AD.test(phraseOf(line));
}

/** Whether a line says the keywords of the paper whose abstract stands above it: text, unlike the tags of a post. */
function isOfPaper({ linked }: Line, text: string, above: Line | null): boolean {
  const opening = above !== null && linked < 0.3 && KEYWORDS.test(text) ? fold(above.text.slice(0, 12)) : '';
  return ABSTRACT.test(opening);
}

const KEYWORDS = /^[[【]?关键[词字][:】\]]/;
const ABSTRACT = /^[[【]?(?:内容)?(?:摘要|提要)[:】\]]/;

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

function reasonFor(line: Line, above: Line | null): string | null {
  if (line.weight > SHORT || line.rows !== null) return null;
  const text = phraseOf(line);
  if (NOISE.test(text)) return isOfPaper(line, text, above) ? null : 'control or notice';
  if (line.linked > 0.4 && RELATED_LINE.test(text)) return 'related';
  if (line.linked > 0.8 && POINTER.test(text) && !isAttachment(line)) return 'related';
  if (FILM.test(text)) return 'what a player says of its film';
  if (line.linked > 0.6 && AD.test(partsOf(line)[0] ?? '')) return 'advertisement';
  if (line.stops === 0 && FOLD.test(line.text) && FOLD.exec(partsOf(line).at(-1) ?? '')?.index === 0)
    return 'label that folds';
  if (isMenu(line) && !isAttachment(line)) return 'menu';
  return FORMER_TITLE.test(text) ? 'former title' : null;
}
