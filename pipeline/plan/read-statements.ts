import type { PlanIdentity, PlanInput, Section, Statement } from '../../core/plan.ts';
import type { NormalForm } from '../normal/normal-form.ts';
import { readQuantities } from '../quantity/quantity.ts';
import { joinBroken } from './broken-lines.ts';
import { readParagraphs } from './clauses.ts';
import { entityDefault, stretchPlanned } from './entity.ts';
import { cutHeadlines } from './headline-parts.ts';
import { opensNews } from './outline/bulletin.ts';
import { NO_MOOD, readMood } from './outline/mood.ts';
import { endOfPlan, isReport, planTurn } from './outline/plan-turn.ts';
import { sectionTense } from './outline/section-tense.ts';
import { walkSections } from './outline/sections.ts';
import type { Carried, TextScene } from './scene.ts';
import { readSentence } from './sentence.ts';
import { insideCell, readGoals } from './tables/goal-tables.ts';
import { readTables } from './tables/read-tables.ts';
import { monthOf } from './time/dateline.ts';
import { finishedIn } from './time/finished.ts';
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
  const own = entityDefault(
    input.issuer ?? identity?.issuer ?? null,
    identity !== null || excerpt,
    stretchPlanned(text.slice(0, HEAD)),
  );
  const endYear = Math.max(identity?.endYear ?? 0, year ?? 0);
  // A piece of a plan does not say for how long it is, unless it has the aims that every report sets for its year.
  const yearly = endYear === year && (!mood.plans || OF_A_YEAR.test(text));
  const finished = identity === null && !excerpt ? finishedIn(text) : [];
  const month = monthOf(text, published);
  const scene: TextScene = { text, year, endYear, yearly, month, own, finished };
  const quantities = readQuantities(text);
  const sectionsAt = walkSections(outline, year, isPlan, turn, mood.looksBack);
  const communique = COMMUNIQUE.test(text.slice(0, 1000)) ? 'review' : null;
  const tables = readTables(text, year);
  const goals = readGoals(text);
  const statements: Statement[] = [];
  let frame = OPEN_FRAME;
  let announced: number | null = null;
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
    if (identity === null && !excerpt && opensNews(text, paragraphs, at))
      [frame, announced] = [OPEN_FRAME, null];
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
      partYear: endOfPlan(turn, paragraph.start) ?? endYear,
    };
    const start = text.slice(paragraph.start, paragraph.start + 20).trimStart();
    const item = ITEM.test(start) || runsOn;
    let said: Carried = {
      frame: item && intro.frame.kind === 'target' ? intro.frame : OPEN_FRAME,
      due: item
        ? intro.due
        : frame.rule === 'plan speaks' || REFERS.test(start) || (!ofThisYear && isNextYear(announced, year))
          ? announced
          : null,
      lastDue: null,
      aims: null,
      entity: own.own,
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

const OF_A_YEAR = /主要预期目标[是为：](?<!(?:时期|期间|五年)[^。\n]{0,30}主要预期目标.)/;

/** News of what is planned for next year is about that year through all of its paragraphs. */
function isNextYear(due: number | null, year: number | null): boolean {
  return due !== null && year !== null && due === year + 1;
}

/** Ways to other articles, and what a page counts of its readers. */
const FURNITURE = /^\s*[上下]一[篇条页则]\s*[：:\]】]|(?:浏览|点击|阅读|访问)(?:次?数|量)[：:\s]{0,3}\d/;
const LONGEST_FURNITURE = 120;

/** Whether a line is of the page and not of the article. */
function isFurniture(text: string, start: number, end: number): boolean {
  return end - start < LONGEST_FURNITURE && FURNITURE.test(text.slice(start, end));
}

/** Nothing shorter has a number and what it counts, or tells of a time. */
const SHORTEST_SENTENCE = 3;

/** An excerpt of a plan may begin behind the heading that says so. */
const PLAN_OPENS = /主要(?:预期)?目标(?:是|为|：)|重点(?:做好|抓好|推进).{0,14}工作/;

/** The first item of a work plan ends what it says of the year before. */
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、](?!\d))/;

/** 现将重点任务分解如下：, 十件实事。具体包括：: the lines behind are the tasks; 实事完成情况如下 tells what was done. */
const LIST_OPENS =
  /(?:任务|实事|目标|清单|要点)(?:(?!(?:完成|落实|办理|推进|执行|进展)情况|进展|成效)[^。；]){0,20}(?:如下|分别是|分别为|包括)[：。]?$|(?<!完成[^。；]{0,20})(?:任务|实事)。具体(?:如下|包括)：$|(?:确定|定为|公布)以下[^。；]{0,24}(?:任务|实事)(?:项目)?：$/;

/** 根据规划，…: the paragraph goes on with what was announced. */
const REFERS = /^(?:根据|按照)(?:该|这[一份]?)?(?:规划|方案|计划|意见|安排)/;

/** How the items of a list begin. */
const ITEM = /^(?:——|[●■◆▲★•·①-⑳]|[一二三四五六七八九十]{1,3}是|（\d{1,2}）|\d{1,2}[.、](?!\d))/;

/** How far from its beginning a text says which plan it is about. */
const HEAD = 150;

/** A communiqué of statistics, by its title, tells what was, all through. */
const COMMUNIQUE = /(?:^|\n).{0,30}(?:统计公报|执行情况公告)[^，。\n]{0,20}(?:\n|$)/;

/** Put a statement's offsets back into the text as it was given, and take its quote from there. */
function toOriginal(statement: Statement, form: NormalForm): Statement {
  const start = form.toOriginal(statement.start);
  const end = form.toOriginal(statement.end - 1) + 1;
  return { ...statement, start, end, quote: form.original.slice(start, end) };
}
