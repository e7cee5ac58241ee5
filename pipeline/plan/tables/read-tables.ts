import type { Metric, Statement } from '../../../core/plan.ts';
import type { Quantity } from '../../quantity/bounds.ts';
import { readQuantities } from '../../quantity/quantity.ts';
import type { Span } from '../clauses.ts';
import { type Column, joinHeader, readColumns } from './table-columns.ts';

const SEPARATOR = /[\t|]/;
/** 供水量（亿立方米） */
const NAMED_UNIT = /^(.{2,40}?)（([^（）]{1,12})）$/;
/** 〔15〕 is the sum over the years; 80左右 carries its bound before the unit of the column; 5-6 is a range. */
const CELL =
  /^(?<before>(?:[<>≥≤]=?|大于|小于|不低于|不高于|不超过|约)?)[〔[（]?(?<number>\d[\d.,]{0,12}(?:[-—~–]\d[\d.,]{0,12})?)(?<unit>%?)[〕\]）]?%?(?<behind>左右|以上|以内|以下)?$/;
const NOTHING = /^[-—–/·\s]*$/;
/** 单位：亿元 above a table. */
const CAPTION = /^（?(?:计量)?单位：([^\s\d，。；：（）]{1,8})）?$/;

/** Longest line that is split; a longer one is no row. */
const LONGEST_ROW = 500;
/** A line within a table that names the rows behind it; a longer one is text. */
const LONGEST_CATEGORY = 20;

/** A table being read. */
interface OpenTable {
  readonly columns: readonly Column[];
  /** The unit said above it for all of it. */
  readonly unit: string;
}

/**
 * Read tables of indicators: a header that names years, then rows of a name with its unit and its values.
 *
 * A value is what its column says (2025年完成, 2026年计划), else a target of its year from the plan's year on, an
 * achievement before. Where no year has a target, the sum or rate (— — 〔15〕) is one, for the last year named. Every other
 * table is left to the prose reader.
 *
 * @param year the plan's year; without it nothing tells targets from what was, unless a column does
 * @returns the statements of each line that belongs to such a table, by the offset it starts at; offsets are into the
 *   normal form, quotes still empty
 */
export function readTables(text: string, year: number | null): ReadonlyMap<number, readonly Statement[]> {
  const lines = new Map<number, readonly Statement[]>();
  let table: OpenTable | null = null;
  let above: readonly string[] = [];
  let caption = '';
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells =
      end - start > LONGEST_ROW
        ? []
        : text
            .slice(start, end)
            .split(SEPARATOR)
            .map((cell) => cell.trim());
    const columns = readColumns(joinHeader(above, cells));
    const said = cells.length === 1 ? CAPTION.exec(cells[0] ?? '') : null;
    if (said !== null) lines.set(start, []);
    if (columns !== null) {
      table = { columns, unit: caption };
      lines.set(start, []);
    } else if (table !== null) {
      const row = cells.length > 2 ? readRow(cells, table, { start, end }, year) : null;
      if (row !== null) lines.set(start, row);
      else if (cells.length < 3 && !isCategory(cells)) table = null;
    }
    // A caption stands right above its table, or one line further up.
    caption = said?.[1] ?? (cells.length === 1 && above.length === 1 ? '' : caption);
    above = cells;
    start = end + 1;
  }
  return lines;
}

function isCategory(cells: readonly string[]): boolean {
  return (
    cells.length > 0 && cells.every((cell) => cell.length <= LONGEST_CATEGORY && !/[。；：，\d]/.test(cell))
  );
}

/** What a row states, or null where it names no indicator with a unit. */
function readRow(
  given: readonly string[],
  table: OpenTable,
  span: Span,
  year: number | null,
): Statement[] | null {
  const { columns } = table;
  const cells = aligned(given, columns);
  const at = columns.findIndex(({ role }) => role === 'unit');
  const named = nameIn(cells, columns);
  if (named === null) return null;
  const [, indicator = named, bracket = ''] = NAMED_UNIT.exec(named) ?? [];
  const own = bracket || (at < 0 ? '' : (cells[at] ?? '')) || table.unit;
  const years = columns.flatMap((column) => (column.role === 'year' ? [column.year] : []));
  const last = Math.max(...years);
  if (own === '' && !columns.some((column) => column.role === 'year' && column.unit !== '')) return null;
  const values = columns.flatMap((column, i): Statement[] => {
    if (column.role !== 'year' && column.role !== 'growth') return [];
    const name = column.role === 'growth' ? `${indicator}增速` : indicator;
    const kind = column.kind ?? (year === null ? null : column.year < year ? 'achievement' : 'target');
    const quantity = readCell(cells[i] ?? '', column.unit || own);
    return kind === null || quantity === null ? [] : [stated(name, quantity, column.year, kind, span)];
  });
  const over = columns.flatMap((column, i) =>
    column.role === 'rate' ? [{ column, cell: cells[i] ?? '' }] : [],
  );
  // Where no year has a target, the rate or sum over all years is it.
  if (values.every(({ kind }) => kind !== 'target')) {
    const aims = over.flatMap(({ cell }) => readCell(cell, own) ?? []);
    return [...values, ...aims.map((quantity) => stated(indicator, quantity, last, 'target', span))];
  }
  const rates = over.flatMap(({ column, cell }) => {
    const isRate = own !== '%' && (cell.includes('%') || column.unit === '%');
    return (isRate ? readCell(cell, '%') : null) ?? [];
  });
  return [...values, ...rates.map((quantity) => stated(`${indicator}增速`, quantity, last, 'target', span))];
}

/**
 * The cells of a row below their columns. Empty cells at either end of a line are lost in the normal form, so a row that
 * a span leaves without its first cell is short: it is moved to where most columns of years hold values.
 */
function aligned(cells: readonly string[], columns: readonly Column[]): readonly string[] {
  let best = cells;
  let most = -1;
  for (let shift = 0; shift <= Math.max(0, columns.length - cells.length); shift++) {
    const moved = [...new Array<string>(shift).fill(''), ...cells];
    const fits = columns.filter(({ role }, i) => fitsColumn(role, moved[i] ?? '')).length;
    if (fits >= most) [best, most] = [moved, fits];
  }
  return best;
}

function fitsColumn(role: Column['role'], cell: string): boolean {
  const isValue = CELL.test(cell) || NOTHING.test(cell);
  if (role === 'year' || role === 'rate') return isValue && cell !== '';
  if (role === 'name') return cell.length > 1 && !isValue;
  return role === 'unit' && cell !== '' && !isValue;
}

/** The name of a row's indicator: below 指标, else the first cell that carries its unit. */
function nameIn(cells: readonly string[], columns: readonly Column[]): string | null {
  const at = columns.findIndex(({ role }) => role === 'name');
  const below = at < 0 ? undefined : cells[at];
  const found = below || cells.find((cell) => NAMED_UNIT.test(cell)) || firstWords(cells, columns);
  const name = found?.replace(/^(?:[\d.、（）\s]|其中：|[①-⑳*★])+/, '') ?? '';
  return name.length < 2 || CELL.test(name) ? null : name;
}

/** Where no column is headed 指标, the cell before the unit or the first value. */
function firstWords(cells: readonly string[], columns: readonly Column[]): string | undefined {
  const first = columns.findIndex(({ role }) => role === 'unit' || role === 'year');
  return cells.slice(0, first).findLast((cell) => cell.length > 1 && !CELL.test(cell));
}

function readCell(cell: string, unit: string): Quantity | null {
  const { before = '', number, unit: percent = '', behind = '' } = CELL.exec(cell)?.groups ?? {};
  const said =
    number === undefined ? (cell.length <= 20 ? cell : '') : `${before}${number}${percent || unit}${behind}`;
  const [quantity, ...more] = readQuantities(said);
  return quantity === undefined || more.length > 0 || quantity.unit === null ? null : quantity;
}

/** How indicators of change are named: 地区生产总值增长（%）, 能耗降低（%）. */
const RISE = /(?:增长率?|增速|增幅|提高)$/;
const FALL = /(?:降低率?|下降率?|降幅|减少)$/;

function stated(
  name: string,
  quantity: Quantity,
  of: number,
  kind: 'target' | 'achievement',
  span: Span,
): Statement {
  const { comparator, value, value2, unit } = quantity;
  const direction = RISE.test(name) ? 'up' : FALL.test(name) ? 'down' : null;
  return {
    quote: '',
    ...span,
    indicator: unit?.kind === 'share' ? name.replace(/增长率?$|增幅$/, '增速') : name,
    entity: null,
    kind,
    comparator,
    value,
    value2,
    unit: unit?.name ?? null,
    metric: unit?.kind === 'share' && direction !== null ? 'growth' : metricOf(quantity),
    direction,
    deadline: of,
    section: [],
    rule: 'column of a year',
  };
}

function metricOf({ unit }: Quantity): Metric {
  if (unit?.kind === 'share' || unit?.kind === 'point') return 'share';
  return unit?.kind === 'count' || unit?.kind === 'people' ? 'count' : 'level';
}
