/** Seconds up to which a refresh is a redirect; pages that reload themselves after minutes are tickers. */
const AT_ONCE = 5;

/**
 * Where a page sends its readers by `<meta http-equiv="refresh">`: the redirect of sites that cannot set a status.
 *
 * @param html of a page so small that it is nothing but the redirect
 * @param base address of the page; a page that refreshes itself does not redirect
 * @returns an absolute or relative address, or null
 */
export function metaRefresh(html: string, base: string): string | null {
  const tag = /<meta\b[^>]{0,200}http-equiv\s*=\s*["']?refresh\b[^>]{0,500}>/i.exec(html)?.[0];
  const content = tag && /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  if (!content) return null;
  const parts = /^\s*(\d+)[^;,]*[;,]\s*(?:url\s*=)?\s*["']?([^"']+)/i.exec(content[1] ?? content[2] ?? '');
  const target = parts?.[2]?.trim().replaceAll('&amp;', '&');
  if (!parts || !target || Number(parts[1]) > AT_ONCE) return null;
  return URL.parse(target, base)?.href === base ? null : target;
}
