import type { Block } from '../../core/article.ts';
import { fileHrefs, isAttachment } from './attachment.ts';
import { phraseOf } from './fold.ts';
import { isCentred } from './tree/inline-style.ts';
import type { Line } from './tree/line.ts';

/**
 * Turn the lines that remain into the blocks of the article.
 *
 * @param url address of the page, for relative links
 * @param base what the page's `<base>` says; only believed on the page's own site
 */
export function makeBlocks(lines: readonly Line[], url: string | null, base: string | null): Block[] {
  const from = baseOf(url, base);
  return lines.map((line) => makeBlock(line, from));
}

function makeBlock(line: Line, from: string | undefined): Block {
  const { text } = line;
  const [href, ...more] = filesAt(line, from);
  if (href !== undefined && more.length === 0 && isAttachment(line) && line.rows === null)
    return { kind: 'attachment', text: withoutCount(text), href };
  const files = href === undefined ? {} : { files: [href, ...more] };
  return { ...textBlock(line), ...files };
}

/** A file's name without how often it was fetched: 下载次数：12 is another number each time and no change. */
function withoutCount(text: string): string {
  const at = text.search(COUNT);
  return at > 0 ? text.slice(0, at).trimEnd() : text;
}

const COUNT =
  /[\s[(（【]?(?:(?:下载|点击|浏览)(?:次数|人次|量|数)\s?[:：]?\s?\[?\d{0,9}|已?下载\s?[:：]?\s?\d{1,9}|已下载(?=\s?次))\]?\s?次?[\])）】]?$/;

function textBlock(line: Line): Block {
  const { text } = line;
  if (line.rows !== null) return { kind: 'table', text, rows: line.rows };
  if (isAttachment(line)) return { kind: 'attachment', text: withoutCount(text) };
  const level = headingLevel(line);
  if (level > 0) return { kind: 'heading', text, level };
  if (line.caption) return { kind: 'caption', text };
  if (line.quote) return { kind: 'quote', text };
  if (line.item > 0) return { kind: 'item', text, level: line.item };
  return { kind: 'paragraph', text };
}

const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百\d]{1,4}[章编篇部]/, 1],
  [/^[一二三四五六七八九十]{1,3}、/, 2],
  [/^第[一二三四五六七八九十百\d]{1,4}节/, 2],
  [/^[(（][一二三四五六七八九十]{1,3}[)）]/, 3],
];

/** Level of a heading that its number tells, as 一、 and （一） do; 0 where it has none. */
export function numberedLevel(text: string): number {
  return NUMBERED.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
}

/** Level of a heading; 0 for text. Most Chinese pages fake headings with bold paragraphs or numbers alone. */
function headingLevel(line: Line): number {
  if (line.heading > 0) return line.heading;
  if (line.weight > 45 || /[。；，;,]$/.test(line.text) || line.rows !== null) return 0;
  const text = phraseOf(line);
  const numbered = numberedLevel(text);
  if (numbered > 0 && line.stops === 0) return numbered;
  const faked = line.strong > 0.9 || (isCentred(line.box.element) && line.strong > 0.5);
  return faked && line.stops === 0 && line.weight >= 3 ? 3 : 0;
}

function filesAt(line: Line, from: string | undefined): string[] {
  const addresses = fileHrefs(line).map((href) => URL.parse(href, from));
  const files = addresses.flatMap((address) =>
    address !== null && /^https?:$/.test(address.protocol) ? [address.href] : [],
  );
  return [...new Set(files)];
}

/** A `<base>` that points to another site would turn every attachment of the page into a link there. */
function baseOf(url: string | null, base: string | null): string | undefined {
  if (base === null) return url ?? undefined;
  const address = URL.parse(base, url ?? undefined);
  if (address === null || url === null) return address?.href ?? url ?? undefined;
  return address.host === URL.parse(url)?.host ? address.href : url;
}
