/** What a unit measures, and how many of the measure's base one of it is. */
export interface Measure {
  /** `percent`, `money`, `mass` …; a unit we do not know is a measure of its own. */
  readonly kind: string;
  readonly factor: number;
}

/** Units by what they measure. Of each, the first is the base. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  percent: { '%': 1, '％': 1, 个百分点: 1, 百分点: 1, '‰': 0.1, 个基点: 0.01 },
  times: { x: 1, 倍: 1 },
  money: { 元: 1 },
  mass: { 吨: 1, 公斤: 1e-3, 千克: 1e-3, 斤: 5e-4 },
  area: { 亩: 1, 公顷: 15, 平方公里: 1500, 平方千米: 1500, 平方米: 0.0015 },
  length: { 公里: 1, 千米: 1, 米: 1e-3 },
  power: { 千瓦: 1, 瓦: 1e-3, 兆瓦: 1e3, 吉瓦: 1e6 },
  energy: { 千瓦时: 1, 度: 1, 瓦时: 1e-3, 兆瓦时: 1e3, 吉瓦时: 1e6 },
  computing: { PFlops: 1, EFlops: 1e3 },
  time: { 分钟: 1, 小时: 60, 天: 1440 },
  people: { 人: 1, 名: 1, 位: 1 },
};

const MEASURE_OF: ReadonlyMap<string, Measure> = new Map(
  Object.entries(MEASURES).flatMap(([kind, units]) =>
    Object.entries(units).map(([unit, factor]): [string, Measure] => [unit, { kind, factor }]),
  ),
);

/** Measure words of things that are counted: 300家 and 300个 of one thing are as many. */
const COUNTED = /^[个家条项座所处户套场件种只支批届次栋幢间台部辆艘架列趟班张份门类宗块盏]$/;

/** What a works can do is told with its time or without: 能力30万吨/年, 年能力30万吨. */
const A_TIME = /\/[年日天]$/;

/** What a unit measures: 1.4万亿斤 and 7亿吨 are the same mass, 1亿美元 and 1亿元 are not the same money. */
export function measureOf(unit: string | null): Measure {
  if (unit === null) return { kind: 'none', factor: 1 };
  return A_TIME.test(unit)
    ? measureOf(unit.replace(A_TIME, ''))
    : (MEASURE_OF.get(unit) ?? { kind: COUNTED.test(unit) ? 'count' : unit, factor: 1 });
}

/** How well two measures go together, 0 (never one thing) to 1 (the same). */
export function measureLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const both = new Set([a, b]);
  if (both.has('time')) return 0;
  if (both.has('none')) return both.has('percent') || both.has('money') ? 0 : 0.8;
  if (a.endsWith('元') || b.endsWith('元')) return both.has('money') ? 0.6 : 0;
  if (both.has('percent') || both.has('money')) return 0;
  if (both.has('people')) return both.has('人次') ? 0.85 : both.has('count') ? 0.7 : 0.3;
  return both.has('count') ? 0.6 : 0.3;
}
