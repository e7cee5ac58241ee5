import type { Section } from '../../core/plan.ts';
import { startsVerb } from './noun.ts';
import { type SectionTense, sectionTense } from './section-tense.ts';

/** What a paragraph stands under. */
export interface OpenSections {
  /** Headings, outermost first. */
  readonly path: readonly string[];
  readonly tense: SectionTense | null;
}

/**
 * The tense of each section of an outline: by its heading, else as the section before it of the same level.
 *
 * Only the outermost level decides: （六）提高治理成效 is a task, however it sounds.
 *
 * @param isPlan whether the text is a plan; its parts are plans until a heading says otherwise
 */
export function readSectionTenses(
  outline: readonly Section[],
  year: number | null,
  isPlan: boolean,
): readonly (SectionTense | null)[] {
  const top = outline.reduce((level, section) => Math.min(level, section.level), 9);
  let current: SectionTense | null = isPlan || isTaskList(outline) ? 'plan' : null;
  return outline.map((section) => {
    if (section.level === top)
      current = sectionTense(section.heading, year) ?? (current === 'review' && top > 1 ? 'review' : current);
    return current;
  });
}

/** The sections open at an offset. Outlines are short: scanning them costs less than keeping a stack in step. */
export function openSections(
  outline: readonly Section[],
  tenses: readonly (SectionTense | null)[],
  at: number,
): OpenSections {
  const path: string[] = [];
  let tense: SectionTense | null = null;
  outline.forEach((section, i) => {
    if (section.start <= at && at < section.end) {
      path.push(section.heading);
      tense = tenses[i] ?? null;
    }
  });
  return { path, tense };
}

/** Whether most headings tell to do something, as those of a plan do and those of a report on figures do not. */
function isTaskList(outline: readonly Section[]): boolean {
  const telling = outline.filter(({ heading }) =>
    startsVerb(heading.replace(/^[^、）.．是]{0,4}[、）.．是]/, '')),
  );
  return outline.length > 2 && telling.length * 2 > outline.length;
}
