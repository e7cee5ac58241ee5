import { expect, test } from 'vitest';
import type { Statement } from '../../../../core/plan.ts';
import { basisOf } from '../../../../pipeline/compare/facets/basis.ts';
import { startOf } from '../../../../pipeline/compare/facets/number-in-quote.ts';
import { target } from '../statements.ts';

const homes = (indicator: string, quote: string, rest: Partial<Statement> = {}) =>
  target(indicator, 300, { unit: '家', metric: 'count', quote, ...rest });

test('tells all there are from those that join, and both from a difference', () => {
  expect(basisOf(homes('养老院', '养老院达到300家'))).toBe('total');
  expect(basisOf(homes('新增养老院', '新增养老院300家'))).toBe('added');
  expect(basisOf(homes('养老院', '养老院新增300家、总数突破900家'))).toBe('added');
  expect(basisOf(homes('养老院', '养老院比上年增加300家', { metric: 'growth' }))).toBe('difference');
  expect(basisOf(homes('城镇化率', '城镇化率提高1个百分点', { unit: '个百分点' }))).toBe('difference');
  expect(basisOf(homes('养老院', '建设养老院300家'))).toBe(null);
});

test('takes an addition to a sum for one, and not what is done to things that are counted', () => {
  const growth = { metric: 'growth', unit: '元' } as const;
  expect(basisOf(target('投资', 1e10, { ...growth, quote: '增加基本建设投资100亿元' }))).toBe('added');
  expect(basisOf(homes('养老院提升', '改造提升300家养老院', { metric: 'growth' }))).toBe(null);
});

test('takes new energy for a thing, not for something added', () => {
  expect(basisOf(homes('新能源汽车', '推广新能源汽车300辆'))).toBe(null);
});

test('reads where a rise starts from, in the unit of its end', () => {
  const start = (quote: string, value: number) => startOf(target('标准', value, { quote, unit: '元' }));
  expect(start('标准由每人每年420元提高到450元', 450)).toBe(420);
  expect(start('投入从1.2亿元增加到1.5亿元', 150_000_000)).toBe(120_000_000);
  expect(start('标准提高到450元', 450)).toBe(null);
});

test('finishes on a quote that only repeats itself', () => {
  for (const quote of ['从1'.repeat(100_000), '9'.repeat(100_000)])
    expect(startOf(homes('', quote))).toBe(null);
});
