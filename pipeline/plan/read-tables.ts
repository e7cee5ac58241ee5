import type { Metric, Statement } from '../../core/plan.ts';
import type { Span } from './clauses.ts';
import { type Quantity, readQuantities } from './quantity.ts';

/** Columns of a table: which year each is of, or that it tells the rate over all of them; null where neither. */
type Columns = readonly (number | 'rate' | null)[];

const SEPARATOR = /[\t|]/;
const YEAR = /^(20\d\d)年?(?:（[^（）]*）)?(?:实际|现状|基期|目标|预期|规划)?值?$/;
const NAME = /^(.{2,40}?)（([^（）]{1,12})）$/;
/** 〔15〕 is the sum over the years; 80左右 carries its bound before the unit of the column. */
const CELL =
  /^(?<before>[<>≥≤]?)[〔[（]?(?<number>\d[\d.,]{0,12})[〕\]）]?%?(?<behind>左右|以上|以内|以下)?$/;

/** Longest line that is split; a longer one is no row. */
const LONGEST_ROW = 500;

/**
 * Read tables of indicators: a header that names two years or more, then rows of a name with its unit and its values.
 *
 * A value is a target of its column's year from the plan's year on, an achievement before. Where a row has only a sum
 * (— — 〔15〕) that is for the last year named. Every other table is left to the prose reader.
 *
 * @param year the plan's year; without it nothing tells targets from what was
 * @returns the statements of each line that belongs to such a table, by the offset it starts at; offsets are into the
 *   normal form, quotes still empty
 */
export function readTables(text: string, year: number | null): ReadonlyMap<number, readonly Statement[]> {
  const lines = new Map<number, readonly Statement[]>();
  let columns: Columns = [];
  for (let start = 0; year !== null && start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells =
      end - start > LONGEST_ROW
        ? []
        : text
            .slice(start, end)
            .split(SEPARATOR)
            .map((cell) => cell.trim());
    const years = cells.map(columnOf);
    if (years.filter((named) => typeof named === 'number').length > 1) {
      columns = years;
      lines.set(start, []);
    } else if (columns.length > 0) {
      const row = cells.length > 2 ? readRow(cells, columns, { start, end }, year) : null;
      if (row === null && cells.length < 3) columns = [];
      if (row !== null) lines.set(start, row);
    }
    start = end + 1;
  }
  return lines;
}

function columnOf(heading: string): Columns[number] {
  return Number(YEAR.exec(heading)?.[1] ?? 0) || (/年均|累计/.test(heading) ? 'rate' : null);
}

/** What a row states, or null where it has no name with a unit. */
function readRow(cells: readonly string[], columns: Columns, span: Span, year: number): Statement[] | null {
  const name = cells.map((cell) => NAME.exec(cell)).find((found) => found !== null);
  if (name == null) return null;
  const [, indicator = '', unit = ''] = name;
  const say = (quantity: Quantity, of: number) => stated(indicator, quantity, of, span, year);
  const last = Math.max(...columns.map((of) => (typeof of === 'number' ? of : 0)));
  const values = columns.flatMap((of, i) => {
    const quantity = typeof of === 'number' ? readCell(cells[i] ?? '', unit) : null;
    return typeof of === 'number' && quantity !== null ? [say(quantity, of)] : [];
  });
  const over = cells.filter((_, i) => columns[i] === 'rate');
  if (values.length === 0)
    return over.flatMap((cell) => readCell(cell, unit) ?? []).map((quantity) => say(quantity, last));
  const rates = unit === '%' ? [] : over.filter((cell) => cell.includes('%')).flatMap(readQuantities);
  return [
    ...values,
    ...rates.map(
      (quantity): Statement => ({
        ...say(quantity, last),
        indicator: `${indicator}增速`,
        metric: 'growth',
        direction: 'up',
      }),
    ),
  ];
}

function readCell(cell: string, unit: string): Quantity | null {
  const { before = '', number, behind = '' } = CELL.exec(cell)?.groups ?? {};
  if (number === undefined) return null;
  const read = readQuantities(`${before}${number}${unit}${behind}`);
  return read.length === 1 ? (read[0] ?? null) : null;
}

function stated(indicator: string, quantity: Quantity, of: number, span: Span, year: number): Statement {
  return {
    quote: '',
    ...span,
    indicator: indicator.replace(/^[\d.、（）\s]+/, ''),
    entity: null,
    kind: of < year ? 'achievement' : 'target',
    comparator: quantity.comparator,
    value: quantity.value,
    value2: quantity.value2,
    unit: quantity.unit?.name ?? null,
    metric: metricOf(quantity),
    direction: null,
    deadline: of,
    section: [],
    rule: 'column of a year',
  };
}

function metricOf({ unit }: Quantity): Metric {
  if (unit?.kind === 'share' || unit?.kind === 'point') return 'share';
  return unit?.kind === 'count' || unit?.kind === 'people' ? 'count' : 'level';
}
