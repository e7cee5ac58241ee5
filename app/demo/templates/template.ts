import type { Entry } from '../content/entry.ts';

/** A link as lists and side columns show it. */
export interface Link {
  readonly href: string;
  readonly title: string;
  /** `YYYY-MM-DD HH:mm`. */
  readonly published: string;
}

export interface ListView {
  readonly home: string;
  readonly links: readonly Link[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Address of the nth page of the list. */
  readonly pageHref: (page: number) => string;
}

export interface ArticleView {
  readonly home: string;
  readonly entry: Entry;
  /** Other articles of the site, for lists beside and below the body. */
  readonly others: readonly Link[];
}

/** How one family of sites looks: markup around content, and the bytes it is sent in. */
export interface SiteTemplate {
  readonly charset: 'utf-8' | 'gbk' | 'gb18030';
  /** The Content-Type header, which on real sites need not say the charset, nor say it right. */
  readonly contentType: string;
  readonly list: (view: ListView) => string;
  readonly article: (view: ArticleView) => string;
}

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** One piece of markup per item, joined. */
export function each<T>(items: readonly T[], markup: (item: T, index: number) => string): string {
  return items.map(markup).join('\n');
}

/** `一、…` on a line of its own. */
export function isHeading(line: string): boolean {
  return /^[一二三四五六七八九十]+、[^。]*$/.test(line);
}

/** `2025-01-21` of `2025-01-21 08:30`. */
export function dayOf(published: string): string {
  return published.slice(0, 10);
}

/** `2025年1月21日` of `2025-01-21 08:30`. */
export function chineseDay(published: string): string {
  const [year, month, day] = dayOf(published).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
