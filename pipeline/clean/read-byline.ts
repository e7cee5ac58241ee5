import { bare, fold } from './fold.ts';
import { dateInUrl, findDates, firstDate } from './read-date.ts';
import type { Head } from './read-head.ts';
import type { Line } from './read-lines.ts';

/** A piece of metadata, where it was found, and the line that prints it. */
export interface Found {
  readonly value: string;
  readonly found: string;
  readonly line: Line | null;
}

export interface Byline {
  readonly published: Found | null;
  readonly updated: Found | null;
  readonly source: Found | null;
  readonly author: Found | null;
  readonly editor: Found | null;
}

/** Where to look: lines around the title, and lines behind the article. */
export interface BylineLines {
  readonly above: readonly Line[];
  readonly below: readonly Line[];
}

/**
 * Read date, source, author and editor.
 *
 * Labelled values (来源：…) come first, then what meta tags and JSON-LD declare, then what stands unlabelled beside
 * the date: half of the sources measured are printed without a label, and meta tags name the site or a template.
 */
export function readByline(
  head: Head,
  { above, below }: BylineLines,
  title: string,
  url: string | null,
): Byline {
  const names = unlabelledNames(above, bare(title));
  return {
    published: readPublished(head, above, below, url),
    updated: labelledDate(above, UPDATED) ?? declaredDate(head, UPDATED_METAS),
    source:
      labelled([...above, ...below], SOURCE, isSource) ??
      declaredName(head, SOURCE_METAS) ??
      names.find(({ value }) => ORGANISATION.test(value)) ??
      names.filter(({ line }) => line === names[0]?.line).at(-1) ??
      null,
    author: readAuthor(head, above, below),
    editor: labelled([...above, ...below], EDITOR, isPerson),
  };
}

const PUBLISHED_METAS = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:release_date',
  'firstpublishedtime',
  'datepublished',
  'publish-date',
  'publication_date',
  'weibo: article:create_at',
  'bytedance:published_time',
  'og:published_time',
  'apub:time',
  'ptime',
  'date',
  'dc.date',
  'dc.date.issued',
  'sailthru.date',
  'parsely-pub-date',
];
const UPDATED_METAS = ['article:modified_time', 'lastmodifiedtime', 'og:updated_time', 'datemodified'];
const SOURCE_METAS = ['contentsource', 'source', 'article:source', 'og:article:source'];
const AUTHOR_METAS = ['author', 'article:author', 'og:article:author', 'sailthru.author', 'parsely-author'];

function readPublished(
  head: Head,
  above: readonly Line[],
  below: readonly Line[],
  url: string | null,
): Found | null {
  const printed = labelledDate(above, PUBLISHED) ?? bestDate(above) ?? labelledDate(below, PUBLISHED);
  const meta = declaredDate(head, PUBLISHED_METAS) ?? dataDate(head.data.datePublished);
  // A printed time is worth more than a declared day, and the other way about.
  if (meta !== null && (printed === null || meta.value.length >= printed.value.length)) return meta;
  if (printed !== null) return printed;
  const inUrl = url === null ? null : dateInUrl(url);
  return inUrl === null ? (bestDate(below) ?? null) : { value: inUrl, found: 'url', line: null };
}

function declaredDate(head: Head, names: readonly string[]): Found | null {
  for (const name of names) {
    const value = firstDate(head.meta.get(name) ?? '');
    if (value !== null) return { value, found: `meta:${name}`, line: null };
  }
  return null;
}

function dataDate(text: string | undefined): Found | null {
  const value = firstDate(text ?? '');
  return value === null ? null : { value, found: 'json-ld:datePublished', line: null };
}

const PUBLISHED = /(?:发布|发表|刊发|上传|录入|公开|首发|发文|印发)?(?:时间|日期|于|在)?:?$/;
const PUBLISHED_LABEL = /(?:发布|发表|刊发|上传|录入|公开|首发|时间|日期|published)/;
const UPDATED = /(?:更新|修改|编辑)(?:时间|日期|于|在)?:?$/;
const NOT_PUBLISHED = /(?:更新|修改|成文|施行|截止|生效|失效|废止|写作|实施)/;

function labelledDate(lines: readonly Line[], label: RegExp): Found | null {
  for (const line of lines) {
    for (const date of findDates(line.text.slice(0, 600))) {
      const before = fold(line.text.slice(Math.max(0, date.start - 9), date.start));
      if (label === PUBLISHED && (!PUBLISHED_LABEL.test(before) || NOT_PUBLISHED.test(before))) continue;
      if (label.test(before)) return { value: date.iso, found: 'line', line };
    }
  }
  return null;
}

/** Of the dates around the title, one with a time, or on a short line, rather than one in a sentence. */
function bestDate(lines: readonly Line[]): Found | null {
  let best: Found | null = null;
  let bestScore = 0;
  for (const [at, line] of lines.entries()) {
    if (line.weight > 160 || line.rows !== null) continue;
    for (const date of findDates(line.text)) {
      const before = fold(line.text.slice(Math.max(0, date.start - 9), date.start));
      if (NOT_PUBLISHED.test(before)) continue;
      const short = Math.max(0, 40 - line.weight) / 40;
      const score = (date.timed ? 2 : 0) + short + (line.stops === 0 ? 0.5 : 0) - at / 100 + 0.2;
      if (score > bestScore) {
        best = { value: date.iso, found: 'line', line };
        bestScore = score;
      }
    }
  }
  return best;
}

const SOURCE =
  /(?:来\s{0,4}源|來源|稿源|出\s{0,4}处|来自|供稿单位|发布机构|發布機構|发文机构)\s{0,3}(?:[:：丨|]|$)\s{0,3}/;
const BARE_SOURCE = /^来源\s{0,2}(?=\S)/;
const AUTHOR =
  /(?:作\s{0,4}者|撰\s{0,2}稿|撰\s{0,2}文|采\s{0,2}写|(?<![\p{Script=Han}])文|记\s{0,2}者|編寫|编写|供\s{0,2}稿)\s{0,3}(?:[:：|丨︱│]|\/(?!\d)|$)\s{0,3}/u;
const BARE_AUTHOR = /^作者\s{0,2}(?=\S)/;
const EDITOR = /(?:责任编辑|責任編輯|责编|编\s{0,4}辑|編輯)\s{0,3}(?:[:：|丨︱│]|$)\s{0,3}/;

function isSource(value: string): boolean {
  return (
    value.length <= 40 && !/^(?:网络|互联网|未知|原创|转载|本站|\d+)$/.test(value) && /\p{L}/u.test(value)
  );
}

function isPerson(value: string): boolean {
  return value.length <= 40 && !/^(?:未知|佚名|网络|管理员|admin|\d+)$/i.test(value) && /\p{L}/u.test(value);
}

/** The value behind a label: the rest of its part of the line, or the next part. */
function labelled(lines: readonly Line[], label: RegExp, fits: (value: string) => boolean): Found | null {
  const bareLabel = label === SOURCE ? BARE_SOURCE : label === AUTHOR ? BARE_AUTHOR : null;
  for (const line of lines) {
    if (line.weight > 160) continue;
    const parts = line.rows === null ? line.parts : line.rows.flat();
    for (const [at, part] of parts.entries()) {
      const match = label.exec(part) ?? bareLabel?.exec(part) ?? null;
      if (match === null) continue;
      const rest = part.slice(match.index + match[0].length).trim();
      const value = cut(
        rest === '' ? (parts[at + 1] ?? '') : rest,
        label === AUTHOR ? PERSON_END : VALUE_END,
      );
      if (value !== '' && fits(value)) return { value, found: 'line', line };
    }
  }
  return null;
}

const VALUE_END =
  /\s{2,}|[|｜】\])）；;]|\s?(?:作者|记者|责任编辑|責任編輯|责编|编辑|編輯|来源|來源|时间|日期|发布|发表|点击|浏览|阅读|字体|字号|打印|分享|评论|校对|审核|摄影|字號|查看|人气)(?=[\s:：(（【]|$)|\s(?=\S{2,6}[:：])|\s?(?:19|20)\d\d[-年/.]/;

/** After 采写： the reporter's job may stand before the name. */
const PERSON_END = new RegExp(VALUE_END.source.replace('记者|', ''));

/** A value ends at a bar, a closing bracket, the next label, or a date. */
function cut(text: string, valueEnd: RegExp): string {
  const end = text.search(valueEnd);
  const value = (end < 0 ? text : text.slice(0, end)).trim();
  // 游民星空[整理] keeps its bracket, 【张三】 does not.
  return /[[(（【]/.test(value) && end >= 0
    ? text.slice(0, end + 1).trim()
    : value.replace(/^[【[(（]|[，,、]$/g, '').trim();
}

function declaredName(head: Head, names: readonly string[]): Found | null {
  for (const name of names) {
    const value = head.meta.get(name);
    if (value !== undefined && !/^https?:|^\d+$|[<>{}]/.test(value) && value.length <= 40) {
      return { value, found: `meta:${name}`, line: null };
    }
  }
  return null;
}

const ORGANISATION =
  /(?:报|网|社|台|刊|局|委|办|厅|府|院|会|部|中心|新闻|日报|发布|在线|客户端|周刊|传媒|融媒|频道|观察|财经|时报|公司|大学|学院|集团|号|资讯|媒体)(?:\p{L}{0,6}[\])】]|$)/u;

/** Names of boxes that hold who published and when. */
const INFO_BOX = /[\s_-](?:meta|info|byline|profile|source|laiyuan)/;

/** What stands beside the date without a label: 2019-09-05 11:10 游民星空[整理]. */
function unlabelledNames(above: readonly Line[], title: string): Found[] {
  const dated = above.findIndex(
    (line) =>
      line.weight < 60 &&
      line.rows === null &&
      (findDates(line.text).length > 0 || INFO_BOX.test(line.box.mark)),
  );
  if (dated < 0) return [];
  // The publisher may also stand on the line above or below the date.
  const lines = above.slice(Math.max(0, dated - 2), dated + 2);
  const near = [above[dated], ...lines].filter((line) => line !== undefined);
  return near.flatMap((line) => {
    if (line.weight > 40 || line.stops > 0 || (line.linked > 0.95 && line !== above[dated])) return [];
    const slashed = SLASHED.exec(line.text)?.[2];
    if (slashed !== undefined) return [{ value: slashed, found: 'line', line }];
    let text = line.parts.join('\u0001');
    for (const { start, end } of findDates(text).reverse())
      text = `${text.slice(0, start)}\u0001${text.slice(end)}`;
    return text
      .split(/[\u0001|｜]|\s+/)
      .map((piece) => piece.trim())
      .filter((piece) => isName(piece, title))
      .map((value) => ({ value, found: 'line', line }));
  });
}

const NO_NAME =
  /^(?:原创|转载|正文|首页|举报|分享|收藏|打印|评论|字号|字体|关注|订阅|推荐|阅读|浏览|点击|大|中|小|默认|今天|昨天|星期.|周.|北京时间|发布|发表|更新|编辑|时间|日期|时政|国内|国际|社会|财经|要闻|新闻中心|时政新闻|国际新闻|来源|作者|责编|于|在|点赞|已关注|新闻|热点|视频)$|[:：>》，。？！?!]|\d{3,}|阅读|浏览|评论|点击|次$|字体|分享|^[\d\s\p{P}\p{S}]+$/u;

function isName(piece: string, title: string): boolean {
  const own = bare(piece);
  return own.length >= 2 && piece.length <= 20 && !NO_NAME.test(piece) && !title.includes(own);
}

function readAuthor(head: Head, above: readonly Line[], below: readonly Line[]): Found | null {
  const printed =
    reporter(above) ??
    labelled(above, AUTHOR, isPerson) ??
    reporter(below) ??
    labelled(below, AUTHOR, isPerson);
  if (printed !== null) return { ...printed, value: personsOnly(printed.value) };
  const given = declaredName(head, AUTHOR_METAS);
  if (given !== null) return given;
  const { author } = head.data;
  return author === undefined || author.length > 60
    ? null
    : { value: author, found: 'json-ld:author', line: null };
}

const REPORTER =
  /^[【[(（]?(?:文[/／]?)?(?:\p{L}{0,12}?)(?:特约|首席|见习|实习|本报|全媒体|融媒体)?(?:记者|通讯员|评论员|专栏作者|特约作者|撰稿人)\s{0,2}[:：/]?\s{0,2}([\p{Script=Han}·\s、]{2,30})[】\])）]?$/u;
const SLASHED =
  /^([\p{Script=Han}·]{2,4}(?:[\s、][\p{Script=Han}·]{2,4}){0,3})\s?[/／]\s?(\p{L}{1,12}(?:报|网|社|新闻|周刊))$/u;

/** 澎湃新闻记者 贺某某; 石某/中国青年报; 【文/专栏作者 王某】. */
function reporter(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    if (line.weight > 40 || line.stops > 0) continue;
    for (const text of [line.text, ...line.parts]) {
      const value = (REPORTER.exec(text) ?? SLASHED.exec(text))?.[1]?.trim();
      if (value) return { value, found: 'line', line };
    }
  }
  return null;
}

/** 南都见习记者 林某某 is the person, not the job. */
function personsOnly(value: string): string {
  const match = /(?:记者|通讯员|作者|编辑)\s{0,2}([\p{Script=Han}·\s、]{2,30})$/u.exec(value);
  return match?.[1]?.trim() ?? value;
}
