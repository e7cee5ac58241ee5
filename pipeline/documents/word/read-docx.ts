import type { Element } from 'domhandler';
import type { Block } from '../../../core/article.ts';
import { unreadable } from '../document.ts';
import { type PlacedCell, paragraphBlock, tableBlocks } from '../document-blocks.ts';
import type { ZipEntry } from '../unzip.ts';
import { attribute, children, down, localName, partOf } from '../xml.ts';
import { type Numbering, readNumbering } from './docx-numbering.ts';

/** What of a document is needed to read its paragraphs. */
interface Docx {
  readonly numbering: Numbering;
  /** Outline level of each paragraph style: 1 to 9, 0 for text. */
  readonly levels: ReadonlyMap<string, number>;
}

/**
 * Read a Word document (ISO/IEC 29500): paragraphs, headings, tables, with the numbers that Word counts itself. Word
 * processors turn a typed 一、 into such a number, so without them plans lose the heads of their headings.
 *
 * What is deleted or hidden in it is left out, as it is on paper.
 *
 * @throws {ExtractError} ATTACHMENT_UNREADABLE
 */
export async function readDocx(files: ReadonlyMap<string, ZipEntry>, main: string): Promise<Block[]> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const body = down(await partOf(files, main), 'body');
  if (body === null) throw unreadable('it has no text part');
  const styles = await partOf(files, `${folder}styles.xml`);
  const numbering = readNumbering(await partOf(files, `${folder}numbering.xml`), styles);
  return blocksIn(body, { numbering, levels: levelsOf(styles) });
}

function levelsOf(styles: Element | null): Map<string, number> {
  const levels = new Map<string, number>();
  for (const style of styles === null ? [] : children(styles, 'style')) {
    const level = attribute(down(style, 'pPr', 'outlineLvl'), 'val');
    const name = attribute(down(style, 'name'), 'val') ?? '';
    const named = /^heading (\d)$/i.exec(name)?.[1];
    const own = named === undefined ? (level === null ? 0 : Number(level) + 1) : Number(named);
    levels.set(attribute(style, 'styleId') ?? '', own > 6 ? 0 : own);
  }
  return levels;
}

function blocksIn(parent: Element, docx: Docx): Block[] {
  return children(parent).flatMap((element) => {
    switch (localName(element)) {
      case 'p':
        return paragraph(element, docx);
      case 'tbl':
        return table(element, docx);
      case 'sdt':
        return children(element, 'sdtContent').flatMap((content) => blocksIn(content, docx));
      case 'customXml':
      case 'ins':
        return blocksIn(element, docx);
      default:
        return [];
    }
  });
}

function paragraph(element: Element, { numbering, levels }: Docx): Block[] {
  const { text, boxes } = runsOf(element);
  const style = attribute(down(element, 'pPr', 'pStyle'), 'val') ?? '';
  const own = attribute(down(element, 'pPr', 'outlineLvl'), 'val');
  const level = own === null ? (levels.get(style) ?? 0) : Number(own) < 6 ? Number(own) + 1 : 0;
  const number = numbering.next(element, style);
  const lines = text
    .split('\n')
    .flatMap((line, at) => paragraphBlock(at === 0 && line.trim() !== '' ? `${number}${line}` : line, level));
  return [...lines, ...boxes.flatMap((box) => blocksIn(box, { numbering, levels }))];
}

const SKIPPED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'pPr',
  'rPr',
  'Fallback',
  'footnoteReference',
  'endnoteReference',
]);

/** The text of a paragraph, `\n` where a line was broken by hand, and the text boxes anchored in it. */
function runsOf(paragraph: Element): { text: string; boxes: Element[] } {
  const boxes: Element[] = [];
  let text = '';
  const walk = (element: Element): void => {
    for (const child of children(element)) {
      const name = localName(child);
      if (SKIPPED.has(name) || (name === 'r' && isHidden(child))) continue;
      if (name === 'txbxContent') boxes.push(child);
      else if (name === 't') text += child.children.map((node) => ('data' in node ? node.data : '')).join('');
      else if (name === 'tab') text += ' ';
      else if (name === 'br' || name === 'cr') text += '\n';
      else if (name === 'noBreakHyphen') text += '-';
      else walk(child);
    }
  };
  walk(paragraph);
  return { text, boxes };
}

function isHidden(run: Element): boolean {
  const vanish = down(run, 'rPr', 'vanish');
  return vanish !== null && !/^(?:0|false|off)$/.test(attribute(vanish, 'val') ?? '');
}

function table(element: Element, docx: Docx): Block[] {
  const cells: (PlacedCell & { rows: number })[] = [];
  /** The cell that a column continues, for vertical spans. */
  const open = new Map<number, PlacedCell & { rows: number }>();
  for (const [row, line] of rowsOf(element).entries()) {
    let column = Number(attribute(down(line, 'trPr', 'gridBefore'), 'val') ?? 0);
    for (const cell of cellsOf(line)) {
      const properties = down(cell, 'tcPr');
      const columns = Math.min(
        64,
        Math.max(1, Number(attribute(down(properties, 'gridSpan'), 'val') ?? 1) || 1),
      );
      const merge = down(properties, 'vMerge');
      const above = open.get(column);
      if (merge !== null && attribute(merge, 'val') !== 'restart' && above !== undefined) above.rows++;
      else {
        const text = blocksIn(cell, docx)
          .map((block) => block.text.replace(/\s+/g, ' '))
          .join('');
        const placed = { row, column, rows: 1, columns, text };
        cells.push(placed);
        if (merge === null) open.delete(column);
        else open.set(column, placed);
      }
      column += columns;
    }
  }
  return tableBlocks(cells);
}

function rowsOf(table: Element): Element[] {
  return children(table).flatMap((child) =>
    localName(child) === 'tr'
      ? [child]
      : /^(?:sdt|sdtContent|ins)$/.test(localName(child))
        ? rowsOf(child)
        : [],
  );
}

function cellsOf(row: Element): Element[] {
  return children(row).flatMap((child) =>
    localName(child) === 'tc'
      ? [child]
      : /^(?:sdt|sdtContent|ins)$/.test(localName(child))
        ? cellsOf(child)
        : [],
  );
}
