import { bare, phraseOf } from '../fold.ts';
import { DOCUMENT_NUMBER, INFO, NOISE, ORIGIN } from '../phrases.ts';
import { type Line, partsOf, type Reading } from '../tree/line.ts';
import { SITE_WORD, withoutSite } from './cut-site.ts';
import type { Found } from './found.ts';
import { isNamedTitle, isSecondLine, isShaped, printedTitle } from './printed-title.ts';
import { datesOn } from './read-date.ts';
import type { Head } from './read-head.ts';
import { isPersonName } from './read-names.ts';

/** A title, and the lines of the page that print it. */
export interface FoundTitle {
  readonly title: Found | null;
  /** The lines that print it, where there are any: long titles of documents are set in two or three. */
  readonly lines: readonly Line[];
  /** The page declares it too: no line is taken for it by its looks alone. */
  readonly declared: boolean;
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
  const lone = loneHeading(lines);
  const isSite = value.length < 8 || SITE_WORD.test(value);
  const heading = lone !== null && (isSite || headsText(lone, lines)) ? lone : null;
  if (heading !== null) return { ...ofLines([heading], []), declared: isSite };
  return {
    title: given === undefined ? null : { value, found: given.found, line: null },
    lines: [],
    declared: given !== undefined,
  };
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
  return {
    title: { value, found: `line:${first?.box.element.name ?? ''}`, line: first },
    lines,
    declared: true,
  };
}

/** Whether a line that the page title repeats is the site's or the column's name, while a heading holds the title. */
function isColumn(printed: Line, lines: readonly Line[]): boolean {
  if (printed.heading > 0 || isNamedTitle(printed)) return false;
  if (printed.weight >= 8 && !SITE_WORD.test(printed.text)) return false;
  const heading = loneHeading(lines);
  return heading !== null && heading.weight > printed.weight;
}

/** The one line set as a title: the only h1, the only one above date or source, best a heading, or the only one in a box named title. */
function loneHeading(lines: readonly Line[]): Line | null {
  const seen = lines.filter((line) => line.hidden === null && line.weight >= 6 && line.linked < 0.5);
  const dated = new Set(seen.filter((line) => standsAboveDate(line, lines)));
  const isDated = (line: Line): boolean => dated.has(line);
  const isDatedHeading = (line: Line): boolean => line.heading > 0 && dated.has(line);
  for (const isTitle of [isFirstHeading, isDatedHeading, isDated, isNamedTitle]) {
    const [only, another] = seen.filter(isTitle);
    if (only !== undefined && another === undefined) return only;
  }
  return null;
}

/** Whether a heading stands right above date and source, or above a paragraph. */
function headsText(line: Line, lines: readonly Line[]): boolean {
  const next = lines.slice(line.index + 1, line.index + 4);
  return line.heading > 0 && (standsAboveDate(line, lines) || next.some(isParagraph));
}

function isParagraph({ stops, weight }: Line): boolean {
  return stops > 0 && weight > 30;
}

function standsAboveDate(line: Line, lines: readonly Line[]): boolean {
  const next = lines[line.index + 1];
  if (next === undefined || !isShaped(line) || next.weight > 60 || next.stops > 0) return false;
  const said = phraseOf(next);
  const tells = (datesOn(next).length > 0 && INFO.test(said)) || ORIGIN.test(said);
  return tells && !NOISE.test(phraseOf(line));
}

function isFirstHeading(line: Line): boolean {
  return line.heading === 1;
}

/**
 * The line and those behind it, as long as together they still are what a declared title begins with. Some pages glue
 * the writer's name to it.
 */
function continued(lines: readonly Line[], first: Line, titles: readonly string[]): Line[] {
  const wanted = titles.map(bare);
  const whole = [...opening(lines, first, wanted), first];
  let text = bare(whole.map((line) => line.text).join(''));
  for (const line of lines.slice(first.index + 1, first.index + 4)) {
    if (titles.some((title) => isParted(title, line.text)) || isWriter(line.text)) break;
    if (isSecondLine(line.text) || isNumber(line)) break;
    const longer = text + bare(line.text);
    if (longer === text || !wanted.some((title) => title.startsWith(longer))) break;
    whole.push(line);
    text = longer;
  }
  return whole;
}

/** The lines before it in the same heading, where with them it says what a declared title begins with. */
function opening(lines: readonly Line[], first: Line, wanted: readonly string[]): Line[] {
  if (first.heading === 0) return [];
  const before = lines.slice(Math.max(first.box.first, first.index - 2), first.index);
  const text = bare([...before, first].map((line) => line.text).join(''));
  return wanted.some((title) => title.startsWith(text)) ? before : [];
}

/** (云罚决字〔2024〕36号) below a title is a field of its own. */
function isNumber(line: Line): boolean {
  return DOCUMENT_NUMBER.test(phraseOf(line).replace(/^[(（]|[)）]$/g, ''));
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
