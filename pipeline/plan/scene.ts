import type { Quantity } from '../quantity/bounds.ts';
import type { Sentence } from './clauses.ts';
import type { EntityDefault } from './entity-default.ts';
import type { Antecedent } from './indicator/indicator.ts';
import type { SectionTense } from './outline/section-tense.ts';
import type { Frame } from './time/frame.ts';
import type { Period } from './time/named-times.ts';

/** What is known of the text a sentence stands in. */
export interface TextScene {
  readonly text: string;
  readonly year: number | null;
  readonly endYear: number;
  /** It plans for one year, so that another time that is named holds for its sentence alone. */
  readonly yearly: boolean;
  /** News of the report of one year, whose next sentence works at something in that year again. */
  readonly reportsYear: boolean;
  /** The last year of the five-year outline that news is about. */
  readonly outlineYear: number | null;
  /** Years the text names as an end: 到2030年. */
  readonly ends: ReadonlySet<number>;
  /** The month of the text itself, null where unknown. */
  readonly month: number | null;
  readonly own: EntityDefault;
  /** By which words news calls works that it tells to be finished. */
  readonly finished: readonly string[];
}

/** From this month on a text is of the end of its year: 今年 tells what it has brought. */
export const LATE_MONTH = 10;

/** The period that the times of a text are counted from. */
export function periodOf({ year, endYear, month, ends }: TextScene): Period {
  return { year: year ?? 0, endYear, late: month !== null && month >= LATE_MONTH, ends };
}

/** What a sentence has named, for the next one of its paragraph. */
export interface Naming {
  /** For a series that goes on with ；. */
  readonly bases: readonly string[];
  /** The last thing named, for a pronoun. */
  readonly last: string;
  /** What a short sentence has put over the paragraph. */
  readonly aspect: string;
  /** What the sentences were about, the last one first, for the few names that need it. */
  readonly topics: readonly (() => string)[];
}

/** What a sentence leaves for the next one of its paragraph. */
export interface Carried {
  /** What was said last of done and planned. */
  readonly frame: Frame;
  /** The year named last as a deadline, for what goes on without a time of its own. */
  readonly due: number | null;
  /** The time named last, in force or not, for what is told of it behind 届时. */
  readonly lastDue: number | null;
  /** The year of the aims that a sentence has opened (“十五五”时期，目标是：…), for those that go on with them. */
  readonly aims: number | null;
  /** Whom it was about. */
  readonly entity: string | null;
  /** A number was taken for done for want of any sign. */
  readonly untold: boolean;
  /** In which unit the last number was told, for what breaks a sum down. */
  readonly unit: string | null;
  readonly named: Naming;
}

/** A sentence and all that is known around it. */
export interface SentenceScene extends TextScene, Carried {
  readonly sentence: Sentence;
  /** Those that stand in the sentence, in order. */
  readonly quantities: readonly Quantity[];
  readonly section: readonly string[];
  readonly tense: SectionTense | null;
  /** The year its part of the document plans for, where neither the sentence nor a heading names one. */
  readonly partYear: number;
  /** What the text said last before the paragraph. */
  readonly documentFrame: Frame;
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
