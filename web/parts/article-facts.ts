import { html } from 'hono/html';
import type { DocumentRecord, VersionRecord } from '../../core/archive.ts';
import type { Html, Visit } from '../visit.ts';
import { outwardLink } from './outward-link.ts';

/** Names and values, those without value left out. */
export function factList(rows: readonly (readonly [string, Html | string | null | undefined])[]): Html {
  return html`<dl class="facts">${rows.map(([name, value]) =>
    value === null || value === undefined || value === ''
      ? ''
      : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

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
