import { bare, phraseOf } from '../fold.ts';
import { DOCUMENT_NUMBER } from '../phrases.ts';
import { type Line, partsOf, type Reading } from '../tree/line.ts';
import { chapterOf, SITE_WORD, withoutSite } from './cut-site.ts';
import type { Found } from './found.ts';
import { headsText, loneHeading, standsAboveDate, standsAboveText } from './lone-heading.ts';
import { isNamedTitle, isSecondLine, printedTitle } from './printed-title.ts';
import type { Head } from './read-head.ts';
import { isPersonName } from './read-names.ts';

/** A title, and the lines of the page that print it. */
export interface FoundTitle {
  readonly title: Found | null;
  /** The lines that print it, where there are any: long titles of documents are set in two or three. */
  readonly lines: readonly Line[];
  /** The page declares it too, or prints the date below: no line is taken for it by its looks alone. */
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
  const named = declared.map(({ text }) => withoutSite(text, head, url));
  const texts = [...declared.map(({ text }) => text), ...named, ...named.map(chapterOf)];
  const printed = printedTitle(lines, texts);
  if (printed !== null && !isColumn(printed, lines, named))
    return ofLines(continued(lines, printed, texts), texts);
  const [given] = declared;
  const value = given === undefined ? '' : withoutSite(given.text, head, url);
  // A page title that no line repeats may be the site's name on every page.
  const heads = loneHeading(lines);
  const lone = heads === printed ? null : heads;
  const isSite = value.length < 8 || SITE_WORD.test(value) || NAME_OF_SITE.test(value);
  const isTold = lone !== null && (isSite || headsText(lone, lines) || opensOne(lone, declared));
  const heading = isTold ? lone : null;
  if (heading !== null)
    return { ...ofLines([heading], []), declared: isSite || standsAboveDate(heading, lines) };
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

/**
 * Whether a line that the page title repeats is the site's or the column's name: while a heading holds the title, or
 * as the heading of every page.
 *
 * @param named what the page declares, without the site's name
 */
function isColumn(printed: Line, lines: readonly Line[], named: readonly string[]): boolean {
  const isSet = printed.heading > 0 || isNamedTitle(printed);
  if (isSet && standsAboveText(printed, lines)) return false;
  if (isSet && !isSaid(printed, named)) return true;
  // Names of sites are set as small headings too.
  const isSmall = printed.heading > 2 && !isNamedTitle(printed);
  return (!isSet || isSmall) && isOutdone(printed, lines);
}

/** Whether another line is rather set as the title than this one, which greets, names a site, or stands above no text. */
function isOutdone(printed: Line, lines: readonly Line[]): boolean {
  const isGreeting = GREETING.test(printed.text);
  const isName = printed.weight < 8 || SITE_WORD.test(printed.text);
  // Asked first, as it is cheap and true of most.
  if (!isGreeting && !isName && standsAboveText(printed, lines)) return false;
  const heading = loneHeading(lines);
  if (heading === null || heading === printed) return false;
  return isGreeting || (isName ? heading.weight > printed.weight : headsText(heading, lines));
}

/** Whether one of some titles says what a line does, or a part of it. */
function isSaid(line: Line, titles: readonly string[]): boolean {
  const text = bare(line.text);
  return titles.map(bare).some((title) => title.includes(text) || text.includes(title));
}

/** Whom whole sites are named after. */
const NAME_OF_SITE =
  /(?:公司|集团|小学|中学|学校|大学|学院|医院|协会|学会|[局委厅院]|办公室|政府|展览会?|欢迎您)[！!]?$/;

/** 云川小学欢迎您！ greets on every page of a site. */
const GREETING = /^(?:您好[，,]?)?欢迎(?:您|光临|访问|来到)|欢迎(?:您|你|光临|访问)[！!]?$/;

/** Whether a declared title begins with a line, up to a separator: 人力资源-云川大学-经济学院. */
function opensOne({ text }: Line, declared: readonly { readonly text: string }[]): boolean {
  return declared.some(
    (title) => title.text.startsWith(text) && SEPARATED.test(title.text.slice(text.length)),
  );
}

const SEPARATED = /^\s?[-_|｜—–]/;

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
