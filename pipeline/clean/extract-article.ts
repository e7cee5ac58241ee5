import type { Article } from '../../core/article.ts';
import type { ExtractRules } from '../../core/source.ts';
import { readGovernment } from './fields/read-government.ts';
import { makeBlocks } from './make-blocks.ts';
import { type PageText, type ReadPage, readPage } from './read-page.ts';

/**
 * Find the article of a page: clean text in blocks, and what the page says about it.
 *
 * Any input gives an answer; what is no article is told by `kind` and `reason`. docs/cleaning.md has the method.
 *
 * @param page the decoded page
 * @param rules what the operator knows about the site; none needed for most
 * @throws {ExtractError} PAGE_TOO_LARGE, RULE_MATCHED_NOTHING, RULE_INVALID
 */
export function extractArticle(page: PageText, rules: ExtractRules = {}): Article {
  return toArticle(readPage(page, rules), page.url);
}

/**
 * Put together what was found on a page.
 *
 * @param url address the page answered at, for links to attachments
 */
export function toArticle(read: ReadPage, url: string | null): Article {
  const { verdict, title, subtitles, byline } = read;
  const government = readGovernment(read.reading, read.above, title, read.head);
  const blocks = verdict.kind === 'article' ? makeBlocks(read.kept, url, read.head.base) : [];
  return {
    ...verdict,
    title: title?.value ?? null,
    kicker: subtitles.kicker?.text ?? null,
    subtitle: subtitles.subtitle?.text ?? null,
    published: byline.published?.value ?? null,
    updated: byline.updated?.value ?? null,
    source: byline.source?.value ?? null,
    author: byline.author?.value ?? null,
    editor: byline.editor?.value ?? null,
    fields: government.fields,
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    found: {
      ...Object.fromEntries(
        Object.entries({ title, ...byline }).flatMap(([name, piece]) =>
          piece === null ? [] : [[name, piece.found]],
        ),
      ),
      // Only lines are told from the text around them as kicker and subtitle.
      ...(subtitles.kicker && { kicker: 'line' }),
      ...(subtitles.subtitle && { subtitle: 'line' }),
      ...government.found,
    },
    removed: [...read.ruledOut, ...read.removed.map(({ step, reason, text }) => ({ step, reason, text }))],
  };
}
