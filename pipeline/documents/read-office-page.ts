import type { Block } from '../../core/article.ts';
import { decodeHtml } from '../../core/charset.ts';
import { makeBlocks } from '../clean/make-blocks.ts';
import { parsePage } from '../clean/tree/parse-page.ts';
import { readLines } from '../clean/tree/read-lines.ts';

/**
 * The text of a page that Word or Excel saved, all of it: it has neither menus nor a foot.
 *
 * @throws {ExtractError} PAGE_TOO_LARGE
 */
export function readOfficePage(bytes: Uint8Array): Block[] {
  const { document } = parsePage(decodeHtml(bytes).text);
  return makeBlocks(readLines(document).lines, null, null);
}
