import type { Removal } from '../../core/article.ts';
import { bare } from './fold.ts';
import { cutTail } from './steps/cut-tail.ts';
import { dropChrome } from './steps/drop-chrome.ts';
import { dropDoubles } from './steps/drop-doubles.ts';
import { dropHead } from './steps/drop-head.ts';
import { dropHeaded } from './steps/drop-headed.ts';
import { dropHidden } from './steps/drop-hidden.ts';
import { dropLatin } from './steps/drop-latin.ts';
import { dropLinkLists } from './steps/drop-link-lists.ts';
import { dropNoise } from './steps/drop-noise.ts';
import { dropOutside } from './steps/drop-outside.ts';
import { dropPosts } from './steps/drop-posts.ts';
import { dropTail } from './steps/drop-tail.ts';
import { dropTeasers } from './steps/drop-teasers.ts';
import { type Scene, type Step, weigh } from './steps/step.ts';
import type { Box, Line, Reading } from './tree/line.ts';

/**
 * The steps in order. Structure goes before phrases, so that phrases only judge lines that nothing else explains;
 * the end of the article comes last, when nothing that hides it is left.
 */
const STEPS: readonly { readonly name: string; readonly step: Step }[] = [
  { name: 'hidden', step: dropHidden },
  { name: 'doubles', step: dropDoubles },
  // Before link-list: a share bar between two links would join them to a run.
  { name: 'chrome', step: dropChrome },
  { name: 'link-list', step: dropLinkLists },
  { name: 'teasers', step: dropTeasers },
  { name: 'headed', step: dropHeaded },
  { name: 'posts', step: dropPosts },
  { name: 'head', step: dropHead },
  { name: 'noise', step: dropNoise },
  { name: 'latin', step: dropLatin },
  // Behind noise, so that a notice in front of the text does not count as what the box holds.
  { name: 'outside', step: dropOutside },
  { name: 'tail-heading', step: cutTail },
  { name: 'tail', step: dropTail },
];

/** A removal with the line it took. */
export interface RemovedLine extends Removal {
  readonly line: Line;
}

export interface TrimmedBody {
  readonly lines: readonly Line[];
  /** What went, in the order it went. */
  readonly removed: readonly RemovedLine[];
}

/** What is known of the page when its body is trimmed. */
export interface Surroundings {
  readonly title: string | null;
  readonly titleLines: readonly Line[];
  /** Lines already read as date, source or author. */
  readonly known: ReadonlySet<Line>;
}

/** Where the article is, before trimming. */
export interface Candidate {
  readonly box: Box;
  /** Lines in the box, in order; all of them unless the operator selected some. */
  readonly lines: readonly Line[];
}

/** Take everything out of the body's box that is not the article, and say why. */
export function trimBody(
  reading: Reading,
  { box, lines: given }: Candidate,
  surroundings: Surroundings,
): TrimmedBody {
  const removed: RemovedLine[] = [];
  let lines = given;
  const scene: Scene = {
    ...surroundings,
    reading,
    box,
    title: bare(surroundings.title ?? ''),
    latin: isLatin(lines),
  };
  for (const { name, step } of STEPS) {
    const gone = new Set<Line>();
    for (const { line, reason } of step(lines, scene)) {
      if (gone.has(line)) continue;
      gone.add(line);
      removed.push({ step: name, reason, text: line.text.slice(0, 200), line });
    }
    if (gone.size > 0) lines = lines.filter((line) => !gone.has(line));
  }
  return { lines, removed };
}

/** A Chinese character weighs more than its one unit of length, a Latin letter less. */
function isLatin(lines: readonly Line[]): boolean {
  let length = 0;
  for (const line of lines) length += line.text.length;
  return weigh(lines) < 0.5 * length;
}
