import type { Article, Block } from '../../core/article.ts';
import { dateInUrl, firstDate } from '../../pipeline/clean/fields/read-date.ts';
import { documentTitle } from '../../pipeline/documents/document-title.ts';

/** Blocks at the end of a document where it is signed and dated. */
const TAIL = 12;
/** A line with a date and more than this is text. */
const LONGEST_DATE = 30;

/**
 * A document that a link leads to without a page around it, as an article: what it says of itself is all there is.
 *
 * @param url address it was fetched from; null for a file at hand
 */
export function documentArticle(blocks: readonly Block[], url: string | null): Article {
  const title = documentTitle(blocks);
  const inUrl = url === null ? null : dateInUrl(url);
  const published = inUrl ?? signedOn(blocks);
  return {
    kind: 'article',
    reason: 'a document without a page around it',
    title,
    kicker: null,
    subtitle: null,
    published,
    updated: null,
    source: null,
    author: null,
    editor: null,
    fields: {},
    blocks,
    text: blocks.map(({ text }) => text).join('\n'),
    found: {
      ...(title === null ? {} : { title: DOCUMENT }),
      ...(published === null ? {} : { published: inUrl === null ? DOCUMENT : 'url' }),
    },
    removed: [],
  };
}

/** Says of a title that it was found in the text of a document. */
export const DOCUMENT = 'document';

/** The day a document is dated at its end. */
function signedOn(blocks: readonly Block[]): string | null {
  for (const { kind, text } of blocks.slice(-TAIL).reverse()) {
    const date = kind !== 'table' && text.length <= LONGEST_DATE ? firstDate(text) : null;
    if (date !== null) return date;
  }
  return null;
}
