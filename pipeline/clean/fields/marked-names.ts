import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import { type Line, partsOf } from '../tree/line.ts';
import { tidy } from '../tree/measure.ts';
import type { Found } from './found.ts';
import { isName, isOrganisation, isPersonName, LAST_REPLY, withoutDates } from './read-names.ts';

/** What authors and sources are called in names of elements. */
const AUTHOR_MARK =
  /(?:^|[\s_-])(?:author|authors|authorname|author-?info|writer|zuozhe|nick|nick-?name|user-?name|user-?link|vcard|authi|poster|lzname|by-?author|name|d_name|fn)(?=[\s_-]|$)/;
const SOURCE_MARK =
  /(?:^|[\s_-])(?:source|source-?(?:name|title|text|titletext)|media-?name|laiyuan|origin)(?=[\s_-]|$)/;
/** Where WeChat puts the writer beside the account that posts. */
const WRITER_MARK = /\srich_media_meta_text(?=\s)/;
/** What stands behind a post and says whose it is. */
const SIGNER_MARK = /\s(?:posted|posted-?by|post-?author|author-signature)(?=\s)/;
/** What columns and parts of sites are called, where an element called name holds one. */
const COLUMN_NAME = /要闻|新闻|动态|公告|公示|通知|文件|政策|政务|信息|栏目|公开|专题|资讯|服务|首页|报道/;
/** What the accounts of papers and stations are called. */
const PUBLISHER = /^\p{Script=Han}{2,10}(?:报|网|社|台|刊|新闻|客户端|传媒)$/u;
/** Elements looked at below the box of one line. */
const MOST_ELEMENTS = 60;

/** The name that an element called author, nickname or the like holds on this line; null for none. */
export function markedAuthor(line: Line): Found | null {
  const names = [...markedNames(line, WRITER_MARK), ...addressed(line), ...markedNames(line, AUTHOR_MARK)];
  const value = names.find((name) => !isOrganisation(name) && !COLUMN_NAME.test(name));
  return value === undefined ? null : { value, found: 'class:author', line };
}

/** The name that an element behind the text is called after, as blogs sign their posts; null for none. */
export function markedSigner(line: Line): Found | null {
  const value = markedNames(line, SIGNER_MARK).find((name) => !isOrganisation(name));
  return value === undefined ? null : { value, found: 'class:author', line };
}

/** What an `address` element holds, which is how to reach whoever wrote: their names, where nothing else is said. */
function addressed({ box, text, weight }: Line): string[] {
  const isNames = box.element.name === 'address' && weight < 40 && /^[\p{L}\s.,、·'&-]+$/u.test(text);
  return isNames ? [text] : [];
}

/** The account that posts, where the line names its writer too; null for none. */
export function markedAccount(line: Line): string | null {
  const [writer] = markedNames(line, WRITER_MARK);
  return writer === undefined
    ? null
    : (markedNames(line, AUTHOR_MARK).find((name) => name !== writer) ?? null);
}

/**
 * The name that an element called source holds on this line, unless it is a person's, or that of a publisher in one
 * called author; null for none.
 */
export function markedSource(line: Line): Found | null {
  const value = markedNames(line, SOURCE_MARK).find((name) => !isPersonName(name));
  if (value !== undefined) return { value, found: 'class:source', line };
  const publisher = markedNames(line, AUTHOR_MARK).find((name) => PUBLISHER.test(name));
  return publisher === undefined ? null : { value: publisher, found: 'class:author', line };
}

/** The first name of each element whose name says what it holds, or of the whole line where that is its box. */
function markedNames(line: Line, mark: RegExp): string[] {
  if (line.weight > 60 || line.rows !== null) return [];
  const around = [line.box, line.box.parent].find(
    (box) => box !== null && box.end - box.first <= 2 && mark.test(box.mark),
  );
  const answered = line.text.includes('最后由')
    ? (partsOf(line).join(' ').match(LAST_REPLY)?.join() ?? '')
    : '';
  const isMarked = around !== undefined || isMarkedLink(line.box.element.parent, mark);
  const texts = isMarked ? [partsOf(line).join(' ')] : elementsIn(line.box.element, mark);
  return texts.flatMap((text) => {
    // Names in Chinese are parted by spaces, others have them.
    const name = withoutDates(text)
      .split(/\p{Script=Han}/u.test(text) ? /[\u0001\s|｜·]+/ : /[\u0001|｜·]+|\s{2,}/)
      .map((piece) => piece.replace(/^(?:作者|文|由|by)?\s?[:：/]?\s?/i, ''))
      .find((piece) => piece !== '');
    return name !== undefined && line.text.includes(name) && !answered.includes(name) && isName(name)
      ? [name]
      : [];
  });
}

/** Whether a line's box stands in a link that is called so: links are no boxes, though some hold them. */
function isMarkedLink(around: ParentNode | null, mark: RegExp): boolean {
  if (around === null || !isTag(around) || around.name !== 'a') return false;
  return mark.test(` ${around.attribs.class ?? ''} `.slice(0, 200).toLowerCase());
}

/** Texts of the elements in a box whose name matches. */
function elementsIn(box: Element, mark: RegExp): string[] {
  const found: string[] = [];
  const queue: Element[] = [box];
  for (let at = 0; at < queue.length && at < MOST_ELEMENTS; at++) {
    for (const child of queue[at]?.children.slice(0, MOST_ELEMENTS) ?? []) {
      if (!isTag(child)) continue;
      const { class: names = '', itemprop = '', rel = '' } = child.attribs;
      const called = ` ${names} ${itemprop || (rel === 'author' ? rel : '')} `;
      if (mark.test(called.slice(0, 200).toLowerCase())) found.push(tidy(textIn(child, 3)));
      else queue.push(child);
    }
  }
  return found;
}

function textIn(element: Element, depth: number): string {
  return element.children
    .slice(0, 8)
    .map((child) =>
      isText(child) ? child.data.slice(0, 60) : isTag(child) && depth > 0 ? textIn(child, depth - 1) : '',
    )
    .join(' ');
}
