import type { Sentence } from './clauses.ts';
import type { EntityDefault } from './entity.ts';
import type { Antecedent } from './indicator.ts';
import type { Quantity } from './quantity.ts';
import type { SectionTense } from './section-tense.ts';
import type { Frame } from './tense.ts';

/** What is known of the text a sentence stands in. */
export interface TextScene {
  readonly text: string;
  readonly year: number | null;
  readonly endYear: number;
  /** The month of the text itself, null where unknown. */
  readonly month: number | null;
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
  /** The year the paragraph has named last as a deadline, for what goes on in it without a time of its own. */
  readonly due: number | null;
  /** Whom the sentence before was about. */
  readonly entity: string | null;
}

/** What a sentence has said so far; readers of its clauses add to it. */
export interface SentenceState {
  frame: Frame;
  /** What the whole sentence says, for clauses before the word that tells. */
  readonly whole: Frame;
  entity: string | null;
  /** A number of the sentence was taken for done for want of any sign. */
  untold: boolean;
  /** A year named as a deadline, and one named as done. */
  deadline: number | null;
  /** The clauses before have put what follows behind an open end: 达产后，…. */
  openEnded: boolean;
  done: number | null;
  antecedent: Antecedent;
  bases: string[];
  unit: string | null;
}
