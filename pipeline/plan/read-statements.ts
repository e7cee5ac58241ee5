import type { PlanIdentity, PlanInput, Section, Statement } from '../../core/plan.ts';
import type { NormalForm } from '../normal/normal-form.ts';
import { readQuantities } from '../quantity/quantity.ts';
import { joinBroken } from './broken-lines.ts';
import { readParagraphs } from './clauses.ts';
import { districtLines } from './district-lines.ts';
import { cutHeadlines } from './headline-parts.ts';
import { opensNews } from './outline/bulletin.ts';
import { NO_MOOD, readMood } from './outline/mood.ts';
import { endOfPlan, isReport, planTurn } from './outline/plan-turn.ts';
import { sectionTense } from './outline/section-tense.ts';
import { walkSections } from './outline/sections.ts';
import {
  COMMUNIQUE,
  ITEM,
  isFurniture,
  isNextYear,
  LIST_OPENS,
  NUMBERED,
  OF_ALL,
  PLAN_OPENS,
  REFERS,
  SHORTEST_SENTENCE,
} from './paragraph-signs.ts';
import type { Carried } from './scene.ts';
import { readSentence } from './sentence.ts';
import { insideCell, readGoals } from './tables/goal-tables.ts';
import { readTables } from './tables/read-tables.ts';
import { textScene } from './text-scene.ts';
import { OPEN_FRAME } from './time/frame.ts';
import { tellOnce } from './time/told-twice.ts';

/**
 * Read every quantity a text states of an indicator: targets, achievements, and context.
 *
 * @param form     the text in normal form
 * @param outline  its sections
 * @param input    the text, and what is known of it; `issuer` and `year` are taken as given
 * @param identity the plan the text is, null for news and other prose
 * @returns in document order; offsets are into `input.text`
 */
export function readStatements(
  form: NormalForm,
  outline: readonly Section[],
  input: PlanInput,
  identity: PlanIdentity | null,
): Statement[] {
  const { text } = form;
  const published = input.published ?? null;
  // News without a year is of the year it came out in.
  const year = input.year ?? identity?.year ?? (published === null ? null : Number(published.slice(0, 4)));
  // The excerpt of a report has its headings, if not its title.
  const paragraphs = joinBroken(cutHeadlines(readParagraphs(text), form), text);
  const isHeaded = outline.some(({ heading }) => sectionTense(heading, year) === 'plan');
  const turn = planTurn(text, year, identity);
  // A report that nowhere turns is read by its sentences: planned is not all of it.
  const isPlan = identity !== null && (turn !== null || !isReport(identity));
  const mood = isPlan || isHeaded ? NO_MOOD : readMood(text, paragraphs);
  const excerpt = isHeaded || mood.plans;
  const news = identity === null && !excerpt;
  const scene = textScene({
    text,
    year,
    published,
    issuer: input.issuer ?? null,
    identity,
    excerpt,
    mood,
    paragraphs,
  });
  const { own, endYear } = scene;
  const quantities = readQuantities(text);
  const sectionsAt = walkSections(outline, year, isPlan, turn, mood.looksBack);
  const communique = COMMUNIQUE.test(text.slice(0, 1000)) ? 'review' : null;
  const tables = readTables(text, year);
  const goals = readGoals(text);
  const districts = news ? districtLines(text, paragraphs, own) : new Map<number, string>();
  let district: string | null = null;
  const statements: Statement[] = [];
  let frame = OPEN_FRAME;
  let announced: number | null = null;
  /** What the paragraph before has said itself. */
  let last: Pick<Carried, 'frame' | 'lastDue'> = { frame: OPEN_FRAME, lastDue: null };
  /** What the paragraph before a list has said, for its items. */
  let intro: Pick<Carried, 'frame' | 'due'> = { frame: OPEN_FRAME, due: null };
  let next = 0;
  /** Whether what no heading gives a tense to is planned: all of a plan without headings, unless it reports too. */
  const isWork = isPlan && !isReport(identity);
  let opened = isWork && outline.length === 0;
  let part = '';
  /** Something is planned for the year itself, so that 明年 is not what all of it is about. */
  let ofThisYear = false;
  /** The paragraph before took a number for done for want of any sign. */
  let untold = false;
  /** The paragraph before ends with ；, so that this one goes on with it. */
  let runsOn = false;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (paragraph.end - paragraph.start < SHORTEST_SENTENCE) continue;
    if (isFurniture(text, paragraph.start, paragraph.end)) continue;
    if (districts.size > 0 && OF_ALL.test(text.slice(paragraph.start, paragraph.start + 20))) district = null;
    district = districts.get(paragraph.start) ?? district;
    if (news && opensNews(text, paragraphs, at)) [frame, announced] = [OPEN_FRAME, null];
    const { path, tense: headed } = sectionsAt(paragraph.start);
    // An excerpt that has told its aims plans on, even where only a later heading sounds like it.
    const tense = opened && identity === null && headed === 'mixed' ? 'plan' : headed;
    const row = tables.get(paragraph.start);
    if (row !== undefined) {
      statements.push(
        ...row.map((statement) => toOriginal({ ...statement, entity: own.own, section: path }, form)),
      );
      continue;
    }
    const top = path[0] ?? '';
    // 一是 goes on with what was announced; only a part of its own begins anew.
    if (top !== part && !/^[一二三四五六七八九十]{1,3}是/.test(top)) {
      part = top;
      frame = OPEN_FRAME;
      untold = false;
    }
    const opening = text.slice(paragraph.start, paragraph.start + 40);
    opened ||= (isWork && NUMBERED.test(opening)) || (outline.length > 0 && PLAN_OPENS.test(opening));
    const listed = LIST_OPENS.test(text.slice(Math.max(paragraph.start, paragraph.end - 60), paragraph.end));
    const goal = goals.get(paragraph.start);
    const around = {
      ...scene,
      section: path,
      tense:
        goal === undefined ? (communique ?? tense ?? (opened ? 'plan' : mood.at(paragraph.start))) : 'plan',
      documentFrame: frame,
      partYear: endOfPlan(turn, paragraph.start) ?? scene.outlineYear ?? endYear,
    };
    const start = text.slice(paragraph.start, paragraph.start + 20).trimStart();
    const item = ITEM.test(start) || runsOn;
    // 其中，对平江的标准提高到20元 is a part of what the paragraph before has told.
    const adds = start.startsWith('其中');
    let said: Carried = {
      frame: adds ? last.frame : item && intro.frame.kind === 'target' ? intro.frame : OPEN_FRAME,
      due: item
        ? intro.due
        : adds ||
            frame.rule === 'plan speaks' ||
            REFERS.test(start) ||
            (!ofThisYear && isNextYear(announced, year))
          ? announced
          : null,
      lastDue: start.startsWith('届时') ? last.lastDue : null,
      aims: null,
      entity: district ?? own.own,
      untold,
      unit: null,
      named: { bases: [], last: '', aspect: '', topics: [] },
    };
    if (goal !== undefined) {
      const { due, subject } = goal;
      said = { ...said, due, named: { bases: [subject], last: subject, aspect: subject, topics: [] } };
    }
    for (const sentence of goal === undefined ? paragraph.sentences : insideCell(paragraph.sentences, goal)) {
      if (sentence.end - sentence.start < SHORTEST_SENTENCE) continue;
      while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next++;
      const first = next;
      while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next++;
      const read = readSentence({ ...around, ...said, sentence, quantities: quantities.slice(first, next) });
      statements.push(...read.statements.map((statement) => toOriginal(statement, form)));
      ofThisYear ||= read.statements.some(({ kind, deadline }) => kind === 'target' && deadline === year);
      said = read;
    }
    last = said;
    // What a plan says goes on in the paragraphs behind its announcement, until one tells of the past.
    const speaks = frame.rule === 'plan speaks' && said.frame.kind === 'target';
    if (said.frame.kind !== null && !speaks) frame = said.frame;
    // A headline opens no list, 三项措施确保供水, unless it names its year: 今年排定的项目.
    const named = said.frame.kind === 'target' && said.frame.weight === 'hint';
    const opens = named || /[。：；！”]/.test(text[paragraph.end - 1] ?? '');
    // An item that ends with what was done last year opens what was done: …战略 去年成绩单.
    const over = item && said.frame.kind === 'achievement' && said.frame.weight === 'time';
    runsOn = text[paragraph.end - 1] === '；' && !ITEM.test(start);
    if ((!item && opens) || over || runsOn) intro = said;
    untold = said.untold;
    if (said.frame.kind === 'target') announced = said.due;
    opened ||= listed;
  }
  return isPlan || excerpt ? statements : [...tellOnce(statements, input.text)];
}

/** Put a statement's offsets back into the text as it was given, and take its quote from there. */
function toOriginal(statement: Statement, form: NormalForm): Statement {
  const start = form.toOriginal(statement.start);
  const end = form.toOriginal(statement.end - 1) + 1;
  return { ...statement, start, end, quote: form.original.slice(start, end) };
}
