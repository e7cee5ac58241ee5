/** Bytes of robots.txt that are read; RFC 9309 asks for at least 500 KiB. */
export const ROBOTS_BYTES = 512_000;
/** A pattern longer than any address is a mistake or an attack. */
const LONGEST_PATTERN = 2048;

interface Rule {
  readonly allow: boolean;
  /** Normalised as {@link normalPath} does. */
  readonly pattern: string;
}

/** What a robots.txt says to one crawler. */
export interface Robots {
  readonly rules: readonly Rule[];
  /** Seconds between requests that the file asks for; null if it does not. */
  readonly crawlDelay: number | null;
}

/** Nothing is forbidden: no file, or none that speaks to us. */
export const ALLOW_ALL: Robots = { rules: [], crawlDelay: null };
/** The server is in no state to say what it allows. */
export const DISALLOW_ALL: Robots = { rules: [{ allow: false, pattern: '/' }], crawlDelay: null };

/**
 * Read a robots.txt as one crawler.
 *
 * Groups that name the crawler are joined; the `*` groups count only if none does. Unknown lines are passed over and do
 * not end a group. Crawl-delay is no part of the standard but what many sites write.
 *
 * @param product name of the crawler in its User-Agent, such as `planwatch`
 * @source RFC 9309, 2.1 and 2.2
 */
export function parseRobots(text: string, product: string): Robots {
  const groups = { us: emptyGroup(), all: emptyGroup() };
  /** Those the lines now read are for. */
  let named: Group[] = [];
  let inAgents = false;
  for (const { key, value } of linesOf(text)) {
    if (key === 'user-agent') {
      if (!inAgents) named = [];
      inAgents = true;
      const group = value.startsWith('*') ? groups.all : groups.us;
      if (group === groups.us && productOf(value) !== product.toLowerCase()) continue;
      group.named = true;
      named.push(group);
    } else if (key === 'allow' || key === 'disallow') {
      inAgents = false;
      if (value === '' || value.length > LONGEST_PATTERN) continue;
      for (const group of named) group.rules.push({ allow: key === 'allow', pattern: normalPath(value) });
    } else if (key === 'crawl-delay') {
      inAgents = false;
      const seconds = Number(value);
      if (value !== '' && seconds >= 0) for (const group of named) group.crawlDelay = seconds;
    }
  }
  const { rules, crawlDelay } = groups.us.named ? groups.us : groups.all;
  return { rules, crawlDelay };
}

interface Group {
  readonly rules: Rule[];
  crawlDelay: number | null;
  named: boolean;
}

function emptyGroup(): Group {
  return { rules: [], crawlDelay: null, named: false };
}

/** Letters, `_` and `-` at the beginning: what follows, such as a version, does not count. */
function productOf(value: string): string {
  return (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
}

function linesOf(text: string): { key: string; value: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) return [];
      const key = line.slice(0, colon).trim().toLowerCase();
      const value = line.slice(colon + 1);
      const comment = value.indexOf('#');
      return [{ key, value: (comment < 0 ? value : value.slice(0, comment)).trim() }];
    });
}

/**
 * Whether an address may be fetched: the longest matching rule decides, allow before disallow.
 *
 * @source RFC 9309, 2.2.2; /robots.txt itself is always allowed
 */
export function isAllowed(robots: Robots, url: URL): boolean {
  if (url.pathname === '/robots.txt') return true;
  const path = normalPath(url.pathname + url.search);
  let best: Rule | null = null;
  for (const rule of robots.rules) {
    const length = rule.pattern.length;
    const better =
      best === null || length > best.pattern.length || (length === best.pattern.length && rule.allow);
    if (better && matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end; without it a pattern matches beginnings. No backtracking. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    if (anchored && index === rest.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !anchored || at === path.length;
}

/** One spelling for a path: what is not ASCII is encoded, what need not be encoded is not, `%2f` is `%2F`. */
function normalPath(path: string): string {
  return path
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(char) ? char : code.toUpperCase();
    })
    .replace(/[^\u0021-\u007e]+/g, (run) => encodeURIComponent(run.toWellFormed()));
}
