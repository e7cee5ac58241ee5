import type { Article } from '../../core/article.ts';
import type { ExtractRules } from '../../core/source.ts';
import { findBody } from './find-body.ts';
import { judgeKind } from './judge-kind.ts';
import { makeBlocks } from './make-blocks.ts';
import { parsePage } from './parse-page.ts';
import { readByline } from './read-byline.ts';
import { readHead } from './read-head.ts';
import { readLines } from './read-lines.ts';
import { readTitle } from './read-title.ts';
import { trimBody } from './trim-body.ts';

/** A decoded page, and where it was fetched. */
export interface PageText {
  readonly html: string;
  /** Address the page answered at, for relative links and for dates in addresses; null if unknown. */
  readonly url: string | null;
}

/**
 * Find the article of a page: clean text in blocks, and what the page says about it.
 *
 * Any input gives an answer; what is no article is told by `kind` and `reason`. `docs/cleaning.md` has the method.
 *
 * @param rules what the operator knows about the site; none needed for most
 * @throws {ExtractError} PAGE_TOO_LARGE
 */
export function extractArticle(page: PageText, rules: ExtractRules = {}): Article {
  const document = parsePage(page.html);
  const head = readHead(document);
  const reading = readLines(document);
  const title = readTitle(head, reading, page.url);
  const box = findBody(reading);
  const trimmed = box === null ? { lines: [], removed: [] } : trimBody(reading, box, title.title, title.line);
  const first = trimmed.lines[0]?.index ?? 0;
  const near = reading.lines.slice(Math.max(0, (title.line?.index ?? first) - 10), first + 3);
  const byline = readByline(head, near, trimmed.lines, page.url);
  const verdict = judgeKind(head, reading, trimmed.lines);
  const article = verdict.kind === 'article';
  const blocks = article ? makeBlocks(trimmed.lines, page.url) : [];
  void rules;
  return {
    ...verdict,
    title: title.title,
    kicker: null,
    subtitle: null,
    published: byline.published?.value ?? null,
    updated: byline.updated?.value ?? null,
    source: byline.source?.value ?? null,
    author: byline.author?.value ?? null,
    editor: byline.editor?.value ?? null,
    fields: {},
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    found: { title: title.found },
    removed: trimmed.removed.map(({ step, reason, text }) => ({ step, reason, text })),
  };
}
