import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';

/** Levels above a link that are looked at. */
const MOST_LEVELS = 60;
const NAMES =
  /(?:^|\s)(?:nav|nav-?bar|menu|header|head|top|footer|foot|bottom|(?:bread)?crumbs?|position|location|links|copyright)(?:\s|$)/i;
/** A box that shows more than this part of a page is none of its edges, whatever it is called: one was not closed. */
const MOST = 0.5;
/** One with fewer links is no menu, but may be the head of an item of a list. */
const FEWEST_LINKS = 3;
/** Boxes measured on one page: measuring reads all that is in them, and a hostile page nests them. */
const MOST_BOXES = 40;

/** Make a finder of links that stand in what all pages of a site have: its head, its menu, its foot. */
export function chromeFinder($: CheerioAPI): (anchor: Cheerio<AnyNode>) => boolean {
  const whole = measure($.root().get(0)).characters;
  const known = new Map<AnyNode, boolean>();
  let measured = 0;
  const isEdge = (box: Cheerio<AnyNode>): boolean => {
    const names = `${box.attr('class') ?? ''} ${box.attr('id') ?? ''}`.slice(0, 200);
    if (!(box.is('nav, header, footer') || NAMES.test(names)) || ++measured > MOST_BOXES) return false;
    const { links, characters } = measure(box.get(0));
    return links >= FEWEST_LINKS && characters < MOST * whole;
  };
  return (anchor) => {
    let node: AnyNode | null = anchor.get(0)?.parent ?? null;
    for (let depth = 0; node !== null && depth < MOST_LEVELS; depth++, node = node.parent) {
      const edge: boolean = known.get(node) ?? isEdge($(node));
      known.set(node, edge);
      if (edge) return true;
    }
    return false;
  };
}

/** What stands in a box. By hand: joining the text of deep ones takes time that grows with their depth. */
function measure(box: AnyNode | undefined): { links: number; characters: number } {
  const open = box === undefined ? [] : [box];
  let [links, characters] = [0, 0];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') characters += node.data.length;
    if ('name' in node && node.name === 'a') links++;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return { links, characters };
}
