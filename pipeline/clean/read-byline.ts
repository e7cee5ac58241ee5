import { fold } from './fold.ts';
import { dateInUrl, findDates, firstDate } from './read-date.ts';
import type { Head } from './read-head.ts';
import type { Line } from './read-lines.ts';

/** A piece of metadata, and where it was found. */
export interface Found {
  readonly value: string;
  readonly found: string;
}

export interface Byline {
  readonly published: Found | null;
  readonly updated: Found | null;
  readonly source: Found | null;
  readonly author: Found | null;
  readonly editor: Found | null;
}

/** Read date, source, author and editor from the lines around the article, then from what the page declares. */
export function readByline(
  head: Head,
  near: readonly Line[],
  body: readonly Line[],
  url: string | null,
): Byline {
  return {
    published: readPublished(head, near, url),
    updated: declared(head, ['article:modified_time', 'lastmodifiedtime', 'og:updated_time']),
    source: readSource(head, near),
    author: readAuthor(head, near, body),
    editor: labelled(near, EDITOR, 'line'),
  };
}

const META_DATES = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:release_date',
  'firstpublishedtime',
  'datepublished',
  'publish-date',
  'publication_date',
  'date',
  'weibo: article:create_at',
  'bytedance:published_time',
  'og:published_time',
  'apub:time',
  'ptime',
  'dc.date',
  'dc.date.issued',
  'sailthru.date',
  'parsely-pub-date',
];

function readPublished(head: Head, near: readonly Line[], url: string | null): Found | null {
  const meta = declared(head, META_DATES);
  const line = dateNear(near);
  if (meta !== null && !(line !== null && meta.value.length <= 10 && line.value.startsWith(meta.value)))
    return meta;
  if (head.data.datePublished !== undefined) {
    const value = firstDate(head.data.datePublished);
    if (value !== null) return { value, found: 'json-ld:datePublished' };
  }
  if (line !== null) return line;
  const inUrl = url === null ? null : dateInUrl(url);
  return inUrl === null ? null : { value: inUrl, found: 'url' };
}

function declared(head: Head, names: readonly string[]): Found | null {
  for (const name of names) {
    const value = firstDate(head.meta.get(name) ?? '');
    if (value !== null) return { value, found: `meta:${name}` };
  }
  return null;
}

function dateNear(near: readonly Line[]): Found | null {
  let best: Found | null = null;
  let bestScore = 0;
  for (const line of near) {
    if (line.weight > 160) continue;
    for (const date of findDates(line.text)) {
      const before = fold(line.text.slice(Math.max(0, date.start - 8), date.start));
      const score =
        (/(?:发布|发表|时间|日期|published)/.test(before) ? 4 : 0) +
        (date.timed ? 2 : 0) +
        (line.weight < 60 ? 1 : 0) -
        (/更新|修改|成文|施行|截止/.test(before) ? 2 : 0) +
        0.5;
      if (score > bestScore) {
        best = { value: date.iso, found: 'line' };
        bestScore = score;
      }
    }
  }
  return best;
}

const SOURCE = /(?:来源|来自|稿源|信息来源|文章来源|稿件来源|新闻来源|出处|發布機構)\s{0,3}[:：]\s{0,3}/;
const AUTHOR = /(?:作\s{0,4}者|撰稿|文章作者|采写|文)\s{0,3}[:：|丨/]\s{0,3}/;
const EDITOR = /(?:责任编辑|責任編輯|责编|编\s{0,2}辑|編輯)\s{0,3}[:：|丨]\s{0,3}/;

function readSource(head: Head, near: readonly Line[]): Found | null {
  const printed = labelled(near, SOURCE, 'line');
  if (printed !== null) return printed;
  for (const name of ['contentsource', 'source', 'article:source', 'mediaid', 'og:article:source']) {
    const value = head.meta.get(name);
    if (value !== undefined && !value.startsWith('http')) return { value, found: `meta:${name}` };
  }
  return null;
}

function readAuthor(head: Head, near: readonly Line[], _body: readonly Line[]): Found | null {
  const printed = labelled(near, AUTHOR, 'line');
  if (printed !== null) return printed;
  for (const name of ['author', 'article:author', 'og:article:author']) {
    const value = head.meta.get(name);
    if (value !== undefined && !value.startsWith('http')) return { value, found: `meta:${name}` };
  }
  return null;
}

/** The value behind a label: the rest of its part of the line, or the next part. */
function labelled(near: readonly Line[], label: RegExp, found: string): Found | null {
  for (const line of near) {
    if (line.weight > 160) continue;
    for (const [at, part] of line.parts.entries()) {
      const match = label.exec(part);
      if (match === null) continue;
      const rest = part.slice(match.index + match[0].length).trim();
      const value = cut(rest === '' ? (line.parts[at + 1] ?? '') : rest);
      if (value !== '') return { value, found };
    }
  }
  return null;
}

/** A value ends at two spaces, a bar, a bracket that closes, or the next label. */
function cut(text: string): string {
  const [value = ''] = text.split(
    /\s{2,}|[|｜】\])）]|(?:作者|责任编辑|编辑|来源|时间|日期|发布|点击|浏览|阅读|字体|字号|打印|分享)[\s:：(（]|\s(?=\S{2,6}[:：])|\d{4}[-年/]/,
  );
  return value.trim();
}
