import type { Block } from '../../core/article.ts';
import { attachmentHref } from './attachment.ts';
import type { Line } from './read-lines.ts';

/** Turn the lines that remain into the blocks of the article. */
export function makeBlocks(lines: readonly Line[], base: string | null): Block[] {
  return lines.map((line) => makeBlock(line, base));
}

function makeBlock(line: Line, base: string | null): Block {
  const { text } = line;
  if (line.rows !== null) return { kind: 'table', text, rows: line.rows };
  const href = line.linked > 0.5 ? attachmentOf(line, base) : null;
  if (href !== null) return { kind: 'attachment', text, href };
  if (line.heading > 0) return { kind: 'heading', text, level: line.heading };
  if (line.caption) return { kind: 'caption', text };
  if (line.quote) return { kind: 'quote', text };
  if (line.item > 0) return { kind: 'item', text, level: line.item };
  return { kind: 'paragraph', text };
}

function attachmentOf(line: Line, base: string | null): string | null {
  const href = attachmentHref(line);
  if (href === null) return null;
  return URL.parse(href, base ?? undefined)?.href ?? null;
}
