import type { Pagination } from '../../core/source.ts';
import { findNextPage } from './find-links.ts';

/**
 * The address of the list page after this one, or null at the end.
 *
 * @param first address of the list's first page
 * @param page the page just read: its number from 1, the address that answered, its decoded HTML
 */
export function nextListPage(
  pagination: Pagination,
  first: string,
  page: { number: number; url: string; html: string },
): string | null {
  if (page.number >= pagination.maxPages) return null;
  switch (pagination.kind) {
    case 'none':
      return null;
    case 'next':
      return findNextPage(page.html, page.url);
    case 'static':
      return staticPage(first, page.number);
    case 'query': {
      const url = new URL(first);
      url.searchParams.set(pagination.parameter ?? 'page', String(page.number + 1));
      return url.href;
    }
  }
}

/** `index.html` is followed by `index_1.html`, `index_2.html` …: the numbering of TRS and most government sites. */
function staticPage(first: string, behind: number): string {
  const url = new URL(first);
  const [, folder = '/', stem = 'index', extension = '.html'] =
    /^(.*\/)([^/.]*)(\.\w+)?$/.exec(url.pathname) ?? [];
  url.pathname = `${folder}${stem === '' ? 'index' : stem}_${behind}${extension}`;
  return url.href;
}
