import type { Step } from './step.ts';

/** What no reader sees: honeypot links, spun keywords, templates. */
export const dropHidden: Step = (lines) =>
  lines.flatMap((line) => (line.hidden === null ? [] : [{ line, reason: line.hidden }]));
