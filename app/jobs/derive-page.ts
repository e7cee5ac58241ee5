import type { FetchedPage } from '../../core/page.ts';
import type { ExtractRules, Source } from '../../core/source.ts';
import type { Store, StoredPage } from '../../store/store.ts';
import type { App } from '../wire.ts';
import type { Derived } from './derive.ts';

/**
 * All that follows from a stored page, by the present rules.
 *
 * @param store inside a transaction, that one
 * @param source whose rules of the time it was fetched to read it by; null if it is declared no more
 * @throws {StoreError} if its bytes are gone; {ExtractError} if they cannot be read
 */
export async function derivePage(
  app: Pick<App, 'derive'>,
  store: Pick<Store, 'pageBody'>,
  page: StoredPage,
  source: Source | null,
): Promise<Derived> {
  return deriveFetched(app, { ...page, body: await store.pageBody(page.sha256) }, source);
}

/** As {@link derivePage}, of a page that need not be stored. */
export function deriveFetched(
  { derive }: Pick<App, 'derive'>,
  { body, finalUrl: url, headers, fetchedAt }: Omit<FetchedPage, 'sha256' | 'fetcher'>,
  source: Source | null,
): Promise<Derived> {
  const rules = source === null ? {} : rulesAt(source, fetchedAt);
  return derive(body, { url, headers }, rules, source?.region ?? null);
}

/**
 * The rules of a source at a moment: a page of before a redesign is read as it was built then.
 *
 * @param at ISO-8601 UTC
 */
export function rulesAt({ rules, pastRules }: Pick<Source, 'rules' | 'pastRules'>, at: string): ExtractRules {
  const past = pastRules.filter(({ validUntil }) => at < validUntil);
  const [first] = past.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
  return first ?? rules;
}
