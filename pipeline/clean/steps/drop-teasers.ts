import type { Line } from '../read-lines.ts';
import { type Drop, type Step, weigh } from './step.ts';

/** Headline and what is told of it are at most so many lines. */
const LONGEST = 4;

/**
 * Teasers: linked headline, summary, byline, and again, at least three times. A stretch that is most of the text is
 * only taken for teasers if its summaries are cut off, since articles of the "ten best" kind look alike.
 */
export const dropTeasers: Step = (lines) => {
  const drops: Drop[] = [];
  const total = weigh(lines);
  let stretch: Line[][] = [];
  const end = (): void => {
    const all = stretch.flat();
    const cutOff = stretch.filter((teaser) => teaser.some((line) => CUT_OFF.test(line.text))).length;
    const small = weigh(all) < 0.5 * total;
    if (stretch.length >= 3 && (small || cutOff >= 0.5 * stretch.length)) {
      drops.push(...all.map((line) => ({ line, reason: 'teasers' })));
    }
    stretch = [];
  };
  for (const line of lines) {
    const last = stretch.at(-1);
    if (line.linked > 0.8 && line.weight >= 5) stretch.push([line]);
    else if (last !== undefined && last.length < LONGEST) last.push(line);
    else if (last !== undefined) end();
  }
  end();
  return drops;
};

const CUT_OFF = /(?:\.{3}|…|\[…\])$/;
