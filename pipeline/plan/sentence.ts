import type { Statement } from '../../core/plan.ts';
import type { Sentence, Span } from './clauses.ts';
import { contextRule, type Reading } from './context-rules.ts';
import { describedYear, isOpenEnded, namedDeadline, type Period } from './deadline.ts';
import { distribute, type Share } from './distribute.ts';
import { readEntity } from './entity.ts';
import { type Antecedent, type Indicator, readIndicator, topicOf } from './indicator.ts';
import { isMeant, shareUnits, unitName } from './meant.ts';
import { type Noun, readNoun } from './noun.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import type { Quantity } from './quantity.ts';
import type { SectionTense } from './section-tense.ts';
import { clauseFrame, type Frame, OPEN_FRAME, readTense } from './tense.ts';

/** A sentence and all that is known around it. */
export interface SentenceScene {
  readonly text: string;
  readonly sentence: Sentence;
  /** Those that stand in the sentence, in order. */
  readonly quantities: readonly Quantity[];
  readonly section: readonly string[];
  readonly tense: SectionTense | null;
  readonly year: number | null;
  readonly endYear: number;
  readonly issuer: string | null;
  /** What the sentences before in the paragraph said last. */
  readonly frame: Frame;
}

/** What a sentence has said so far. */
interface State {
  frame: Frame;
  deadline: number | null;
  done: number | null;
  antecedent: Antecedent;
  bases: string[];
  unit: string | null;
}

/** The statements of a sentence in order, offsets into the normal form, and the frame it leaves behind. */
export function readSentence(scene: SentenceScene): {
  readonly statements: readonly Statement[];
  readonly frame: Frame;
} {
  const state: State = {
    frame: OPEN_FRAME,
    deadline: null,
    done: null,
    antecedent: { base: '', topic: '', verb: '' },
    bases: [],
    unit: null,
  };
  const statements: Statement[] = [];
  for (const clause of scene.sentence.clauses) {
    const words = scene.text.slice(clause.start, clause.end);
    const inside = scene.quantities.filter((q) => q.start >= clause.start && q.end <= clause.end);
    statements.push(...readClause(scene, clause, words, inside, state));
    const own = clauseFrame(words, scene.year);
    if (own.kind !== null) state.frame = own;
    if (scene.year !== null) {
      state.deadline = namedDeadline(words, { year: scene.year, endYear: scene.endYear }) ?? state.deadline;
      state.done = describedYear(words, scene.year, state.done);
    }
    state.antecedent = {
      ...state.antecedent,
      topic: inside.length === 0 ? topicOf(words) : state.antecedent.topic,
    };
  }
  return { statements, frame: state.frame.kind === null ? scene.frame : state.frame };
}

function readClause(
  scene: SentenceScene,
  clause: Span,
  words: string,
  quantities: readonly Quantity[],
  state: State,
): readonly Statement[] {
  const meant = quantities.filter((quantity) => isMeant(scene.text, clause, quantity));
  const context = new Map<Quantity, string>();
  for (const phrase of readPhrases(scene.text, clause, meant)) {
    const rule = contextRule(readingOf(phrase, words, meant, state));
    if (rule !== null) context.set(phrase.quantity, rule);
  }
  const phrases = shareUnits(
    readPhrases(
      scene.text,
      clause,
      meant.filter((quantity) => !context.has(quantity)),
    ),
  );
  const asides = readPhrases(
    scene.text,
    clause,
    meant.filter((quantity) => context.has(quantity)),
  );
  const said = distribute(phrases, state.bases, (left) => readNoun(left).base).map((share) =>
    say(scene, clause, words, share, state),
  );
  const noted = asides.map((phrase) =>
    note(scene, clause, phrase, context.get(phrase.quantity) ?? '', state),
  );
  return [...said, ...noted].sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

/** A statement of its own, and what it leaves for the clauses behind it. */
function say(
  scene: SentenceScene,
  clause: Span,
  words: string,
  share: Share,
  state: State,
): { at: number; statement: Statement } {
  const { phrase, subject } = share;
  const noun = withSubject(readNoun(phrase.left), subject);
  const indicator = readIndicator(phrase, noun, state.antecedent);
  const upTo = scene.text.slice(clause.start, phrase.quantity.end);
  const tense = readTense(scene.tense, words, state.frame, scene.year, sentenceText(scene), scene.frame);
  const statement = build(scene, clause, phrase.quantity, indicator, {
    kind: tense.kind,
    rule: tense.rule,
    deadline: tense.kind === 'target' ? deadlineOf(scene, upTo, words, state) : doneIn(scene, upTo, state),
  });
  state.antecedent = { base: indicator.base, topic: '', verb: noun.verb || state.antecedent.verb };
  state.bases.push(indicator.base);
  state.unit = phrase.quantity.unit?.name ?? null;
  return { at: phrase.quantity.start, statement };
}

function note(scene: SentenceScene, clause: Span, phrase: Phrase, rule: string, state: State) {
  const indicator = readIndicator(phrase, readNoun(phrase.left), state.antecedent);
  const deadline = scene.year;
  return {
    at: phrase.quantity.start,
    statement: build(scene, clause, phrase.quantity, indicator, { kind: 'context', rule, deadline }),
  };
}

interface Judged {
  readonly kind: Statement['kind'];
  readonly rule: string;
  readonly deadline: number | null;
}

function build(
  scene: SentenceScene,
  clause: Span,
  quantity: Quantity,
  indicator: Indicator,
  judged: Judged,
): Statement {
  const entity = readEntity(scene, clause, indicator.name);
  return {
    quote: '',
    start: clause.start,
    end: clause.end,
    indicator: indicator.name,
    entity,
    kind: judged.kind,
    comparator: quantity.comparator,
    value: quantity.value,
    value2: quantity.value2,
    unit: unitName(scene.text, quantity, indicator.name),
    metric: indicator.metric,
    direction: indicator.direction,
    deadline: judged.deadline,
    section: scene.section,
    rule: judged.rule,
  };
}

/** Context of a clause: its rules look at the words around the quantity. */
function readingOf(phrase: Phrase, clause: string, beside: readonly Quantity[], state: State): Reading {
  const { quantity } = phrase;
  const countedBeside = beside.some(
    (other) => other !== quantity && other.unit?.kind === 'count' && other.end === quantity.start,
  );
  return {
    phrase,
    noun: readNoun(phrase.left),
    clause,
    before: phrase.left,
    behind: phrase.right,
    earlierUnit: state.unit,
    countedBeside,
  };
}

function deadlineOf(scene: SentenceScene, upTo: string, clause: string, state: State): number | null {
  if (scene.year === null || isOpenEnded(clause)) return null;
  const period: Period = { year: scene.year, endYear: scene.endYear };
  return (
    namedDeadline(upTo, period) ?? state.deadline ?? sectionDeadline(scene.section, period) ?? scene.endYear
  );
}

/** A part headed “十五五”时期主要目标 is about its last year. */
function sectionDeadline(section: readonly string[], period: Period): number | null {
  return namedDeadline(section[0] ?? '', period);
}

function sentenceText(scene: SentenceScene): string {
  return scene.text.slice(scene.sentence.start, scene.sentence.end);
}

/** The year an achievement describes; in a review the year before the plan's. */
function doneIn(scene: SentenceScene, upTo: string, state: State): number | null {
  const lastYear = scene.tense === 'review' && scene.year !== null ? scene.year - 1 : null;
  const own = describedYear(upTo, scene.year, null) ?? state.done;
  return own ?? describedYear(scene.section[0] ?? '', scene.year, lastYear);
}

function withSubject(noun: Noun, subject: string | null): Noun {
  return subject === null ? noun : { ...noun, base: subject };
}
