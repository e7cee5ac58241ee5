import type { NormalForm } from '../normal/normal-form.ts';
import type { Paragraph, Span } from './clauses.ts';

/** A longer line without punctuation is no headline. */
const LONGEST_HEADLINE = 100;
const TWO_NUMBERS = /\d[^\d]+\d/;
/** What is shorter is a word that was set apart (城 镇), and no part of a headline. */
const SHORTEST_PART = 4;

/**
 * Cut headlines whose parts only blanks set apart (新建水厂5座 改造管网30公里) into clauses, as commas would.
 *
 * The normal form closes blanks up, since most are typesetting, so the text as published is asked where they were. It
 * is done only where two parts have numbers: elsewhere nothing is read, and a title must stay whole.
 */
export function cutHeadlines(paragraphs: readonly Paragraph[], form: NormalForm): readonly Paragraph[] {
  return paragraphs.map((paragraph) => {
    const [sentence, ...sentences] = paragraph.sentences;
    const clause = sentence?.clauses.at(-1);
    if (sentence === undefined || clause === undefined || sentences.length > 0) return paragraph;
    const whose = sentence.clauses.slice(0, -1);
    const words = form.text.slice(clause.start, clause.end);
    if (words.length > LONGEST_HEADLINE || !TWO_NUMBERS.test(words) || !isWhose(whose, form))
      return paragraph;
    const parts = partsOf(clause, form);
    const numbers = parts.filter(({ start, end }) => /\d/.test(form.text.slice(start, end)));
    const whole = numbers.length < 2 || parts.some(({ start, end }) => end - start < SHORTEST_PART);
    return whole ? paragraph : { ...paragraph, sentences: [{ ...sentence, clauses: [...whose, ...parts] }] };
  });
}

/** 云川：新建水厂5座 改造管网30公里: whose headline it is may stand before a colon. */
function isWhose(clauses: readonly Span[], { text }: NormalForm): boolean {
  const [first] = clauses;
  return (
    first === undefined ||
    (clauses.length === 1 && text[first.end] === '：' && !/\d/.test(text.slice(first.start, first.end)))
  );
}

/** The stretches of a line between blanks, those left out of the normal form too. */
function partsOf({ start, end }: Span, { text, original, toOriginal }: NormalForm): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    const kept = text[at] === ' ';
    const blank = kept || /^\s+$/.test(original.slice(toOriginal(at - 1) + 1, toOriginal(at)));
    if (!blank || (kept && from === at)) continue;
    parts.push({ start: from, end: at });
    from = kept ? at + 1 : at;
  }
  return [...parts, { start: from, end }];
}
