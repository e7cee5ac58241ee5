import type { Article, Block } from '../../core/article.ts';
import { filesOf } from './files-of.ts';
import { isCopy, sentencesOf } from './is-copy.ts';

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
 * annex is part of what was published: its targets are read, and an edit of it is a new version. A file that says again
 * what stands before it, in another format, is left out: every target would be there twice.
 *
 * @param files those that could be read; of others the article has the link alone
 */
export function attachFiles(article: Article, files: readonly FileText[]): Article {
  if (files.length === 0) return article;
  const texts = new Map(files.map(({ url, blocks }) => [url, blocks]));
  const said = new Set(sentencesOf(article.text));
  const attached: Block[] = [];
  for (const { url, name } of filesOf(article)) {
    const own = texts.get(url) ?? [];
    const sentences = own.flatMap(({ text }) => sentencesOf(text));
    if (own.length === 0 || isCopy(sentences, said)) continue;
    attached.push({ kind: 'heading', text: name, level: 1, href: url }, ...own);
    for (const sentence of sentences) said.add(sentence);
  }
  if (attached.length === 0) return article;
  const blocks = [...article.blocks, ...attached];
  return { ...article, blocks, text: blocks.map(({ text }) => text).join('\n') };
}

/** Characters of the text that blocks make. */
export function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
}
