import type { Paragraph } from '../clauses.ts';
import { startsVerb } from '../indicator/noun-lead.ts';

const SHORTEST_HEADLINE = 8;
const LONGEST_HEADLINE = 40;

/** 全国共有, 我国新增: who, and no verb. */
const WHOLE = /^(?:全[国省市区县]|我[国省市区县])/;

/** How the items of a list begin, which are no headlines. */
const MARKED = /^[\s■◆★▲●•·#*—（【“”①-⑳]|^\d{1,2}[.、]|^[一二三四五六七八九十]{1,3}(?:、|是)/;

/**
 * Whether a line is the headline of another piece of news, between two paragraphs of prose: in a bulletin of several,
 * what one document announces is not announced by the next.
 *
 * A line that begins with a verb (加强产业支撑) heads a part of the same piece.
 */
export function opensNews(text: string, paragraphs: readonly Paragraph[], at: number): boolean {
  const [before, line, behind] = [paragraphs[at - 1], paragraphs[at], paragraphs[at + 1]];
  if (before === undefined || line === undefined || behind === undefined) return false;
  const words = text.slice(line.start, line.end);
  if (words.length < SHORTEST_HEADLINE || words.length > LONGEST_HEADLINE) return false;
  const prose = text[before.end - 1] === '。' && text[behind.end - 1] === '。';
  return (
    prose && !/[。：；！，|\t]/.test(words) && !MARKED.test(words) && !startsVerb(words.replace(WHOLE, ''))
  );
}
