import type { GovernmentFields } from '../../../core/article.ts';
import { fold } from '../fold.ts';
import { type Line, partsOf, type Reading } from '../tree/line.ts';
import type { Found } from './found.ts';
import { firstDate } from './read-date.ts';
import type { Head } from './read-head.ts';
import { readPublisher } from './read-publisher.ts';
import { readStamp } from './read-stamp.ts';

type Field = keyof GovernmentFields;

/** The fields of a document, and where each was found: `table`, `line` or `meta:` and its name. */
export interface FoundFields {
  readonly fields: GovernmentFields;
  readonly found: Readonly<Partial<Record<Field, string>>>;
}

/** Labels as they stand in the tables and lists at the top of documents, folded. */
const LABELS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:信息|公开|文件)?(?:索引号?|索引编号|索取号)$/, 'indexNumber'],
  [/^(?:发文字号|文号|文件编号|发文文号|发文号|文件文?号|公文字号|公文文号)$/, 'documentNumber'],
  [/^(?:(?:发文|发布|制发|印发|制定|公开|颁布)(?:机关|机构|单位|部门)|公开责任部门|信息来源单位)$/, 'issuer'],
  [/^(?:公文|文件|信息)?(?:成文|生成|发文|印发|制发|形成|签发)(?:日期|时间)$/, 'written'],
  [
    /^(?:公文|文件|信息|政策)?(?:有效性|时效性?|效力状态|效力|有效状态|是否有效|时效状态)$|^文件状态$/,
    'validity',
  ],
  [/^(?:主题分类|所属主题|分类|信息分类|体裁分类|主题)$/, 'topic'],
];

const META: readonly (readonly [string, Field])[] = [
  ['indexnumber', 'indexNumber'],
  ['filenum', 'documentNumber'],
];

const NUMBER =
  /(?:(?<![\p{L}\d])|(?<=\d日))(\p{Script=Han}{1,12}[〔[［(（](?:19|20)\d\d[〕\]］)）]\s?第?\d{1,5}\s?号|\p{Script=Han}{2,20}令\s?第\s?\d{1,4}\s?号|\p{Script=Han}{2,12}字第\d{4,12}[号號])/u;

/** ……的通知（云政发〔2026〕8号）: a number elsewhere in a title is of the document that it is about. */
const NUMBER_AT_END = new RegExp(`[（(]${NUMBER.source}[）)]$`, 'u');

/**
 * Read what government pages say about a document beside title and date, wherever they print it: a table, a list of
 * labels, or the document number alone under the title.
 *
 * @param near lines around the title, where a lone document number counts
 * @param title of the article; some sites print a stamp in brackets before or behind it
 */
export function readGovernment(
  { lines, images }: Reading,
  near: readonly Line[],
  title: Found | null,
  head: Pick<Head, 'meta'>,
): FoundFields {
  const { meta } = head;
  const fields: Partial<Record<Field, string>> = {};
  const found: Partial<Record<Field, string>> = {};
  const take = (field: Field, value: string | undefined, where: string) => {
    if (value === undefined || fields[field] !== undefined) return;
    fields[field] = value;
    found[field] = where;
  };
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.hidden !== null || line.linked > 0.5 || (line.rows === null && line.weight > 120)) continue;
    if (!HINT.test(line.text)) continue;
    for (const [label, value] of pairsOf(line, lines[line.index + 1])) {
      const field = LABELS.find(([pattern]) => pattern.test(label))?.[1];
      if (field === undefined) continue;
      const text = field === 'written' ? (firstDate(value)?.slice(0, 10) ?? '') : behindLabel(value);
      if (text === '' || text.length > 80 || (field === 'documentNumber' && !/\d|号$/.test(text))) continue;
      take(field, text, line.rows === null ? 'line' : 'table');
    }
  }
  // A line of links names other documents.
  const short = near.filter(({ weight, linked }) => weight < 60 && linked <= 0.5).map(({ text }) => text);
  take('documentNumber', firstIn(short, NUMBER), 'line');
  take('documentNumber', firstIn([title?.value ?? ''], NUMBER_AT_END), 'title');
  take('validity', readStamp(short), 'line');
  take('validity', readStamp([title?.value ?? '']), 'title');
  take('validity', readStamp(imagesNear(images, title?.line ?? null)), 'image');
  for (const [name, field] of META) take(field, meta.get(name), `meta:${name}`);
  // A publisher in meta is on every news page: it only adds to what else tells a document.
  if (fields.indexNumber !== undefined || fields.documentNumber !== undefined)
    take('issuer', meta.get('publisher'), 'meta:publisher');
  const publisher = readPublisher(head, lines);
  take('publisher', publisher?.value, publisher?.found ?? '');
  return { fields, found };
}

/** What the images around the title stand for: nearer than this, in lines. */
const NEAR = 8;

function imagesNear(images: Reading['images'], title: Line | null): string[] {
  if (title === null) return [];
  return images.filter(({ at }) => Math.abs(at - title.index) <= NEAR).map(({ text }) => text);
}

function firstIn(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.flatMap((text) => pattern.exec(text)?.[1] ?? [])[0]?.replace(/\s+/g, '');
}

/** What stands behind an empty label is the next label, with or without its own value. */
function behindLabel(text: string): string {
  const [first = ''] = text.split(/[:：]/, 1);
  return isFieldLabel(first) ? '' : text;
}

/** Whether a text is one of the labels in the head of a document, or one that stands among them. */
export function isFieldLabel(text: string): boolean {
  const label = labelOf(text);
  return OTHER_LABEL.test(label) || LABELS.some(([pattern]) => pattern.test(label));
}

const OTHER_LABEL =
  /^(?:备注|公文名称|信息名称|标题|公开方式|公开范围|公开日期|发布时间|发布日期|办文部门|内容概述|关键词|主题词|信息类别|实施日期|废止日期)$/;

const MAX_LINES = 3000;
/** Cheaper than asking every label of every line. */
const HINT =
  /索\s*[引取]|[文字件编編]\s*[号號]|[机機]\s*[关關构構]|[单單]\s*位|部\s*[门門]|来源|來源|日\s*期|[时時]\s*[间間效]|效\s*[性力]|有\s*效|[状狀]\s*[态態]|主\s*[题題]|分\s*[类類]|[体體]\s*裁/;

/** Label and value: of neighbouring cells, of a label alone and what stands behind it, of labels with colon or brackets. */
function* pairsOf(line: Line, next: Line | undefined): Generator<readonly [string, string]> {
  if (line.rows !== null) {
    for (const [index, row] of line.rows.entries()) {
      const heads = row.length > 2 && row.every(isFieldLabel);
      const values = heads ? line.rows[index + 1] : row.slice(1);
      for (const [at, cell] of row.entries()) {
        yield* labelled(cell);
        const label = labelOf(cell);
        if (label !== '') yield [label, values?.[at] ?? ''];
      }
    }
    return;
  }
  const parts = partsOf(line);
  for (const [at, part] of parts.entries()) {
    const label = labelOf(part);
    if (label !== '') yield [label, parts[at + 1] ?? next?.text ?? ''];
  }
  yield* labelled(line.text);
}

/** 索引号：… 文号：…, 【索引号】… 【文号】…: each with what stands before the next one. */
function* labelled(text: string): Generator<readonly [string, string]> {
  const marks = [...text.matchAll(MARK)];
  for (const [at, mark] of marks.entries()) {
    const value = text.slice(mark.index + mark[0].length, marks[at + 1]?.index);
    yield [labelOf(mark[1] ?? mark[2] ?? ''), value.replace(/[\s|｜;；]+$/, '').trim()];
  }
}

/** A label in brackets, or what stands before a colon, at the start or behind a gap; its characters may be set apart. */
const MARK =
  /[【[]\s?(\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,7})\s?[】\]]\s?[:：]?|(?<=^|[\s|｜;；])(\p{Script=Han}(?:[\s\u3000]{0,4}\p{Script=Han}){1,7})\s{0,3}[:：]/gu;

/** A label folded and without brackets and colon; empty for what is too long to be one. */
function labelOf(text: string): string {
  return text.length > 14 ? '' : fold(text).replace(/[[\]【】:]/g, '');
}
