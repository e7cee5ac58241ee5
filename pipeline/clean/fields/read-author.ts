import { type Line, partsOf } from '../tree/line.ts';
import { type Found, findDeclared, findLabelled, type Label, VALUE_END } from './found.ts';
import { markedAuthor } from './marked-names.ts';
import { datesOn, findDates } from './read-date.ts';
import type { Head } from './read-head.ts';
import { isOrganisation, isPersonName, namesOn, SLASHED, withoutDates } from './read-names.ts';

const AUTHOR_METAS = ['author', 'article:author', 'og:article:author', 'sailthru.author', 'parsely-author'];
const LABEL =
  /(?:(?<![该原])作\s{0,4}者|撰\s{0,2}稿|撰\s{0,2}文|采\s{0,2}写|(?<!\p{Script=Han})文|记\s{0,2}者|編寫|编写|供\s{0,2}稿)\s{0,3}(?:[:：|丨︱│]|\/(?!\d)|$)\s{0,3}|^作者(?!简介|介绍|[为是系曾现的在们也将对])\s{0,2}(?=\S)/u;
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
    const value = found?.value ?? '';
    const isNamed =
      value !== '' &&
      value.length <= 60 &&
      !SOFTWARE.test(value) &&
      !editors.some((name) => value.includes(name));
    return found !== null && isNamed ? [found] : [];
  });
}

/** What people call what they write: 小北的博客. */
const OF_PERSON = /的|博客|专栏|主页|空间|'s/;

/** Who made the forum or the blog that the page is of. */
const SOFTWARE = /discuz|comsenz|phpwind|dedecms|phpcms|empirecms|wordpress|typecho|z-?blog|\bteam$/i;

function isSite({ value }: Found, { data, meta, title }: Head): boolean {
  if (isOrganisation(value) || [data.publisher, meta.get('og:site_name')].includes(value)) return true;
  // 标题_云川网新闻中心: behind a separator the title of a page names its site.
  const last = title?.split(/[-_|—·\s]/).at(-1) ?? '';
  if (last === value) return true;
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
/** Behind these words the names are of columns and counts. */
const OTHERS = /分类|标签|栏目|阅读|评论|浏览|来源|[\s\u0001]in\s/i;

/** A person's name between title and text; or any name on a line that says who posted when. */
function unlabelled(lines: readonly Line[], title: string): Found | null {
  for (const line of lines) {
    if (line.linked > 0.95 && line.hrefs.length > 1) continue;
    const by = line.stops === 0 && line.weight < 60 ? BY_NAME.exec(line.text)?.[1] : undefined;
    if (by !== undefined) return { value: by, found: 'line', line };
    const posts = POSTS.test(line.text);
    const upTo = line.text.search(OTHERS);
    const names = namesOn(line, title);
    for (const [first, found] of names.entries()) {
      if (isPersonName(found.value)) return { ...found, value: personsFrom(names.slice(first)) };
      const at = line.text.indexOf(found.value);
      if (posts && !isOrganisation(found.value) && (upTo < 0 || at < upTo)) return found;
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

const POSTED = /^(?:posted|发[布表]于|由)/i;

/** The only name on the line of the date or beside it, where the page names the site as its author. */
function alone(lines: readonly Line[], title: string): Found | null {
  const dated = lines.findIndex((line) => line.weight < 60 && datesOn(line).length > 0);
  if (dated < 0) return null;
  const names = lines.slice(Math.max(0, dated - 1), dated + 2).flatMap((line) => namesOn(line, title));
  const [only, another] = names.filter(({ value }) => !isOrganisation(value));
  return another === undefined ? (only ?? null) : null;
}

/** 责任编辑. */
export function readEditor(lines: readonly Line[]): Found | null {
  return findLabelled(lines, EDITOR, isPerson);
}

function isPerson(value: string): boolean {
  return value.length <= 40 && !/^(?:未知|佚名|网络|管理员|admin|\d+)$/i.test(value) && /\p{L}/u.test(value);
}

const REPORTER =
  /^[【[(（□■●◎▲◆]?\s?(?:文[/／]?)?[\p{L}·]{0,16}?(?:记者|通讯员|评论员|专栏作者|特约作者|撰稿人)\s{0,2}[:：/]?\s{0,2}([\p{Script=Han}·\s、]{2,30})[】\])）]?$/u;

const JOB = /者|员|人|[/／]/;

/** 澎湃新闻记者 贺某某; 石某/中国青年报; 【文/专栏作者 王某】. */
function reporter(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    if (line.weight > 40 || line.stops > 0 || !JOB.test(line.text)) continue;
    const dateless = withoutDates(line.text)
      .replaceAll('\u0001', ' ')
      .replace(/\s来源.*$/, '')
      .trim();
    for (const text of new Set([line.text, dateless, ...partsOf(line)])) {
      const value = (REPORTER.exec(text) ?? SLASHED.exec(text))?.[1]?.trim();
      if (value) return { value, found: 'line', line };
    }
  }
  return null;
}

/** 方 敏: a name of two characters, set as wide as one of three. */
const SPREAD = /(?<!\p{Script=Han})(\p{Script=Han})\s{1,2}(\p{Script=Han})(?!\p{Script=Han})/gu;

/** 南都见习记者 林某某 实习生 李某: the person, without the job, what else they did, and who helped. */
function personsOnly(value: string): string {
  const [persons = value] = value
    .split(/\s?(?:实习生|实习记者|通讯员|编辑)\s?|\s(?=摄影|摄$|报道|文\/?图|图\/)/)
    .filter(Boolean);
  const named = /(?:记者|作者)\s{0,2}([\p{Script=Han}·\s、]{2,30})$/u.exec(persons)?.[1] ?? persons;
  const bare = named
    .replace(/(?<=.)[(（].*$/, '')
    .replace(SPREAD, '$1$2')
    .trim();
  // 信息科 莫某: who they work for stands before the name.
  const [first = '', ...others] = bare.split(/\s+/);
  return others.length > 0 && isOrganisation(first) ? others.join(' ') : bare;
}
