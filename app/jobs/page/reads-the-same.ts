import type { Article } from '../../../core/article.ts';
import { diffFacts, factKey, isTold } from '../../../pipeline/diff/diff-facts.ts';

/** What tells one reading of a page from another. */
export interface Reading {
  readonly article: Article;
  /** Of title and text. */
  readonly hash: string;
}

/** Whether nothing changed from one reading to the next that would make a version. */
export function readsTheSame(before: Reading, after: Reading): boolean {
  return before.hash === after.hash && !diffFacts(before.article, after.article).some(isTold);
}

/** Whether two readings agree in all that makes versions, also in what only one of them says. */
export function isSameReading(one: Reading, other: Reading): boolean {
  return readingKey(one) === readingKey(other);
}

/** All that makes versions, as one text. */
export function readingKey({ article, hash }: Reading): string {
  return `${hash}\n${factKey(article)}`;
}
