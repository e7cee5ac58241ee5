import { html } from 'hono/html';
import type { Html, Visit } from '../visit.ts';

/** Rows of one page of a list, and whether another page follows. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly more: boolean;
}

/** Read one page of a list: one row more than shown tells whether there is a next page. */
export async function readPage<T>(
  page: number,
  size: number,
  read: (part: { limit: number; offset: number }) => Promise<T[]>,
): Promise<Paged<T>> {
  const rows = await read({ limit: size + 1, offset: (page - 1) * size });
  return { rows: rows.slice(0, size), page, more: rows.length > size };
}

/** Links to the page before and after; nothing where there is only one page. */
export function pager(
  visit: Visit,
  path: string,
  { page, more }: Paged<unknown>,
  query: Readonly<Record<string, string | undefined>> = {},
): Html | string {
  if (page === 1 && !more) return '';
  const to = (number: number, label: string, rel: string): Html =>
    html`<a rel="${rel}" href="${visit.link(path, { ...query, page: number === 1 ? undefined : String(number) })}">${label}</a>`;
  return html`<nav class="pager" aria-label="${visit.text.pages}">
${page > 1 ? to(page - 1, `← ${visit.text.newer}`, 'prev') : ''}
${more ? to(page + 1, `${visit.text.older} →`, 'next') : ''}
</nav>`;
}
