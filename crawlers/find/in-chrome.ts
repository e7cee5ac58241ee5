import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';

/** Levels above a link that are looked at. */
const MOST_LEVELS = 60;
const NAMES =
  /(?:^|\s)(?:nav|nav-?bar|menu|header|head|top|footer|foot|bottom|(?:bread)?crumbs?|position|location|links|copyright)(?:\s|$)/i;
/** A box that shows more than this part of a page is none of its edges, whatever it is called: one was not closed. */
const MOST = 0.5;

/** Make a finder of links that stand in what all pages of a site have: its head, its menu, its foot. */
export function chromeFinder($: CheerioAPI): (anchor: Cheerio<AnyNode>) => boolean {
  const whole = $.root().text().length;
  const known = new Map<AnyNode, boolean>();
  const isEdge = (box: Cheerio<AnyNode>): boolean => {
    const names = `${box.attr('class') ?? ''} ${box.attr('id') ?? ''}`.slice(0, 200);
    return (box.is('nav, header, footer') || NAMES.test(names)) && box.text().length < MOST * whole;
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
