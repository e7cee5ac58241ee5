import { nextScripted } from './next-dialects.ts';
import { nextAnchor } from './next-page.ts';

/**
 * The next page of an article that is published on several, or null.
 *
 * 下一页 on an article page may lead anywhere, to the next article too. It counts only if the address is the article's
 * own with a number: `t1.html`, `t1_1.html` …, or `?page=2` behind it. Most pages need not be asked: may-go-on.ts.
 *
 * @param page number: of the page in hand, from 1; first: address of page 1
 */
export function nextPart(
  text: string,
  page: { readonly first: string; readonly url: string; readonly number: number },
): string | null {
  const next = nextScripted({ ...page, text }) ?? nextAnchor({ text, url: page.url });
  return next !== null && isNumbered(next, page.first, page.number) ? next : null;
}

function isNumbered(next: string, first: string, number: number): boolean {
  const [a, b] = [new URL(first), new URL(next)];
  if (a.host !== b.host) return false;
  const [stem, extension] = splitName(a.pathname);
  const [nextStem, nextExtension] = splitName(b.pathname);
  // Parts are counted from 0 or from 1, so that the second is 1 or 2.
  const isNext = (text: string) => Number(text) === number || Number(text) === number + 1;
  if (a.pathname === b.pathname)
    return [...b.searchParams].some(([name, value]) => /^(?:page|p|pageno|pn)$/i.test(name) && isNext(value));
  const [, tail] = nextStem.startsWith(stem)
    ? (/^[_-](\d{1,3})$/.exec(nextStem.slice(stem.length)) ?? [])
    : [];
  return tail !== undefined && a.search === b.search && extension === nextExtension && isNext(tail);
}

function splitName(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}
