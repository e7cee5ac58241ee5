/** Query parameters that name a visitor or a campaign, never a document. */
const NOISE =
  /^(utm_\w+|spm|isappinstalled|share_\w+|jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|cfid|cftoken|_t|timestamp|nonce)$/i;
/** The session a servlet container, or ASP.NET without cookies, puts into paths. */
const SESSION_IN_PATH = /;jsessionid=[^/?#]*|\/\((?:[A-Z]\([\w-]{8,64}\))+\)(?=\/)/gi;

/**
 * The one spelling of an address under which its document is kept.
 *
 * Drops fragment, credentials, session ids and campaign parameters. The order of parameters stays: some government
 * sites read it; so does their encoding, which is often GBK.
 *
 * @param raw as found, absolute or relative to `base`
 * @returns null for anything but http and https, or if it cannot be parsed
 */
export function canonicalUrl(raw: string, base?: string): string | null {
  const url = URL.parse(raw.trim(), base);
  if (url === null || !isWeb(url)) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(SESSION_IN_PATH, '');
  // URLSearchParams would read GBK escapes as broken UTF-8 and write that back.
  const parameters = url.search.slice(1).split('&');
  const kept = parameters.filter((parameter) => !NOISE.test(parameter.split('=', 1)[0] ?? ''));
  if (kept.length < parameters.length) url.search = kept.join('&');
  if (url.search === '') url.search = '';
  return url.href;
}

/** Whether an address is http or https: the only schemes we fetch or link to. */
export function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
