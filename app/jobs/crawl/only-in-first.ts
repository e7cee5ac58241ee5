import type { Article } from '../../../core/article.ts';

/** Characters shown of a line that differs. */
const SHOWN = 40;

/**
 * The beginning of a line that one article has and another has not, for the operator to know it by.
 *
 * @returns null if the second is no article
 */
export function onlyInFirst(first: Article, second: Article): string | null {
  const { validity } = second.fields;
  const lines = new Set([second.title, validity, ...second.text.split('\n')]);
  const only = [first.title, ...first.text.split('\n'), first.fields.validity].find(
    (line) => line && !lines.has(line),
  );
  return second.kind === 'article' ? [...(only ?? first.title ?? '')].slice(0, SHOWN).join('') : null;
}
