import { Document, Element, type ParentNode, Text } from 'domhandler';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { ExtractError } from '../../core/errors.ts';
import { CLOSES_P, HEAD_TAGS, INLINE_TAGS, SCOPE_TAGS, TABLE_PARTS, VOID_TAGS } from './tags.ts';

/** Longest page that is parsed, in UTF-16 units. Real articles stay below a hundredth of it. */
export const MAX_CHARS = 60_000_000;
/** Most elements and texts in one tree, a hundred times those of the largest real page seen. */
const MAX_NODES = 1_000_000;
/** Scripts of pages below this are kept: they may be all there is, a firewall's challenge. */
const SMALL_PAGE = 20_000;
/** Browsers stop nesting at 512 too; deeper elements are left out, their text stays. */
const MAX_DEPTH = 500;

/**
 * Build the tree of a page.
 *
 * htmlparser2's tokenizer with a tree builder of our own: its parser lets a stray `</div>` in a table cell close
 * the whole page around it, which is how libxml2-based tools lose government pages, it nests without bound, and it
 * keeps comments and scripts that nobody reads here. The rules of the HTML standard that matter for text are
 * followed: what an opening tag closes, how far an end tag reaches, what tables imply.
 *
 * @returns a domhandler tree, so that CSS selectors work on it; scripts of large pages are empty unless they are JSON-LD
 * @throws {ExtractError} PAGE_TOO_LARGE beyond the limits on length and nodes
 * @source https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
 */
export function parsePage(html: string): Document {
  if (html.length > MAX_CHARS) throw tooLarge(`${html.length} characters`);
  const builder = createBuilder(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder.callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return builder.document;
}

function tooLarge(size: string): ExtractError {
  return new ExtractError(
    'PAGE_TOO_LARGE',
    `The page has ${size}, more than any article. Watch a smaller page, or exclude this address.`,
    { size },
  );
}

function createBuilder(html: string): { document: Document; callbacks: TokenizerCallbacks } {
  const document = new Document([]);
  const small = html.length < SMALL_PAGE;
  const stack: Element[] = [];
  let top: ParentNode = document;
  let text = '';
  let nodes = 0;
  let overflow = 0;
  let foreign = 0;
  let keepText = true;
  let name = '';
  let attribs: Record<string, string> = {};
  let attribute = '';
  let value = '';

  const append = (node: Element | Text): void => {
    if (++nodes > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} elements`);
    const last = top.children.at(-1);
    node.parent = top;
    if (last !== undefined) {
      node.prev = last;
      last.next = node;
    }
    top.children.push(node);
  };
  const flush = (): void => {
    if (text !== '' && keepText) append(new Text(text));
    text = '';
  };
  const popTo = (length: number): void => {
    for (const element of stack.splice(length))
      if (element.name === 'svg' || element.name === 'math') foreign--;
    top = stack.at(-1) ?? document;
    keepText = true;
  };
  /** Index of the nearest open element of that name that `stop` does not hide; -1 for none. */
  const find = (wanted: string, stop: (element: Element) => boolean): number => {
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

  const closeImplied = (opening: string): void => {
    if (top === document || foreign > 0) return;
    if (stack.at(-1)?.name === 'head' && !HEAD_TAGS.has(opening)) popTo(stack.length - 1);
    if (CLOSES_P.has(opening)) popFound(find('p', inScope));
    if (opening === 'li') popFound(find('li', inList));
    else if (opening === 'dd' || opening === 'dt') {
      popFound(find('dd', inList));
      popFound(find('dt', inList));
    } else if (opening === 'a') closeLink();
    else if (opening === 'option' || opening === 'optgroup') popFound(find('option', inSelect));
    else if (TABLE_PARTS.has(opening)) closeTableParts(opening);
    else if (HEADING.test(opening) && HEADING.test(stack.at(-1)?.name ?? '')) popTo(stack.length - 1);
  };
  /** A link never stands in a link; blocks that opened since stay open, only the link ends. */
  const closeLink = (): void => closeInline(find('a', inScope));
  const closeInline = (at: number): void => {
    if (at < 0) return;
    if (stack.slice(at + 1).every((element) => INLINE_TAGS.has(element.name))) popTo(at);
    else stack.splice(at, 1);
  };
  const closeTableParts = (opening: string): void => {
    const table = find('table', nowhere);
    if (table < 0) return;
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
    if (stack.length >= MAX_DEPTH) {
      if (!VOID_TAGS.has(name)) overflow++;
      return;
    }
    const element = new Element(name, attribs);
    append(element);
    if (VOID_TAGS.has(name)) return;
    stack.push(element);
    top = element;
    if (name === 'svg' || name === 'math') foreign++;
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
    callbacks: {
      ontext: (start, end) => {
        if (keepText) text += html.slice(start, end);
      },
      ontextentity: (codepoint) => {
        if (keepText) text += String.fromCodePoint(codepoint);
      },
      onopentagname: (start, end) => {
        flush();
        name = html.slice(start, end).toLowerCase();
        attribs = {};
        closeImplied(name);
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (!Object.hasOwn(attribs, attribute)) attribs[attribute] = value;
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open();
        // `<p/>` opens a paragraph; only in drawings and formulas does the slash close.
        if (foreign > 0 && stack.at(-1)?.name === name) popTo(stack.length - 1);
      },
      onclosetag: (start, end) => {
        flush();
        close(html.slice(start, end).toLowerCase());
      },
      oncomment: flush,
      oncdata: flush,
      ondeclaration: flush,
      onprocessinginstruction: flush,
      onend: flush,
    },
  };
}

const HEADING = /^h[1-6]$/;
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
const inList = (element: Element): boolean =>
  element.name !== 'p' &&
  element.name !== 'div' &&
  element.name !== 'address' &&
  !INLINE_TAGS.has(element.name);
