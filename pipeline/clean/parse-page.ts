import { Document, Element, type ParentNode, Text } from 'domhandler';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { ExtractError } from '../../core/errors.ts';
import { decodeAttribute, decodeText } from './entities.ts';
import {
  CLOSES_P,
  HEAD_TAGS,
  INLINE_TAGS,
  NOTED_TAGS,
  READ_ATTRIBUTES,
  SCOPE_TAGS,
  TABLE_PARTS,
  tagName,
  VOID_TAGS,
} from './tags.ts';

/** Longest page that is parsed, in UTF-16 units. Real articles stay below a hundredth of it. */
const MAX_CHARS = 60_000_000;
/** Most elements and texts in one tree, a hundred times those of the largest real page seen. */
const MAX_NODES = 1_000_000;
/** Scripts of pages below this are kept: they may be all there is, a firewall's challenge. */
const SMALL_PAGE = 20_000;
/** Browsers stop nesting at 512 too; deeper elements are left out, their text stays. */
const MAX_DEPTH = 500;

/** A page as a tree. */
export interface ParsedPage {
  readonly document: Document;
  /** Elements that speak about the page (meta, title, script, time …), in order, so that nobody walks the tree for them. */
  readonly noted: readonly Element[];
}

/**
 * Build the tree of a page.
 *
 * htmlparser2's tokenizer with a tree builder of our own: its parser lets a stray `</div>` in a table cell close
 * the whole page around it, which is how libxml2-based tools lose government pages, it nests without bound, and it
 * keeps comments, scripts and attributes that nobody reads here. The rules of the HTML standard that matter for text
 * are followed: what an opening tag closes, how far an end tag reaches, what tables imply.
 *
 * @param html the decoded page
 * @param every whether to keep attributes that only an operator's selector could ask for
 * @returns a domhandler tree, so that CSS selectors work on it; scripts of large pages are empty unless they are JSON-LD
 * @throws {ExtractError} PAGE_TOO_LARGE beyond the limits on length and nodes
 * @source https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
 */
export function parsePage(html: string, every = false): ParsedPage {
  if (html.length > MAX_CHARS) throw tooLarge(`${html.length} characters`);
  const builder = createBuilder(html, every);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, builder.callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return builder;
}

function tooLarge(size: string): ExtractError {
  return new ExtractError(
    'PAGE_TOO_LARGE',
    `The page has ${size}, more than any article. Watch a smaller page, or exclude this address.`,
    { size },
  );
}

function createBuilder(
  html: string,
  every: boolean,
): ParsedPage & { readonly callbacks: TokenizerCallbacks } {
  const document = new Document([]);
  const noted: Element[] = [];
  const stack: Element[] = [];
  const counts: Counts = { p: 0, a: 0, li: 0, dd: 0, dt: 0, option: 0, table: 0, svg: 0, math: 0 };
  const small = html.length < SMALL_PAGE;
  let top: ParentNode = document;
  let text = '';
  let nodes = 0;
  let overflow = 0;
  let keepText = true;
  let name = '';
  let attribs: Record<string, string> = {};
  let attribute = '';
  let value = '';
  let keepValue = true;

  const append = (node: Element | Text): void => {
    if (++nodes > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} elements`);
    const { children } = top;
    const last = children[children.length - 1];
    node.parent = top;
    if (last !== undefined) {
      node.prev = last;
      last.next = node;
    }
    children.push(node);
  };
  /** Add the text gathered so far. White space beside a block says nothing, between words of a line it does. */
  const flush = (beside: string): void => {
    if (text === '') return;
    if (keepText && (INLINE_TAGS.has(beside) || /\S/.test(text))) {
      append(new Text(RAW_TEXT.has(stack[stack.length - 1]?.name ?? '') ? text : decodeText(text)));
    }
    text = '';
  };
  const count = (element: Element, by: 1 | -1): void => {
    const { name: tag } = element;
    if (isCounted(tag)) counts[tag] += by;
  };
  const popTo = (length: number): void => {
    while (stack.length > length) {
      const element = stack.pop();
      if (element !== undefined) count(element, -1);
    }
    top = stack[length - 1] ?? document;
    keepText = true;
  };
  /** Index of the nearest open element of that name that `stop` does not hide; -1 for none. */
  const find = (wanted: string, stop: (element: Element) => boolean): number => {
    if (isCounted(wanted) && counts[wanted] === 0) return -1;
    for (let at = stack.length - 1; at >= 0; at--) {
      const element = stack[at];
      if (element === undefined) return -1;
      if (element.name === wanted) return at;
      if (stop(element)) return -1;
    }
    return -1;
  };
  const popFound = (at: number): void => {
    if (at >= 0) popTo(at);
  };
  const isForeign = (): boolean => counts.svg + counts.math > 0;

  const closeImplied = (opening: string): void => {
    const current = stack[stack.length - 1]?.name;
    if (current === undefined || isForeign()) return;
    if (current === 'head' && !HEAD_TAGS.has(opening)) popTo(stack.length - 1);
    if (counts.p > 0 && CLOSES_P.has(opening)) popFound(find('p', inScope));
    if (opening === 'li') popFound(find('li', inList));
    else if (opening === 'dd' || opening === 'dt') {
      popFound(find('dd', inList));
      popFound(find('dt', inList));
    } else if (opening === 'a') closeInline(find('a', inScope));
    else if (opening === 'option' || opening === 'optgroup') popFound(find('option', inSelect));
    else if (counts.table > 0 && TABLE_PARTS.has(opening)) closeTableParts(opening);
    else if (HEADINGS.has(opening) && HEADINGS.has(current)) popTo(stack.length - 1);
  };
  /** Blocks that opened inside stay open, only the link or the bold face ends. */
  const closeInline = (at: number): void => {
    if (at < 0) return;
    for (let above = at + 1; above < stack.length; above++) {
      if (INLINE_TAGS.has(stack[above]?.name ?? '')) continue;
      const [closed] = stack.splice(at, 1);
      if (closed !== undefined) count(closed, -1);
      return;
    }
    popTo(at);
  };
  const closeTableParts = (opening: string): void => {
    const table = find('table', nowhere);
    const depth = opening === 'td' || opening === 'th' ? ROW : opening === 'tr' ? SECTION : NONE;
    for (let at = table + 1; at < stack.length; at++) {
      const open = stack[at]?.name ?? '';
      if (TABLE_PARTS.has(open) && !depth.has(open)) {
        popTo(at);
        return;
      }
    }
  };
  const open = (): void => {
    if ((name === 'html' || name === 'body') && find(name, nowhere) >= 0) return;
    const isVoid = VOID_TAGS.has(name);
    if (stack.length >= MAX_DEPTH) {
      if (!isVoid) overflow++;
      return;
    }
    const element = new Element(name, attribs);
    append(element);
    if (NOTED_TAGS.has(name) && !isForeign()) noted.push(element);
    if (isVoid) return;
    stack.push(element);
    top = element;
    count(element, 1);
    keepText = name === 'script' ? small || (attribs.type ?? '').includes('ld+json') : name !== 'style';
  };
  const close = (closing: string): void => {
    if (closing === 'body' || closing === 'html' || (VOID_TAGS.has(closing) && closing !== 'br')) return;
    if (overflow > 0) {
      overflow--;
      return;
    }
    const at = find(closing, reachOf(closing));
    if (INLINE_TAGS.has(closing)) closeInline(at);
    else if (at >= 0) popTo(at);
    // A lone end tag of these makes an empty element, which parts lines.
    else if (closing === 'p' || closing === 'br') append(new Element(closing, {}));
  };

  return {
    document,
    noted,
    callbacks: {
      ontext: (start, end) => {
        if (keepText) text += html.slice(start, end);
      },
      // References are decoded text by text: see entities.ts.
      ontextentity: () => {},
      onopentagname: (start, end) => {
        name = tagName(html.slice(start, end));
        flush(name);
        attribs = {};
        closeImplied(name);
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        keepValue = every || READ_ATTRIBUTES.has(attribute);
        value = '';
      },
      onattribdata: (start, end) => {
        if (keepValue) value += html.slice(start, end);
      },
      onattribentity: () => {},
      onattribend: () => {
        if (keepValue && attribs[attribute] === undefined) attribs[attribute] = decodeAttribute(value);
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open();
        // `<p/>` opens a paragraph; only in drawings and formulas does the slash close.
        if (isForeign() && stack[stack.length - 1]?.name === name) popTo(stack.length - 1);
      },
      onclosetag: (start, end) => {
        const closing = tagName(html.slice(start, end));
        flush(closing);
        close(closing);
      },
      oncomment: () => {},
      oncdata: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => flush(''),
    },
  };
}

/** How many elements are open of the kinds that are looked for most. */
interface Counts {
  p: number;
  a: number;
  li: number;
  dd: number;
  dt: number;
  option: number;
  table: number;
  svg: number;
  math: number;
}

const COUNTED: ReadonlySet<string> = new Set(['p', 'a', 'li', 'dd', 'dt', 'option', 'table', 'svg', 'math']);

function isCounted(name: string): name is keyof Counts {
  return COUNTED.has(name);
}

const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'xmp']);
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const NONE: ReadonlySet<string> = new Set();
const SECTION: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot']);
const ROW: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot', 'tr']);

/** How far an end tag reaches. */
function reachOf(closing: string): (element: Element) => boolean {
  if (closing === 'table') return nowhere;
  return TABLE_PARTS.has(closing) ? inTable : inScope;
}

const nowhere = (): boolean => false;
const inTable = (element: Element): boolean => element.name === 'table';
const inScope = (element: Element): boolean => SCOPE_TAGS.has(element.name);
const inSelect = (element: Element): boolean => element.name === 'select';
const inList = ({ name }: Element): boolean =>
  name !== 'p' && name !== 'div' && name !== 'address' && !INLINE_TAGS.has(name);
