import { selectAll } from 'css-select';
import { type AnyNode, type ChildNode, Document, type Element } from 'domhandler';
import { removeElement, textContent } from 'domutils';
import type { Removal } from '../../core/article.ts';
import { ExtractError, messageOf } from '../../core/errors.ts';
import type { ExtractRules, Selection } from '../../core/source.ts';
import { firstDate } from './fields/read-date.ts';
import type { Line, Reading } from './tree/line.ts';
import { tidy } from './tree/measure.ts';

type Range = Exclude<Selection, string>;

/** What the operator's selectors of single facts found. */
export interface RuledFacts {
  readonly title: string | null;
  /** ISO date or date-time. */
  readonly published: string | null;
}

/** Read the title and date an operator points to; null where none is given or found. */
export function readRuledFacts(document: Document, rules: ExtractRules): RuledFacts {
  return {
    title: rules.title === undefined ? null : tidy(firstText(document, rules.title)) || null,
    published: rules.date === undefined ? null : dateAt(document, rules.date),
  };
}

/**
 * Take out of the tree what an operator's `remove` names.
 *
 * @returns what had a text, with the rule that took it
 * @throws {ExtractError} RULE_INVALID for a selector that cannot be read
 */
export function removeRuled(document: Document, rules: ExtractRules): Removal[] {
  const removed: Removal[] = [];
  for (const selection of rules.remove ?? []) {
    for (const node of nodesOf(document, selection)) {
      const text = tidy(textContent(node)).slice(0, 200);
      removeElement(node);
      if (text !== '')
        removed.push({ step: 'remove-ruled', reason: `rules.remove: ${describe(selection)}`, text });
    }
  }
  return removed;
}

/**
 * The lines of what an operator's `select` names.
 *
 * @throws {ExtractError} RULE_MATCHED_NOTHING if there are none: better a source that is reported broken than an article
 *   that silently became another
 */
export function selectRuled(
  document: Document,
  { lines }: Reading,
  selections: readonly Selection[],
): Line[] {
  const nodes = new Set<AnyNode>(selections.flatMap((selection) => nodesOf(document, selection)));
  const selected = lines.filter((line) => {
    for (let node: AnyNode | null = line.origin; node !== null; node = node.parent)
      if (nodes.has(node)) return true;
    return false;
  });
  if (selected.length > 0) return selected;
  throw new ExtractError(
    'RULE_MATCHED_NOTHING',
    `Nothing on the page matches "select" (${selections.map(describe).join(', ')}). The site may have changed: look at the page and correct the rule.`,
  );
}

function nodesOf(document: Document, selection: Selection): ChildNode[] {
  return typeof selection === 'string' ? find(document, selection) : nodesBetween(document, selection);
}

function find(document: Document, selector: string): Element[] {
  try {
    return selectAll<AnyNode, Element>(selector, document);
  } catch (cause) {
    throw new ExtractError(
      'RULE_INVALID',
      `The selector "${selector}" cannot be read (${messageOf(cause)}). Write it as CSS.`,
      { cause, selector },
    );
  }
}

/** The largest nodes that stand wholly between two places of the page, as in Open Terms Archive. */
function nodesBetween(document: Document, range: Range): ChildNode[] {
  const start = range.startBefore ?? range.startAfter;
  const end = range.endBefore ?? range.endAfter;
  const from = start === undefined ? null : find(document, start)[0];
  if (from === undefined) return [];
  const to =
    end === undefined ? null : find(document, end).find((node) => from === null || isBehind(node, from));
  if (to === undefined) return [];
  const found: ChildNode[] = [];
  let inside = from === null;
  /** Returns whether the node stands wholly inside. */
  const walk = (node: ChildNode): boolean => {
    if (node === from) {
      inside = true;
      return range.startBefore !== undefined;
    }
    if (node === to) {
      const whole = inside && range.endAfter !== undefined;
      inside = false;
      return whole;
    }
    if (!('children' in node) || node.children.length === 0) return inside;
    const before = inside;
    const parts = [...node.children].map((child) => ({ child, whole: walk(child) }));
    if (before && inside && parts.every(({ whole }) => whole)) return true;
    found.push(...parts.filter(({ whole }) => whole).map(({ child }) => child));
    return false;
  };
  for (const child of [...document.children]) if (walk(child)) found.push(child);
  return found;
}

function isBehind(node: Element, other: Element): boolean {
  if (node === other || isWithin(node, other)) return node !== other;
  const [a, b] = [pathOf(node), pathOf(other)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return a.length > b.length;
}

/** Positions among the children, from the root down. */
function pathOf(node: ChildNode): number[] {
  const path: number[] = [];
  for (let each: ChildNode = node; each.parent !== null; ) {
    path.unshift(each.parent.children.indexOf(each));
    if (each.parent instanceof Document) break;
    each = each.parent;
  }
  return path;
}

function isWithin(node: ChildNode, other: ChildNode): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) if (parent === other) return true;
  return false;
}

function firstText(document: Document, selector: string): string {
  const [element] = find(document, selector);
  return element === undefined ? '' : (element.attribs.content ?? textContent(element));
}

function dateAt(document: Document, selector: string): string | null {
  const [element] = find(document, selector);
  if (element === undefined) return null;
  return firstDate(element.attribs.datetime ?? element.attribs.content ?? tidy(textContent(element)));
}

function describe(selection: Selection): string {
  return typeof selection === 'string' ? selection : JSON.stringify(selection);
}
