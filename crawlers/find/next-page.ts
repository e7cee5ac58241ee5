import type { Cheerio } from 'cheerio';
import type { AnyNode } from 'domhandler';
import type { Pagination } from '../../core/source.ts';
import { canonicalUrl } from '../../core/url.ts';
import { baseOf } from './find-links.ts';
import { nextGkmlpt, nextJpage, nextNumber, nextScripted } from './next-dialects.ts';
import { parseHtml } from './parse-markup.ts';
import { siteKey } from './site-key.ts';

/** A page of a list that was just read. */
export interface ListPage {
  /** From 1. */
  readonly number: number;
  /** The address the operator gave for the list, with its fragment. */
  readonly first: string;
  /** The address that answered. */
  readonly url: string;
  /** Decoded. */
  readonly text: string;
}

/** How a list may say where it goes on, asked in order: what people can click before what scripts make up. */
const DIALECTS: readonly ((page: ListPage) => string | null)[] = [
  nextAnchor,
  nextScripted,
  nextJpage,
  nextGkmlpt,
  nextNumber,
];

/** The address of the list page after this one, or null at the end. */
export function nextPage(pagination: Pagination, page: ListPage): string | null {
  if (page.number >= pagination.maxPages) return null;
  switch (pagination.kind) {
    case 'none':
      return null;
    case 'next':
      for (const dialect of DIALECTS) {
        const named = dialect(page);
        if (named === null) continue;
        const next = canonicalUrl(named, page.url);
        // Elsewhere is another list, whoever put the link there.
        return next !== null && siteKey(next) === siteKey(page.url) ? next : null;
      }
      return null;
    case 'static':
      return staticPage(page.first, page.number);
    case 'query': {
      const url = new URL(page.first);
      url.searchParams.set(pagination.parameter ?? 'page', String(page.number + 1));
      return canonicalUrl(url.href);
    }
  }
}

const SAYS_NEXT = /^(?:下一?[页頁]|[后後]一?[页頁]|next(?: page)?)\s*(?:[>›»]*|[(（].{0,20})$/i;
/** A class of the link, or of what holds it, where the link itself shows no more than an arrow. */
const CALLED_NEXT = /(?:^|\s)(?:page-?next|next-?page|next)(?:\s|$)/i;

/** `<a>下一页</a>`, `rel="next"`, or an arrow that is called so. */
export function nextAnchor({ text, url }: Pick<ListPage, 'text' | 'url'>): string | null {
  // Most pages say nothing of the kind and need not be parsed for it.
  if (!/下一?[页頁]|[后後]一?[页頁]|next/i.test(text)) return null;
  const $ = parseHtml(text);
  const [base, self] = [baseOf($, url), canonicalUrl(url)];
  for (const element of $('a[href], link[rel="next"][href]').toArray()) {
    const anchor = $(element);
    if (!isNext(anchor)) continue;
    // The first may be an arrow of a slide show, which leads nowhere.
    const next = canonicalUrl(anchor.attr('href') ?? '', base);
    if (next !== null && next !== self) return next;
  }
  return null;
}

function isNext(anchor: Cheerio<AnyNode>): boolean {
  const [text, title] = [anchor.text().trim(), (anchor.attr('title') ?? '').trim()];
  if (anchor.attr('rel') === 'next' || SAYS_NEXT.test(text) || SAYS_NEXT.test(title)) return true;
  const names = `${anchor.attr('class') ?? ''} ${anchor.parent().attr('class') ?? ''}`;
  return /^[>›»→]{0,2}$/.test(text) && CALLED_NEXT.test(names);
}

/** `index.html` is followed by `index_1.html`, `index_2.html` …: the numbering of TRS and most government sites. */
function staticPage(first: string, behind: number): string {
  const url = new URL(first);
  const [, folder = '/', stem = 'index', extension = '.html'] =
    /^(.*\/)([^/.]*)(\.\w+)?$/.exec(url.pathname) ?? [];
  url.pathname = `${folder}${stem === '' ? 'index' : stem}_${behind}${extension}`;
  return url.href;
}
