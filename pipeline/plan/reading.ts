import type { Noun } from './indicator/noun.ts';
import type { Phrase } from './phrases.ts';

/** All that a rule may look at to call a quantity context. */
export interface Reading {
  readonly phrase: Phrase;
  readonly noun: Noun;
  /** The clause, and the words of it before and behind the quantity. */
  readonly clause: string;
  /** The clause before it in the sentence. */
  readonly earlier: string;
  readonly before: string;
  readonly behind: string;
  /** Whether it is the first number of its clause. */
  readonly first: boolean;
  /** Unit of the number before in the clause or, for the first one, of the statement before in the sentence. */
  readonly earlierUnit: string | null;
  /** A neighbour in the clause counts things of the same noun (100个5亿元以上项目). */
  readonly countedBeside: boolean;
  /** The level that the change ends in follows in the clause: 增加约1.5万亿元、规模近9.8万亿元. */
  readonly levelBehind: boolean;
  /** Whether it stands in a plan and not in news, which has no other place to state it. */
  readonly report: boolean;
  /** The clauses before have planned in words. */
  readonly planned: boolean;
  /** What it would be if it is no context. */
  readonly kind: 'target' | 'achievement';
}
