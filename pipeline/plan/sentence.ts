import type { Statement } from '../../core/plan.ts';
import { namedEntity } from './entity.ts';
import { stripLead } from './indicator/noun-lead.ts';
import { branchIn } from './indicator/thing-meant.ts';
import { readClause } from './read-clause.ts';
import type { Carried, SentenceScene, SentenceState } from './scene.ts';
import { describedYear, isOpenEnded } from './time/deadline.ts';
import { aimedAt, aimsAfter, dueAfter, lastingDue } from './time/lasting-due.ts';
import { NO_YEAR } from './time/named-times.ts';
import { clauseFrame, type Frame, isOverruled, OPEN_FRAME } from './time/tense.ts';
import { splitByTime } from './time/words-of-time.ts';
import { aboutWhat, CIRCUMSTANCE, firstTopic, namesAround, topicsOf } from './topics.ts';
import { changeVerbs, levelVerbs } from './words.ts';

/** The statements of a sentence in order, and what it leaves for the next one. */
export interface SentenceReading extends Carried {
  /** Offsets are into the normal form, quotes still empty. */
  readonly statements: readonly Statement[];
}

/** Words by which a sentence goes on with the one before. */
const ADDS = /^(?:其中|同时|此外|另外|届时)/;

/** An item of a list goes on with what the list was announced for. */
const ITEM = /^\**(?:[一二三四五六七八九十]{1,3}是|（.{1,2}）|[①-⑳])/;

/** 日供气600万方，还将输送到北京: what is added says nothing of what is there. */
const ADDED = /，[^，]{0,10}[还也更]将.*$/s;

/** A remark at the end on what it will bring, without a number, says nothing of what is there: 将进一步带动消费. */
const EFFECT =
  /，[^，\d]{0,6}将(?:进一步|有效|有力|大大|极大|显著|持续|直接|在)*(?:为|推动|助力|带动|促进|改善|提升|满足|结束|缓解|填补|增强|成为|对|[^，\d]{2,40}方面)[^\d]*$/s;

/** （三）交通领域。 is what its paragraph is about. */
const HEADED = /^(?:（.{1,2}）|.{1,2}[、.])?([^，]{2,10}?)(?:方面|领域)$/;

/** What comes after completion says nothing of the clauses before it. */
const OPEN_END = /，[^，]{0,6}(?:达产|投产|建成|投用)后.*$/s;

/** A clause with more numbers is the row of a table that lost its cells, and says nothing of any of them. */
const MOST_NUMBERS = 30;

/** 提升至94%，预计到2030年达到96%: what is expected behind says nothing of the level before it. */
const RESTATED =
  /(?<=[达至到][\d.]+[^，]{0,6})，(?:预计|有望|力争|计划|目标|到)[^，]{0,16}(?:达|到|至|突破|超过)[^，]{0,4}\d.*$/s;

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
    whole: clauseFrame(
      [OPEN_END, RESTATED, ADDED, EFFECT].reduce((words, remark) => words.replace(remark, ''), sentence),
      scene.year,
    ),
    entity: scene.entity,
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
  let lasting = scene.entity;
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
      whole: parts ? state.antecedent.base : '',
      beside: { before: clauses[i - 1] ?? '', behind: clauses[i + 1] ?? '' },
    };
    const part = parts || words.startsWith('其中');
    const spoken = state.frame;
    parts = words === '其中';
    if (inside.length > 0 && inside.length <= MOST_NUMBERS)
      statements.push(...readClause(scene, { ...clause, words }, inside, state));
    leave(scene, words, inside.length > 0, state);
    // 实施实事100件，其中，遴选了12件: what was done with a part does not end what a document announces.
    if (part && spoken.rule === 'plan speaks' && state.frame.weight === 'word') state.frame = spoken;
  });
  const frame = state.frame.kind === null ? scene.frame : state.frame;
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
    named,
  };
}

/**
 * Whether what the sentences before have planned ends here, in news: where another place is spoken of, and where a
 * sentence tells what there is (1200多名工人奔走在工地上). What a document announces goes on, and so does what adds to
 * it, works at something, leads to a level or sets a bound.
 */
function hasLapsed({ text, sentence, frame, tense, entity, own, quantities }: SentenceScene): boolean {
  if (tense !== null || frame.kind !== 'target' || frame.rule === 'plan speaks') return false;
  if (text[sentence.start - 1] === '；' || ITEM.test(text.slice(sentence.start, sentence.start + 8)))
    return false;
  const first = sentence.clauses[0] ?? sentence;
  const named = namedEntity(text.slice(first.start, first.end), true, own)?.entity ?? null;
  if (named !== null && named !== entity) return true;
  const number = quantities[0];
  if (number === undefined || ADDS.test(text.slice(sentence.start, sentence.start + 2))) return false;
  const clause = sentence.clauses.find(({ end }) => end > number.start) ?? first;
  const left = text.slice(clause.start, number.start);
  const { verb, work } = stripLead(left);
  const leads = levelVerbs.endsAt(left, left.length) || changeVerbs.endsAt(left, left.length);
  return verb + work + leads === '' && !/^(?:[<>]=|range)$/.test(number.comparator);
}

/** A sentence without numbers only says when and of whom. */
function readPlainSentence(scene: SentenceScene): SentenceReading {
  let { frame, due, lastDue, entity } = scene;
  scene.sentence.clauses.forEach((clause, i) => {
    const words = scene.text.slice(clause.start, clause.end);
    const own = clauseFrame(words, scene.year);
    if (own.kind !== null) frame = onwards(own, frame);
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
  return { statements: [], frame, due: lastingDue(scene, due), lastDue, aims, entity, untold, named };
}

/** In a report each sentence is about the issuer again; in news and within an item the subject goes on. */
function isLasting(scene: SentenceScene, words: string): boolean {
  return scene.tense === null || /^[一二三四五六七八九十]{1,3}是/.test(words);
}

/** What a document announces is still announced behind 将 and 力争, and what is planned behind 预计. */
function onwards(own: Frame, said: Frame): Frame {
  if (own.kind !== 'target' || said.kind !== 'target') return own;
  return said.rule === 'plan speaks' || (own.rule === 'expectation' && said.weight !== 'hint') ? said : own;
}

/** Note what a clause says for those behind it. */
function leave(scene: SentenceScene, words: string, numbered: boolean, state: SentenceState): void {
  const own = clauseFrame(words.slice(Math.max(0, splitByTime(words))), scene.year);
  // 累计 behind 截至去年底 says less of the time than what was said.
  const { rule, weight, kind } = state.frame;
  const weaker =
    own.kind === kind &&
    (rule === 'recap' ? own.weight !== 'time' : own.weight === 'hint' && weight === 'time');
  if (own.kind !== null && !weaker && !isOverruled(own, state.frame, scene.frame))
    state.frame = onwards(own, state.frame.kind === null ? scene.frame : state.frame);
  const due = dueAfter(scene, words, null);
  state.openEnded = due === null && (state.openEnded || isOpenEnded(words));
  state.deadline = dueAfter(scene, words, state.deadline);
  if (scene.year !== null) state.done = describedYear(words, scene.year, state.done);
  const aspect = /^(?:在)?([^，]{2,40}?)(?:方面|领域)$/.exec(words)?.[1];
  if (aspect?.includes('、')) state.bases.push(...aspect.split(/[、和]/));
  else if (aspect !== undefined) state.antecedent = { ...state.antecedent, aspect };
  else if (!numbered && !CIRCUMSTANCE.test(words))
    state.antecedent = { ...state.antecedent, topic: aboutWhat(words) };
}
