import type { Source } from '../../core/source.ts';
import type { Store, StoredPage } from '../../store/store.ts';
import { type Derived, derive } from './derive.ts';

/**
 * All that follows from a stored page, by the present rules.
 *
 * @param source whose rules to read it by; null if it is declared no more
 * @throws {StoreError} if its bytes are gone; {ExtractError} if they cannot be read
 */
export async function derivePage(
  store: Pick<Store, 'pageBody'>,
  page: StoredPage,
  source: Source | null,
): Promise<Derived> {
  const body = await store.pageBody(page.sha256);
  const { finalUrl: url, headers } = page;
  return derive(body, { url, headers }, source?.rules ?? {}, source?.region ?? null);
}
