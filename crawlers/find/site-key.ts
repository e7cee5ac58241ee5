import { getDomain } from 'tldts';

/** What all hosts of one site share: the registered domain, or the host itself where there is none. */
export function siteKey(url: string): string {
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
