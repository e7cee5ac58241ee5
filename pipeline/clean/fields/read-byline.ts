import { bare, isSpun } from '../fold.ts';
import type { Line } from '../tree/line.ts';
import type { Found } from './found.ts';
import { readAuthor, readEditor } from './read-author.ts';
import type { Head } from './read-head.ts';
import { readPublished, readUpdated } from './read-published.ts';
import { readSource } from './read-source.ts';

/** Who wrote and published an article, and when. */
export interface Byline {
  readonly published: Found | null;
  readonly updated: Found | null;
  readonly source: Found | null;
  readonly author: Found | null;
  readonly editor: Found | null;
}

/** What a byline is read from. */
export interface BylineInput {
  readonly head: Head;
  /** Lines around the title, those below it first. */
  readonly above: readonly Line[];
  /** Of those, the ones between title and text. */
  readonly between: readonly Line[];
  /** The first lines of the article. */
  readonly opening: readonly Line[];
  /** The end of the article and what stands behind it. */
  readonly below: readonly Line[];
  readonly title: string;
  readonly url: string | null;
}

/** Read date, source, author and editor from the lines around the article and from what the page declares. */
export function readByline({ head, above, between, opening, below, title, url }: BylineInput): Byline {
  const lines = { above, between, opening, below, title: bare(title) };
  const editor = readEditor([...above, ...below]);
  const author = readAuthor(head, lines, editor);
  return {
    published: readPublished(head, above, below, url),
    updated: readUpdated(head, above, below),
    source: readSource(head, lines, author, isSpun(title)),
    author,
    editor,
  };
}
