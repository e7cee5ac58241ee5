import { bare, isSpun, simplify } from './fold.ts';
import { type Found, findDeclared, findLabelled, type Label, VALUE_END } from './found.ts';
import { SLASHED } from './read-author.ts';
import { findDates } from './read-date.ts';
import type { Head } from './read-head.ts';
import { type Line, partsOf } from './read-lines.ts';

const SOURCE_METAS = ['contentsource', 'source', 'article:source', 'og:article:source', 'mediaid'];
const LABEL =
  /(?:来\s{0,4}源|來源|稿源|出\s{0,4}处|来自|供稿单位|发布机构|發布機構|发文机构)\s{0,3}(?:[:：丨|]|$)\s{0,3}|^来源\s{0,2}(?=\S)/;

/**
 * 来源: who wrote or first published the text. Labelled values come first, then meta tags, then names that stand
 * beside the date without a label, as on half of the news pages measured.
 */
export function readSource(
  head: Head,
  above: readonly Line[],
  below: readonly Line[],
  title: string,
): Found | null {
  const found =
    findLabelled([...above, ...below], SOURCE, isSource) ??
    findDeclared(head, SOURCE_METAS) ??
    unlabelled(above, bare(title));
  // A spinning mirror rewrites the names of others in its own script; the source did not choose that one.
  return found !== null && isSpun(title) ? { ...found, value: simplify(found.value) } : found;
}

const SOURCE: Label = { hint: /源|出\s*处|来自|供稿|机构|機構|机关/, label: LABEL, end: VALUE_END };

function isSource(value: string): boolean {
  return (
    value.length <= 40 && !/^(?:网络|互联网|未知|原创|转载|本站|\d+)$/.test(value) && /\p{L}/u.test(value)
  );
}

const ORGANISATION =
  /(?:报|网|社|台|刊|局|委|办|厅|府|院|会|部|中心|新闻|发布|在线|客户端|周刊|传媒|融媒|频道|观察|财经|公司|大学|集团|号|资讯|媒体|论坛)(?:\p{L}{0,6}[\])】]|$)/u;

/** Endings that only publishers have; 资讯 and 新闻 also end the names of columns. */
const PUBLISHER = /(?:报|网|社|电视台|发布|客户端|周刊)$/;

/** Names of boxes that hold who published and when. */
const INFO_BOX = /[\s_-](?:meta|info|byline|profile|source|laiyuan)/;

/** What stands beside the date, or on the line above or below it: 2019-09-05 11:10 游民星空[整理]. */
function unlabelled(above: readonly Line[], title: string): Found | null {
  const dated = above.findIndex(
    (line) => line.weight < 60 && line.rows === null && (hasDate(line) || INFO_BOX.test(line.box.mark)),
  );
  const own = above[dated];
  const beside = own === undefined ? [] : namesOn(own, title);
  const near = above
    .slice(Math.max(0, dated - 2), dated + 2)
    .filter((line) => dated >= 0 && line !== own && line.linked < 0.95)
    .flatMap((line) => namesOn(line, title));
  // A publisher's name may also stand alone between title and text.
  const alone = above
    .filter((line) => line.weight <= 12 && line.heading === 0 && line.commas === 0)
    .flatMap((line) => namesOn(line, title));
  return (
    beside.find(isOrganisation) ??
    near.find(isOrganisation) ??
    beside.at(-1) ??
    alone.find(({ value }) => PUBLISHER.test(value)) ??
    null
  );
}

function isOrganisation({ value }: Found): boolean {
  return ORGANISATION.test(value);
}

function hasDate(line: Line): boolean {
  return findDates(line.text).length > 0;
}

function namesOn(line: Line, title: string): Found[] {
  if (line.weight > 40 || line.stops > 0 || line.rows !== null) return [];
  const slashed = SLASHED.exec(line.text)?.[2];
  if (slashed !== undefined) return [{ value: slashed, found: 'line', line }];
  let text = partsOf(line).join('\u0001');
  for (const { start, end } of findDates(text).reverse()) {
    text = `${text.slice(0, start)}\u0001${text.slice(end)}`;
  }
  return text
    .split(/[\u0001|｜·]|\s+/)
    .map((piece) => piece.trim())
    .filter((piece) => isName(piece, title))
    .map((value) => ({ value, found: 'line', line }));
}

const NO_NAME =
  /^(?:原创|转载|正文|首页|举报|分享|收藏|打印|评论|字号|字体|关注|订阅|推荐|阅读|浏览|点击|大|中|小|默认|今天|昨天|星期.|周.|北京时间|发布|发表|更新|编辑|时间|日期|时政|国内|国际|社会|财经|要闻|新闻中心|时政新闻|国际新闻|来源|作者|责编|于|在|点赞|已关注|新闻|热点|视频|楼主|只看该作者|倒序浏览)$|[:：>》，。？！?!]|\d{3,}|阅读|浏览|评论|点击|次$|字体|分享|^[\d\s\p{P}\p{S}]+$/u;

function isName(piece: string, title: string): boolean {
  const own = bare(piece);
  return own.length >= 2 && piece.length <= 20 && !NO_NAME.test(piece) && !title.includes(own);
}
