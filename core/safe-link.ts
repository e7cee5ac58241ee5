/** Longer addresses are cut by mail programs, and only attackers have them. */
const LONGEST = 2048;

/**
 * An address from a page, if it may become a link.
 *
 * @returns the address in its normal form, or null for anything but http and https (`javascript:` and `data:` addresses
 *   are never clickable) and for absurdly long ones
 */
export function safeLink(url: string): string | null {
  if (url.length > LONGEST || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
