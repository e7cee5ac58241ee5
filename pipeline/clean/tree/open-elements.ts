import type { Element } from 'domhandler';
import { CLOSES_P, HEAD_TAGS, INLINE_TAGS, SCOPE_TAGS, TABLE_PARTS } from './tags.ts';

/** The elements that are open at a point of a page, outermost first, and what tags close of them. */
export interface OpenElements {
  readonly depth: () => number;
  /** The innermost; undefined at the top of the page. */
  readonly current: () => Element | undefined;
  readonly push: (element: Element) => void;
  readonly pop: () => void;
  readonly has: (name: string) => boolean;
  /** Whether a drawing or a formula is open, where other rules hold. */
  readonly isForeign: () => boolean;
  /** Close what an opening tag closes: an open paragraph, item, cell or link of its kind. */
  readonly closeImplied: (opening: string) => void;
  /** Close the element that an end tag means. @returns false if none is open that it reaches */
  readonly close: (closing: string) => boolean;
}

/**
 * A stack of open elements by the rules of the HTML standard that matter for text.
 *
 * @source https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
 */
export function createOpenElements(): OpenElements {
  const stack: Element[] = [];
  const counts: Counts = { p: 0, a: 0, li: 0, dd: 0, dt: 0, option: 0, table: 0, svg: 0, math: 0 };

  const count = (element: Element, by: 1 | -1): void => {
    const { name: tag } = element;
    if (isCounted(tag)) counts[tag] += by;
  };
  const popTo = (length: number): void => {
    while (stack.length > length) {
      const element = stack.pop();
      if (element !== undefined) count(element, -1);
    }
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

  return {
    depth: () => stack.length,
    current: () => stack[stack.length - 1],
    push: (element) => {
      stack.push(element);
      count(element, 1);
    },
    pop: () => popTo(stack.length - 1),
    has: (name) => find(name, nowhere) >= 0,
    isForeign,
    closeImplied,
    close: (closing) => {
      const at = find(closing, reachOf(closing));
      if (INLINE_TAGS.has(closing)) closeInline(at);
      else popFound(at);
      return at >= 0;
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
