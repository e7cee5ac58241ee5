import { type ChildNode, Document, Element, type ParentNode, Text } from 'domhandler';
import { ExtractError } from '../../../core/errors.ts';
import { decodeAttribute, decodeText } from './entities.ts';
import { createOpenElements } from './open-elements.ts';
import { scanTags, type TagListener } from './scan-tags.ts';
import { INLINE_TAGS, LONGEST_READ, NOTED_TAGS, readAttributeName, tagName, VOID_TAGS } from './tags.ts';

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
 * A builder of our own on scan-tags.ts: htmlparser2's lets a stray `</div>` in a table cell close the whole page around
 * it, which is how libxml2-based tools lose government pages, it nests without bound, and it keeps comments, scripts and
 * attributes that nobody reads here. The rules of the HTML standard that matter for text
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
  scanTags(html, builder.listener);
  builder.end();
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
): ParsedPage & { readonly listener: TagListener; readonly end: () => void } {
  const document = new Document([]);
  const noted: Element[] = [];
  const stack = createOpenElements();
  const small = html.length < SMALL_PAGE;
  let top: ParentNode = document;
  let text = '';
  let nodes = 0;
  let overflow = 0;
  let keepText = true;
  let name = '';
  let attribs = NO_ATTRIBUTES;

  const append = (node: Element | Text): void => {
    if (++nodes > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} elements`);
    const { children } = top;
    const last = children[children.length - 1];
    node.parent = top;
    if (last === undefined) {
      // Most have one child, and the first push makes room for seventeen.
      top.children = [node];
      return;
    }
    node.prev = last;
    last.next = node;
    children.push(node);
  };
  /** Add the text gathered so far. White space beside a block says nothing, between words of a line it does. */
  const flush = (beside: string): void => {
    if (text === '') return;
    if (keepText && (INLINE_TAGS.has(beside) || !isBlank(text))) {
      append(new Text(RAW_TEXT.has(stack.current()?.name ?? '') ? text : decodeText(text)));
    }
    text = '';
  };

  /** Go on in what is the innermost open element now. */
  const rise = (): void => {
    const inner = stack.current() ?? document;
    if (inner === top) return;
    top = inner;
    keepText = true;
  };
  const open = (): void => {
    if ((name === 'html' || name === 'body') && stack.has(name)) return;
    const isVoid = VOID_TAGS.has(name);
    if (stack.depth() >= MAX_DEPTH) {
      if (!isVoid) overflow++;
      return;
    }
    const element = new Element(name, attribs, NONE);
    append(element);
    if (NOTED_TAGS.has(name) && !stack.isForeign()) noted.push(element);
    if (isVoid) return;
    stack.push(element);
    top = element;
    keepText = name === 'script' ? small || (attribs.type ?? '').includes('ld+json') : name !== 'style';
  };
  const close = (closing: string): void => {
    if (closing === 'body' || closing === 'html' || (VOID_TAGS.has(closing) && closing !== 'br')) return;
    if (overflow > 0) {
      overflow--;
      return;
    }
    if (stack.close(closing)) rise();
    // A lone end tag of these makes an empty element, which parts lines.
    else if (closing === 'p' || closing === 'br') append(new Element(closing, {}));
  };

  return {
    document,
    noted,
    end: () => flush(''),
    listener: {
      // References are decoded text by text: see entities.ts.
      onText: (start, end) => {
        if (keepText) text += html.slice(start, end);
      },
      onOpenName: (start, end) => {
        name = tagName(html.slice(start, end));
        flush(name);
        attribs = NO_ATTRIBUTES;
        stack.closeImplied(name);
        rise();
        return name;
      },
      onAttribute: (start, end, value, valueEnd) => {
        if (!every && end - start > LONGEST_READ) return;
        const raw = html.slice(start, end);
        const attribute = readAttributeName(raw, name) ?? (every ? raw.toLowerCase() : undefined);
        if (attribute === undefined) return;
        if (attribs === NO_ATTRIBUTES) attribs = {};
        if (attribs[attribute] === undefined)
          attribs[attribute] = decodeAttribute(html.slice(value, valueEnd));
      },
      onOpenEnd: (slash) => {
        open();
        // `<p/>` opens a paragraph; only in drawings and formulas does the slash close.
        if (slash && stack.isForeign() && top !== document && stack.current()?.name === name) {
          stack.pop();
          rise();
        }
      },
      onClose: (start, end) => {
        const closing = tagName(html.slice(start, end));
        flush(closing);
        close(closing);
      },
    },
  };
}

/** What has no children shares this: the first child brings a list of its own. */
const NONE: ChildNode[] = [];
const NO_ATTRIBUTES: Record<string, string> = {};
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'xmp']);

/** Whether a text is white space alone: of most texts the first character says that it is not. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  const isText = (first > SPACE && first < 0x7f) || (first > WIDE_SPACE && first < BYTE_ORDER_MARK);
  return !isText && !/\S/.test(text);
}

const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;
