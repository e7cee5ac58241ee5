import { foldPhrase } from '../fold.ts';
import { NOISE } from '../phrases.ts';
import type { Line } from '../tree/line.ts';
import { type Found, findDeclared, findLabelled, type Label, VALUE_END } from './found.ts';
import { markedAuthor, markedSigner } from './marked-names.ts';
import { datesOn, findDates } from './read-date.ts';
import type { Head } from './read-head.ts';
import { isOrganisation, isPersonName, namesOn } from './read-names.ts';
import { personsOnly, reporter } from './reporters.ts';

const AUTHOR_METAS = ['author', 'article:author', 'og:article:author', 'sailthru.author', 'parsely-author'];
const LABEL =
  /(?:(?<![该原])作\s{0,4}者|撰\s{0,2}稿|撰\s{0,2}文|采\s{0,2}写|(?<!\p{Script=Han})文|记\s{0,2}者|編寫|编写|供\s{0,2}稿|[张張][贴貼]者)\s{0,3}(?:[:：|｜丨︱│]|\/(?!\d)|$)\s{0,3}|^作者(?!简介|介绍|导航|专[区栏]|中心|登[录陆]|福利|排行|投稿|[为是系曾现的在们也将对])\s{0,2}(?=\S)/u;
const EDITOR_LABEL =
  /(?:责任编辑|責任編輯|责编|编\s{0,4}辑|編輯)\s{0,3}(?:[:：|丨︱│]|$)\s{0,3}|(?<=[(（【[])(?:责任编辑|責任編輯|责编|编辑|編輯)\s{1,3}(?=\S)/;
/** Behind 采写： the reporter's job may stand before the name. */
const PERSON_END = new RegExp(VALUE_END.source.replace('记者|', ''));

const AUTHOR: Label = { hint: /者|撰|采|文|写|寫|供/, label: LABEL, end: PERSON_END };
const EDITOR: Label = { hint: /编|編|责|責/, label: EDITOR_LABEL, end: VALUE_END };

/** Lines around an article, as its author is looked for in them. */
export interface AuthorLines {
  /** Lines around the title, those below it first. */
  readonly above: readonly Line[];
  /** Of those, the ones between title and text. */
  readonly between: readonly Line[];
  /** The first lines of the text. */
  readonly opening: readonly Line[];
  readonly below: readonly Line[];
  readonly title: string;
}

/**
 * The author: a reporter named alone on a line, a labelled name, an element called author, a meta tag, JSON-LD, a name
 * that stands beside the date as those of persons do.
 */
export function readAuthor(
  head: Head,
  { above, between, opening, below, title }: AuthorLines,
  editor: Found | null,
): Found | null {
  const printed =
    reporter(above) ??
    findLabelled(above, AUTHOR, isPerson) ??
    reporter([...opening, ...below]) ??
    findLabelled(below, AUTHOR, isPerson);
  if (printed !== null) return { ...printed, value: personsOnly(printed.value) };
  const declared = declaredAuthors(head, editor);
  const person = declared.find((found) => !isSite(found, head));
  if (person !== undefined) return person;
  const [site = null] = declared;
  return (
    poster(between) ??
    unlabelled(between, title) ??
    postedBy(below, title) ??
    signer(below) ??
    (site === null ? null : alone(between, title))
  );
}

/** Whom content systems name as author though nobody wrote it: the site, or a public body. */
export function declaredSite(head: Head): Found | null {
  return declaredAuthors(head, null).find((found) => isSite(found, head)) ?? null;
}

/** Whom JSON-LD and meta tags name, except the editor whom the page prints as such. */
function declaredAuthors(head: Head, editor: Found | null): Found[] {
  const { author = '' } = head.data;
  const editors = editor?.value.split(/[\s、，,/]+/).filter((name) => name.length >= 2) ?? [];
  const data: Found = { value: author, found: 'json-ld:author', line: null };
  return [data, findDeclared(head, AUTHOR_METAS)].flatMap((found) => {
    if (found === null) return [];
    const value = /[记記]者|[/／_]/.test(found.value) ? personsOnly(found.value) : found.value;
    const isNamed =
      value !== '' &&
      value.length <= 60 &&
      // 品牌策划：云川互动 is who made the site, an address how to reach them.
      !/[:：@]/.test(value) &&
      !SOFTWARE.test(value) &&
      !editors.some((name) => value.includes(name));
    return isNamed ? [{ ...found, value }] : [];
  });
}

/** What people call what they write: 小北的博客. */
const OF_PERSON = /的|博客|专栏|主页|空间|'s/;

/** Who made the forum or the blog that the page is of. */
const SOFTWARE = /discuz|comsenz|phpwind|dedecms|phpcms|empirecms|wordpress|typecho|z-?blog|\bteam$/i;

function isSite({ value }: Found, { data, meta, title }: Head): boolean {
  if (isOrganisation(value) || [data.publisher, meta.get('og:site_name')].includes(value)) return true;
  // 标题_云川网新闻中心: behind a separator the title of a page names its site.
  const names = title?.split(/[-_|—·\s]/).slice(1) ?? [];
  const last = names.at(-1) ?? title ?? '';
  if (last === value || names.some((name) => name.length > 2 && value.startsWith(name))) return true;
  const isOfSite = /(?:新闻|网|中心|频道|门户)$/.test(last) || !(isPersonName(value) || OF_PERSON.test(last));
  return last.startsWith(value) && isOfSite;
}

/** The first element called author between title and text. */
function poster(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    const found = markedAuthor(line);
    if (found !== null) return found;
  }
  return null;
}

/** The persons a row of names begins with: 王小文 李小然. */
function personsFrom(names: readonly Found[]): string {
  const end = names.findIndex(({ value }) => !isPersonName(value));
  return (end < 0 ? names : names.slice(0, end)).map(({ value }) => value).join(' ');
}

/** 发布于, by, or who and how long ago: 小林 · 1 月前. */
const POSTS =
  /发[布表]于|^由|\bby\b|^posted|^[^\s·]{2,20}\s?[·|]\s?\d{1,3}\s?(?:分钟|小时|天|周|个?月|年)前/i;
const BY_NAME = /\b[Bb]y:?\s([A-Z][\p{L}.'-]{0,20}(?:\s[A-Z][\p{L}.'-]{1,20}){1,3})/u;
/** 尼克·马什（Nick Marsh）, alone on its line. */
const FOREIGN_NAME =
  /^(\p{Script=Han}{1,5}(?:·\p{Script=Han}{1,5}){1,2})\s?(?:[（(][\p{Lu}][\p{L}\s.'-]{2,30}[）)])$/u;
/** Behind these words the names are of columns and counts. */
const OTHERS = /分类|标签|栏目|阅读|评论|浏览|来源|[\s\u0001]in\s/i;

/** Whether a line says of whom the names below it are: 评审专家名单：. */
function isListed(above: Line | undefined): boolean {
  return above !== undefined && above.weight > LONGEST_LABEL && /[:：]$/.test(above.text);
}

/** 作者：, 撰稿人：. */
const LONGEST_LABEL = 4;

/** A person's name between title and text; or any name on a line that says who posted when. */
function unlabelled(lines: readonly Line[], title: string): Found | null {
  for (const [at, line] of lines.entries()) {
    if ((line.linked > 0.95 && line.hrefs.length > 1) || isListed(lines[at - 1])) continue;
    const by = line.stops === 0 && line.weight < 60 ? BY_NAME.exec(line.text)?.[1] : undefined;
    if (by !== undefined) return { value: by, found: 'line', line };
    const foreign = line.weight < 20 ? FOREIGN_NAME.exec(line.text)?.[1] : undefined;
    if (foreign !== undefined) return { value: foreign, found: 'line', line };
    const posts = POSTS.test(line.text);
    const upTo = line.text.search(OTHERS);
    const names = namesOn(line, title);
    for (const [first, found] of names.entries()) {
      if (isPersonName(found.value)) return { ...found, value: personsFrom(names.slice(first)) };
      const from = line.text.indexOf(found.value);
      if (posts && !isOrganisation(found.value) && (upTo < 0 || from < upTo)) return found;
    }
  }
  return null;
}

/** posted @ 2024-03-05 20:11 小林同学: the line behind the text that says who posted it when. */
function postedBy(lines: readonly Line[], title: string): Found | null {
  const line = lines.find(
    ({ text, weight }) => weight < 60 && POSTED.test(text) && findDates(text).length > 0,
  );
  return line === undefined ? null : unlabelled([line], title);
}

/** The first element behind the text that is called after who posted it. */
function signer(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    const found = markedSigner(line);
    if (found !== null) return found;
  }
  return null;
}

const POSTED = /^(?:posted|发[布表]于|由)/i;

/** The only name on the line of the date or beside it, where the page names the site as its author. */
function alone(lines: readonly Line[], title: string): Found | null {
  const dated = lines.findIndex((line) => line.weight < 60 && datesOn(line).length > 0);
  if (dated < 0) return null;
  const names = lines.slice(Math.max(0, dated - 1), dated + 2).flatMap((line) => namesOn(line, title));
  const [only, another] = names.filter(({ value }) => !isOrganisation(value));
  return another === undefined ? (only ?? null) : null;
}

/** 责任编辑. A switch that is called 编辑 stands beside others. */
export function readEditor(lines: readonly Line[]): Found | null {
  return findLabelled(lines, EDITOR, (value) => isPerson(value) && !NOISE.test(foldPhrase(value)));
}

function isPerson(value: string): boolean {
  const isNobody =
    /^(?:(?:未知|佚名|网络|网友|本站|管理员|admin)(?:整理|编辑|投稿)?|\d+|[图圖摄攝文])$|[:：]$/i.test(value);
  return value.length <= 40 && !isNobody && /\p{L}/u.test(value);
}
