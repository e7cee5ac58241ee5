import { dropEach, type Step } from './step.ts';

/** What no reader sees: honeypot links, spun keywords, templates. */
export const dropHidden: Step = (lines) => dropEach(lines, (line) => line.hidden);
