import type { Statement } from '../../core/plan.ts';
import type { Quantity } from '../quantity/bounds.ts';
import { namedEntity } from './entity.ts';
import { entityBefore, hasLapsed, isTask } from './goes-on.ts';
import { isPartToo } from './indicator/parts.ts';
import { branchIn } from './indicator/thing-meant.ts';
import { leave, onwards } from './leave.ts';
import { readClause } from './read-clause.ts';
import type { Carried, SentenceScene, SentenceState } from './scene.ts';
import { isOpenEnded } from './time/deadline.ts';
import { clauseFrame, OPEN_FRAME, TASK_FRAME } from './time/frame.ts';
import { aimedAt, aimsAfter, dueAfter, lastingDue } from './time/lasting-due.ts';
import { NO_YEAR } from './time/named-times.ts';
import { withoutRemarks } from './time/remarks.ts';
import { FIGURES } from './time/tense-evidence.ts';
import { NEED } from './time/told-of.ts';
import { firstTopic, namesAround, topicsOf } from './topics.ts';

/** The statements of a sentence in order, and what it leaves for the next one. */
export interface SentenceReading extends Carried {
  /** Offsets are into the normal form, quotes still empty. */
  readonly statements: readonly Statement[];
}

/** （三）交通领域。 is what its paragraph is about. */
const HEADED = /^(?:（.{1,2}）|.{1,2}[、.])?([^，]{2,10}?)(?:方面|领域)$/;

/** A clause with more numbers is the row of a table that lost its cells, and says nothing of any of them. */
const MOST_NUMBERS = 30;

/** What holds for its sentence alone: needs, and what figures show. */
const PASSING: ReadonlySet<string> = new Set([NEED, FIGURES]);

/** The time that the sentence before has named. */
const THEN = /^.{0,12}届时/s;

/** Read a sentence clause by clause, each in the light of those before it. */
export function readSentence(around: SentenceScene): SentenceReading {
  const scene = hasLapsed(around) ? { ...around, frame: OPEN_FRAME } : around;
  if (scene.quantities.length === 0) return readPlainSentence(scene);
  const sentence = scene.text.slice(scene.sentence.start, scene.sentence.end);
  const first = scene.sentence.clauses[0] ?? scene.sentence;
  const state: SentenceState = {
    // A part of what was there is there too: 截至去年底，…。其中，….
    frame: sentence.startsWith('其中') && scene.frame.kind === 'achievement' ? scene.frame : OPEN_FRAME,
    whole: clauseFrame(withoutRemarks(sentence), scene.year),
    entity: entityBefore(scene),
    deadline: THEN.test(sentence) ? (scene.due ?? scene.lastDue) : (scene.due ?? aimedAt(scene)),
    openEnded: false,
    untold: scene.untold,
    done: null,
    antecedent: {
      base: scene.named.bases.at(-1) ?? '',
      last: scene.named.last,
      topic: '',
      verb: '',
      whole: '',
      counted: new Map(),
      branch: branchIn(scene.text.slice(first.start, first.end)),
      aspect: scene.named.aspect,
      around: () => namesAround(scene),
      beside: { before: '', behind: '' },
      rate: null,
      lead: null,
    },
    bases: [...scene.named.bases],
    unit: null,
  };
  const statements: Statement[] = [];
  let lasting = entityBefore(scene);
  /** The clause before is 其中 alone. */
  let parts = false;
  const clauses = scene.sentence.clauses.map(({ start, end }) => scene.text.slice(start, end));
  scene.sentence.clauses.forEach((clause, i) => {
    const words = clauses[i] ?? '';
    const inside = scene.quantities.filter((q) => q.start >= clause.start && q.end <= clause.end);
    const named = namedEntity(words, i === 0, scene.own);
    if (named !== null) state.entity = named.entity;
    if (named?.lasting && isLasting(scene, words)) lasting = named.entity;
    state.antecedent = {
      ...state.antecedent,
      verb: '',
      lead: null,
      whole: parts ? state.antecedent.base : goesOnInParts(words, clause.start, inside[0], state),
      beside: { before: clauses[i - 1] ?? '', behind: clauses[i + 1] ?? '' },
    };
    const part = parts || words.startsWith('其中');
    const spoken = state.frame;
    parts = words === '其中';
    const read =
      inside.length > 0 && inside.length <= MOST_NUMBERS
        ? readClause(scene, { ...clause, words }, inside, state)
        : [];
    statements.push(...read);
    leave(scene, words, inside.length > 0, state);
    // 组织演出20场，送戏下乡450场: the tasks of a sentence go on.
    if (state.frame.kind === null && read.some(({ rule }) => rule === TASK_FRAME.rule))
      state.frame = TASK_FRAME;
    // 实施实事100件，其中，遴选了12件: what was done with a part does not end what a document announces.
    if (part && spoken.rule === 'plan speaks' && state.frame.weight === 'word') state.frame = spoken;
  });
  const frame = state.frame.kind === null || PASSING.has(state.frame.rule) ? scene.frame : state.frame;
  const bases = scene.text[scene.sentence.end] === '；' ? state.bases : [];
  const last = state.bases.at(-1) ?? scene.named.last;
  const named = {
    bases,
    last,
    aspect: scene.named.aspect,
    topics: topicsOf(() => state.bases[0] ?? '', scene),
  };
  const { untold } = state;
  const lastDue = state.openEnded ? NO_YEAR : (state.deadline ?? scene.lastDue);
  return {
    statements,
    frame,
    due: lastingDue(scene, state.deadline),
    lastDue,
    aims: aimsAfter(scene, state.deadline),
    entity: lasting,
    untold,
    unit: state.unit ?? scene.unit,
    named,
  };
}

/** What the parts told before are parts of, where a clause goes on with them in the same unit: 其中小麦5万亩，玉米25万亩. */
function goesOnInParts(words: string, at: number, first: Quantity | undefined, state: SentenceState): string {
  const { whole } = state.antecedent;
  if (whole === '' || first?.unit?.kind !== 'measure' || first.unit.name !== state.unit) return '';
  return isPartToo(words.slice(0, first.start - at), whole) ? whole : '';
}

/** A sentence without numbers only says when and of whom. */
function readPlainSentence(scene: SentenceScene): SentenceReading {
  let { frame, due, lastDue, entity } = scene;
  scene.sentence.clauses.forEach((clause, i) => {
    const words = scene.text.slice(clause.start, clause.end);
    const own = clauseFrame(words, scene.year);
    if (own.kind !== null) frame = onwards(own, frame);
    else if (i === 0 && frame.kind === null && isTask(scene, words)) frame = TASK_FRAME;
    due = dueAfter(scene, words, due);
    lastDue = isOpenEnded(words) ? NO_YEAR : dueAfter(scene, words, lastDue);
    const named = namedEntity(words, i === 0, scene.own);
    if (named?.lasting && isLasting(scene, words)) entity = named.entity;
  });
  const { start, end } = scene.sentence;
  const aspect = HEADED.exec(scene.text.slice(start, Math.min(end, start + 20)))?.[1] ?? scene.named.aspect;
  const topics = topicsOf(() => firstTopic(scene), scene);
  const named = { bases: [], last: scene.named.last, aspect, topics };
  const { aims, untold } = scene;
  return {
    statements: [],
    frame,
    due: lastingDue(scene, due),
    lastDue,
    aims,
    entity,
    untold,
    unit: scene.unit,
    named,
  };
}

/** In a report each sentence is about the issuer again; in news and within an item the subject goes on. */
function isLasting(scene: SentenceScene, words: string): boolean {
  return scene.tense === null || /^[一二三四五六七八九十]{1,3}是/.test(words);
}
