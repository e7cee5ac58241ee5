/** A stretch of the text in normal form. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence, cut into the clauses that quotes are made of. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

/** One line of the text. */
export interface Paragraph extends Span {
  readonly sentences: readonly Sentence[];
}

const SENTENCE_ENDS = new Set([...'。！？；!?;…'].map((c) => c.charCodeAt(0)));
const CLAUSE_ENDS = new Set([...'，,：\t|'].map((c) => c.charCodeAt(0)));
const OPENING = new Set([...'（(《'].map((c) => c.charCodeAt(0)));
const CLOSING = new Set([...'）)》'].map((c) => c.charCodeAt(0)));
const NEWLINE = 0x0a;

/** No clause and no sentence of a plan is longer; what is, is a table or an attack, and is read in pieces. */
const LONGEST_CLAUSE = 400;
const LONGEST_SENTENCE = 3000;

/** A single character says nothing. */
const SHORTEST_CLAUSE = 2;

/** Longest bracket in which commas do not cut; a bracket nobody closes must not glue a page together. */
const LONGEST_BRACKET = 60;

/**
 * Cut a text in normal form into lines, sentences (。！？；) and clauses (，：).
 *
 * Brackets stay whole, since （不含农户，下同） is part of the phrase before it. Empty pieces are left out.
 */
export function readParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let sentences: Sentence[] = [];
  let clauses: Span[] = [];
  let paragraphStart = 0;
  let sentenceStart = 0;
  let clauseStart = 0;
  let bracket = -1;
  const endClause = (at: number) => {
    if (at - clauseStart >= SHORTEST_CLAUSE) clauses.push({ start: clauseStart, end: at });
    clauseStart = at + 1;
  };
  const endSentence = (at: number) => {
    endClause(at);
    if (clauses.length > 0) sentences.push({ start: sentenceStart, end: at, clauses });
    clauses = [];
    sentenceStart = at + 1;
  };
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? NEWLINE : text.charCodeAt(at);
    if (code === NEWLINE) {
      endSentence(at);
      if (sentences.length > 0) paragraphs.push({ start: paragraphStart, end: at, sentences });
      sentences = [];
      paragraphStart = at + 1;
      bracket = -1;
    } else if (at - sentenceStart >= LONGEST_SENTENCE) {
      endSentence(at);
      sentenceStart = at;
      clauseStart = at;
    } else if (at - clauseStart >= LONGEST_CLAUSE) {
      endClause(at);
      clauseStart = at;
    } else if (OPENING.has(code)) bracket = at;
    else if (CLOSING.has(code)) bracket = -1;
    else if (bracket >= 0 && at - bracket < LONGEST_BRACKET) continue;
    else if (SENTENCE_ENDS.has(code)) endSentence(at);
    else if (CLAUSE_ENDS.has(code) && !isGrouping(text, at)) endClause(at);
  }
  return paragraphs;
}

/** A half-width comma left by the normal form groups digits: 1,269. */
function isGrouping(text: string, at: number): boolean {
  return text[at] === ',' && /[0-9]/.test(text[at + 1] ?? '');
}
