import type { Statement } from './plan.ts';

/**
 * How a target ended. `undetermined`: a number was reported, but the target's wording does not say on which side of it
 * counts as met (居民消费价格涨幅3%左右, 2.1% reported). `redefined`: what was reported is measured in another way.
 */
export type Outcome = 'met' | 'missed' | 'undetermined' | 'redefined' | 'not_reported' | 'not_due';

/** One target and what became of it. */
export interface Settlement {
  readonly target: Statement;
  readonly outcome: Outcome;
  /** What was reported; null for `not_reported`, and for `not_due` unless an interim number was given. */
  readonly achievement: Statement | null;
  /** Statements of how far along it is (完成率, 落实率). */
  readonly progress: readonly Statement[];
}

/** The archived version that reports on a target, or is silent about it. */
export interface ReportRef {
  readonly documentId: string;
  readonly seq: number;
}

/** One target of a plan with the best report the archive has of it. */
export interface LedgerEntry extends Settlement {
  readonly report: ReportRef;
  /** What other reports say of it, if any do: a communiqué may correct the report to the congress. */
  readonly others: readonly (Settlement & { readonly report: ReportRef })[];
}

/** All outcomes, in the order readers are shown them: what went wrong first, silence last. */
export const OUTCOMES: readonly Outcome[] = [
  'missed',
  'undetermined',
  'redefined',
  'met',
  'not_due',
  'not_reported',
];

/** Entries in that order; of one outcome in the order of the plan. */
export function orderLedger(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
}

/** How many targets ended each way that occurs, the good news first as ledgers are told. */
export function countOutcomes(entries: readonly Pick<Settlement, 'outcome'>[]): [Outcome, number][] {
  const told: readonly Outcome[] = ['met', 'missed', 'undetermined', 'redefined', 'not_reported', 'not_due'];
  return told
    .map((outcome): [Outcome, number] => [
      outcome,
      entries.filter((entry) => entry.outcome === outcome).length,
    ])
    .filter(([, count]) => count > 0);
}
