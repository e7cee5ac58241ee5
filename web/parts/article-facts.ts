import type { DocumentRecord, VersionRecord } from '../../core/archive.ts';
import type { Html, Visit } from '../visit.ts';
import { factList } from './fact-list.ts';
import { outwardLink } from './outward-link.ts';

/** What a page says of itself, and when it was archived. */
export function articleFacts(visit: Visit, document: DocumentRecord, version: VersionRecord): Html {
  const { text } = visit;
  const { article } = version;
  const when = (value: string | null): string | null => value?.replace('T', ' ').slice(0, 16) ?? null;
  return factList([
    [text.original, outwardLink(document.url)],
    [text.published, when(article.published)],
    [text.updated, when(article.updated)],
    [text.printedSource, article.source],
    [text.author, article.author],
    [text.editor, article.editor],
    [text.fields.indexNumber, article.fields.indexNumber],
    [text.fields.documentNumber, article.fields.documentNumber],
    [text.fields.issuer, article.fields.issuer],
    [text.fields.written, article.fields.written],
    [text.fields.validity, article.fields.validity],
    [text.fields.topic, article.fields.topic],
    [text.archivedAt, visit.minute(version.createdAt)],
  ]);
}
