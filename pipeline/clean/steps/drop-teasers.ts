import { attachedAmong } from '../attachment.ts';
import { isHeadline } from '../fields/headline.ts';
import type { Line } from '../tree/line.ts';
import { type Drop, type Step, weigh } from './step.ts';

/** Headline and what is told of it are at most so many lines. */
const LONGEST = 4;

/**
 * Teasers: linked headline, summary, byline, and again, at least three times; or the same on one line each.
 *
 * The summaries must be cut off, or the stretch stand at the end and tell little: articles of the "ten best" kind have
 * linked headings too, and reports are broken up by links to other stories.
 */
export const dropTeasers: Step = (lines) => {
  const attached = attachedAmong(lines);
  const drops: Drop[] = [];
  const total = weigh(lines);
  let stretch: Line[][] = [];
  const end = (atEnd: boolean): void => {
    const all = stretch.flat();
    const cutOff = stretch.filter((teaser) => teaser.some((line) => CUT_OFF.test(line.text))).length;
    const sentences = all.filter((line) => line.linked < 0.3 && line.stops > 0).length;
    const trailing = atEnd && weigh(all) < 0.4 * total && sentences <= stretch.length;
    if (stretch.length >= 3 && (trailing || cutOff >= 0.5 * stretch.length)) {
      drops.push(...all.map((line) => ({ line, reason: 'teasers' })));
    }
    stretch = [];
  };
  for (const line of lines) {
    // A list of attached files is no list of headlines.
    if (attached.has(line)) continue;
    const last = stretch.at(-1);
    if (opensTeaser(line)) stretch.push([line]);
    else if (last !== undefined && last.length < LONGEST) last.push(line);
    else if (last !== undefined) end(false);
  }
  end(true);
  return drops;
};

function opensTeaser(line: Line): boolean {
  return isHeadline(line) || (line.linked > 0.1 && CUT_OFF.test(line.text));
}

const CUT_OFF = /(?:\.{3}|…|\[…\])$/;
