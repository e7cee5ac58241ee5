import type { FetchedPage } from '../../../core/page.ts';
import { type AttachedFile, hasFiles, splitParts, withoutFiles } from '../../../core/parts.ts';
import type { ExtractRules, Source } from '../../../core/source.ts';
import { dayIn } from '../../../core/time.ts';
import type { Store, StoredPage } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import type { Derived } from './derive.ts';

/**
 * All that follows from a stored page, by the present rules.
 *
 * @param store inside a transaction, that one
 * @param source whose rules of the time it was fetched to read it by; null if it is declared no more
 * @param beside see derive-with-files.ts
 * @throws {StoreError} if its bytes are gone; {ExtractError} if they cannot be read
 */
export async function derivePage(
  app: Pick<App, 'derive'>,
  store: Pick<Store, 'pageBody'>,
  page: StoredPage,
  source: Source | null,
  beside: readonly AttachedFile[] = [],
): Promise<Derived> {
  return deriveFetched(app, { ...page, body: await store.pageBody(page.sha256) }, source, beside);
}

/** As {@link derivePage}, of a page that need not be stored. */
export function deriveFetched(
  { derive }: Pick<App, 'derive'>,
  { body, finalUrl: url, headers, fetchedAt }: Omit<FetchedPage, 'sha256' | 'fetcher'>,
  source: Source | null,
  beside: readonly AttachedFile[] = [],
): Promise<Derived> {
  const rules = source === null ? {} : rulesAt(source, fetchedAt);
  // Where the switch is off, what was fetched before it was turned is left out too: that is no edit.
  const page = source?.attachments === false ? withoutFiles(body, headers) : { body, headers };
  return derive(page.body, { url, headers: page.headers }, rules, source?.region ?? null, beside);
}

/**
 * The rules of a source at a moment: a page of before a redesign is read as it was built then.
 *
 * @param at ISO-8601 UTC
 */
export function rulesAt(
  { rules, pastRules, timezone }: Pick<Source, 'rules' | 'pastRules' | 'timezone'>,
  at: string,
): ExtractRules {
  if (pastRules.length === 0) return rules;
  const day = dayIn(timezone, new Date(at));
  const past = pastRules.filter(({ validUntil }) => day <= validUntil);
  const [first] = past.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
  return first ?? rules;
}

/** The attached files kept with a page. */
export async function filesKept(
  store: Pick<Store, 'pageBody'>,
  { sha256, headers }: Pick<StoredPage, 'sha256' | 'headers'>,
): Promise<readonly AttachedFile[]> {
  // Bodies are unpacked for this: not where there is nothing to find.
  return hasFiles(headers) ? splitParts(await store.pageBody(sha256), headers).files : [];
}
