import type { Element } from 'domhandler';
import type { Block } from '../../../core/article.ts';
import { paragraphBlock, tableBlocks } from '../document-blocks.ts';
import { attribute, children, localName } from '../xml.ts';
import { odfCells } from './odf-cells.ts';
import { type OdfNumbering, OUTLINE, odfNumbering } from './odf-numbering.ts';
import type { OdfStyles } from './odf-styles.ts';
import { odfText } from './odf-text.ts';

interface Odt {
  readonly styles: OdfStyles;
  readonly numbering: OdfNumbering;
}

/** The blocks of the body of an OpenDocument text, in order. Indices only repeat its headings; changes are not its text. */
export function odtBlocks(text: Element, styles: OdfStyles): Block[] {
  return blocksIn(text, { styles, numbering: odfNumbering(styles) });
}

function blocksIn(parent: Element, odt: Odt): Block[] {
  return children(parent).flatMap((element) => {
    if (isHidden(element, odt)) return [];
    switch (localName(element)) {
      case 'h':
        return heading(element, odt);
      case 'p':
        return paragraph(element, odt, '', 0);
      case 'list':
        return list(element, odt, attribute(element, 'style-name') ?? '', 1);
      case 'table':
        return tableBlocks(odfCells(element, (cell) => textIn(cell, odt)));
      case 'section':
      case 'numbered-paragraph':
      case 'frame':
      case 'text-box':
      case 'custom-shape':
      case 'g':
        return blocksIn(element, odt);
      default:
        return [];
    }
  });
}

function isHidden(element: Element, { styles }: Odt): boolean {
  return (
    styles.hidden.has(attribute(element, 'style-name') ?? '') || attribute(element, 'display') === 'none'
  );
}

function heading(element: Element, odt: Odt): Block[] {
  const level = Math.max(1, Number(attribute(element, 'outline-level') ?? 1) || 1);
  const counts = attribute(element, 'is-list-header') !== 'true';
  const number = counts ? odt.numbering.next(OUTLINE, level, attribute(element, 'start-value')) : '';
  return paragraph(element, odt, number, level > 6 ? 0 : level);
}

function paragraph(element: Element, odt: Odt, number: string, level: number): Block[] {
  const { text, boxes } = odfText(element, odt.styles);
  const lines = text
    .split('\n')
    .flatMap((line, at) => paragraphBlock(at === 0 && line.trim() !== '' ? `${number}${line}` : line, level));
  return [...lines, ...boxes.flatMap((box) => blocksIn(box, odt))];
}

/** Items of a list: the first paragraph of each bears its number. */
function list(element: Element, odt: Odt, style: string, level: number): Block[] {
  if (level === 1) odt.numbering.begin(element, style);
  return children(element).flatMap((item) => {
    let number = localName(item) === 'list-item' ? null : '';
    return children(item).flatMap((child): Block[] => {
      const name = localName(child);
      if (name === 'list') return list(child, odt, attribute(child, 'style-name') ?? style, level + 1);
      if (name !== 'p' && name !== 'h') return [];
      const own = number ?? odt.numbering.next(style, level, attribute(item, 'start-value'));
      number = '';
      const outline = name === 'h' ? Number(attribute(child, 'outline-level') ?? 0) : 0;
      return isHidden(child, odt) ? [] : paragraph(child, odt, own, outline > 6 ? 0 : outline);
    });
  });
}

function textIn(cell: Element, odt: Odt): string {
  return blocksIn(cell, odt)
    .map(({ text }) => text.replace(/\s+/g, ' '))
    .join('');
}
