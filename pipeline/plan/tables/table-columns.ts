/** What a column of a table of indicators holds. */
export type Column =
  /** Values of a year, or (`growth`) how much more they are than those of the year before. */
  | YearColumn
  /** The rate, or the sum, over all years. */
  | { readonly role: 'rate'; readonly unit: string }
  | { readonly role: 'name' | 'unit' | 'other' };

interface YearColumn {
  readonly role: 'year' | 'growth';
  readonly year: number;
  /** Whether the heading says that they are planned, or done. */
  readonly kind: 'target' | 'achievement' | null;
  /** Where the heading names theirs. */
  readonly unit: string;
}

/** 2025年, 2026年计划, 2030年（目标）, 2025年完成数（亿元）, “十四五”末的2025年. */
const YEAR =
  /^(?:“?十[三四五六]五”?(?:末|期末)?（?)?(20\d\d)年?(?:底|末)?(?<words>(?:预计|预期|计划|规划|目标|实际|现状|基期|基准|完成|实绩|初步|统计|执行)*)(?:值|数|情况|水平)?(?:（(?<bracket>[^（）]{1,12})）)?）?$/;
const RATE = /^(?:“?十[四五六]五”?)?(?:年均|累计|平均).{0,10}(?:（(?<unit>[^（）]{1,6})）)?$/;
/** 增长（%） beside the column of a year. */
const GROWTH = /^(?:比上年|同比|年度)?(?:增长|增速|增幅)率?(?:（%）|%)?$/;
const NAME = /^(?:主要|重点|具体|核心|发展|工作)?(?:指标|项目|目标|任务)(?:名称|内容|体系)?$|^名称$/;
const UNIT = /^(?:计量)?单位$/;
const DONE = /完成|实际|现状|基期|基准|实绩|初步|统计|执行/;
const PLANNED = /计划|规划|目标|预期/;
/** What a bracket behind a year holds if it is no unit. */
const WORD =
  /^(?:预计|预期|计划|规划|目标|实际|现状|基期|基准|完成|实绩|初步|累计|预期性|约束性)+(?:值|数)?$/;

/**
 * The columns of a header of a table of indicators.
 *
 * @returns null for a line that is none: it names two years, or one beside a column of names or units
 */
export function readColumns(cells: readonly string[]): readonly Column[] | null {
  let year: YearColumn | null = null;
  const columns = cells.map((heading) => {
    const column: Column =
      year !== null && GROWTH.test(heading) ? { ...year, role: 'growth', unit: '%' } : columnOf(heading);
    if (column.role === 'year') year = column;
    return column;
  });
  const years = columns.filter(({ role }) => role === 'year').length;
  const labels = columns.some(({ role }) => role === 'name' || role === 'unit');
  return years > 1 || (years === 1 && labels && cells.length > 2) ? columns : null;
}

function columnOf(heading: string): Column {
  const year = YEAR.exec(heading);
  if (year !== null) {
    const bracket = year.groups?.bracket ?? '';
    const isWord = WORD.test(bracket);
    const words = `${year.groups?.words ?? ''}${isWord ? bracket : ''}`;
    // 预计完成 is what will have been done when the year is over.
    const kind = DONE.test(words) ? 'achievement' : PLANNED.test(words) ? 'target' : null;
    return { role: 'year', year: Number(year[1]), kind, unit: isWord ? '' : bracket };
  }
  const rate = RATE.exec(heading);
  if (rate !== null) return { role: 'rate', unit: rate.groups?.unit === '%' ? '%' : '' };
  if (NAME.test(heading)) return { role: 'name' };
  return { role: UNIT.test(heading) ? 'unit' : 'other' };
}

/**
 * A header over two lines: 指标 单位 目标值 above, 2025年 2030年 below the last. The years go where the line above has
 * as many cells, all but the first of them empty, as spans leave them.
 */
export function joinHeader(above: readonly string[], below: readonly string[]): readonly string[] {
  const at = above.findIndex(
    (cell, i) =>
      cell !== '' &&
      below.length > 1 &&
      i + below.length <= above.length &&
      above.slice(i + 1, i + below.length).every((next) => next === '') &&
      (above[i + below.length] ?? 'end') !== '',
  );
  return at < 0 ? below : above.toSpliced(at, below.length, ...below);
}
