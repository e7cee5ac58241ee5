import { simplify } from '../fold.ts';
import type { Line } from '../tree/line.ts';
import { type Found, findDeclared, findLabelled, type Label, VALUE_END } from './found.ts';
import { markedAccount, markedSource } from './marked-names.ts';
import { type AuthorLines, declaredSite } from './read-author.ts';
import { datesOn } from './read-date.ts';
import { isFieldLabel } from './read-government.ts';
import type { Head } from './read-head.ts';
import { isOrganisation, isPersonName, namesOn } from './read-names.ts';

const SOURCE_METAS = ['contentsource', 'source', 'article:source', 'og:article:source', 'mediaid'];
const LABEL =
  /(?:来\s{0,4}源(?:平台)?|來源|稿源|出\s{0,4}处|来自|供稿单位)[于於]?\s{0,3}(?:[:：丨|]|$)\s{0,3}|^来源\s{0,2}(?=\S)|^(?:本文|文章|稿件)来源于\s?/;

/**
 * 来源: who wrote or first published the text. Labelled values come first, then meta tags, then names that stand
 * beside the date without a label, as on half of the news pages measured.
 *
 * @param author a person is no source, but an account that posts may be
 * @param spun whether the page is a spinning mirror's: it rewrites the names of others in its own script, which the
 * source did not choose
 */
export function readSource(
  head: Head,
  { above, between, below, title }: AuthorLines,
  author: Found | null,
  spun: boolean,
): Found | null {
  const found =
    findLabelled([...above, ...below], SOURCE, isSource) ??
    findLabelled([...above, ...below], ISSUER, isSource) ??
    findDeclared(head, SOURCE_METAS) ??
    reportersPaper(above) ??
    marked(between) ??
    unlabelled(above, title, author, declaredSite(head)) ??
    supplier([...above, ...below]) ??
    account(author) ??
    paperOf(head);
  return found !== null && spun ? { ...found, value: simplify(found.value) } : found;
}

/** The first element called source between title and text. */
function marked(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    const found = markedSource(line);
    if (found !== null) return found;
  }
  return null;
}

const SOURCE: Label = { hint: /源|出\s*处|来自|供稿/, label: LABEL, end: VALUE_END };
/** The field in the head of a document; a source that is called so comes first. */
const ISSUER: Label = {
  hint: /[发發][文布佈](?:机构|機構|单位|單位)/,
  label: /(?:发布机构|發[布佈]機構|发文机构|发布单位|發[布佈]單位)\s{0,3}(?:[:：丨|]|$)\s{0,3}/,
  end: VALUE_END,
};

function isSource(value: string): boolean {
  return (
    value.length <= 40 &&
    !/^https?:|^(?:网络|互联网|未知|原创|转载|本站|\d+)$|^综合.*[、，]|、.*等$|^文[/／]/.test(value) &&
    // A quote that only ends, or a full stop: a sentence about 来源, as in what a site says of its rights.
    !/^[^“]*”|。$/.test(value) &&
    !isFieldLabel(value) &&
    /\p{L}/u.test(value)
  );
}

/** Who posts under another name than a person's is the publisher as well, unless the account has one of its own. */
function account(author: Found | null): Found | null {
  if (author?.found !== 'class:author' || author.line === null) return null;
  const value = markedAccount(author.line);
  if (value !== null) return { ...author, value };
  return isPersonName(author.value) || LATIN_NAME.test(author.value) ? null : author;
}

/** Casey Bradley. */
const LATIN_NAME = /^\p{Lu}[\p{L}.'-]*(?:[\s,]+[\p{L}.'-]+)+$/u;

/** The paper whose name closes or opens the page title: pages of printed papers name no source. */
function paperOf(head: Head): Found | null {
  const title = head.title ?? '';
  const value = (PAPER_AT_START.exec(title) ?? PAPER_AT_END.exec(title.slice(-40)))?.[1];
  return value === undefined ? null : { value, found: 'title', line: null };
}

const PAPER_AT_START =
  /^(\p{Script=Han}{1,6}(?:日报|晚报|时报|早报|商报|晨报|都市报))(?:数字报|电子报|电子版)\s?[-_|—]/u;
const PAPER_AT_END =
  /[-_|—]\s?(\p{Script=Han}{1,6}(?:日报|晚报|时报|早报|商报|晨报|都市报))(?:数字报|电子报|电子版)?\s?$/u;

/** 供稿：信息科. */
const SUPPLIER: Label = { hint: /供/, label: /供\s{0,2}稿(?:单位|部门)?\s{0,3}[:：]\s{0,3}/, end: VALUE_END };

/** Who supplied the text, without the person who wrote it there. */
function supplier(lines: readonly Line[]): Found | null {
  const found = findLabelled(lines, SUPPLIER, (value) => isOrganisation(departmentOf(value)));
  return found === null ? null : { ...found, value: departmentOf(found.value) };
}

function departmentOf(value: string): string {
  return value.split(/\s/, 1)[0] ?? '';
}

const PAPER =
  /^[【[(（□■●]?\s?(\p{Script=Han}{2,8}(?:报|网|社|台|新闻|周刊|在线|客户端))(?:\p{Script=Han}{2})?记者(?=\s)/u;

/** 云川日报记者 王某: the paper of the reporter, where no line names a source. */
function reportersPaper(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    const value = line.weight > 40 || line.stops > 0 ? undefined : PAPER.exec(line.text)?.[1];
    if (value !== undefined) return { value, found: 'line', line };
  }
  return null;
}

/** Endings that only publishers have; 资讯 and 新闻 also end the names of columns. */
const PUBLISHER = /(?:报|网|社|电视台|发布|客户端|周刊)$/;

/** Names of boxes that hold who published and when. */
const INFO_BOX = /[\s_-](?:meta|info|byline|profile|source|laiyuan)/;

/** What stands beside the date, or on the line above or below it: 2019-09-05 11:10 游民星空[整理]. */
function unlabelled(
  above: readonly Line[],
  title: string,
  author: Found | null,
  site: Found | null,
): Found | null {
  const dated = above.findIndex(
    (line) => line.weight < 60 && line.rows === null && (hasDate(line) || INFO_BOX.test(line.box.mark)),
  );
  const own = above[dated];
  const beside = own === undefined ? [] : namesOn(own, title);
  const near = above
    .slice(Math.max(0, dated - 2), dated + 2)
    .filter((line) => dated >= 0 && line !== own && line.linked < 0.95)
    .flatMap((line) => namesOn(line, title));
  // In Latin script every word of a line would do.
  const anyName = /\p{Script=Han}/u.test(title)
    ? beside.findLast(
        ({ value }) => !isPersonName(value) && !(author?.found === 'line' && author.value === value),
      )
    : undefined;
  // A publisher's name may also stand alone between title and text.
  const alone = above
    .filter((line) => line.weight <= 12 && line.heading === 0 && line.commas === 0)
    .flatMap((line) => namesOn(line, title));
  return (
    beside.find(({ value }) => isOrganisation(value)) ??
    near.find(({ value }) => isOrganisation(value)) ??
    site ??
    anyName ??
    alone.find(({ value }) => PUBLISHER.test(value)) ??
    null
  );
}

function hasDate(line: Line): boolean {
  return datesOn(line).length > 0;
}
