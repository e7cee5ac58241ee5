import { type Found, findDeclared, findLabelled, type Label, VALUE_END } from './found.ts';
import type { Head } from './read-head.ts';
import { type Line, partsOf } from './read-lines.ts';

const AUTHOR_METAS = ['author', 'article:author', 'og:article:author', 'sailthru.author', 'parsely-author'];
const LABEL =
  /(?:作\s{0,4}者|撰\s{0,2}稿|撰\s{0,2}文|采\s{0,2}写|(?<!\p{Script=Han})文|记\s{0,2}者|編寫|编写|供\s{0,2}稿)\s{0,3}(?:[:：|丨︱│]|\/(?!\d)|$)\s{0,3}|^作者\s{0,2}(?=\S)/u;
const EDITOR_LABEL = /(?:责任编辑|責任編輯|责编|编\s{0,4}辑|編輯)\s{0,3}(?:[:：|丨︱│]|$)\s{0,3}/;
/** Behind 采写： the reporter's job may stand before the name. */
const PERSON_END = new RegExp(VALUE_END.source.replace('记者|', ''));

const AUTHOR: Label = { hint: /者|撰|采|文|写|寫|供/, label: LABEL, end: PERSON_END };
const EDITOR: Label = { hint: /编|編|责|責/, label: EDITOR_LABEL, end: VALUE_END };

/** The author: a reporter named alone on a line, a labelled name, a meta tag, JSON-LD. */
export function readAuthor(head: Head, above: readonly Line[], below: readonly Line[]): Found | null {
  const printed =
    reporter(above) ??
    findLabelled(above, AUTHOR, isPerson) ??
    reporter(below) ??
    findLabelled(below, AUTHOR, isPerson);
  if (printed !== null) return { ...printed, value: personsOnly(printed.value) };
  const declared = findDeclared(head, AUTHOR_METAS);
  if (declared !== null) return declared;
  const { author } = head.data;
  return author === undefined || author.length > 60
    ? null
    : { value: author, found: 'json-ld:author', line: null };
}

/** 责任编辑. */
export function readEditor(lines: readonly Line[]): Found | null {
  return findLabelled(lines, EDITOR, isPerson);
}

function isPerson(value: string): boolean {
  return value.length <= 40 && !/^(?:未知|佚名|网络|管理员|admin|\d+)$/i.test(value) && /\p{L}/u.test(value);
}

const REPORTER =
  /^[【[(（]?(?:文[/／]?)?\p{L}{0,12}?(?:记者|通讯员|评论员|专栏作者|特约作者|撰稿人)\s{0,2}[:：/]?\s{0,2}([\p{Script=Han}·\s、]{2,30})[】\])）]?$/u;

/** 石某/中国青年报: persons, and the paper they write for. */
export const SLASHED =
  /^([\p{Script=Han}·]{2,4}(?:[\s、][\p{Script=Han}·]{2,4}){0,3})\s?[/／]\s?(\p{L}{1,12}(?:报|网|社|新闻|周刊))$/u;

const JOB = /者|员|人|[/／]/;

/** 澎湃新闻记者 贺某某; 石某/中国青年报; 【文/专栏作者 王某】. */
function reporter(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    if (line.weight > 40 || line.stops > 0 || !JOB.test(line.text)) continue;
    for (const text of [line.text, ...partsOf(line)]) {
      const value = (REPORTER.exec(text) ?? SLASHED.exec(text))?.[1]?.trim();
      if (value) return { value, found: 'line', line };
    }
  }
  return null;
}

/** 南都见习记者 林某某 实习生 李某: the person, without the job and without who helped. */
function personsOnly(value: string): string {
  const [persons = value] = value.split(/\s?(?:实习生|实习记者|通讯员|编辑)\s?/).filter(Boolean);
  return /(?:记者|作者)\s{0,2}([\p{Script=Han}·\s、]{2,30})$/u.exec(persons)?.[1]?.trim() ?? persons.trim();
}
