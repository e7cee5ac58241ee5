import { type AnyNode, type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { lookOf } from './inline-style.ts';
import { type Box, type Line, PART, type Reading } from './line.ts';
import { bareLength, measure, tidy } from './measure.ts';
import { readTable } from './read-table.ts';
import { createNaming } from './roles.ts';
import { showFaded } from './show-faded.ts';
import { INLINE_TAGS, SKIPPED_TAGS } from './tags.ts';

/** What encloses the text being gathered, beside its box. Most boxes add nothing to it and share that of the box around. */
interface Place {
  readonly hidden: string | null;
  readonly heading: number;
  readonly item: number;
  readonly quote: boolean;
  readonly caption: boolean;
  readonly href: string | null;
  readonly strong: boolean;
  readonly pre: boolean;
}

const NOWHERE: Place = {
  hidden: null,
  heading: 0,
  item: 0,
  quote: false,
  caption: false,
  href: null,
  strong: false,
  pre: false,
};

/** Text gathered for the line being read. */
interface Pending {
  raw: string;
  /** Whether an inline element begins or ends where the next text comes. */
  parted: boolean;
  /** Lengths without white space of what stands in links, and of what is bold. */
  links: number;
  bold: number;
  readonly hrefs: string[];
  origin: AnyNode | null;
}

function nothing(): Pending {
  return { raw: '', parted: false, links: 0, bold: 0, hrefs: [], origin: null };
}

/** What a line knows before it is measured and placed; `linked` and `strong` still are lengths. */
type Given = Pick<Line, 'text' | 'raw' | 'linked' | 'strong' | 'hrefs' | 'rows' | 'origin'>;

/** Longer descriptions of images are of what they show. */
const MAX_IMAGE = 12;

const HEADING_LEVELS = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));
const STRONG_TAGS: ReadonlySet<string> = new Set(['b', 'strong']);

/**
 * Read a tree into lines of text and the boxes they stand in: everything later steps look at.
 *
 * Steps decide on lines, not on elements, because pages put an article's paragraphs in `p`, in `div`, or loose
 * between `<br>`, and the same page often does all three.
 */
export function readLines(document: Document): Reading {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const images: { text: string; at: number }[] = [];
  const naming = createNaming();
  let pending = nothing();

  const openBox = (element: Element, parent: Box | null): Box => {
    const { mark, role } = naming(element);
    const at = lines.length;
    const box: Box = { index: boxes.length, element, parent, mark, role, first: at, end: at };
    boxes.push(box);
    return box;
  };

  const flush = (box: Box, place: Place): void => {
    const { raw, links, bold, hrefs, origin } = pending;
    if (raw === '') {
      // Addresses of links without text.
      if (hrefs.length > 0) pending = nothing();
      return;
    }
    pending = nothing();
    // Among the unseen characters that tidying takes out are the marks of parts.
    const text = tidy(raw);
    if (text === '') return;
    addLine(box, place, {
      text,
      raw,
      linked: links,
      strong: bold,
      hrefs,
      rows: null,
      origin: origin ?? box.element,
    });
  };

  const addLine = (box: Box, place: Place, given: Given): void => {
    const { weight, stops, commas, length } = measure(given.text);
    const share = (part: number): number => (part === 0 ? 0 : Math.min(1, part / Math.max(1, length)));
    // Written out: spreading three objects into one was a tenth of the whole reading.
    lines.push({
      index: lines.length,
      text: given.text,
      raw: given.raw,
      box,
      origin: given.origin,
      weight,
      stops,
      commas,
      linked: share(given.linked),
      hrefs: given.hrefs,
      strong: share(given.strong),
      heading: place.heading,
      item: place.item,
      quote: place.quote,
      caption: place.caption,
      rows: given.rows,
      hidden: place.hidden,
      asked: { dates: null, phrase: null, names: null },
    });
  };

  const gather = (data: string, box: Box, place: Place, node: AnyNode): void => {
    if (place.pre && data.includes('\n')) {
      const [head = '', ...rest] = data.split('\n');
      const inLine = { ...place, pre: false };
      gather(head, box, inLine, node);
      for (const line of rest) {
        flush(box, place);
        gather(line, box, inLine, node);
      }
      return;
    }
    if (pending.origin === null && /\S/.test(data)) pending.origin = node;
    // Only between texts: a line that is one link stays the text it is, without a copy.
    if (pending.raw === '') pending.raw = data;
    else pending.raw += pending.parted ? PART + data : data;
    pending.parted = false;
    if (place.href !== null) pending.links += bareLength(data);
    if (place.strong) pending.bold += bareLength(data);
  };

  const walk = (node: ParentNode, box: Box, place: Place): void => {
    for (const child of node.children) {
      if (isText(child)) {
        gather(child.data, box, place, child);
        continue;
      }
      if (!isTag(child)) continue;
      const { name } = child;
      if (name === 'br' || name === 'hr') flush(box, place);
      else if (SKIPPED_TAGS.has(name)) continue;
      else if (INLINE_TAGS.has(name)) walkInline(child, name, box, place);
      else walkBlock(child, name, box, place);
    }
  };

  const walkInline = (element: Element, name: string, box: Box, place: Place): void => {
    if (name === 'img' && place.hidden === null) noteImage(element);
    if (name === 'img' || name === 'wbr' || name === 'source') return;
    const look = lookOf(element);
    if (look.hidden !== null && place.hidden === null) {
      // A line of its own, so that the paragraph around it stays whole.
      const around = pending;
      pending = nothing();
      const unseen = { ...place, hidden: look.hidden };
      walk(element, box, unseen);
      flush(box, unseen);
      pending = around;
      return;
    }
    if (look.block) flush(box, place);
    const href = name === 'a' ? (element.attribs.href ?? null) : null;
    if (href !== null) pending.hrefs.push(href);
    const strong = place.strong || STRONG_TAGS.has(name) || look.bold;
    pending.parted = true;
    walk(
      element,
      box,
      href === null && strong === place.strong ? place : { ...place, href: href ?? place.href, strong },
    );
    pending.parted = true;
    if (look.block) flush(box, place);
  };

  const noteImage = ({ attribs: { alt = '', title = '' } }: Element): void => {
    const text = tidy(alt.length > 0 ? alt : title);
    if (text !== '' && text.length <= MAX_IMAGE) images.push({ text, at: lines.length });
  };

  const walkBlock = (element: Element, name: string, around: Box, place: Place): void => {
    flush(around, place);
    const box = openBox(element, around);
    const inner = placeIn(element, name, place);
    const table = name === 'table' ? readTable(element) : null;
    if (table === null) {
      walk(element, box, inner);
      flush(box, inner);
    } else {
      const { text, rows, links, hrefs } = table;
      const caption = element.children.find((child) => isTag(child) && child.name === 'caption');
      if (caption !== undefined && isTag(caption)) walkBlock(caption, 'caption', box, inner);
      addLine(box, inner, { text, raw: text, linked: links, strong: 0, hrefs, rows, origin: element });
    }
    box.end = lines.length;
  };

  const root = openBox(new Element('#page', {}), null);
  walk(document, root, NOWHERE);
  flush(root, NOWHERE);
  root.end = lines.length;
  return { boxes, lines: showFaded(lines), images };
}

/** What a block adds to the place it stands in; the same place if it adds nothing. */
function placeIn(element: Element, name: string, place: Place): Place {
  const look = lookOf(element);
  if (look.hidden === null && !look.bold && !PLACING_TAGS.has(name)) return place;
  const heading = HEADING_LEVELS.get(name) ?? place.heading;
  return {
    hidden: place.hidden ?? look.hidden,
    heading,
    item: name === 'ul' || name === 'ol' || name === 'dl' ? place.item + 1 : place.item,
    quote: place.quote || name === 'blockquote',
    caption: place.caption || name === 'figcaption' || name === 'caption',
    href: place.href,
    strong: place.strong || heading > 0 || look.bold,
    pre: place.pre || name === 'pre' || name === 'xmp' || name === 'listing',
  };
}

/** Blocks that say something of the text in them by their tag alone. */
const PLACING_TAGS: ReadonlySet<string> = new Set([
  ...HEADING_LEVELS.keys(),
  ...['ul', 'ol', 'dl', 'blockquote', 'figcaption', 'caption', 'pre', 'xmp', 'listing'],
]);
