import { LIMITS, scanned, tooLarge, unreadable } from './document.ts';
import type { PrintedPage } from './layout/page.ts';

/** Characters a page has at least, on the average, where a document is not a scan. Scans may have a stamp of text. */
const FEWEST = 8;
/** Letters that stand for nothing: of fonts that carry shapes but not what they mean. */
const MEANINGLESS = /[\ue000-\uf8ff\ufffd\0-\x08\x0e-\x1f]/g;
/** Bullets are such letters too, one a paragraph; where more are lost, a number may be among them. */
const MOST = 0.05;

/**
 * Make sure that the letters of printed pages can be read.
 *
 * @throws {ExtractError} ATTACHMENT_SCANNED, ATTACHMENT_UNREADABLE, ATTACHMENT_TOO_LARGE
 */
export function checkLetters(pages: readonly PrintedPage[]): void {
  let characters = 0;
  let meaningless = 0;
  for (const { text } of pages.values().flatMap(({ runs }) => runs)) {
    characters += text.length;
    meaningless += text.match(MEANINGLESS)?.length ?? 0;
  }
  if (characters > LIMITS.characters) throw tooLarge(`${LIMITS.characters} characters`);
  if (characters < FEWEST * pages.length) throw scanned(pages.length);
  if (meaningless > MOST * characters) throw unreadable('its fonts do not say which characters they show');
}
