import type { Statement } from './plan.ts';

/** `raised` and `lowered` say nothing of better or worse. See docs/reading.md for what each means. */
export type ChangeKind =
  | 'raised'
  | 'lowered'
  | 'same'
  | 'comparator'
  | 'rescoped'
  | 'new'
  | 'dropped'
  | 'not_restated';

/** What became of one target from the earlier plan to the later one. */
export interface TargetChange {
  readonly change: ChangeKind;
  readonly indicator: string;
  readonly entity: string | null;
  /** Null exactly when `change` is `new`. */
  readonly before: Statement | null;
  /** Null exactly when `change` is `dropped` or `not_restated`. */
  readonly after: Statement | null;
  /** True for the standing targets (GDP, jobs, prices …), false for one-off measures. */
  readonly headline: boolean;
  /** Whether readers call the change good, by the indicator's polarity; null where that is not known. */
  readonly better: boolean | null;
  /** How sure the pairing is, 0 to 1; 1 for unpaired. */
  readonly similarity: number;
}

/** What a page says of its document beside the text, where it is something else than before. */
export interface FactChange {
  readonly field: 'validity' | 'documentNumber' | 'issuer' | 'published';
  /** As printed; null where the page did not say. */
  readonly before: string | null;
  readonly after: string;
}

/** A run of a text diff. Joining the texts of `same` and `removed` gives the old text, `same` and `added` the new. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph of a text diff. `moved` stands where it stands now; `edited` holds the parts inside the paragraph. */
export interface Hunk {
  readonly kind: 'same' | 'edited' | 'added' | 'removed' | 'moved';
  readonly parts: readonly DiffPart[];
}
