import { type Element, isTag, isText } from 'domhandler';
import { attribute, localName } from '../xml.ts';
import type { OdfStyles } from './odf-styles.ts';

/** Notes, remarks and the reading above ruby are no text of the line; what a change took out stands elsewhere. */
const SKIPPED = new Set(['note', 'annotation', 'annotation-end', 'ruby-text', 'hidden-text', 'bookmark-ref']);
/** Frames and shapes anchored in a paragraph, which may hold paragraphs of their own. */
const BOXES = new Set(['frame', 'custom-shape', 'text-box', 'g', 'rect']);
/** `<text:s text:c="…"/>` stands for so many spaces; more say nothing. */
const MOST_SPACES = 100;

/** The text of a paragraph, `\n` where a line was broken by hand, and the boxes anchored in it. */
export function odfText(
  paragraph: Element,
  { hidden }: Pick<OdfStyles, 'hidden'>,
): { text: string; boxes: Element[] } {
  const boxes: Element[] = [];
  let text = '';
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (isText(child)) text += child.data.replace(/\s+/g, ' ');
      if (!isTag(child)) continue;
      const name = localName(child);
      if (SKIPPED.has(name) || hidden.has(attribute(child, 'style-name') ?? '')) continue;
      if (BOXES.has(name)) boxes.push(child);
      else if (name === 's')
        text += ' '.repeat(Math.min(MOST_SPACES, Number(attribute(child, 'c') ?? 1) || 1));
      else if (name === 'tab') text += ' ';
      else if (name === 'line-break') text += '\n';
      else walk(child);
    }
  };
  walk(paragraph);
  return { text, boxes };
}
