import { isAnnexLabel, isAttachment } from '../attachment.ts';
import { phraseOf } from '../fold.ts';
import { COMMENTS, END_CREDIT, LEGAL, PAID, TAIL_HEADING } from '../phrases.ts';
import type { Line } from '../tree/line.ts';
import { OF_RIGHTS } from './drop-tail.ts';
import { type Drop, type Step, weigh } from './step.ts';

/** Behind such a heading, at most this share of the text may stand for all of it to go. */
const SMALL = 0.35;

/**
 * From a heading such as 相关阅读, or the editor's credit, to the end, if little text follows or mostly links; and from what
 * a site says of its rights or asks to be paid for, if no sentence follows.
 */
export const cutTail: Step = (lines, { title }) => {
  const total = weigh(lines);
  let before = 0;
  let links = lines.reduce((sum, line) => sum + line.linked * line.weight, 0);
  const lastText = lines.findLastIndex(isText);
  for (const [at, line] of lines.entries()) {
    const rest = total - before;
    if (at > 0 && line.weight <= 40) {
      const text = phraseOf(line);
      const small = rest < SMALL * total || links > 0.4 * rest;
      // Papers print the background of a report under 新闻链接: text, not links.
      const background = BACKGROUND.test(text) && links < 0.1 * rest && rest > 3 * line.weight;
      const ends = small && !background && (TAIL_HEADING.test(text) || END_CREDIT.test(text));
      if (COMMENTS.test(text) || ends) return cutFrom(lines, at, END_CREDIT.test(text));
    }
    if (at > Math.max(0, lastText) && isOfSite(line) && !OF_RIGHTS.test(title))
      return cutFrom(lines, at, false);
    before += line.weight;
    links -= line.linked * line.weight;
  }
  return [];
};

/** All lines from one on, but for the attached files. */
function cutFrom(lines: readonly Line[], at: number, credited: boolean): Drop[] {
  const rest = lines.slice(at);
  const annexes = annexesIn(rest, credited);
  const reason = `behind ${rest[0]?.text.slice(0, 20)}`;
  return rest.filter((line) => !annexes.has(line)).map((line) => ({ line, reason }));
}

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

/** A table, or a sentence that is not what the site says of itself. */
function isText(line: Line): boolean {
  return line.rows !== null || (line.stops > 0 && !isOfSite(line));
}

/** What a site says of its rights, by their name: a document may forbid to use something too (未经许可，不得使用). */
function isOfSite(line: Line): boolean {
  if (line.rows !== null || line.weight > 80) return false;
  const text = phraseOf(line);
  return (RIGHTS.test(text) && LEGAL.test(text)) || (line.stops === 0 && PAID.test(text));
}

const RIGHTS = /版权|转载|本[站网]|书面授权/;
