import { isAnnexLabel, isAttachment } from '../attachment.ts';
import { phraseOf } from '../fold.ts';
import { COMMENTS, END_CREDIT, TAIL_HEADING } from '../phrases.ts';
import type { Line } from '../tree/line.ts';
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
      // Papers print the background of a report under 新闻链接: text, not links.
      const background = BACKGROUND.test(text) && links < 0.1 * rest && rest > 3 * line.weight;
      const ends = small && !background && (TAIL_HEADING.test(text) || END_CREDIT.test(text));
      if (COMMENTS.test(text) || ends) {
        const reason = `behind ${line.text.slice(0, 20)}`;
        const rest = lines.slice(at);
        const annexes = annexesIn(rest, END_CREDIT.test(text));
        return rest.filter((each) => !annexes.has(each)).map((each) => ({ line: each, reason }));
      }
    }
    before += line.weight;
    links -= line.linked * line.weight;
  }
  return [];
};

/** The attached files of an article that stand behind its credits: below their label, or right below the credit. */
function annexesIn(lines: readonly Line[], credited: boolean): Set<Line> {
  const label = lines.findIndex((line) => isAnnexLabel(line));
  const from = label >= 0 ? label : credited ? 1 : lines.length;
  const files = lines.slice(from).filter(isAttachment);
  const [first] = files;
  const above = first === undefined ? undefined : lines[lines.indexOf(first) - 1];
  return new Set(above !== undefined && isAnnexLabel(above) ? [above, ...files] : files);
}

const BACKGROUND = /^[^\p{L}]{0,2}(?:新闻|相关|背景|知识|政策|延伸)链接[^\p{L}]{0,2}$/u;
