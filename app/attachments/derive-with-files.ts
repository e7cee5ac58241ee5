import { documentKind } from '../../core/document-kind.ts';
import { ExtractError } from '../../core/errors.ts';
import { type AttachedFile, splitParts, withoutFiles } from '../../core/parts.ts';
import type { ExtractRules } from '../../core/source.ts';
import type { DocumentFault } from '../../pipeline/documents/document.ts';
import { type Derived, deriveArticle } from '../jobs/page/derive.ts';
import type { Derive } from '../workers/derive-pool.ts';
import type { FileText } from './attach-files.ts';
import { documentArticle } from './document-article.ts';
import type { DocumentReader } from './document-reader.ts';

type Page = Parameters<Derive>[1];

/**
 * {@link Derive} for pages with attached files, and for files that are the article themselves.
 *
 * @param beside files of a later fetch of the page, for those that its own fetch did not bring: what then differs from
 *   what was read is our doing, not the publisher's
 */
export type DeriveWithFiles = (
  body: Uint8Array,
  page: Page,
  rules: ExtractRules,
  region: string | null,
  beside?: readonly AttachedFile[],
) => Promise<Derived>;

/**
 * Read files apart (document-reader.ts), and hand what they say to where pages are read.
 *
 * A file that cannot be read is a fault beside the article; only of a page that is nothing but the file it is an error.
 */
export function deriveWithFiles(derive: Derive, documents: DocumentReader): DeriveWithFiles {
  return async (body, page, rules, region, beside = []) => {
    const { parts, files } = splitParts(body, page.headers);
    if (parts.length === 1 && documentKind(body) !== null) {
      const { blocks, faults } = await documents.read(body);
      return { ...deriveArticle(documentArticle(blocks, page.url), page.url, region), faults };
    }
    const own = new Map(files.filter(hasBody).map((file) => [file.url, file]));
    const borrowed = beside.filter((file) => hasBody(file) && !own.has(file.url));
    const read = await Promise.all([...own.values(), ...borrowed].map((file) => readFile(file, documents)));
    const bare = withoutFiles(body, page.headers);
    const derived = await derive(
      bare.body,
      { ...page, headers: bare.headers },
      rules,
      region,
      read.flatMap(({ text }) => text ?? []),
    );
    const used = new Set(
      derived.article.blocks.flatMap(({ kind, href }) => (kind === 'heading' ? (href ?? []) : [])),
    );
    return {
      ...derived,
      faults: [...files.flatMap(notFetched), ...read.flatMap(({ faults }) => faults)],
      borrowed: borrowed.some(({ url }) => used.has(url)),
    };
  };
}

function hasBody({ body }: AttachedFile): boolean {
  return body.length > 0;
}

function notFetched({ fault, body }: AttachedFile): DocumentFault[] {
  if (fault === null) return [];
  const kept = body.length > 0 ? 'its last known text is kept' : 'the article stands without it';
  return [{ ...fault, message: `${fault.message}; ${kept}. It is asked for again with the article.` }];
}

async function readFile(
  { url, body }: AttachedFile,
  documents: DocumentReader,
): Promise<{ readonly text: FileText | null; readonly faults: readonly DocumentFault[] }> {
  const named = ({ code, message }: DocumentFault) => ({ code, message: `${url}: ${message}` });
  try {
    const { blocks, faults } = await documents.read(body);
    return { text: { url, blocks }, faults: faults.map(named) };
  } catch (error) {
    if (error instanceof ExtractError) return { text: null, faults: [named(error)] };
    throw error;
  }
}
