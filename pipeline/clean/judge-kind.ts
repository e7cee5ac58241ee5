import type { ArticleKind } from '../../core/article.ts';
import type { Head } from './read-head.ts';
import type { Line, Reading } from './read-lines.ts';

export interface Verdict {
  readonly kind: ArticleKind;
  readonly reason: string;
}

/** Decide what a page is, from what remained as its body and what stood on the whole page. */
export function judgeKind(head: Head, { lines }: Reading, body: readonly Line[]): Verdict {
  const seen = lines.filter((line) => line.hidden === null);
  const all = seen.reduce((sum, line) => sum + line.weight, 0);
  const text = body.reduce((sum, line) => sum + line.weight, 0);
  const stops = body.reduce((sum, line) => sum + line.stops, 0);
  const links = seen.reduce((sum, line) => sum + line.weight * line.linked, 0);
  if (all < 5)
    return head.scripts > 0
      ? { kind: 'shell', reason: 'no text, only scripts' }
      : { kind: 'empty', reason: 'no text' };
  if (text >= 60 && stops >= 2) return { kind: 'article', reason: `${stops} sentences` };
  if (links > 0.5 * all) return { kind: 'list', reason: 'mostly links' };
  if (text >= 40) return { kind: 'article', reason: `${Math.round(text)} characters of text` };
  return { kind: 'shell', reason: 'no article in the page as sent' };
}
