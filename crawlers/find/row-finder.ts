import type { AnyNode } from 'domhandler';
import { MOST_ADDRESSES } from './day-beside.ts';

/** Levels of elements around a link that are looked at for its row. */
const MOST_LEVELS = 6;
/** Other rows with an article that make a list; in a row of a forum two cells lead to the same one. */
const FEWEST_ROWS = 3;

/** A link where it stands. */
export interface Anchor {
  readonly node: AnyNode;
  readonly url: string;
  readonly text: string;
}

/** Elements of one name in one element: how many have links, and how many of these are rows of an article. */
interface Siblings {
  readonly linked: number;
  readonly rows: number;
}

/**
 * Make a finder of links that are a row of a list: what they stand in is one of several elements of its kind, of which most
 * have one article each, and no other link in it says more.
 *
 * A menu has such elements too, but none with an article; the head of a list is of another kind, or all alone.
 *
 * @param anchors all links of a page, in order
 * @param articles addresses that are known to be articles
 */
export function rowFinder(
  anchors: readonly Anchor[],
  articles: ReadonlySet<string>,
): (url: string) => boolean {
  const within = linksWithin(anchors);
  const known = new Map<AnyNode, Map<string, Siblings>>();
  const isRow = (node: AnyNode) => {
    const links = within.get(node);
    return (
      links !== undefined && links.size <= MOST_ADDRESSES && links.keys().some((url) => articles.has(url))
    );
  };
  const siblingsOf = (parent: AnyNode, name: string): Siblings => {
    const names = known.get(parent) ?? new Map<string, Siblings>();
    known.set(parent, names);
    const children = 'children' in parent && !names.has(name) ? parent.children : [];
    const linked = children.filter((child) => nameOf(child) === name && within.has(child));
    const siblings = names.get(name) ?? { linked: linked.length, rows: linked.filter(isRow).length };
    names.set(name, siblings);
    return siblings;
  };
  const standsInRow = ({ node, url }: Anchor): boolean => {
    let row: AnyNode | null = node;
    for (let level = 0; row?.parent && level < MOST_LEVELS; level++, row = row.parent) {
      const links = within.get(row);
      if (links === undefined || links.size > MOST_ADDRESSES) return false;
      const { linked, rows } = siblingsOf(row.parent, nameOf(row));
      if (rows >= FEWEST_ROWS && rows * 2 >= linked - 1) return mainOf(links) === url;
    }
    return false;
  };
  const byUrl = Map.groupBy(anchors, ({ url }) => url);
  return (url) => byUrl.get(url)?.some(standsInRow) ?? false;
}

/** Of each element around links the words of each address in it, as far as it may be a row: one address more, at most. */
type Within = ReadonlyMap<string, string>;

function linksWithin(anchors: readonly Anchor[]): ReadonlyMap<AnyNode, Within> {
  const within = new Map<AnyNode, Map<string, string>>();
  for (const { node: anchor, url, text } of anchors) {
    let node: AnyNode | null = anchor;
    for (let level = 0; node !== null && level <= MOST_LEVELS; level++, node = node.parent) {
      const links = within.get(node) ?? new Map<string, string>();
      within.set(node, links);
      const known = links.get(url);
      if (known === undefined ? links.size <= MOST_ADDRESSES : text.length > known.length)
        links.set(url, text);
    }
  }
  return within;
}

/** The address with the most words; of those that say as much the last, which its column stands before. */
function mainOf(links: Within): string | undefined {
  return [...links].toSorted(([, a], [, b]) => a.length - b.length).at(-1)?.[0];
}

function nameOf(node: AnyNode): string {
  return 'name' in node ? node.name : '';
}
