import type { Cheerio } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { readDay, readSplitDay } from './link-date.ts';
import { closestOf } from './parse-markup.ts';

/** Addresses that an item of a list may link to: the article, its column, a comment. What links to more is the list. */
export const MOST_ADDRESSES = 3;
/** Pieces of text that an item may consist of, and nodes looked at for them. */
const MOST_PIECES = 60;
const MOST_NODES = 600;
/** Levels above an item that are looked at: cards keep their date in a box of its own. */
const MOST_LEVELS = 4;
const ITEM: ReadonlySet<string> = new Set(['li', 'tr', 'dd', 'dl', 'p', 'div']);
/** A piece that can be nothing but a date or a part of one. */
const BARE = /^[\s\d年月日:./[\]()（）-]+$/;

/** What an element shows, piece by piece. */
interface Item {
  readonly addresses: ReadonlySet<string>;
  /** Each with the address it links to, null for none. */
  readonly pieces: readonly { readonly text: string; readonly address: string | null }[];
}

/**
 * Make a finder of the day printed in the same item of a list as a link, but not in its headline.
 *
 * The item is the element around the link; where it says no day, those around it, as long as they link to nothing else.
 * What an element shows is kept: a hostile page may hold thousands of links in one.
 */
export function dayFinder(): (anchor: Cheerio<AnyNode>) => string | null {
  const items = new Map<AnyNode, Item | null>();
  const itemOf = (node: AnyNode): Item | null => {
    const known = items.get(node);
    const item = known === undefined ? readItem(node) : known;
    items.set(node, item);
    return item;
  };
  return (anchor) => {
    const address = anchor.attr('href') ?? '';
    const card = anchor.get(0);
    // A card may be a link as a whole, with the day in a box of its own.
    const inCard = card && itemOf(card)?.pieces.filter(({ text }) => BARE.test(text));
    if (inCard && dayOf(inCard) !== null) return dayOf(inCard);
    let node = closestOf(card, ITEM);
    for (let level = 0; node !== null && level <= MOST_LEVELS; level++, node = node.parent) {
      const item = itemOf(node);
      if (item === null || (level > 0 && item.addresses.size > 1)) return null;
      const beside = item.pieces.filter((piece) => piece.address !== address || BARE.test(piece.text));
      const day = dayOf(beside);
      if (day !== null) return day;
    }
    return null;
  };
}

function dayOf(pieces: Item['pieces']): string | null {
  return readDay(textOf(pieces)) ?? readSplitDay(textOf(pieces.filter(({ text }) => BARE.test(text))));
}

function textOf(pieces: Item['pieces']): string {
  return pieces.map(({ text }) => text).join(' ');
}

/** Null for an element that is too much to be one item. */
function readItem(root: AnyNode): Item | null {
  const addresses = new Set<string>();
  const pieces: Item['pieces'][number][] = [];
  const open: { node: AnyNode; address: string | null }[] = [{ node: root, address: null }];
  for (let seen = 0; open.length > 0; seen++) {
    const { node, address: around } = open.pop() ?? { node: root, address: null };
    if (seen > MOST_NODES || pieces.length > MOST_PIECES || addresses.size > MOST_ADDRESSES) return null;
    if (node.type === 'text' && node.data.trim() !== '') pieces.push({ text: node.data, address: around });
    if (!('children' in node)) continue;
    const own = 'attribs' in node && node.name === 'a' ? (node.attribs.href ?? null) : null;
    if (own !== null) addresses.add(own);
    for (const child of node.children.toReversed()) open.push({ node: child, address: own ?? around });
  }
  return { addresses, pieces };
}
