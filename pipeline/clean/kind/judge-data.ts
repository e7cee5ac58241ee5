import type { AnyNode } from 'domhandler';
import type { Line } from '../tree/line.ts';
import type { Verdict } from '../verdict.ts';

/** Outermost elements of feeds and sitemaps. */
const FEEDS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'urlset', 'sitemapindex']);
/** Where values begin: `{"code":0`, `[{"title":`, and the same handed to a function. */
const VALUES = /^(?:[\w$.]{1,60}\s*\(\s*)?[[{]\s*["[{]/;
/** Signs of which programs are full and texts are not. */
const CODE = /[{}();=<>"'[\]]/g;
const MOST_CODE = 0.1;

/** Tell what is meant for programs, though it came as a page: feeds, data, scripts. Null for what is not. */
export function judgeData(seen: readonly Line[]): Verdict | null {
  const [first] = seen;
  if (first === undefined) return null;
  const root = rootOf(first.origin);
  if (root !== null) {
    return FEEDS.has(root) ? { kind: 'list', reason: `a feed or sitemap: <${root}>` } : null;
  }
  const text = seen
    .slice(0, 50)
    .map((line) => line.text)
    .join('\n')
    .slice(0, 5000);
  if (VALUES.test(text)) return { kind: 'shell', reason: 'data for scripts, no page' };
  const code = text.match(CODE)?.length ?? 0;
  return code > MOST_CODE * text.length ? { kind: 'shell', reason: 'a script, no page' } : null;
}

/** Name of the outermost element around a node; null where it stands in none. */
function rootOf(node: AnyNode): string | null {
  let root: string | null = null;
  for (let at: AnyNode | null = node; at !== null; at = at.parent) if ('name' in at) root = at.name;
  return root;
}
