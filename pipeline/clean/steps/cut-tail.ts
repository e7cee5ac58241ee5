import { phraseOf } from '../fold.ts';
import { COMMENTS, END_CREDIT, TAIL_HEADING } from '../phrases.ts';
import type { Step } from './step.ts';
import { weigh } from './step.ts';

/** Behind such a heading, at most this share of the text may stand for all of it to go. */
const SMALL = 0.35;

/** From a heading such as 相关阅读, or the editor's credit, to the end, if little text follows or mostly links. */
export const cutTail: Step = (lines) => {
  const total = weigh(lines);
  let before = 0;
  let links = lines.reduce((sum, line) => sum + line.linked * line.weight, 0);
  for (const [at, line] of lines.entries()) {
    const rest = total - before;
    if (at > 0 && line.weight <= 40) {
      const text = phraseOf(line);
      const small = rest < SMALL * total || links > 0.4 * rest;
      if (COMMENTS.test(text) || (small && (TAIL_HEADING.test(text) || END_CREDIT.test(text)))) {
        const reason = `behind ${line.text.slice(0, 20)}`;
        return lines.slice(at).map((each) => ({ line: each, reason }));
      }
    }
    before += line.weight;
    links -= line.linked * line.weight;
  }
  return [];
};
