import type { Article } from '../../core/article.ts';
import type { ExtractRules } from '../../core/source.ts';
import { findAttachments } from './find-attachments.ts';
import { findBody } from './find-body.ts';
import { judgeKind } from './judge-kind.ts';
import { makeBlocks } from './make-blocks.ts';
import { parsePage } from './parse-page.ts';
import { readByline } from './read-byline.ts';
import { readGovernment } from './read-government.ts';
import { readHead } from './read-head.ts';
import { type Box, type Line, type Reading, readLines } from './read-lines.ts';
import { readSubtitles } from './read-subtitles.ts';
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
 * Any input gives an answer; what is no article is told by `kind` and `reason`. docs/cleaning.md has the method.
 *
 * @param rules what the operator knows about the site; none needed for most
 * @throws {ExtractError} PAGE_TOO_LARGE
 */
export function extractArticle(page: PageText, rules: ExtractRules = {}): Article {
  const document = parsePage(page.html);
  void rules;
  const head = readHead(document);
  const reading = readLines(document);
  const title = readTitle(head, reading, page.url);
  const { kicker, subtitle } = readSubtitles(reading, title.lines);
  const body = findBody(reading, title.lines);
  const above = linesAbove(reading, title.lines, body?.box ?? null);
  const clues = { head, above, title: title.title ?? '', url: page.url };
  const heading = readByline({ ...clues, below: [] });
  const known = new Set(
    [heading.source?.line, heading.author?.line, heading.published?.line, kicker, subtitle].flatMap(
      (line) => line ?? [],
    ),
  );
  const trimmed =
    body === null
      ? { lines: [], removed: [] }
      : trimBody(reading, body.box, { title: title.title, titleLines: title.lines, known });
  const byline = readByline({ ...clues, below: linesBelow(reading, trimmed.lines) });
  const verdict = judgeKind(head, reading, trimmed.lines, trimmed.removed, {
    chrome: body?.chrome ?? true,
    titled: title.lines.length > 0,
    dated: byline.published !== null,
  });
  const lines = body === null ? [] : [...trimmed.lines, ...findAttachments(reading, body.box)];
  const blocks = verdict.kind === 'article' ? makeBlocks(lines, page.url) : [];
  return {
    ...verdict,
    title: title.title,
    kicker: kicker?.text ?? null,
    subtitle: subtitle?.text ?? null,
    published: byline.published?.value ?? null,
    updated: byline.updated?.value ?? null,
    source: byline.source?.value ?? null,
    author: byline.author?.value ?? null,
    editor: byline.editor?.value ?? null,
    fields: readGovernment(reading, above, head.meta),
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    found: whereFound({ title: title.title === null ? null : title, ...byline }),
    removed: trimmed.removed.map(({ step, reason, text }) => ({ step, reason, text })),
  };
}

/** Lines around the title where date and source stand, up to the first paragraph: those below it first. */
function linesAbove({ lines }: Reading, titleLines: readonly Line[], box: Box | null): Line[] {
  const title = titleLines.at(-1);
  const from = title?.index ?? box?.first ?? 0;
  const above = lines.slice(Math.max(0, from - 6), from);
  const below = lines.slice(title === undefined ? from : from + 1, from + 16);
  const end = below.findIndex((line) => line.weight > 30 && line.stops > 0 && line.stops + line.commas > 1);
  return [...below.slice(0, end < 0 ? below.length : end), ...above].filter((line) => line.hidden === null);
}

/** The end of the article, and what stands behind it. */
function linesBelow({ lines }: Reading, body: readonly Line[]): Line[] {
  const last = body.at(-1)?.index;
  if (last === undefined) return [];
  return [...body.slice(-3), ...lines.slice(last + 1, last + 25)].filter((line) => line.hidden === null);
}

function whereFound(
  pieces: Readonly<Record<string, { readonly found: string } | null>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pieces).flatMap(([name, piece]) => (piece === null ? [] : [[name, piece.found]])),
  );
}
