import type { Element } from 'domhandler';
import { tidy } from '../tree/measure.ts';

/** What a page says about itself outside its visible text. */
export interface Head {
  /** Text of the title element, or null. */
  readonly title: string | null;
  /** Values of meta tags by lower-case name, property or itemprop; the first one wins. */
  readonly meta: ReadonlyMap<string, string>;
  /** Facts of an article in JSON-LD. */
  readonly data: ArticleData;
  readonly base: string | null;
  /** Number of scripts, to tell a shell from an empty page. */
  readonly scripts: number;
  /** The start of the first script with content, to tell a challenge. */
  readonly script: string;
  /** Whether a form asks for a password. */
  readonly password: boolean;
}

export interface ArticleData {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly author?: string;
  readonly publisher?: string;
}

const MAX_TITLE = 1000;

/** Read title, meta tags, JSON-LD and base address, from the head and (as many pages have them there) the body. */
export function readHead(noted: readonly Element[]): Head {
  const meta = new Map<string, string>();
  const data: Record<string, string> = {};
  let title: string | null = null;
  let base: string | null = null;
  let scripts = 0;
  let script = '';
  let password = false;
  for (const element of noted) {
    const { name, attribs } = element;
    if (name === 'meta') readMeta(element, meta);
    else if (name === 'title') title ??= tidy(textOf(element).slice(0, MAX_TITLE)) || null;
    else if (name === 'base') base ??= attribs.href ?? null;
    else if (name === 'input') password ||= attribs.type?.toLowerCase() === 'password';
    else if (name === 'time') {
      readTime(element, meta);
    } else if (name === 'script') {
      scripts++;
      const code = textOf(element);
      if (attribs.type?.includes('ld+json')) readJsonLd(code, data);
      else script ||= code.trim().slice(0, 3000);
    }
  }
  return { title, meta, data, base, scripts, script, password };
}

function readMeta({ attribs }: Element, meta: Map<string, string>): void {
  const content = attribs.content === undefined ? '' : tidy(attribs.content);
  if (content === '' || content.length > 2000) return;
  for (const key of [attribs.name, attribs.property, attribs.itemprop]) {
    const name = key?.trim().toLowerCase();
    if (name !== undefined && !meta.has(name)) meta.set(name, content);
  }
}

/** `<time>`: the first one of the page, and those that say what of, by itemprop or as blogs name the later one. */
function readTime({ attribs }: Element, meta: Map<string, string>): void {
  const { datetime, itemprop = '', class: names = '' } = attribs;
  if (datetime === undefined) return;
  const updated = /(?:^|\s)updated(?:\s|$)/.test(names) && !/published/.test(names);
  const key = itemprop.trim().toLowerCase() || (updated ? 'datemodified' : 'time');
  for (const name of [key, 'time']) if (!meta.has(name)) meta.set(name, datetime.slice(0, 40));
}

function textOf(element: Element): string {
  let text = '';
  for (const child of element.children) if (child.type === 'text') text += child.data;
  return text;
}

function readJsonLd(json: string, data: Record<string, string>): void {
  if (json.length > 500_000) return;
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/[\0-\x1f]+/g, ' '));
  } catch {
    return;
  }
  for (const item of items(value, 0)) {
    const pubDate = nameIn(Reflect.get(item, 'pubDate'));
    const upDate = nameIn(Reflect.get(item, 'upDate'));
    // What search engines ask for in China has no type.
    if (pubDate !== null && !('@type' in item)) data.datePublished ??= pubDate;
    if (upDate !== null && !('@type' in item)) data.dateModified ??= upDate;
    const type = String(Reflect.get(item, '@type'));
    if (!/Article|Posting|Report|WebPage/i.test(type)) continue;
    for (const key of ['headline', 'datePublished', 'dateModified', 'author', 'publisher']) {
      const found = nameIn(Reflect.get(item, key));
      if (found !== null && data[key] === undefined) data[key] = found;
    }
  }
}

function* items(value: unknown, depth: number): Generator<object> {
  if (typeof value !== 'object' || value === null || depth > 4) return;
  if (Array.isArray(value)) {
    for (const inner of value.slice(0, 50)) yield* items(inner, depth + 1);
    return;
  }
  yield value;
  if ('@graph' in value) yield* items(value['@graph'], depth + 1);
}

/** A string, or the name of a person or organisation, or of several. */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return tidy(value) || null;
  if (Array.isArray(value)) {
    const names = value.map(nameIn).filter((name) => name !== null);
    return names.length > 0 ? names.join('、') : null;
  }
  return typeof value === 'object' && value !== null && 'name' in value ? nameIn(value.name) : null;
}
