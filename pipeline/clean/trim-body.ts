import type { Removal } from '../../core/article.ts';
import { bare, fold } from './fold.ts';
import {
  BARE_CREDIT,
  CREDIT,
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
  readonly titleLine: Line | null;
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
  // After noise, so that what follows the heading is counted without it.
  { name: 'tail-heading', run: cutAtTailHeading },
  { name: 'tail', run: dropTail },
];

/** Take everything out of the body's box that is not the article, and say why. */
export function trimBody(
  reading: Reading,
  box: Box,
  title: string | null,
  titleLine: Line | null,
): TrimmedBody {
  const removed: (Removal & { line: Line })[] = [];
  let lines = reading.lines.slice(box.first, box.end);
  for (const { name, run } of STEPS) {
    const gone = new Map<Line, string>();
    const body: Body = {
      reading,
      box,
      title: bare(title ?? ''),
      titleLine,
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
function dropHead({ standing, drop, title, titleLine }: Body): void {
  const lines = standing();
  const titleAt = titleLine === null ? -1 : lines.indexOf(titleLine);
  if (titleAt >= 0 && weigh(lines.slice(0, titleAt)) < 0.25 * weigh(lines)) {
    for (const line of lines.slice(0, titleAt + 1))
      drop(line, line === titleLine ? 'title' : 'above the title');
  }
  for (const line of standing().slice(0, 12)) {
    const text = fold(line.text);
    const own = bare(line.text);
    if (own !== '' && (own === title || (own.length >= 6 && title.includes(own)))) drop(line, 'title');
    else if (line.weight <= 80 && line.stops <= 1 && INFO.test(text)) drop(line, 'date and source');
    else if (line.weight > 30) break;
  }
}

function dropNoise({ standing, drop }: Body): void {
  for (const line of standing()) {
    if (line.weight > 60 || line.rows !== null) continue;
    const text = fold(line.text);
    if (NOISE.test(text)) drop(line, 'control or notice');
    else if (FORMER_TITLE.test(text)) drop(line, 'former title');
    else if ((CREDIT.test(text) || BARE_CREDIT.test(text)) && line.stops === 0) drop(line, 'credit');
    else if (ORIGIN.test(text) && line.stops === 0) drop(line, 'source');
  }
}

/** From a heading such as 相关阅读 on, if little text follows or what follows is links. */
function cutAtTailHeading({ standing, drop }: Body): void {
  const lines = standing();
  const total = weigh(lines);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && line.weight <= 30 && TAIL_HEADING.test(fold(line.text))) {
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
  if (line.weight <= 60 && line.stops === 0 && (CREDIT.test(text) || ORIGIN.test(text))) return 'credit';
  if (line.weight <= 30 && TAIL_HEADING.test(text)) return 'heading without text';
  if (line.linked > 0.8 && !isAttachment(line) && line.stops === 0) return 'link';
  return null;
}

function weigh(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.weight, 0);
}
