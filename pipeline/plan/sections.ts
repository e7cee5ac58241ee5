import type { Section } from '../../core/plan.ts';
import { startsVerb } from './noun-lead.ts';
import { isBase, type SectionTense, sectionTense } from './section-tense.ts';

/** What a paragraph stands under. */
export interface OpenSections {
  /** Headings, outermost first. */
  readonly path: readonly string[];
  readonly tense: SectionTense | null;
}

/**
 * The tense of each section of an outline: by its heading, else as the section before it of the same level.
 *
 * Only the outermost level decides: （六）提高治理成效 is a task, however it sounds. What a plan sets out from (（一）发展基础)
 * is a part of its own at every level.
 *
 * @param isPlan whether the text is a plan; its parts are plans until a heading says otherwise
 */
export function readSectionTenses(
  outline: readonly Section[],
  year: number | null,
  isPlan: boolean,
): readonly (SectionTense | null)[] {
  const top = outline.reduce((level, section) => Math.min(level, section.level), 9);
  const said = outline.map(({ level, heading }) => (level === top ? sectionTense(heading, year) : null));
  // A report that heads its review with a motto says nothing until its plans begin: each sentence must tell there.
  const plans = said.indexOf('plan');
  const silent = plans > 0 && said.slice(0, plans).every((tense) => tense === null);
  let current: SectionTense | null = silent ? 'mixed' : isPlan || isTaskList(outline) ? 'plan' : null;
  let base = 9;
  return outline.map(({ level, heading }, i) => {
    current = said[i] ?? current;
    if (level <= base) base = isBase(heading) ? level : 9;
    return level >= base ? 'review' : current;
  });
}

/**
 * A walk through the outline: called with growing offsets, it says which sections are open at each.
 *
 * It keeps its place, since looking the whole outline through for every paragraph is quadratic on a page of headings.
 */
export function walkSections(
  outline: readonly Section[],
  tenses: readonly (SectionTense | null)[],
): (at: number) => OpenSections {
  let open: { readonly section: Section; readonly tense: SectionTense | null }[] = [];
  let next = 0;
  let current: OpenSections = { path: [], tense: null };
  return (at) => {
    const before = next;
    for (let section = outline[next]; section !== undefined && section.start <= at; section = outline[next]) {
      const { start } = section;
      open = open.filter((other) => other.section.end > start);
      open.push({ section, tense: tenses[next] ?? null });
      next++;
    }
    if (next > before) {
      current = { path: open.map(({ section }) => section.heading), tense: open.at(-1)?.tense ?? null };
    }
    return current;
  };
}

/** Whether most headings tell to do something, as those of a plan do and those of a report on figures do not. */
function isTaskList(outline: readonly Section[]): boolean {
  // 一是 begins what was done as often as what is to be done.
  const headings = outline.filter(({ heading }) => !/^.{1,3}是/.test(heading));
  const telling = headings.filter(({ heading }) =>
    startsVerb(heading.replace(/^[^、）.．]{0,4}[、）.．]/, '')),
  );
  return headings.length > 2 && telling.length * 2 > headings.length;
}
