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
const FEW = 0.3;
/** Sentences that say that it is done. */
const DONE = 0.05;

/** How the sentences of a text begin, and what they say of their time. */
interface Sentences {
  readonly all: number;
  /** Those that begin with a verb or say that something is to be done. */
  readonly tasks: number;
  readonly verbs: number;
  readonly done: number;
  /** One tells what a document or a meeting has announced. */
  readonly announced: boolean;
}

/**
 * Whether a text that no title and no heading calls a plan is a piece of one: most sentences begin with what is to be
 * done (推进…, 大力发展…) and next to none says that it is done.
 *
 * A review begins many of its sentences so too, but others with what has come of it (空气优良天数比例达到…): cut into
 * pieces of 800 characters, 70 % of the plans of 39 reports are told by this, and of 248 pieces of their reviews none.
 */
export function isTaskText(text: string, paragraphs: readonly Paragraph[], year: number | null): boolean {
  if (TOLD.test(text.slice(0, 300))) return false;
  const { all, tasks, verbs, done, announced } = countSentences(text, paragraphs, year);
  // News of a plan has words of its own for what it tells.
  if (all < FEWEST_SENTENCES || announced) return false;
  return tasks >= TASKS * all && verbs >= VERBS * all && done <= DONE * all;
}

/** Whether few sentences are tasks, so that headings that sound like them (协同联动) head none. */
export function tellsOfWork(text: string, paragraphs: readonly Paragraph[], year: number | null): boolean {
  const { all, tasks } = countSentences(text, paragraphs, year);
  return all >= FEWEST_SENTENCES && tasks < FEW * all;
}

function countSentences(text: string, paragraphs: readonly Paragraph[], year: number | null): Sentences {
  const sentences = paragraphs
    .flatMap((paragraph) => paragraph.sentences)
    .filter(({ start, end }) => end - start >= SHORTEST)
    .slice(0, MOST_SENTENCES);
  const count = { all: sentences.length, tasks: 0, verbs: 0, done: 0, announced: false };
  let task = false;
  for (const { start, end } of sentences) {
    const words = text.slice(start, end).replace(MARK, '');
    const { rule, kind, weight } = clauseFrame(words, year);
    if (rule === 'plan speaks') count.announced = true;
    const verb = startsVerb(stripTimes(words));
    if (verb) count.verbs++;
    // A series of goals goes on with ；.
    task = verb || kind === 'target' || (task && text[start - 1] === '；');
    if (task) count.tasks++;
    if (kind === 'achievement' && weight !== 'hint') count.done++;
  }
  return count;
}
