import type { Element } from 'domhandler';
import { attribute, children, down, localName } from '../xml.ts';

/** What the styles of an OpenDocument say that its text does not. */
export interface OdfStyles {
  /** Names of styles whose text, table, row or column is not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Levels of each list style, and of the outline of headings under the empty name. */
  readonly lists: ReadonlyMap<string, readonly Element[]>;
}

/**
 * Gather the styles of the parts `content.xml` and `styles.xml`; those of the content come first.
 *
 * @param parts roots of these parts
 */
export function readOdfStyles(parts: readonly (Element | null)[]): OdfStyles {
  const hidden = new Set<string>();
  const lists = new Map<string, readonly Element[]>();
  for (const part of parts)
    for (const place of ['automatic-styles', 'styles'])
      for (const style of childrenOf(down(part, place))) {
        const name = attribute(style, 'name') ?? '';
        switch (localName(style)) {
          case 'style':
            if (isHidden(style)) hidden.add(name);
            break;
          case 'list-style':
            if (!lists.has(name)) lists.set(name, children(style));
            break;
          case 'outline-style':
            lists.set('', children(style));
            break;
        }
      }
  return { hidden, lists };
}

function isHidden(style: Element): boolean {
  return children(style).some(
    (properties) =>
      /^(?:text|table|section)-properties$/.test(localName(properties)) &&
      /^(?:none|false)$/.test(attribute(properties, 'display') ?? ''),
  );
}

function childrenOf(element: Element | null): Element[] {
  return element === null ? [] : children(element);
}
