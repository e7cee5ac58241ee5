import type { Document } from 'domhandler';
import type { Removal } from '../../core/article.ts';
import type { ExtractRules } from '../../core/source.ts';
import { readRuledFacts, removeRuled, selectRuled } from './apply-rules.ts';
import { fileHrefs, isAttachment } from './attachment.ts';
import type { Found } from './fields/found.ts';
import { type Byline, readByline } from './fields/read-byline.ts';
import { type Head, readHead } from './fields/read-head.ts';
import { readScriptTime } from './fields/read-script-time.ts';
import { readSubtitles, type Subtitles } from './fields/read-subtitles.ts';
import { readTitle } from './fields/read-title.ts';
import { isReporterLine } from './fields/reporters.ts';
import { findAttachments } from './find-attachments.ts';
import { findBody } from './find-body.ts';
import { judgeKind } from './kind/judge-kind.ts';
import type { Box, Line, Reading } from './tree/line.ts';
import { parsePage } from './tree/parse-page.ts';
import { readLines } from './tree/read-lines.ts';
import { showEmbedded } from './tree/show-embedded.ts';
import { type Candidate, type RemovedLine, trimBody } from './trim-body.ts';
import type { Verdict } from './verdict.ts';

/** A decoded page, and where it was fetched. */
export interface PageText {
  readonly html: string;
  /** Address the page answered at, for relative links and for dates in addresses; null if unknown. */
  readonly url: string | null;
}

/** Everything found on a page, line by line: what an article is made of, and what explains it. */
export interface ReadPage {
  readonly head: Head;
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly title: Found | null;
  readonly subtitles: Subtitles;
  readonly byline: Byline;
  /** Lines around the title, those below it first. */
  readonly above: readonly Line[];
  /** Lines of the article, in order. */
  readonly kept: readonly Line[];
  readonly removed: readonly RemovedLine[];
  /** What the operator's rules took out before any line was read. */
  readonly ruledOut: readonly Removal[];
}

/**
 * Read a page from its tree to its article's lines. The order: what the operator removes; what the page declares; its
 * lines; title; the box of the text; date and source around the title, which then are no text; trimming; the byline
 * again, with the lines behind the text; the kind.
 *
 * @throws {ExtractError} PAGE_TOO_LARGE, RULE_MATCHED_NOTHING, RULE_INVALID
 */
export function readPage(page: PageText, rules: ExtractRules): ReadPage {
  const hasRules = Object.keys(rules).length > 0;
  const { document, noted } = parsePage(page.html, hasRules);
  const facts = readRuledFacts(document, rules);
  const head = readHead(noted);
  const ruledOut = removeRuled(document, rules);
  showEmbedded(noted);
  const reading = readLines(document);
  const printed = readTitle(head, reading, page.url);
  const title =
    facts.title === null ? printed.title : { value: facts.title, found: 'rule:title', line: null };
  const subtitles = readSubtitles(reading, printed.lines);
  const body = findCandidate(document, reading, rules, printed.lines);
  const above = linesAbove(reading, printed.lines, body);
  const titleAt = printed.lines.at(-1)?.index ?? Number.POSITIVE_INFINITY;
  const between = above.filter((line) => line.index > titleAt);
  const clues = { head, above, between, title: title?.value ?? '', url: page.url };
  const trimmed =
    body === null
      ? { lines: [], removed: [] }
      : trimBody(reading, body, {
          title: title?.value ?? null,
          titleLines: printed.lines,
          known: knownLines(body.box, above, subtitles, () =>
            readByline({ ...clues, opening: [], below: [] }),
          ),
        });
  const late = readByline({
    ...clues,
    opening: [...reporterLines(trimmed.removed), ...trimmed.lines.slice(0, 2)],
    below: linesBelow(reading, trimmed.lines),
  });
  const published =
    facts.published === null ? late.published : { value: facts.published, found: 'rule:date', line: null };
  const kept =
    body === null || rules.select !== undefined
      ? trimmed.lines
      : [...trimmed.lines, ...findAttachments(reading, body.box)];
  // A heading that only looks like a title makes no article: galleries and shells have one too.
  const titleLines = printed.declared ? printed.lines : [];
  // What stands wholly above a title that leads nowhere is the slogan of the site.
  const [opening] = titleLines;
  const below =
    (trimmed.lines.at(-1)?.index ?? titleAt) >= (opening?.index ?? 0) || (opening?.linked ?? 0) > 0.5;
  const verdict = judgeKind(head, reading, trimmed.lines, trimmed.removed, {
    chrome: body?.chrome ?? true,
    titled: titleLines.length > 0 && below,
    headed: below && titleLines.some((line) => line.heading > 0 && line.linked < 0.5),
    follows: (trimmed.lines[0]?.index ?? Number.POSITIVE_INFINITY) - titleAt <= NEAR_TEXT,
    dated: published !== null,
    signed: published !== null && (late.source !== null || /^(?:meta|json-ld):/.test(published.found)),
    files: kept.filter(isAttachment).reduce((count, line) => count + fileHrefs(line).length, 0),
  });
  // Only now: a date that nobody sees sets no article apart, and scripts are long.
  const told = published ?? (verdict.kind === 'article' ? readScriptTime(page.html) : null);
  return {
    head,
    reading,
    verdict,
    title,
    subtitles,
    byline: { ...late, published: told },
    above,
    kept,
    removed: trimmed.removed,
    ruledOut,
  };
}

function findCandidate(
  document: Document,
  reading: Reading,
  rules: ExtractRules,
  titleLines: readonly Line[],
): (Candidate & { readonly chrome: boolean }) | null {
  const [page] = reading.boxes;
  if (rules.select !== undefined && page !== undefined) {
    return { box: page, lines: selectRuled(document, reading, rules.select), chrome: false };
  }
  const found = findBody(reading, titleLines);
  if (found === null) return null;
  return { ...found, lines: reading.lines.slice(found.box.first, found.box.end) };
}

/**
 * The lines in the box of the text that say who wrote it and when. Where all those around the title stand outside of it, as on half
 * of the pages, nobody asks what they say yet.
 */
function knownLines(
  box: Box,
  above: readonly Line[],
  { kicker, subtitle }: Subtitles,
  byline: () => Byline,
): Set<Line> {
  const { source, author, published } = above.some(({ index }) => index >= box.first && index < box.end)
    ? byline()
    : NO_BYLINE;
  return new Set(
    [source?.line, author?.line, published?.line, kicker, subtitle].flatMap((line) => line ?? []),
  );
}

const NO_BYLINE = { source: null, author: null, published: null };

/** How many lines behind its heading a text begins at the latest, if it is said to stand below it. */
const NEAR_TEXT = 6;
/** How many lines behind the title date and source may stand; counters of a forum stand between. */
const NEAR_TITLE = 40;

/** Lines around the title where date and source stand, up to the first paragraph: those below it first. */
function linesAbove(
  { lines }: Reading,
  titleLines: readonly Line[],
  body: { readonly box: Box } | null,
): Line[] {
  const title = titleLines.at(-1);
  const from = title?.index ?? body?.box.first ?? 0;
  const above = lines.slice(Math.max(0, from - 6), from);
  const until = Math.max(from + 16, Math.min(body?.box.first ?? 0, from + NEAR_TITLE));
  const below = lines.slice(title === undefined ? from : from + 1, until);
  const end = below.findIndex(isText);
  return [...below.slice(0, end < 0 ? below.length : end), ...above].filter((line) => line.hidden === null);
}

/** Whether a line is a paragraph; a long source, cut off with three stops, may stand beside the date. */
function isText({ text, weight, stops, commas }: Line): boolean {
  return weight > 30 && stops > 0 && stops + commas > 1 && !DATED.test(text);
}

const DATED = /(?:日期|时间)\s?[:：]\s?(?:19|20)\d\d[-/.年]/;

/** Lines that the head of the text was rid of, as they say who reported. */
function reporterLines(removed: readonly RemovedLine[]): Line[] {
  return removed.flatMap(({ step, line }) => (step === 'head' && isReporterLine(line) ? [line] : []));
}

/** The end of the article, and what stands behind it. */
function linesBelow({ lines }: Reading, body: readonly Line[]): Line[] {
  const last = body.at(-1)?.index;
  if (last === undefined) return [];
  return [...body.slice(-3), ...lines.slice(last + 1, last + 25)].filter((line) => line.hidden === null);
}
