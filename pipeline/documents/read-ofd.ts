import { posix } from 'node:path';
import type { Element } from 'domhandler';
import type { Block } from '../../core/article.ts';
import { checkLetters } from './check-letters.ts';
import { LIMITS, tooLarge, unreadable } from './document.ts';
import { layOut } from './layout/lay-out.ts';
import { IDENTITY, type Matrix, map, times, toMatrix } from './layout/matrix.ts';
import type { PrintedPage, Run, Stroke } from './layout/page.ts';
import { strokesOfPath } from './layout/path-strokes.ts';
import type { ZipEntry } from './unzip.ts';
import { attribute, children, down, localName, partOf, textOf } from './xml.ts';

type Files = ReadonlyMap<string, ZipEntry>;

/** OFD measures in millimetres, the layout in points. */
const POINTS = 72 / 25.4;

/**
 * Read an OFD (GB/T 33190-2016), the format of official documents: a zip of pages in XML, where letters have places as
 * in a PDF.
 *
 * @throws {ExtractError} ATTACHMENT_SCANNED, ATTACHMENT_TOO_LARGE, ATTACHMENT_UNREADABLE
 */
export async function readOfd(files: Files): Promise<Block[]> {
  const root = await partOf(files, 'OFD.xml');
  const bodies = root === null ? [] : children(root, 'DocBody');
  const pages: PrintedPage[] = [];
  for (const body of bodies) pages.push(...(await readBody(files, textOf(down(body, 'DocRoot')).trim())));
  if (pages.length === 0) throw unreadable('it is an OFD without pages');
  checkLetters(pages);
  return layOut(pages);
}

async function readBody(files: Files, path: string): Promise<PrintedPage[]> {
  const document = await partOf(files, path);
  if (document === null) throw unreadable('it is an OFD whose document is not in it');
  const folder = posix.dirname(path);
  const usual = boxOf(textOf(down(document, 'CommonData', 'PageArea', 'PhysicalBox')));
  const listed = children(down(document, 'Pages') ?? document, 'Page');
  if (listed.length > LIMITS.pages) throw tooLarge(`${LIMITS.pages} pages`);
  const pages: PrintedPage[] = [];
  for (const entry of listed) {
    const page = await partOf(files, posix.join(folder, attribute(entry, 'BaseLoc') ?? ''));
    if (page !== null) pages.push(readPage(page, usual));
  }
  return pages;
}

function readPage(page: Element, usual: Box): PrintedPage {
  const own = textOf(down(page, 'Area', 'PhysicalBox'));
  const { width, height } = own === '' ? usual : boxOf(own);
  const runs: Run[] = [];
  const strokes: Stroke[] = [];
  const walk = (parent: Element): void => {
    for (const element of children(parent)) {
      const name = localName(element);
      if (name === 'TextObject') runs.push(...textRuns(element));
      else if (name === 'PathObject') strokes.push(...pathStrokes(element));
      else if (name === 'Layer' || name === 'PageBlock') walk(element);
    }
  };
  const content = down(page, 'Content');
  if (content !== null) walk(content);
  return { width: width * POINTS, height: height * POINTS, runs, strokes };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(text: string): Box {
  const [x = 0, y = 0, width = 210, height = 297] = numbersOf(text);
  return { x, y, width, height };
}

function numbersOf(text: string | null): number[] {
  return (text ?? '')
    .split(/\s+/)
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** From the space of an object to the page: its own matrix, then its place. */
function spaceOf(object: Element): Matrix {
  const { x, y } = boxOf(attribute(object, 'Boundary') ?? '');
  const own = numbersOf(attribute(object, 'CTM'));
  return times([POINTS, 0, 0, POINTS, x * POINTS, y * POINTS], own.length === 6 ? toMatrix(own) : IDENTITY);
}

/** A gap of this part of a letter parts two runs. */
const GAP = 0.25;

/** Text objects say where each letter stands: by a first place and the steps from letter to letter (GB/T 33190, 11.3). */
function textRuns(object: Element): Run[] {
  const space = spaceOf(object);
  const size = Number(attribute(object, 'Size') ?? 0);
  const stretch = Number(attribute(object, 'HScale') ?? 1) || 1;
  // Text that stands on its side is a margin note or a watermark.
  if (attribute(object, 'Visible') === 'false' || Math.abs(space[1]) > 0.1 * Math.abs(space[0])) return [];
  return children(object, 'TextCode').flatMap((code) => {
    const letters = [...textOf(code)];
    const steps = stepsOf(attribute(code, 'DeltaX'), letters.length);
    const down = stepsOf(attribute(code, 'DeltaY'), letters.length);
    let [x, y] = [Number(attribute(code, 'X') ?? 0), Number(attribute(code, 'Y') ?? 0)];
    const runs: { text: string; from: number; to: number; y: number }[] = [];
    for (const [at, letter] of letters.entries()) {
      const wide = letter.charCodeAt(0) > 0x2e7f ? 1 : 0.55;
      const open = runs.at(-1);
      // Steps wider than a letter are gaps; narrower letters on wide steps are only spaced out.
      const step = steps[at] ?? (down.length > 0 ? 0 : size * stretch * wide);
      const to = x + Math.min(step || size * stretch * wide, size * stretch);
      if (open !== undefined && open.y === y && x - open.to <= GAP * size && letter !== ' ') {
        open.text += letter;
        open.to = to;
      } else if (letter.trim() !== '') runs.push({ text: letter, from: x, to, y });
      x += step;
      y += down[at] ?? 0;
    }
    return runs.map(({ text, from, to, y: line }): Run => {
      const [left, base] = map(space, from, line);
      return {
        text,
        left,
        right: map(space, to, line)[0],
        base,
        size: size * Math.hypot(space[2], space[3]),
      };
    });
  });
}

/** Steps between letters: numbers, where `g 3 5.2` stands for three times 5.2. */
function stepsOf(text: string | null, most: number): number[] {
  const parts = (text ?? '').split(/\s+/).filter((part) => part !== '');
  const steps: number[] = [];
  for (let at = 0; at < parts.length && steps.length < most; at++) {
    if (parts[at] !== 'g') steps.push(Number(parts[at]));
    else {
      const count = Math.min(most, Number(parts[at + 1]) || 0);
      for (let time = 0; time < count; time++) steps.push(Number(parts[at + 2]));
      at += 2;
    }
  }
  return steps.filter(Number.isFinite);
}

/** Letters of a path, as the marks that {@link strokesOfPath} reads, and how many numbers follow (GB/T 33190, 9.1). */
const MARKS: Readonly<Record<string, readonly [mark: number, numbers: number]>> = {
  S: [0, 2],
  M: [0, 2],
  L: [1, 2],
  B: [2, 6],
  Q: [3, 4],
  C: [4, 0],
};

/** `M 0 0 L 100 0`. A path with arcs is a drawing. */
function pathStrokes(object: Element): Stroke[] {
  const parts = textOf(down(object, 'AbbreviatedData'))
    .split(/\s+/)
    .filter((part) => part !== '');
  const data: number[] = [];
  for (let at = 0; at < parts.length; ) {
    const [mark, width] = MARKS[parts[at] ?? ''] ?? [0, -1];
    if (width < 0) return [];
    data.push(mark, ...parts.slice(at + 1, at + 1 + width).map(Number));
    at += 1 + width;
  }
  return data.every(Number.isFinite)
    ? strokesOfPath(data, attribute(object, 'Fill') === 'true', spaceOf(object))
    : [];
}
