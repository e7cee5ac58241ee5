/** What is said of a paragraph of a Word document. */
export interface ParagraphLook {
  readonly inTable: boolean;
  /** It is the mark behind the last cell of a row. */
  readonly endsRow: boolean;
  /** Level of a heading, 1 to 6; 0 for text. */
  readonly level: number;
}

const PLAIN: ParagraphLook = { inTable: false, endsRow: false, level: 0 };

/** Where the tables of paragraph and character properties stand ([MS-DOC] 2.5.6). */
const FC_PARAGRAPHS = 0x102;
const FC_CHARACTERS = 0xfa;
/** Properties are kept in pages of this size ([MS-DOC] 2.9.33). */
const PAGE = 512;

/** Property codes ([MS-DOC] 2.6). */
const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;
const OUTLINE_LEVEL = 0x2640;
const DELETED = 0x0800;
const HIDDEN = 0x083c;
const TABLE_DEFINITION = 0xd608;
/** The properties stand in the data stream, being too many for the page. */
const HUGE: ReadonlySet<number> = new Set([0x6645, 0x6646]);

/** The streams of a document that its properties are kept in. */
export interface DocStreams {
  readonly main: Buffer;
  readonly table: Buffer;
  /** Empty where the document has none. */
  readonly data: Buffer;
}

/** A stretch of the file that one set of properties is for. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Index of the paragraph's style; 0 for characters. */
  readonly style: number;
  readonly properties: ReadonlyMap<number, number>;
}

/** How to find the look of the paragraph whose mark stands at a place of the file. */
export function paragraphLooks(streams: DocStreams): (at: number) => ParagraphLook {
  const stretches = readStretches(streams, FC_PARAGRAPHS);
  return (at) => {
    const found = stretchAt(stretches, at);
    if (found === null) return PLAIN;
    const { style, properties } = found;
    const outline = properties.get(OUTLINE_LEVEL);
    // The styles of headings have fixed places.
    const level = outline === undefined ? style : outline + 1;
    return {
      inTable: properties.get(IN_TABLE) === 1,
      endsRow: properties.get(ENDS_ROW) === 1,
      level: level <= 6 ? level : 0,
    };
  };
}

/** How to tell whether the character at a place of the file is hidden, or deleted with changes tracked. */
export function hiddenStretches(streams: DocStreams): (at: number) => boolean {
  const hidden = readStretches(streams, FC_CHARACTERS).filter(
    ({ properties }) => properties.get(DELETED) === 1 || properties.get(HIDDEN) === 1,
  );
  return (at) => hidden.length > 0 && stretchAt(hidden, at) !== null;
}

function stretchAt(stretches: readonly Stretch[], at: number): Stretch | null {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.start <= at ? found : null;
}

function readStretches({ main, table, data }: DocStreams, where: number): Stretch[] {
  const start = main.readUInt32LE(where);
  const size = main.readUInt32LE(where + 4);
  const plc = table.subarray(start, start + size);
  const pages = Math.max(0, Math.floor((plc.length - 4) / 8));
  const stretches: Stretch[] = [];
  for (let page = 0; page < pages; page++) {
    const number = plc.readUInt32LE(4 * (pages + 1) + 4 * page) & 0x3fffff;
    const bytes = main.subarray(number * PAGE, (number + 1) * PAGE);
    if (bytes.length === PAGE) stretches.push(...readPage(bytes, data, where === FC_PARAGRAPHS));
  }
  return stretches.sort((a, b) => a.start - b.start);
}

/** One page of properties: places, then where in the page the properties of each stretch stand ([MS-DOC] 2.9.33, 2.9.175). */
function readPage(page: Buffer, data: Buffer, paragraphs: boolean): Stretch[] {
  const count = Math.min(page[PAGE - 1] ?? 0, 100);
  const stretches: Stretch[] = [];
  for (let at = 0; at < count; at++) {
    const [start, end] = [page.readUInt32LE(4 * at), page.readUInt32LE(4 * at + 4)];
    const offset = 2 * (page[4 * (count + 1) + at * (paragraphs ? 13 : 1)] ?? 0);
    const group =
      offset === 0
        ? Buffer.alloc(0)
        : paragraphs
          ? paragraphGroup(page, offset)
          : characterGroup(page, offset);
    const style = paragraphs && group.length >= 2 ? group.readUInt16LE(0) : 0;
    stretches.push({
      start,
      end,
      style,
      properties: readProperties(paragraphs ? group.subarray(2) : group, data),
    });
  }
  return stretches;
}

function paragraphGroup(page: Buffer, offset: number): Buffer {
  const half = page[offset] ?? 0;
  if (half > 0) return page.subarray(offset + 1, offset + 2 * half);
  return page.subarray(offset + 2, offset + 2 + 2 * (page[offset + 1] ?? 0));
}

function characterGroup(page: Buffer, offset: number): Buffer {
  return page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0));
}

/** Single property modifiers ([MS-DOC] 2.2.5): a code, whose top bits tell the size of what follows. */
function readProperties(group: Buffer, data: Buffer): Map<number, number> {
  const properties = new Map<number, number>();
  for (let at = 0; at + 3 <= group.length; ) {
    const code = group.readUInt16LE(at);
    if (HUGE.has(code) && at + 6 <= group.length) return hugeProperties(data, group.readUInt32LE(at + 2));
    properties.set(code, group[at + 2] ?? 0);
    at += 2 + sizeOf(code, group, at + 2);
  }
  return properties;
}

function hugeProperties(data: Buffer, at: number): Map<number, number> {
  if (at + 2 > data.length) return new Map();
  // Without a data stream of its own, so that no reference leads back to itself.
  return readProperties(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)), Buffer.alloc(0));
}

/** Bytes behind a code, by its three top bits; the seventh kind says its size itself. */
const SIZES: readonly (number | undefined)[] = [1, 1, 2, 4, 2, 2, undefined, 3];

function sizeOf(code: number, group: Buffer, at: number): number {
  if (code === TABLE_DEFINITION && at + 2 <= group.length) return group.readUInt16LE(at) + 1;
  return SIZES[code >> 13] ?? (group[at] ?? 0) + 1;
}
