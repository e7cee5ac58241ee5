import type { Section } from '../../../core/plan.ts';
import { startsVerb } from '../indicator/noun-lead.ts';
import type { PlanTurn } from './plan-turn.ts';
import { isBase, type SectionTense, sectionTense } from './section-tense.ts';

/** What a paragraph stands under. */
export interface OpenSections {
  /** Headings, outermost first. */
  readonly path: readonly string[];
  readonly tense: SectionTense | null;
}

/**
 * A walk through the outline: called with growing offsets, it says which sections are open at each, and whether what
 * stands there was done or is planned.
 *
 * It keeps its place, since looking the whole outline through for every paragraph is quadratic on a page of headings.
 *
 * @param isPlan whether the text is a plan; its parts are plans until a heading says otherwise
 * @param turn   where a report turns to its plans by its own words, whatever its headings say
 * @param tellsOfWork whether its sentences tell of work done, however its headings sound
 */
export function walkSections(
  outline: readonly Section[],
  year: number | null,
  isPlan: boolean,
  turn: PlanTurn | null,
  tellsOfWork = false,
): (at: number) => OpenSections {
  const top = turn === null ? outline.reduce((level, section) => Math.min(level, section.level), 9) : 1;
  const said = outline.map(({ level, heading }) =>
    level === top && !isTask(heading) ? sectionTense(heading, year) : null,
  );
  const isTasks = isPlan || (!tellsOfWork && isTaskList(outline));
  const tenses = readTenses(outline, said, { isPlan, isTasks }, turn);
  let open: { readonly section: Section; readonly tense: SectionTense | null }[] = [];
  let next = 0;
  let path: readonly string[] = [];
  return (at) => {
    const before = next;
    for (let section = outline[next]; section !== undefined && section.start <= at; section = outline[next]) {
      const { start } = section;
      open = open.filter((other) => other.section.end > start);
      open.push({ section, tense: tenses[next] ?? null });
      next++;
    }
    if (next > before) path = open.map(({ section }) => section.heading);
    const last = open.at(-1);
    return { path, tense: turn === null ? (last?.tense ?? null) : turnedTense(turn, at, last) };
  };
}

/** What stands at an offset of a report: a part that the turn falls into looks back before it and ahead behind it. */
function turnedTense(
  turn: PlanTurn,
  at: number,
  part: { readonly section: Section; readonly tense: SectionTense | null } | undefined,
): SectionTense | null {
  const { start, end } = part?.section ?? { start: 0, end: Number.POSITIVE_INFINITY };
  if (at >= turn.at) return start < turn.at ? 'plan' : (part?.tense ?? null);
  const both = part === undefined || part.tense === 'mixed';
  return both && turn.looksBack && turn.at < end ? 'review' : (part?.tense ?? null);
}

/**
 * The tense of each section: by its heading, else as the section before it of the same level.
 *
 * Only the outermost level decides: （六）提高治理成效 is a task, however it sounds. What a plan sets out from (（一）发展基础)
 * is a part of its own at every level.
 */
function readTenses(
  outline: readonly Section[],
  said: readonly (SectionTense | null)[],
  { isPlan, isTasks }: { readonly isPlan: boolean; readonly isTasks: boolean },
  turn: PlanTurn | null,
): readonly (SectionTense | null)[] {
  // A report that heads its review with a motto says nothing until its plans begin: each sentence must tell there.
  const plans = said.indexOf('plan');
  const isReport = !isPlan || turn !== null;
  const silent = isReport && plans > 0 && said.slice(0, plans).every((tense) => tense === null);
  const first = silent ? 'mixed' : isTasks ? 'plan' : null;
  let current: SectionTense | null = turn?.looksBack ? 'review' : first;
  let base = 9;
  return outline.map(({ level, heading, start }, i) => {
    // Behind the turn 取得新成效 is a wish.
    const ahead = turn !== null && start >= turn.at;
    const own = ahead && said[i] === 'review' ? null : said[i];
    current = own ?? (ahead && current !== 'notes' ? 'plan' : current);
    if (level <= base) base = isBase(heading) ? level : 9;
    return level >= base ? 'review' : current;
  });
}

/** A numbered task, 7.用水总量控制在245亿立方米以内，…比上年下降4%, heads nothing: its numbers are what it says. */
function isTask(heading: string): boolean {
  return /[，；]/.test(heading) && /\d/.test(heading.replace(/^[\d.、（）]+|20\d\d年/g, ''));
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
