import type { Statement } from '../../core/plan.ts';
import type { Quantity } from '../quantity/bounds.ts';
import { boundOf } from './bound.ts';
import { aroundBracket, endsBracket } from './brackets.ts';
import { contextIn } from './clause-context.ts';
import type { Span } from './clauses.ts';
import { entityOf, severalPlaces, severalYears } from './dealt.ts';
import { distribute, type Share } from './distribute.ts';
import { budgetEntity, OTHER_NAME } from './entity.ts';
import { BARE_HEAD } from './indicator/heads.ts';
import { type Indicator, readIndicator } from './indicator/indicator.ts';
import { type Noun, readNoun } from './indicator/noun.ts';
import { stripLead } from './indicator/noun-lead.ts';
import { wholeOf } from './indicator/parts.ts';
import { isMeant, shareUnits, unitName } from './meant.ts';
import { readPhrases, shareTails } from './phrases.ts';
import type { SentenceScene, SentenceState } from './scene.ts';
import { isActing, isMeasured } from './time/acting.ts';
import { readTense, type Tense, UNTOLD } from './time/tense.ts';
import { doneIn, dueIn } from './time/time-of-statement.ts';
import { wordsOfTime } from './time/words-of-time.ts';

/** A clause and its words. */
export interface Clause extends Span {
  readonly words: string;
}

/**
 * The statements of one clause, in order.
 *
 * Context is found first, since a threshold must not take words from its neighbours: in 100个5亿元以上项目 the projects
 * belong to the hundred.
 */
export function readClause(
  scene: SentenceScene,
  clause: Clause,
  quantities: readonly Quantity[],
  state: SentenceState,
): readonly Statement[] {
  const meant = quantities.filter((quantity) => isMeant(scene.text, clause, quantity));
  const all = readPhrases(scene.text, clause, meant);
  const tenses = new Map(all.map(({ quantity }) => [quantity, tenseOf(scene, clause, quantity, state)]));
  const context = contextIn(scene, clause, all, meant, tenses, state);
  const own = meant.filter((quantity) => !context.has(quantity));
  const stated = shareTails(readPhrases(scene.text, clause, own));
  const shares = distribute(shareUnits(stated), state.bases, (left) => readNoun(left).base);
  const years = severalYears(scene, clause, stated);
  const places = severalPlaces(scene, clause, stated);
  const statements = shares.map((share) => {
    const at = share.phrase.quantity.start;
    const nth = stated.findIndex(({ quantity }) => quantity.start === at);
    const tense = tenseOf(scene, clause, share.phrase.quantity, state);
    const statement = say(scene, clause, share, tense, state);
    const deadline = (tense.kind === 'target' ? years[nth] : null) ?? statement.deadline;
    return { at, statement: { ...statement, deadline, entity: places[nth] ?? statement.entity } };
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

function tenseOf(scene: SentenceScene, clause: Clause, quantity: Quantity, state: SentenceState): Tense {
  const ground = clause.words.indexOf('基础上');
  const { start, end } = scene.sentence;
  return readTense({
    section: scene.tense,
    ground: ground > quantity.start - clause.start,
    measured: isMeasured(clause, scene.text.slice(clause.end, Math.min(end, clause.end + 40))),
    acting: isActing(clause, quantity),
    clause: wordsOfTime(clause, quantity),
    share: quantity.unit?.kind === 'share',
    year: scene.year,
    before: {
      soFar: aroundBracket(clause, quantity, scene.year) ?? state.frame,
      whole: state.whole,
      paragraph: scene.frame,
    },
    untold: state.untold,
    finished: scene.finished.some((words) => scene.text.slice(start, end).includes(words)),
    month: scene.month,
    document: scene.documentFrame,
  });
}

/** A statement of its own, and what it leaves for the numbers behind it. */
function say(
  scene: SentenceScene,
  clause: Clause,
  share: Share,
  tense: Tense,
  state: SentenceState,
): Statement {
  const { phrase, subject } = share;
  const noun: Noun = subject === null ? readNoun(phrase.left) : { ...readNoun(phrase.left), base: subject };
  const indicator = readIndicator(phrase, noun, state.antecedent);
  const upTo = scene.text.slice(clause.start, phrase.quantity.end);
  const deadline =
    tense.kind === 'target' ? dueIn(scene, upTo, clause.words, state) : doneIn(scene, upTo, state);
  const entity = entityOf(scene, share) ?? state.entity;
  const statement = build(scene, clause, phrase.quantity, indicator, { ...tense, deadline }, entity);
  const { counted } = state.antecedent;
  const whole = wholeOf(phrase, state.antecedent);
  const unit = phrase.quantity.unit?.name;
  const closes = whole !== '' && endsBracket(clause, phrase.quantity);
  state.antecedent = {
    ...state.antecedent,
    base: closes ? whole : indicator.base,
    topic: '',
    rate: indicator.rate,
    lead: indicator.lead,
    // 泵站 behind 水库20座（大型5座） are none of them; crops are still sown.
    whole: closes && phrase.quantity.unit?.kind !== 'measure' ? '' : whole,
    counted: whole === '' && unit !== undefined ? new Map([...counted, [unit, indicator.base]]) : counted,
    verb: noun.verb || state.antecedent.verb,
  };
  state.untold ||= tense.rule === UNTOLD;
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
    comparator: boundOf(clause, quantity),
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
  // 云川电网投资 is what the company invests, while a place has its 投资 by itself.
  const own = /(?:集团|公司|电网|银行)$/.test(entity) && BARE_HEAD.test(plain);
  return plain === '' || own ? name : plain;
}
