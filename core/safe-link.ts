/**
 * An address from a page, if it may become a link.
 *
 * @returns the address in its normal form, or null for anything but http and https: `javascript:` and `data:` addresses
 *   are never clickable
 */
export function safeLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
