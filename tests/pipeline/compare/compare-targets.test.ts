import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanReading } from '../../../core/plan.ts';
import { compareTargets } from '../../../pipeline/compare/compare-targets.ts';
import { reading, target } from './statements.ts';

const YEARS = { before: 2030, after: 2031 };

/** What became of each target, as one reads it: `GDP raised 5 -> 6`. */
function told(before: PlanReading, after: PlanReading): string[] {
  return compareTargets(before, after, YEARS).map(
    (c) => `${c.indicator} ${c.change} ${c.before?.value ?? '·'} -> ${c.after?.value ?? '·'}`,
  );
}

test('pairs a renamed standing target and says which way its number went', () => {
  expect(told(reading(target('地区生产总值增长', 6)), reading(target('经济增长', 5.5)))).toEqual([
    '经济增长 lowered 6 -> 5.5',
  ]);
});

test('knows a standing target that is named with its place', () => {
  expect(told(reading(target('青川市生产总值增长', 6)), reading(target('地区生产总值', 7)))).toEqual([
    '地区生产总值 raised 6 -> 7',
  ]);
});

test('says comparator when only the bound moved', () => {
  const before = reading(target('城镇调查失业率', 5.5, { metric: 'share', comparator: '<=' }));
  const after = reading(target('城镇调查失业率', 5.5, { metric: 'share', comparator: '~' }));
  expect(told(before, after)).toEqual(['城镇调查失业率 comparator 5.5 -> 5.5']);
});

test('takes a range by its middle', () => {
  const before = reading(target('地区生产总值', 6.5, { comparator: '~' }));
  const after = reading(target('地区生产总值', 6, { value2: 6.5, comparator: 'range' }));
  expect(told(before, after)).toEqual(['地区生产总值 lowered 6.5 -> 6']);
});

test('says rescoped when a level becomes a difference', () => {
  const before = reading(target('财政赤字', 3e11, { unit: '元', metric: 'level' }));
  const after = reading(target('财政赤字规模比上年增加', 5e10, { unit: '元' }));
  expect(told(before, after)).toEqual(['财政赤字规模比上年增加 rescoped 300000000000 -> 50000000000']);
});

test('says rescoped when a yearly amount is set for two years', () => {
  const people = { unit: '人次', metric: 'count' } as const;
  const before = reading(target('职业技能培训', 3e5, { ...people, deadline: 2030 }));
  const after = reading(target('职业技能培训', 7e5, { ...people, deadline: 2032 }));
  expect(told(before, after)).toEqual(['职业技能培训 rescoped 300000 -> 700000']);
});

test('tells a target that was not repeated because it runs on from one that was dropped', () => {
  const before = reading(
    target('森林覆盖率', 24, { metric: 'share', deadline: 2035 }),
    target('新建农村公路', 900, { unit: '公里', metric: 'level', deadline: 2030 }),
  );
  expect(told(before, reading())).toEqual([
    '森林覆盖率 not_restated 24 -> ·',
    '新建农村公路 dropped 900 -> ·',
  ]);
});

test('keeps a yearly target apart from the same indicator five years out', () => {
  const rate = { metric: 'share' } as const;
  const before = reading(
    target('城镇调查失业率', 5.5, { ...rate, comparator: '<=', deadline: 2035 }),
    target('城镇调查失业率', 5.5, { ...rate, comparator: '~', deadline: 2030 }),
  );
  const after = reading(target('城镇调查失业率', 5.5, { ...rate, comparator: '<=', deadline: 2031 }));
  expect(told(before, after)).toEqual([
    '城镇调查失业率 comparator 5.5 -> 5.5',
    '城镇调查失业率 not_restated 5.5 -> ·',
  ]);
});

test('does not pair what the whole is to get with what one part of it is', () => {
  const water = { unit: '立方米', metric: 'level' } as const;
  const before = reading(target('年度供水', 12e8, water));
  const after = reading(target('向青川供水', 2e8, { ...water, entity: '青川' }));
  expect(told(before, after)).toEqual(['向青川供水 new · -> 200000000', '年度供水 dropped 1200000000 -> ·']);
});

test('says rescoped when the subject is wider or narrower than it was', () => {
  const price = { direction: 'down' } as const;
  const before = reading(target('一般工商业平均电价', 10, price));
  const after = reading(target('工商业电价', 5, price), target('中小企业宽带资费', 15, price));
  expect(told(before, after)[0]).toBe('工商业电价 rescoped 10 -> 5');
});

test('takes words that narrow nothing for no change of subject', () => {
  const before = reading(target('国有大型商业银行小微企业贷款', 20));
  const after = reading(target('大型商业银行普惠型小微企业贷款', 25));
  expect(told(before, after)).toEqual(['大型商业银行普惠型小微企业贷款 raised 20 -> 25']);
});

test('prefers the pair that fits word for word to two that half fit', () => {
  const count = { unit: '个', metric: 'count' } as const;
  const before = reading(target('省级绿色工厂', 20, count), target('国家绿色工厂', 5, count));
  const after = reading(target('国家绿色工厂', 6, count), target('绿色园区', 3, count));
  expect(told(before, after)).toContain('国家绿色工厂 raised 5 -> 6');
});

test('keeps an amount and a rate of one indicator apart', () => {
  const before = reading(target('财政支出', 2e11, { unit: '元', metric: 'level' }));
  expect(told(before, reading(target('财政支出', 6)))).toEqual([
    '财政支出 new · -> 6',
    '财政支出 dropped 200000000000 -> ·',
  ]);
});

test('sees the same mass in other units, and other money in another currency', () => {
  const level = { metric: 'level' } as const;
  const jin = reading(target('粮食产量', 6e10, { ...level, unit: '斤' }));
  expect(told(jin, reading(target('粮食产量', 3e7, { ...level, unit: '吨' })))).toEqual([
    '粮食产量 same 60000000000 -> 30000000',
  ]);
  const yuan = reading(target('实际使用外资', 7e10, { ...level, unit: '元' }));
  expect(told(yuan, reading(target('实际使用外资', 1e10, { ...level, unit: '美元' })))).toEqual([
    '实际使用外资 rescoped 70000000000 -> 10000000000',
  ]);
});

test('says rescoped when growth is counted from another year, not when from the year before as ever', () => {
  const fall = (value: number, base: number) =>
    reading(target('碳排放总量', value, { direction: 'down', quote: `碳排放总量比${base}年下降${value}%` }));
  expect(told(fall(18, 2020), fall(17, 2025))[0]).toContain('rescoped');
  expect(told(fall(4, 2029), fall(5, 2030))[0]).toContain('raised');
});

test('reads 改造农村危房 and 农村危房改造 as one subject', () => {
  const homes = { unit: '户', metric: 'count' } as const;
  const [before, after] = [
    reading(target('改造农村危房', 260, homes)),
    reading(target('农村危房改造', 360, homes)),
  ];
  expect(told(before, after)).toEqual(['农村危房改造 raised 260 -> 360']);
});

test('knows better from worse only where readers agree on it', () => {
  const better = (indicator: string, from: number, to: number, rest = {}) =>
    compareTargets(reading(target(indicator, from, rest)), reading(target(indicator, to, rest)))[0]?.better;
  expect(better('地区生产总值', 5, 6)).toBe(true);
  expect(better('城镇调查失业率', 5, 5.5, { metric: 'share' })).toBe(false);
  expect(better('单位地区生产总值能耗', 3, 3.5, { direction: 'down' })).toBe(true);
  expect(better('赤字率', 3, 4, { metric: 'share' })).toBe(null);
  expect(better('镇级消防站', 3, 4, { unit: '个', metric: 'count' })).toBe(null);
});

test('counts a target said twice in one document once', () => {
  const once = target('粮食产量', 5e9, { unit: '斤', metric: 'level' });
  expect(told(reading(once, { ...once, start: 400, end: 404 }), reading(once))).toEqual([
    '粮食产量 same 5000000000 -> 5000000000',
  ]);
});

test('leaves achievements and context out', () => {
  expect(
    told(
      reading({ ...target('进出口', 4), kind: 'achievement' }),
      reading({ ...target('进出口', 5), kind: 'context' }),
    ),
  ).toEqual([]);
});

test('finds only the same when a plan is compared with itself', () => {
  const any = fc.record({
    indicator: fc.stringMatching(/^[新增高标准农田投资率就业占比]{0,6}$/),
    value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    rest: fc.record({
      unit: fc.constantFrom('%', '元', '亩', '个', null),
      metric: fc.constantFrom('level', 'growth', 'share', 'count'),
      direction: fc.constantFrom('up', 'down', null),
      comparator: fc.constantFrom('>=', '~', '='),
      entity: fc.constantFrom(null, '青川', '全市'),
      deadline: fc.constantFrom(null, 2030, 2035),
    }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (all) => {
      const plan = reading(...all.map(({ indicator, value, rest }) => target(indicator, value, rest)));
      const changes = compareTargets(plan, plan, { before: 2030, after: 2030 });
      expect(changes.filter((c) => c.change !== 'same')).toEqual([]);
    }),
  );
});
