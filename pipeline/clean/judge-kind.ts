import type { ArticleKind } from '../../core/article.ts';
import { fold } from './fold.ts';
import { LEGAL } from './phrases.ts';
import type { Head } from './read-head.ts';
import type { Line, Reading } from './read-lines.ts';

export interface Verdict {
  readonly kind: ArticleKind;
  readonly reason: string;
}

/** What was found beside the text. */
export interface Signs {
  /** The body stands in a footer or the like. */
  readonly chrome: boolean;
  /** The page prints its title. */
  readonly titled: boolean;
  readonly dated: boolean;
}

/** Decide what a page is, from what remained as its body and what stood on the whole page. */
export function judgeKind(head: Head, { lines }: Reading, body: readonly Line[], signs: Signs): Verdict {
  const seen = lines.filter((line) => line.hidden === null);
  const all = sum(seen);
  if (all < 5)
    return head.scripts > 0
      ? { kind: 'shell', reason: 'no text, only scripts' }
      : { kind: 'empty', reason: 'no text' };
  const sentences = body.filter(isSentence);
  const said = sum(sentences);
  const text = sum(body);
  const headlines = body.filter((line) => line.linked > 0.8 && line.weight >= 5).length;
  const cutOff = body.filter((line) => line.weight > 30 && /(?:\.{3}|…)$/.test(line.text)).length;
  if (headlines >= 4 && !signs.titled)
    return { kind: 'list', reason: `${headlines} linked headlines, no title` };
  if (longestRun(body) >= 250 && !signs.chrome) return { kind: 'article', reason: 'a run of paragraphs' };
  if (headlines >= 4 && headlines > 0.5 * sentences.length) {
    return { kind: 'list', reason: `${headlines} linked headlines among ${sentences.length} paragraphs` };
  }
  if (cutOff >= 4 && cutOff > sentences.length)
    return { kind: 'list', reason: `${cutOff} summaries cut off` };
  if (said >= 100 && said >= 0.25 * text && !signs.chrome) {
    return { kind: 'article', reason: `${sentences.length} paragraphs` };
  }
  const links = body.reduce((total, line) => total + line.weight * line.linked, 0);
  const enough = said >= 20 || (text >= 60 && body.length >= 3);
  if (enough && links < 0.2 * text && signs.titled && signs.dated && !signs.chrome) {
    return { kind: 'article', reason: 'short text with title and date' };
  }
  const linked = seen.reduce((total, line) => total + line.weight * line.linked, 0);
  if (linked > 0.4 * all)
    return { kind: 'list', reason: `${Math.round((100 * linked) / all)} % of the text are links` };
  return {
    kind: 'shell',
    reason: `no article in the page as sent, ${Math.round(said)} characters in sentences`,
  };
}

/** Weight of the heaviest run of at least three paragraphs that no linked headline interrupts. */
function longestRun(body: readonly Line[]): number {
  let longest = 0;
  let run: Line[] = [];
  for (const line of body) {
    if (line.linked > 0.8 && line.weight >= 5) run = [];
    else if (isSentence(line)) run.push(line);
    if (run.length >= 3) longest = Math.max(longest, sum(run));
  }
  return longest;
}

/** A line that says something: it ends as sentences do, or has clauses, and is no link, table row or legal notice. */
function isSentence(line: Line): boolean {
  if (line.linked > (line.stops > 1 ? 0.7 : 0.4) || line.rows !== null || /(?:\.{3}|…)$/.test(line.text))
    return false;
  if (/^[([（【]{0,2}(?:19|20)\d\d[-/.年]\d/.test(line.text) && line.weight < 60) return false;
  const ended = /[。！？；：.!?;:”"」』）)，,]$/.test(line.text) && line.stops + line.commas > 0;
  if (!ended && !(line.commas >= 2 && line.weight >= 40)) return false;
  return !LEGAL.test(fold(line.text.slice(0, 300)));
}

function sum(lines: readonly Line[]): number {
  return lines.reduce((total, line) => total + line.weight, 0);
}
