import { bare } from '../fold.ts';
import type { Head } from './read-head.ts';

/** Endings of the names of sites, columns and the like. */
export const SITE_WORD =
  /(?:网|新闻|门户|频道|客户端|在线|日报|晚报|时报|商报|政府|资讯|传媒|专栏|首页|中心|平台|公众号|博客|论坛|报道|列表|正文|版)$/;

const POWERED = /^powered by /i;

/**
 * Cut the site's and the column's name off a page title.
 *
 * @param url address of the page, whose host may be the name; null if unknown
 */
export function withoutSite(title: string, head: Head, url: string | null): string {
  const site = bare(head.meta.get('og:site_name') ?? head.meta.get('sitename') ?? '');
  const host = url === null ? '' : (/^https?:\/\/(?:www\.)?([^/:]+)/i.exec(url)?.[1] ?? '');
  const pieces = title
    .split(
      /\s*(?:[_|｜»]|\s[-–—·]\s|(?<=[^\x00-\x7f])-(?=[^\x00-\x7f])|--|——(?=\p{Script=Han}{2,20}网站?$))\s*/u,
    )
    .filter(Boolean);
  while (pieces.length > 1 && POWERED.test(pieces.at(-1) ?? '')) pieces.pop();
  while (pieces.length > 1 && isSiteFirst(pieces)) pieces.shift();
  while (pieces.length > 1) {
    const last = pieces.at(-1) ?? '';
    const name = bare(last);
    const ofSite =
      name === site ||
      SITE_WORD.test(last) ||
      host.includes(name) ||
      last.length <= 0.4 * (pieces[0] ?? '').length;
    if (!ofSite && last.length > 12) break;
    pieces.pop();
  }
  // Pieces were only cut from the ends, so the title between them is as printed.
  const start = title.indexOf(pieces[0] ?? '');
  const last = pieces.at(-1) ?? '';
  return title.slice(start, title.indexOf(last, start) + last.length).trim() || title;
}

/** 云川网-标题: the site's name stands first, and what follows is longer. */
function isSiteFirst([first = '', next = '', ...more]: readonly string[]): boolean {
  if (first.length > 12 || !SITE_FIRST.test(first)) return false;
  return next.length > first.length
    ? !SITE_WORD.test(next)
    : more.some((piece) => piece.length > first.length);
}

const SITE_FIRST = /(?:网|门户|频道|在线|日报|晚报|资讯|新闻|平台|论坛)$/;
