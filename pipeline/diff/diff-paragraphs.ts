import type { DiffPart } from '../../core/change.ts';
import { alignParagraphs, type ParagraphPair } from './align-paragraphs.ts';
import { diffText } from './diff-text.ts';

/** One paragraph of a comparison, ready to be shown. */
export interface Hunk {
  /** `moved` stands elsewhere than it did, and may be edited as well: its parts tell. */
  readonly kind: 'same' | 'edited' | 'added' | 'removed' | 'moved';
  readonly parts: readonly DiffPart[];
  /** Which paragraph of the old text it was, from 0; null for added. Blank lines are not counted. */
  readonly from: number | null;
  /** Which paragraph of the new text it is, from 0; null for removed. */
  readonly to: number | null;
  /** Unchanged paragraphs left out before this one. */
  readonly skipped: number;
}

/** Unchanged paragraphs shown on either side of a change. */
const CONTEXT = 1;
/** Milliseconds that telling the words of all edited paragraphs may take together. */
const TIMEOUT_MS = 600;

/**
 * What changed between two texts, paragraph by paragraph, with one unchanged paragraph around each change.
 *
 * A plain diff of a reordered plan says that half of it was deleted and half of it is new; here paragraphs find their
 * partners first, so that what only moved is told from what was rewritten.
 *
 * @returns hunks in the order of the new text; a removed paragraph stands where it stood; none if nothing changed
 */
export function diffParagraphs(before: string, after: string): Hunk[] {
  const old = paragraphsOf(before);
  const young = paragraphsOf(after);
  const perCharacter = TIMEOUT_MS / Math.max(1, before.length + after.length);
  const pairs = alignParagraphs(old, young).map((pair) => {
    const texts = { from: old[pair.from ?? -1] ?? '', to: young[pair.to ?? -1] ?? '' };
    return { pair, ...texts, kind: kindOf(pair, texts.from === texts.to) };
  });
  const shown = nearChange(pairs.map(({ kind }) => kind !== 'same'));
  let skipped = 0;
  return pairs.flatMap(({ pair, from, to, kind }, i): Hunk[] => {
    if (shown[i] !== true) {
      skipped++;
      return [];
    }
    const parts = diffText(from, to, { timeoutMs: (from.length + to.length) * perCharacter });
    const hunk: Hunk = { kind, parts, from: pair.from, to: pair.to, skipped };
    skipped = 0;
    return [hunk];
  });
}

function kindOf({ from, to, moved }: ParagraphPair, equal: boolean): Hunk['kind'] {
  if (from === null) return 'added';
  if (to === null) return 'removed';
  if (moved) return 'moved';
  return equal ? 'same' : 'edited';
}

/** For each paragraph whether it changed or stands next to one that did. */
function nearChange(changed: readonly boolean[]): boolean[] {
  return changed.map((_, i) => changed.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).includes(true));
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
