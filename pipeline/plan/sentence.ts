import type { Comparator, Statement } from '../../core/plan.ts';
import type { Sentence, Span } from './clauses.ts';
import { contextRule, type Reading } from './context-rules.ts';
import { describedYear, isOpenEnded, namedDeadline, type Period } from './deadline.ts';
import { distribute, type Share } from './distribute.ts';
import { budgetEntity, type EntityDefault, namedEntity, OTHER_NAME } from './entity.ts';
import { type Antecedent, type Indicator, readIndicator, topicOf } from './indicator.ts';
import { isMeant, shareUnits, unitName } from './meant.ts';
import { type Noun, readNoun, stripLead } from './noun.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import type { Quantity } from './quantity.ts';
import type { SectionTense } from './section-tense.ts';
import { clauseFrame, type Frame, isOverruled, OPEN_FRAME, readTense, type Tense } from './tense.ts';

/** What is known of the text a sentence stands in. */
export interface TextScene {
  readonly text: string;
  readonly year: number | null;
  readonly endYear: number;
  readonly own: EntityDefault;
}

/** A sentence and all that is known around it. */
export interface SentenceScene extends TextScene {
  readonly sentence: Sentence;
  /** Those that stand in the sentence, in order. */
  readonly quantities: readonly Quantity[];
  readonly section: readonly string[];
  readonly tense: SectionTense | null;
  /** What the sentences before said last: of the paragraph, and of the text before the paragraph. */
  readonly frame: Frame;
  readonly documentFrame: Frame;
  /** Whom the sentence before was about. */
  readonly entity: string | null;
}

/** What a sentence has said so far. */
interface State {
  frame: Frame;
  /** What the whole sentence says, for clauses before the word that tells. */
  readonly whole: Frame;
  entity: string | null;
  /** A year named as a deadline, and one named as done. */
  deadline: number | null;
  done: number | null;
  antecedent: Antecedent;
  bases: string[];
  unit: string | null;
}

/** The statements of a sentence in order, and what it leaves for the next one. */
export interface SentenceReading {
  /** Offsets are into the normal form, quotes still empty. */
  readonly statements: readonly Statement[];
  readonly frame: Frame;
  readonly entity: string | null;
}

/** A clause with more numbers is the row of a table that lost its cells, and says nothing of any of them. */
const MOST_NUMBERS = 30;

/** Read a sentence clause by clause, each in the light of those before it. */
export function readSentence(scene: SentenceScene): SentenceReading {
  if (scene.quantities.length === 0) return readPlainSentence(scene);
  const sentence = scene.text.slice(scene.sentence.start, scene.sentence.end);
  const state: State = {
    frame: OPEN_FRAME,
    whole: clauseFrame(sentence.replace(OPEN_END, ''), scene.year),
    entity: scene.entity,
    deadline: null,
    done: null,
    antecedent: { base: '', topic: '', verb: '', aspect: '' },
    bases: [],
    unit: null,
  };
  const statements: Statement[] = [];
  let lasting = scene.entity;
  scene.sentence.clauses.forEach((clause, i) => {
    const words = scene.text.slice(clause.start, clause.end);
    const inside = scene.quantities.filter((q) => q.start >= clause.start && q.end <= clause.end);
    const named = namedEntity(words, i === 0, scene.own);
    if (named !== null) state.entity = named.entity;
    if (named?.lasting && isLasting(scene, words)) lasting = named.entity;
    state.antecedent = { ...state.antecedent, verb: '' };
    if (inside.length > 0 && inside.length <= MOST_NUMBERS)
      statements.push(...readClause(scene, { ...clause, words }, inside, state));
    leave(scene, words, inside.length > 0, state);
  });
  return { statements, frame: state.frame.kind === null ? scene.frame : state.frame, entity: lasting };
}

/** A sentence without numbers only says when and of whom. */
function readPlainSentence(scene: SentenceScene): SentenceReading {
  let { frame, entity } = scene;
  scene.sentence.clauses.forEach((clause, i) => {
    const words = scene.text.slice(clause.start, clause.end);
    const own = clauseFrame(words, scene.year);
    if (own.kind !== null) frame = own;
    const named = namedEntity(words, i === 0, scene.own);
    if (named?.lasting && isLasting(scene, words)) entity = named.entity;
  });
  return { statements: [], frame, entity };
}

/** In a report each sentence is about the issuer again; in news and within an item the subject goes on. */
function isLasting(scene: SentenceScene, words: string): boolean {
  return scene.tense === null || /^[一二三四五六七八九十]{1,3}是/.test(words);
}

/** Note what a clause says for those behind it. */
function leave(scene: SentenceScene, words: string, numbered: boolean, state: State): void {
  const own = clauseFrame(words, scene.year);
  if (own.kind !== null && !isOverruled(own, state.frame)) state.frame = own;
  if (scene.year !== null) {
    state.deadline = namedDeadline(words, { year: scene.year, endYear: scene.endYear }) ?? state.deadline;
    state.done = describedYear(words, scene.year, state.done);
  }
  const aspect = /^(?:在)?([^，]{2,8})方面$/.exec(words)?.[1];
  if (aspect !== undefined) state.antecedent = { ...state.antecedent, aspect };
  else if (!numbered) state.antecedent = { ...state.antecedent, topic: topicOf(words) };
}

interface Clause extends Span {
  readonly words: string;
}

function readClause(
  scene: SentenceScene,
  clause: Clause,
  quantities: readonly Quantity[],
  state: State,
): readonly Statement[] {
  const meant = quantities.filter((quantity) => isMeant(scene.text, clause, quantity));
  const all = readPhrases(scene.text, clause, meant);
  const tenses = new Map(all.map(({ quantity }) => [quantity, tenseOf(scene, clause, quantity, state)]));
  const context = new Map<Quantity, string>();
  all.forEach((phrase, i) => {
    const kind = tenses.get(phrase.quantity)?.kind ?? 'target';
    const rule = contextRule(readingOf(phrase, [all[i - 1], all[i + 1]], clause.words, meant, kind, state));
    if (rule !== null) context.set(phrase.quantity, rule);
  });
  const stated = readPhrases(
    scene.text,
    clause,
    meant.filter((quantity) => !context.has(quantity)),
  );
  const shares = distribute(shareUnits(stated), state.bases, (left) => readNoun(left).base);
  const statements = shares.map((share) => {
    const tense = tenseOf(scene, clause, share.phrase.quantity, state);
    return { at: share.phrase.quantity.start, statement: say(scene, clause, share, tense, state) };
  });
  for (const phrase of all.filter(({ quantity }) => context.has(quantity))) {
    const indicator = readIndicator(phrase, readNoun(phrase.left), state.antecedent);
    const judged: Judged = {
      kind: 'context',
      rule: context.get(phrase.quantity) ?? '',
      deadline: scene.year,
    };
    statements.push({
      at: phrase.quantity.start,
      statement: build(scene, clause, phrase.quantity, indicator, judged, state.entity),
    });
  }
  return statements.sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

/** What comes after completion says nothing of the clauses before it. */
const OPEN_END = /，[^，]{0,6}(?:达产|投产|建成|投用)后.*$/s;

/** 在去年355个的基础上再增加300个: what stands before 基础上 has a time of its own. */
function tenseOf(scene: SentenceScene, clause: Clause, quantity: Quantity, state: State): Tense {
  const ground = clause.words.indexOf('基础上');
  const cut =
    ground >= 0 && clause.start + ground > quantity.start ? clause.words.slice(0, ground) : clause.words;
  return readTense({
    section: scene.tense,
    clause: cut,
    share: quantity.unit?.kind === 'share',
    year: scene.year,
    before: [state.frame, state.whole, scene.frame],
    document: scene.documentFrame,
  });
}

/** A statement of its own, and what it leaves for the numbers behind it. */
function say(scene: SentenceScene, clause: Clause, share: Share, tense: Tense, state: State): Statement {
  const { phrase, subject } = share;
  const noun: Noun = subject === null ? readNoun(phrase.left) : { ...readNoun(phrase.left), base: subject };
  const indicator = readIndicator(phrase, noun, state.antecedent);
  const upTo = scene.text.slice(clause.start, phrase.quantity.end);
  const deadline =
    tense.kind === 'target' ? deadlineOf(scene, upTo, clause.words, state) : doneIn(scene, upTo, state);
  const named = subject === null ? null : namedEntity(subject, false, scene.own);
  const entity = named === null ? state.entity : named.entity;
  const statement = build(scene, clause, phrase.quantity, indicator, { ...tense, deadline }, entity);
  state.antecedent = {
    ...state.antecedent,
    base: indicator.base,
    topic: '',
    verb: noun.verb || state.antecedent.verb,
  };
  state.bases.push(indicator.base);
  state.unit = phrase.quantity.unit?.name ?? null;
  return statement;
}

interface Judged {
  readonly kind: Statement['kind'];
  readonly rule: string;
  readonly deadline: number | null;
}

function build(
  scene: SentenceScene,
  clause: Clause,
  quantity: Quantity,
  indicator: Indicator,
  judged: Judged,
  entity: string | null,
): Statement {
  const name = withoutEntity(indicator.name, entity);
  return {
    quote: '',
    start: clause.start,
    end: clause.end,
    indicator: name,
    entity: budgetEntity(indicator.name, scene.own) ?? entity,
    kind: judged.kind,
    comparator: boundOf(clause.words, quantity),
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

/** 江苏进出口总值 of 江苏 is 进出口总值; 青岛港吞吐量 of 青岛 stays. */
function withoutEntity(name: string, entity: string | null): string {
  if (entity === null || !name.startsWith(entity) || /^(?:中央|地方)$/.test(entity)) return name;
  const rest = name.slice(entity.length);
  const plain = /^地区生产总值/.test(rest) || !OTHER_NAME.test(rest) ? stripLead(rest).base : '';
  return plain === '' ? name : plain;
}

/** A red line that is held is a bound, whether the words say so or not: 守住18亿亩耕地红线. */
function boundOf(words: string, quantity: Quantity): Comparator {
  return quantity.comparator === '=' && /(?:守住|坚守|严守|守牢|守好).*(?:红线|底线)/.test(words)
    ? '>='
    : quantity.comparator;
}

function readingOf(
  phrase: Phrase,
  [previous, next]: readonly [Phrase | undefined, Phrase | undefined],
  clause: string,
  beside: readonly Quantity[],
  kind: Reading['kind'],
  state: State,
): Reading {
  const { quantity } = phrase;
  return {
    phrase,
    noun: readNoun(phrase.left),
    clause,
    before: phrase.left,
    behind: phrase.right,
    first: previous === undefined,
    earlierUnit: previous === undefined ? state.unit : (previous.quantity.unit?.name ?? null),
    countedBeside: beside.some((other) => other.unit?.kind === 'count' && other.end === quantity.start),
    levelBehind:
      next?.quantity.unit?.name === quantity.unit?.name &&
      /^(?:规模|总额|总量|总规模)?(?:达到?|至|为)?$/.test(next?.left || '-'),
    kind,
  };
}

function deadlineOf(scene: SentenceScene, upTo: string, clause: string, state: State): number | null {
  if (scene.year === null || isOpenEnded(clause)) return null;
  const period: Period = { year: scene.year, endYear: scene.endYear };
  // A part headed “十五五”时期主要目标 is about its last year.
  const section = namedDeadline(scene.section[0] ?? '', period);
  return namedDeadline(upTo, period) ?? state.deadline ?? endNamed(scene, period) ?? section ?? scene.endYear;
}

/** News tells the end behind: 向山东供水10亿立方米，预计到2024年9月结束. */
function endNamed(scene: SentenceScene, period: Period): number | null {
  if (scene.tense !== null) return null;
  const sentence = scene.text.slice(scene.sentence.start, scene.sentence.end);
  const end = /(?:到|至)(?:20\d\d年|明年)[^，]{0,8}(?:结束|完成|建成|完工)/.exec(sentence)?.[0];
  return end === undefined ? null : namedDeadline(end, period);
}

/** The year an achievement describes; in a review the year before the plan's. */
function doneIn(scene: SentenceScene, upTo: string, state: State): number | null {
  const lastYear = scene.tense === 'review' && scene.year !== null ? scene.year - 1 : null;
  const own = describedYear(upTo, scene.year, null) ?? state.done;
  return own ?? describedYear(scene.section[0] ?? '', scene.year, lastYear);
}
