import type { Article } from '../../../core/article.ts';
import { ExtractError } from '../../../core/errors.ts';

/**
 * The parts of one article, published on several pages, as one article: the first says what it is, all say what it says.
 *
 * @param parts in order
 * @throws {ExtractError} EXTRACT_NO_PARTS for an empty list
 */
export function joinArticles(parts: readonly Article[]): Article {
  const [first, ...rest] = parts;
  if (first === undefined)
    throw new ExtractError('EXTRACT_NO_PARTS', 'An article has no part. Fetch the page again.');
  if (rest.length === 0) return first;
  const blocks = parts.flatMap((part) => part.blocks);
  return {
    ...first,
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    removed: parts.flatMap((part) => part.removed),
  };
}
