import { bare, phraseOf, simplify } from '../fold.ts';
import { DOCUMENT_NUMBER, INFO, NOISE, ORIGIN } from '../phrases.ts';
import { type Line, partsOf, type Reading } from '../tree/line.ts';
import { SITE_WORD, withoutSite } from './cut-site.ts';
import type { Found } from './found.ts';
import { findDates } from './read-date.ts';
import type { Head } from './read-head.ts';
import { isPersonName } from './read-names.ts';

/** A title, and the lines of the page that print it. */
export interface FoundTitle {
  readonly title: Found | null;
  /** The lines that print it, where there are any: long titles of documents are set in two or three. */
  readonly lines: readonly Line[];
}

const META_TITLES = ['articletitle', 'og:title', 'twitter:title', 'title'];

/**
 * Find the title, without the site's name.
 *
 * Page titles carry the site's name on 41 of 85 pages measured, and the separators stand in titles as well. A line
 * of the page that the page title contains settles where the title ends; only without one are separators cut.
 */
export function readTitle(head: Head, { lines }: Reading, url: string | null): FoundTitle {
  const declared = declaredTitles(head);
  const texts = declared.flatMap(({ text }) => [text, withoutSite(text, head, url)]);
  const printed = printedTitle(lines, texts);
  if (printed !== null && !isColumn(printed, lines)) return ofLines(continued(lines, printed, texts), texts);
  const [given] = declared;
  const value = given === undefined ? '' : withoutSite(given.text, head, url);
  // A page title that no line repeats may be the site's name on every page.
  const heading = value.length < 8 || SITE_WORD.test(value) ? loneHeading(lines) : null;
  if (heading !== null) return ofLines([heading], []);
  return { title: given === undefined ? null : { value, found: given.found, line: null }, lines: [] };
}

/** @param declared what the page declares; where a part of the line says just that, the rest is a label: [徒步] */
function ofLines(lines: readonly Line[], declared: readonly string[]): FoundTitle {
  const [first = null] = lines;
  const wanted = new Set(declared.map(bare));
  const part =
    first === null || lines.length > 1 || wanted.has(bare(first.text))
      ? undefined
      : partsOf(first).find(
          (text) => text !== first.text && bare(text).length >= 6 && wanted.has(bare(text)),
        );
  const value = part ?? lines.map((line) => line.text).join('');
  return { title: { value, found: `line:${first?.box.element.name ?? ''}`, line: first }, lines };
}

/** Whether a line that the page title repeats is the site's or the column's name, while a heading holds the title. */
function isColumn(printed: Line, lines: readonly Line[]): boolean {
  if (printed.heading > 0 || isNamedTitle(printed)) return false;
  if (printed.weight >= 8 && !SITE_WORD.test(printed.text)) return false;
  const heading = loneHeading(lines);
  return heading !== null && heading.weight > printed.weight;
}

/** The one line set as a title: the only h1, the only line in a box named title, or the only one above date or source. */
function loneHeading(lines: readonly Line[]): Line | null {
  const seen = lines.filter((line) => line.hidden === null && line.weight >= 6 && line.linked < 0.5);
  const dated = new Set(seen.filter((line) => standsAboveDate(line, lines)));
  const isDated = (line: Line): boolean => dated.has(line);
  for (const isTitle of [isFirstHeading, isDated, isNamedTitle]) {
    const [only, another] = seen.filter(isTitle);
    if (only !== undefined && another === undefined) return only;
  }
  return null;
}

function standsAboveDate(line: Line, lines: readonly Line[]): boolean {
  const next = lines[line.index + 1];
  if (next === undefined || !isShaped(line) || next.weight > 60 || next.stops > 0) return false;
  const said = phraseOf(next);
  const tells = (findDates(next.text).length > 0 && INFO.test(said)) || ORIGIN.test(said);
  return tells && !NOISE.test(phraseOf(line));
}

function isFirstHeading(line: Line): boolean {
  return line.heading === 1;
}

/** Whether a line stands alone in a box named for a title. */
export function isNamedTitle(line: Line): boolean {
  return NAMED_TITLE.test(line.box.mark) && isShaped(line);
}

/** Titles ask and exclaim, but have no full stops. */
function isShaped({ text, stops, weight }: Line): boolean {
  return weight < 80 && stops <= 2 && !text.includes('。');
}

const NAMED_TITLE = /title|biaoti|headline|[\s_-](?:bt|tit|tt)(?=[\s_-])/;

/**
 * The line and those behind it, as long as together they still are what a declared title begins with. Some pages glue
 * the writer's name to it.
 */
function continued(lines: readonly Line[], first: Line, titles: readonly string[]): Line[] {
  const wanted = titles.map(bare);
  const whole = [first];
  let text = bare(first.text);
  for (const line of lines.slice(first.index + 1, first.index + 4)) {
    if (titles.some((title) => isParted(title, line.text)) || isWriter(line.text)) break;
    if (isSecondLine(line.text) || DOCUMENT_NUMBER.test(phraseOf(line))) break;
    const longer = text + bare(line.text);
    if (longer === text || !wanted.some((title) => title.startsWith(longer))) break;
    whole.push(line);
    text = longer;
  }
  return whole;
}

/** ——解读… is the subtitle of what stands above it, however much of the declared title it says. */
export function isSecondLine(text: string): boolean {
  return /^[—―─–-]{2}/.test(text);
}

/** 王小雨, 本刊记者 王小雨. */
function isWriter(text: string): boolean {
  return isPersonName(text) || /^(?:本[刊报网台]|特约){0,2}(?:记者|通讯员|评论员)/.test(text);
}

/** Whether a separator stands before a text in a declared title: it is the site's or the column's name. */
function isParted(title: string, text: string): boolean {
  const at = title.indexOf(text);
  return at > 0 && /[_|｜]\s?$/.test(title.slice(0, at));
}

function declaredTitles(head: Head): { text: string; found: string }[] {
  const metas = META_TITLES.map((name) => ({ text: head.meta.get(name) ?? '', found: `meta:${name}` }));
  return [
    ...metas.slice(0, 2),
    { text: head.data.headline ?? '', found: 'json-ld:headline' },
    { text: head.title ?? '', found: 'title' },
    ...metas.slice(2),
  ].filter(({ text }) => text !== '');
}

/** Titles shorter than this must be headings, word for word: 秋夜. */
const SHORT = 4;
/** What a line is worth that says just what is declared. */
const EXACT = 2.6;

/** The line, best a heading, that says the most of a declared title. */
function printedTitle(lines: readonly Line[], titles: readonly string[]): Line | null {
  const all = titles.map(bare);
  const wanted = all.filter((title) => title.length >= SHORT);
  const letters = new Set(all.join(''));
  let best: Line | null = null;
  let bestScore = 0;
  for (const line of lines) {
    if (line.hidden !== null || line.text.length > 200 || line.weight < 2 || line.rows !== null) continue;
    if (isParagraph(line) || isSecondLine(line.text) || !mayBegin(line.text, letters)) continue;
    const text = bare(line.text);
    const isShort = text.length < SHORT;
    if (isShort && (line.heading === 0 || !all.includes(text))) continue;
    const share = isShort ? EXACT : Math.max(0, ...wanted.map((title) => agreement(text, title)));
    if (share === 0) continue;
    const score = share * kindOfLine(line);
    if (score > bestScore) {
      best = line;
      bestScore = score;
    }
  }
  return best;
}

/** What says so much is text, though a title may have been made of how it begins. */
function isParagraph({ heading, stops, weight }: Line): boolean {
  return heading === 0 && stops > 1 && weight > 80;
}

/** A cheap look: whether the first letter of a line is in any of the titles at all, or stands in a bracket before. */
function mayBegin(text: string, letters: ReadonlySet<string>): boolean {
  if (/^[[【]/.test(text)) return true;
  const at = text.search(/[\p{L}\p{N}]/u);
  const first = text[at] ?? '';
  return first !== '' && (letters.has(first) || letters.has(simplify(first.toLowerCase())));
}

/** Zero unless one begins or wholly contains the other; else how much of the longer they share. */
function agreement(line: string, title: string): number {
  if (line === title) return EXACT;
  if (title.startsWith(line)) return line.length >= 0.3 * title.length ? 0.8 + line.length / title.length : 0;
  if (title.includes(line)) return line.length >= 0.5 * title.length ? 0.5 + line.length / title.length : 0;
  // Titles are cut short in the head of some pages.
  if (title.length >= 8 && line.startsWith(title)) return 0.8 + title.length / line.length;
  // A label stands before it: [徒步].
  if (title.length >= 8 && line.endsWith(title) && title.length > 0.6 * line.length)
    return title.length / line.length;
  return 0;
}

function kindOfLine(line: Line): number {
  if (line.linked > 0.5 || line.box.role === 'chrome') return 0.3;
  if (line.heading === 1) return 3;
  if (line.heading > 0) return 2;
  if (NAMED_TITLE.test(line.box.mark)) return 2.2;
  return line.strong > 0.5 ? 1.3 : 1;
}
