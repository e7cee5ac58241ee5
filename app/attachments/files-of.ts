import type { Article } from '../../core/article.ts';
import { nameInUrl } from '../../pipeline/clean/attachment.ts';

/** A file that an article links to. */
export interface LinkedFile {
  /** Absolute. */
  readonly url: string;
  /** What the page calls it. */
  readonly name: string;
}

/** The files an article links to, each once, in order. */
export function filesOf({ blocks }: Pick<Article, 'blocks'>): LinkedFile[] {
  const files = new Map<string, string>();
  for (const { kind, text, href, files: more = [] } of blocks) {
    if (kind === 'attachment' && href !== undefined && !files.has(href)) files.set(href, text);
    for (const url of more) if (!files.has(url)) files.set(url, nameInUrl(url));
  }
  return [...files].map(([url, name]) => ({ url, name }));
}
