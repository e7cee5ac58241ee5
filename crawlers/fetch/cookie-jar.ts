import { parseCookie } from 'undici';

/** Cookies of one run of one source. */
export interface CookieJar {
  /** Value of the Cookie header for an address, null for none. */
  readonly header: (url: URL) => string | null;
  readonly take: (setCookie: readonly string[], url: URL) => void;
}

/** More cookies of one host than any site needs. */
const MOST_COOKIES = 50;
const LONGEST = 4096;

/**
 * Make an empty jar.
 *
 * Every cookie goes back to the very host that set it, whatever Domain it claims: no list of public suffixes to get
 * wrong, and no host can plant a cookie for another (GHSA-mfjm-vh54-3f96). A cookie set over https stays there.
 */
export function createCookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, { value: string; path: string; https: boolean }>>();
  return {
    header: (url) => {
      const fit = [...(hosts.get(url.hostname) ?? [])].filter(
        ([, { path, https }]) => (url.protocol === 'https:' || !https) && isUnder(url.pathname, path),
      );
      return fit.length === 0 ? null : fit.map(([name, { value }]) => `${name}=${value}`).join('; ');
    },
    take: (setCookie, url) => {
      const cookies = hosts.get(url.hostname) ?? new Map();
      hosts.set(url.hostname, cookies);
      for (const line of setCookie) {
        const cookie = line.length > LONGEST ? null : parseCookie(line);
        if (!cookie) continue;
        const path = cookie.path?.startsWith('/') ? cookie.path : '/';
        if (cookie.maxAge !== undefined && cookie.maxAge <= 0) cookies.delete(cookie.name);
        else if (cookies.size < MOST_COOKIES)
          cookies.set(cookie.name, { value: cookie.value, path, https: url.protocol === 'https:' });
      }
    },
  };
}

/** RFC 6265, 5.1.4. */
function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
