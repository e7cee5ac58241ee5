import type { Removal } from '../../core/article.ts';
import { pointsOf } from './find-body.ts';
import { bare, fold } from './fold.ts';
import {
  BARE_CREDIT,
  CREDIT,
  END_CREDIT,
  FORMER_TITLE,
  INFO,
  LEGAL,
  NOISE,
  ORIGIN,
  PROMOTION,
  TAIL_HEADING,
} from './phrases.ts';
import type { Box, Line, Reading } from './read-lines.ts';
import { chromeWord, roleOf } from './roles.ts';

/** What the steps work on: the lines of the body's box, and which of them still stand. */
interface Body {
  readonly reading: Reading;
  readonly box: Box;
  readonly title: string;
  readonly titleLines: readonly Line[];
  /** Lines already read as date, source or author. */
  readonly known: ReadonlySet<Line | null | undefined>;
  readonly standing: () => readonly Line[];
  /** Take out a line, with the reason. */
  readonly drop: (line: Line, reason: string) => void;
}

interface Step {
  readonly name: string;
  readonly run: (body: Body) => void;
}

export interface TrimmedBody {
  readonly lines: readonly Line[];
  /** What went, in the order it went. */
  readonly removed: readonly (Removal & { readonly line: Line })[];
}

/** The steps in order. Structure goes before phrases, so that phrases only judge lines that nothing else explains. */
const STEPS: readonly Step[] = [
  { name: 'hidden', run: dropHidden },
  // Before the tail: a share bar behind the last paragraph must not hide the credits above it.
  { name: 'chrome', run: dropChrome },
  { name: 'link-list', run: dropLinkLists },
  { name: 'head', run: dropHead },
  { name: 'noise', run: dropNoise },
  { name: 'outside', run: dropOutside },
  // After noise, so that what follows the heading is counted without it.
  { name: 'tail-heading', run: cutAtTailHeading },
  { name: 'tail', run: dropTail },
];

/** Take everything out of the body's box that is not the article, and say why. */
export function trimBody(
  reading: Reading,
  box: Box,
  title: string | null,
  titleLines: readonly Line[],
  known: ReadonlySet<Line | null | undefined>,
): TrimmedBody {
  const removed: (Removal & { line: Line })[] = [];
  let lines = reading.lines.slice(box.first, box.end);
  for (const { name, run } of STEPS) {
    const gone = new Map<Line, string>();
    const body: Body = {
      reading,
      box,
      title: bare(title ?? ''),
      titleLines,
      known,
      standing: () => lines.filter((line) => !gone.has(line)),
      drop: (line, reason) => {
        if (!gone.has(line)) gone.set(line, reason);
      },
    };
    run(body);
    for (const [line, reason] of gone)
      removed.push({ step: name, reason, text: line.text.slice(0, 200), line });
    lines = lines.filter((line) => !gone.has(line));
  }
  return { lines, removed };
}

/** Labels and names before and behind the box that holds the paragraphs: 图集, the publisher's name, counters. */
function dropOutside({ reading, box, standing, drop }: Body): void {
  const core = innerBox(reading, box, standing());
  const outside = (line: Line): boolean => line.index < core.first || line.index >= core.end;
  const label = (line: Line): boolean =>
    outside(line) && line.rows === null && line.heading === 0 && line.weight <= 40 && line.stops === 0;
  const lines = standing();
  const first = lines.findIndex((line) => !label(line));
  const last = lines.findLastIndex((line) => !label(line));
  for (const [at, line] of lines.entries()) {
    if (first >= 0 && (at < first || at > last) && !isAttachment(line))
      drop(line, 'outside the box of the text');
  }
}

/** The smallest box around nearly all that the body says. */
function innerBox(reading: Reading, box: Box, lines: readonly Line[]): Box {
  const points = (inner: Box): number =>
    lines.reduce(
      (sum, line) => (line.index >= inner.first && line.index < inner.end ? sum + pointsOf(line) : sum),
      0,
    );
  const wanted = 0.9 * points(box);
  let core = box;
  for (const inner of reading.boxes.slice(box.index + 1)) {
    if (inner.first >= box.end) break;
    if (inner.parent === core && points(inner) >= wanted) core = inner;
  }
  return core;
}

function dropHidden({ standing, drop }: Body): void {
  for (const line of standing()) if (line.hidden !== null) drop(line, line.hidden);
}

/** Boxes named or tagged as chrome, unless they hold much of the text. */
function dropChrome({ reading, box, standing, drop }: Body): void {
  const total = weigh(standing());
  for (const inner of reading.boxes) {
    if (inner.first < box.first || inner.end > box.end || inner.index <= box.index) continue;
    if (roleOf(inner) !== 'chrome') continue;
    const lines = standing().filter((line) => line.index >= inner.first && line.index < inner.end);
    if (weigh(lines) > 0.4 * total) continue;
    for (const line of lines) drop(line, `box named ${chromeWord(inner)}`);
  }
}

/** Runs of lines that are nothing but links: related items, tags, paging. */
function dropLinkLists({ standing, drop }: Body): void {
  let run: Line[] = [];
  const end = (): void => {
    if (run.filter((line) => line.linked > 0.6).length >= 3)
      for (const line of run) drop(line, 'run of links');
    run = [];
  };
  for (const line of standing()) {
    if (line.linked > 0.6 && line.rows === null && !isAttachment(line)) run.push(line);
    else if (run.length > 0 && line.weight < 12 && line.stops === 0) run.push(line);
    else end();
  }
  end();
}

function isAttachment(line: Line): boolean {
  return line.hrefs.some((href) => ATTACHMENT.test(href));
}

const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|zip|rar|7z|csv)(?:[?#]|$)/i;

/** Everything up to the title, then the lines of date, source and switches below it. */
function dropHead({ standing, drop, title, titleLines, known }: Body): void {
  const lines = standing();
  const titleEnd = lines.findLastIndex((line) => titleLines.includes(line));
  if (titleEnd >= 0 && weigh(lines.slice(0, titleEnd)) < 0.25 * weigh(lines)) {
    for (const line of lines.slice(0, titleEnd + 1))
      drop(line, titleLines.includes(line) ? 'title' : 'above the title');
  }
  const start = standing();
  let passed: Line[] = [];
  for (const line of start.slice(0, 14)) {
    const reason = headReason(line, title, known);
    if (reason !== null) {
      for (const each of passed) drop(each, 'above date and source');
      passed = [];
      drop(line, reason);
    } else if (line.weight > 15 || line.stops + line.commas > 0 || passed.length === 2) return;
    else passed = [...passed, line];
  }
}

function headReason(line: Line, title: string, known: ReadonlySet<Line | null | undefined>): string | null {
  if (line.rows !== null || line.weight > 90) return null;
  const own = bare(line.text);
  if (own !== '' && own === title) return 'title';
  const text = fold(line.text);
  if (known.has(line) && line.stops === 0 && line.weight <= 60) return 'date and source';
  if (ENACTED.test(text)) return null;
  if (line.stops <= 1 && INFO.test(text)) return 'date and source';
  if (line.weight > 60 || line.stops > 0) return null;
  if (DOCUMENT_NUMBER.test(text)) return 'document number';
  if (FORMER_TITLE.test(text)) return 'former title';
  if ((CREDIT.test(text) && !PHOTOGRAPHER.test(text)) || BARE_CREDIT.test(text)) return 'credit';
  return ORIGIN.test(text) ? 'source' : null;
}

/** 国发〔2019〕4号 on a line of its own. */
const DOCUMENT_NUMBER = /^[\p{Script=Han}]{1,12}[〔[(（]?(?:19|20)\d\d[〕\])）]?第?\d{1,5}号$/u;
/** At the head of an article this is the caption of its first picture. */
const PHOTOGRAPHER = /^(?:摄影|图片|图|供图)/;
/** The note under the name of a law: （2007年6月29日…通过）. It is part of the text. */
const ENACTED = /(?:通过|公布|修订|修正|批准|施行|印发)[)）]?$/;

/** Controls and notices wherever they stand. What only begins or ends an article is left to those steps. */
function dropNoise({ standing, drop }: Body): void {
  for (const line of standing()) {
    if (line.weight > 60 || line.rows !== null) continue;
    const text = fold(line.text);
    if (NOISE.test(text)) drop(line, 'control or notice');
    else if (FORMER_TITLE.test(text)) drop(line, 'former title');
  }
}

/** From a heading such as 相关阅读 on, if little text follows or what follows is links. */
function cutAtTailHeading({ standing, drop }: Body): void {
  const lines = standing();
  const total = weigh(lines);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    const text = line.weight <= 40 ? fold(line.text) : '';
    if (at > 0 && text !== '' && (TAIL_HEADING.test(text) || END_CREDIT.test(text))) {
      const rest = lines.slice(at);
      const links = rest.reduce((sum, each) => sum + each.linked * each.weight, 0);
      if (total - before < 0.35 * total || links > 0.4 * weigh(rest)) {
        for (const each of rest) drop(each, `behind ${line.text.slice(0, 20)}`);
        return;
      }
    }
    before += line.weight;
  }
}

/** From the end upwards, as long as lines are credits, sources, legal statements, promotion or lone links. */
function dropTail({ standing, drop }: Body): void {
  const lines = standing();
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at];
    if (line === undefined) return;
    const reason = tailReason(line);
    if (reason === null) return;
    drop(line, reason);
  }
}

function tailReason(line: Line): string | null {
  if (line.rows !== null || line.weight > 220) return null;
  const text = fold(line.text);
  if (LEGAL.test(text)) return 'rights and liability';
  if (line.weight <= 120 && PROMOTION.test(text)) return 'promotion';
  if (line.weight <= 60 && line.stops === 0) {
    if (CREDIT.test(text) || BARE_CREDIT.test(text)) return 'credit';
    if (ORIGIN.test(text)) return 'source';
  }

  if (line.weight <= 30 && TAIL_HEADING.test(text)) return 'heading without text';
  if (line.linked > 0.8 && !isAttachment(line) && line.stops === 0) return 'link';
  return null;
}

function weigh(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.weight, 0);
}
