import type { Paragraph } from '../clauses.ts';
import { startsVerb, stripTimes } from '../indicator/noun-lead.ts';
import { clauseFrame } from '../time/tense.ts';

/** What stands before the first word of a sentence: **一是**, （二）, 3. */
const MARK = /^[\s*#■●◆▲★•·—]*(?:（.{1,3}）|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}(?:是|、))?\**\s*/;

/** News says where it has it from, and a communiqué what it counted. */
const TOLD = /记者|[讯电]\s|日[电讯]|获悉|据悉|公报|来源|本报|日前|近日/;

const FEWEST_SENTENCES = 6;
const MOST_SENTENCES = 200;
/** A shorter one is a caption, or a line of figures. */
const SHORTEST = 12;
/** Sentences that begin with what is to be done, or say that it is to be; news says so, but does not begin so. */
const TASKS = 0.7;
const VERBS = 0.4;
/** Sentences that say that it is done. */
const DONE = 0.05;

/**
 * Whether a text that no title and no heading calls a plan is a piece of one: most sentences begin with what is to be
 * done (推进…, 大力发展…) and next to none says that it is done.
 *
 * A review begins many of its sentences so too, but others with what has come of it (空气优良天数比例达到…): cut into
 * pieces of 800 characters, 68 % of the plans of 39 reports are told by this, and of 248 pieces of their reviews none.
 */
export function isTaskText(text: string, paragraphs: readonly Paragraph[], year: number | null): boolean {
  if (TOLD.test(text.slice(0, 300))) return false;
  const sentences = paragraphs
    .flatMap((paragraph) => paragraph.sentences)
    .filter(({ start, end }) => end - start >= SHORTEST)
    .slice(0, MOST_SENTENCES);
  if (sentences.length < FEWEST_SENTENCES) return false;
  let tasks = 0;
  let verbs = 0;
  let done = 0;
  let task = false;
  for (const { start, end } of sentences) {
    const words = text.slice(start, end).replace(MARK, '');
    const { rule, kind, weight } = clauseFrame(words, year);
    // News of a plan has words of its own for what it tells.
    if (rule === 'plan speaks') return false;
    // A series of goals goes on with ；.
    const verb = startsVerb(stripTimes(words));
    if (verb) verbs++;
    task = verb || kind === 'target' || (task && text[start - 1] === '；');
    if (task) tasks++;
    if (kind === 'achievement' && weight !== 'hint') done++;
  }
  const all = sentences.length;
  return tasks >= TASKS * all && verbs >= VERBS * all && done <= DONE * all;
}
