import { bare, simplify } from '../fold.ts';
import type { Head } from './read-head.ts';

/** Endings of the names of sites, columns and the like. */
export const SITE_WORD =
  /(?:网|新闻|门户|频道|客户端|在线|日报|晚报|时报|商报|政府|资讯|传媒|专栏|首页|中心|平台|公众号|博客|论坛|报道|列表|正文|版)$/;

const POWERED = /^powered by /i;

/** 云川新闻网 YCTN.COM: the name in Latin letters beside the Chinese one. */
const LATIN_NAME = /(?<=\p{Script=Han})\s?[a-z][a-z.\s]{1,30}$/iu;

/** 第一章…全文免费阅读: what sites of novels offer, behind what they offer it of. */
const OFFER = /(?:全文|全本|最新|章节|列表|免费|在线|阅读|下载|无弹窗|txt){2,6}$/i;
/** The chapter behind the name of the book. */
const CHAPTER = /(?<=[\s_之])第[〇零一二三四五六七八九十百千两\d]{1,9}[章回]/;

/** The chapter a title names, without its book and what the site offers; the title itself if it names none. */
export function chapterOf(title: string): string {
  const at = title.search(CHAPTER);
  return at < 0 ? title : title.slice(at).replace(OFFER, '').trim();
}

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
      SITE_WORD.test(simplify(last.replace(LATIN_NAME, ''))) ||
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
