import type { Article } from '../../core/article.ts';
import { documentKind, isOfficePage } from '../../core/document-kind.ts';
import type { Io } from '../io.ts';
import { documentArticle } from './document-article.ts';
import { createDocumentReader } from './document-reader.ts';

/**
 * A file of the command line as an article, if it is a PDF, Word, RTF, Excel, OpenDocument or OFD file, a page that Word or Excel
 * saved, or a zip of these. What could not be
 * read of an archive is told on stderr.
 *
 * @param url where it was fetched, null if unknown
 * @returns null for pages and texts
 * @throws {ExtractError} as pipeline/documents
 */
export async function readFileArticle(
  io: Io,
  bytes: Uint8Array,
  url: string | null,
): Promise<Article | null> {
  // At an address it may be a page of a site, with menus; on a disk it is what Word saved.
  const saved = url === null && isOfficePage(bytes);
  if (documentKind(bytes) === null && !saved) return null;
  const { blocks, faults } = await createDocumentReader().read(bytes);
  for (const { code, message } of faults) io.stderr.write(`planwatch: ${code}: ${message}\n`);
  return documentArticle(blocks, url);
}
