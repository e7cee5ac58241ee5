import type { GovernmentFields } from '../../../core/article.ts';
import { fold } from '../fold.ts';
import { type Line, partsOf, type Reading } from '../tree/line.ts';
import { firstDate } from './read-date.ts';
import type { Head } from './read-head.ts';
import { readPublisher } from './read-publisher.ts';

type Field = keyof GovernmentFields;

/** The fields of a document, and where each was found: `table`, `line` or `meta:` and its name. */
export interface FoundFields {
  readonly fields: GovernmentFields;
  readonly found: Readonly<Partial<Record<Field, string>>>;
}

/** Labels as they stand in the tables and lists at the top of documents, folded. */
const LABELS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:索引号|信息索引号|信息索引|索引|索取号)$/, 'indexNumber'],
  [/^(?:发文字号|文号|文件编号|发文文号|文件号|公文字号)$/, 'documentNumber'],
  [
    /^(?:发文机关|发布机构|发文单位|制发机关|公开责任部门|发布单位|信息来源单位|印发机关|制定机关|发文机构)$/,
    'issuer',
  ],
  [/^(?:成文日期|生成日期|发文日期|印发日期|成文时间|制发日期|形成日期)$/, 'written'],
  [
    /^(?:有效性|时效性|效力状态|有效状态|是否有效|时效状态|文件状态|效力|公文时效|文件时效|时效)$/,
    'validity',
  ],
  [/^(?:主题分类|所属主题|分类|信息分类|体裁分类|主题)$/, 'topic'],
];

const META: readonly (readonly [string, Field])[] = [
  ['indexnumber', 'indexNumber'],
  ['filenum', 'documentNumber'],
];

const NUMBER =
  /(?<![\p{L}\d])(\p{Script=Han}{1,12}[〔[［(（](?:19|20)\d\d[〕\]］)）]\s?第?\d{1,5}\s?号|\p{Script=Han}{2,20}令\s?第\s?\d{1,4}\s?号)/u;

/**
 * Read what government pages say about a document beside title and date, wherever they print it: a table, a list of
 * labels, or the document number alone under the title.
 *
 * @param near lines around the title, where a lone document number counts
 */
export function readGovernment(
  { lines }: Reading,
  near: readonly Line[],
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
  take('validity', firstIn(short, STAMP), 'line');
  for (const [name, field] of META) take(field, meta.get(name), `meta:${name}`);
  // A publisher in meta is on every news page: it only adds to what else tells a document.
  if (fields.indexNumber !== undefined || fields.documentNumber !== undefined)
    take('issuer', meta.get('publisher'), 'meta:publisher');
  const publisher = readPublisher(head, lines);
  take('publisher', publisher?.value, publisher?.found ?? '');
  return { fields, found };
}

function firstIn(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.flatMap((text) => pattern.exec(text)?.[1] ?? [])[0]?.replace(/\s+/g, '');
}

/** A line that says nothing but whether the document holds, or the end of its title in brackets. */
const STAMP =
  /(?:^|[（(【[])\s*(?:(?:本|该)(?:文件|通知))?((?:现行|全文|部分|继续|已经?)?(?:有效|失效|废止|宣布失效))\s*(?:$|[）)】\]]$)/;

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
  /索\s*[引取]|文\s*号|文\s*號|字\s*号|编\s*号|件\s*号|机\s*关|机\s*构|機|单\s*位|部\s*门|来源|日\s*期|时\s*间|有\s*效|效\s*性|效\s*力|状\s*态|主\s*题|分\s*类|体\s*裁/;

/** Label and value: of neighbouring cells, of `label：value` on one line, of a label alone and the line behind it. */
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
  for (const piece of line.text.split(/[|｜\u3000;；]/)) yield* labelled(piece.trim());
}

function* labelled(text: string): Generator<readonly [string, string]> {
  const colon = text.search(/[:：]/);
  if (colon > 0 && colon <= 12 && text.length > colon + 1) {
    yield [labelOf(text.slice(0, colon)), text.slice(colon + 1).trim()];
  }
}

/** A label folded and without brackets and colon; empty for what is too long to be one. */
function labelOf(text: string): string {
  return text.length > 14 ? '' : fold(text).replace(/[[\]【】:]/g, '');
}
