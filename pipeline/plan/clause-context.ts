import type { Quantity } from '../quantity/bounds.ts';
import { contextRule } from './context/context-rules.ts';
import { readNoun } from './indicator/noun.ts';
import type { Phrase } from './phrases.ts';
import type { Clause } from './read-clause.ts';
import type { Reading } from './reading.ts';
import type { SentenceScene, SentenceState } from './scene.ts';
import { OF_A_DAY } from './time/day.ts';
import type { Tense } from './time/tense.ts';
import { FORECAST, NEED, plansPlainly, WORKS_TOLD } from './time/told-of.ts';

/** What is told of a time in one of these ways is neither planned nor done. */
const CONTEXT_TENSES: ReadonlySet<string> = new Set([OF_A_DAY, FORECAST, NEED, WORKS_TOLD]);

/**
 * Which numbers of a clause are context, and by which rule.
 *
 * @param all   every number of the clause with its words
 * @param meant those that say something of their own
 */
export function contextIn(
  scene: SentenceScene,
  clause: Clause,
  all: readonly Phrase[],
  meant: readonly Quantity[],
  tenses: ReadonlyMap<Quantity, Tense>,
  state: SentenceState,
): ReadonlyMap<Quantity, string> {
  const context = new Map<Quantity, string>();
  all.forEach((phrase, i) => {
    const { kind = 'target', rule: tense = '' } = tenses.get(phrase.quantity) ?? {};
    const rule = contextRule(
      readingOf(phrase, [all[i - 1], all[i + 1]], clause.words, meant, kind, scene.tense !== null, state),
    );
    if (scene.tense === 'notes') context.set(phrase.quantity, 'explanation of a term');
    else if (CONTEXT_TENSES.has(tense)) context.set(phrase.quantity, tense);
    else if (rule !== null) context.set(phrase.quantity, rule);
    // 比2025年底分别增加5000家、300家: what restates a level does so for the numbers coordinated with it.
    const before = context.get(all[i - 1]?.quantity ?? phrase.quantity);
    // 重点项目348项（分解后共429项）: the works are told twice.
    const again = phrase.coordinated
      ? before?.startsWith('difference')
      : before === WORKS_TOLD && phrase.left.startsWith('（');
    if (again && before !== undefined) context.set(phrase.quantity, before);
  });
  // 50亿元或5亿美元以上的项目: the size is told in either.
  all.forEach(({ quantity }, i) => {
    const other = all[i + 1]?.quantity;
    if (
      other !== undefined &&
      context.get(other) === 'threshold' &&
      scene.text.slice(quantity.end, other.start) === '或'
    )
      context.set(quantity, 'threshold');
  });
  return context;
}

function readingOf(
  phrase: Phrase,
  [previous, next]: readonly [Phrase | undefined, Phrase | undefined],
  clause: string,
  beside: readonly Quantity[],
  kind: Reading['kind'],
  report: boolean,
  state: SentenceState,
): Reading {
  const { quantity } = phrase;
  return {
    phrase,
    noun: readNoun(phrase.left),
    clause,
    earlier: state.antecedent.beside.before,
    before: phrase.left,
    behind: phrase.right,
    first: previous === undefined,
    earlierUnit: previous === undefined ? state.unit : (previous.quantity.unit?.name ?? null),
    report,
    planned: plansPlainly(state.frame),
    countedBeside: beside.some((other) => other.unit?.kind === 'count' && other.end === quantity.start),
    levelBehind:
      next?.quantity.unit?.name === quantity.unit?.name &&
      /^(?:规模|总额|总量|总规模)?(?:达到?|至|为)?$/.test(next?.left || '-'),
    kind,
  };
}
