import type { Article } from '../../../core/article.ts';

/** Characters shown of a line that differs. */
const SHOWN = 40;

/**
 * The beginning of a line that one article has and another has not, for the operator to know it by.
 *
 * @returns null if the second is no article
 */
export function onlyInFirst(first: Article, second: Article): string | null {
  const lines = new Set(second.text.split('\n'));
  const only = [first.title ?? '', ...first.text.split('\n')].find(
    (line) => line !== '' && line !== second.title && !lines.has(line),
  );
  return second.kind === 'article' ? [...(only ?? first.title ?? '')].slice(0, SHOWN).join('') : null;
}
