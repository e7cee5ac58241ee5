import type { Article } from '../../../core/article.ts';
import { lostIn, whyGarbled } from '../../../pipeline/clean/kind/garbled.ts';
import type { DocumentFault } from '../../../pipeline/documents/document.ts';
import { ownBlocks } from '../../attachments/attach-files.ts';

/** Why an article's text is none, see garbled.ts; of the page alone: attached files have encodings of their own. */
export function garbledReason(article: Article): string | null {
  return whyGarbled([article.title ?? '', ...ownBlocks(article).map(({ text }) => text)].join('\n'));
}

/** Characters of an article that no reader can see, nor we: a number may be among them. */
export function lossesIn(where: string, { kind, title, text }: Article): DocumentFault[] {
  const lost = kind === 'article' ? lostIn(`${title ?? ''}\n${text}`) : 0;
  if (lost === 0) return [];
  const some = lost === 1 ? '1 character' : `${lost} characters`;
  const message = `${where}: ${some} of the text cannot be read. Look at the page: a number may be among them.`;
  return [{ code: 'TEXT_LOSSY', message }];
}
