import type { Article, Block } from '../../core/article.ts';
import { filesOf } from './files-of.ts';

/** The blocks of the page itself, before the text of attached files: what tells how a site's pages are built. */
export function ownBlocks({ blocks }: Pick<Article, 'blocks'>): readonly Block[] {
  const first = blocks.findIndex(({ kind, href }) => kind === 'heading' && href !== undefined);
  return first < 0 ? blocks : blocks.slice(0, first);
}

/** The text of an attached file. */
export interface FileText {
  readonly url: string;
  readonly blocks: readonly Block[];
}

/**
 * An article with the text of its attached files behind its own, each under a heading with its name. What stands in an
 * annex is part of what was published: its targets are read, and an edit of it is a new version.
 *
 * @param files those that could be read; of others the article has the link alone
 */
export function attachFiles(article: Article, files: readonly FileText[]): Article {
  const texts = new Map(files.map(({ url, blocks }) => [url, blocks]));
  const attached = filesOf(article).flatMap(({ url, name }): Block[] => {
    const blocks = texts.get(url);
    return blocks === undefined ? [] : [{ kind: 'heading', text: name, level: 1, href: url }, ...blocks];
  });
  if (attached.length === 0) return article;
  const blocks = [...article.blocks, ...attached];
  return { ...article, blocks, text: blocks.map(({ text }) => text).join('\n') };
}

/** Characters of the text that blocks make. */
export function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
}
