/**
 * Addresses in the spelling under which their documents are known.
 *
 * When a site moves from http to https, its lists show every article under a new address; each would be a new document,
 * and each plan news again. What is known under the other scheme keeps its old address.
 *
 * @param known addresses among `urls` and their twins that are remembered
 */
export function knownSpelling(urls: readonly string[], known: ReadonlySet<string>): string[] {
  const spelled = urls.map((url) => (!known.has(url) && known.has(twin(url)) ? twin(url) : url));
  return [...new Set(spelled)];
}

/** The same address under the other of http and https. */
export function twin(url: string): string {
  return url.startsWith('https:') ? `http:${url.slice(6)}` : `https:${url.slice(5)}`;
}
