import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanReading } from '../../../core/plan.ts';
import { compareTargets } from '../../../pipeline/compare/compare-targets.ts';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';
import { reading, target } from './statements.ts';

const YEARS = { before: 2030, after: 2031 };

/** A reading whose targets are for its year, where they say nothing else. */
function dated(plan: PlanReading, year: number): PlanReading {
  return { ...plan, statements: plan.statements.map((s) => ({ ...s, deadline: s.deadline ?? year })) };
}

/** What became of each target, as one reads it: `GDP raised 5 -> 6`. */
function told(before: PlanReading, after: PlanReading): string[] {
  return compareTargets(dated(before, YEARS.before), dated(after, YEARS.after), YEARS).map(
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

test.each([
  [2, 1, 'same'],
  [4, 3, 'same'],
  [2, 1.5, 'raised'],
])('knows %d times as much as grown by one time less: grown by %d times is %s', (times, grown, change) => {
  const before = reading(target('数字经济规模', times, { unit: 'x', metric: 'share' }));
  const after = reading(target('数字经济规模', grown, { unit: 'x', direction: 'up' }));
  expect(compareTargets(before, after, YEARS).map((c) => c.change)).toEqual([change]);
});

test.each([
  ['PFlops', 3000, 'EFlops', 3],
  ['个百分点', 0.25, '个基点', 25],
  ['斤', 1.4e12, '吨', 7e8],
  ['亩', 15, '公顷', 1],
  ['千瓦', 2e6, '吉瓦', 2],
  ['千瓦时', 3e6, '兆瓦时', 3000],
  ['%', 5, '‰', 50],
])(
  'knows amounts in %s as equal to those in another unit of the same dimension',
  (unit, value, other, equal) => {
    const before = reading(target('总产量', value, { unit, metric: 'level' }));
    const after = reading(target('总产量', equal, { unit: other, metric: 'level' }));
    expect(told(before, after)).toEqual([`总产量 same ${value} -> ${equal}`]);
  },
);

test('takes a name that a row lends for no narrower one', () => {
  const rest = { unit: '个', metric: 'count' } as const;
  const before = reading(target('公共充电桩新建', 80, { ...rest, quote: '新建80个' }));
  const after = reading(target('新建充电桩', 90, { ...rest, quote: '新建充电桩90个' }));
  expect(told(before, after)).toEqual(['新建充电桩 raised 80 -> 90']);
});

test('takes things of another size for other things', () => {
  const rest = { unit: '个', metric: 'count' } as const;
  const before = reading(target('亿元以上项目', 75, rest));
  const after = reading(target('30亿元以上项目', 70, rest));
  expect(told(before, after)).toEqual(['30亿元以上项目 new · -> 70', '亿元以上项目 dropped 75 -> ·']);
});

test('says rescoped when those that left are taken off, or those that were there are counted in', () => {
  const rest = { unit: '家', metric: 'count' } as const;
  const homes = (indicator: string, value: number) =>
    reading(target(indicator, value, { ...rest, quote: `${indicator}${value}家` }));
  expect(told(homes('新增规上企业', 300), homes('净增规上企业', 300))).toEqual([
    '净增规上企业 rescoped 300 -> 300',
  ]);
  expect(told(homes('新建养老院', 300), homes('新建和改造提升养老院', 400))).toEqual([
    '新建和改造提升养老院 rescoped 300 -> 400',
  ]);
  expect(told(homes('新建养老院', 300), homes('建设养老院', 400))).toEqual(['建设养老院 raised 300 -> 400']);
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

test('tells a target without a year, in a plan that has one, because it was not repeated', () => {
  const before = reading(target('山区移民', 3e5, { unit: '人', metric: 'count' }));
  expect(compareTargets(before, reading(), YEARS)[0]?.change).toBe('not_restated');
  expect(compareTargets(before, reading())[0]?.change).toBe('dropped');
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

test('does not know a thing by words that stand behind anything', () => {
  const count = { unit: '个', metric: 'count' } as const;
  const before = reading(target('新增农机综合服务中心', 20, count), target('山区救护站', 20, count));
  const after = reading(target('乡镇托老服务中心', 60, count), target('山区救护站', 30, count));
  expect(told(before, after)).toEqual([
    '乡镇托老服务中心 new · -> 60',
    '山区救护站 raised 20 -> 30',
    '新增农机综合服务中心 dropped 20 -> ·',
  ]);
});

test('prefers the pair that fits word for word to two that half fit', () => {
  const count = { unit: '个', metric: 'count' } as const;
  const before = reading(target('省级绿色工厂', 20, count), target('国家绿色工厂', 5, count));
  const after = reading(target('国家绿色工厂', 6, count), target('绿色园区', 3, count));
  expect(told(before, after)).toContain('国家绿色工厂 raised 5 -> 6');
});

test('keeps the year, what it has more than the last, and what five years come to apart', () => {
  const homes = (indicator: string, value: number, rest = {}) =>
    target(indicator, value, { unit: '套', metric: 'level', ...rest });
  const before = reading(
    homes('棚户区改造', 58e5, { start: 0, deadline: 2030 }),
    homes('棚户区改造增加', 11e5, { start: 30, deadline: 2030, metric: 'growth' }),
  );
  const after = reading(
    homes('棚户区住房改造', 60e5, { start: 0, deadline: 2031 }),
    homes('城镇棚户区住房改造', 2e7, { start: 300, deadline: 2035 }),
  );
  expect(told(before, after)).toEqual([
    '棚户区住房改造 raised 5800000 -> 6000000',
    '城镇棚户区住房改造 new · -> 20000000',
    '棚户区改造增加 dropped 1100000 -> ·',
  ]);
});

test('takes what five years are to come to for no target of the year, a line that is held for one', () => {
  const [rate, area] = [{ direction: 'down' }, { unit: '亩', metric: 'level' }] as const;
  const before = reading(
    target('二氧化碳排放强度', 3, { ...rate, deadline: 2030 }),
    target('湿地红线', 9e6, { ...area, deadline: 2030 }),
    target('林地覆盖率', 24, { metric: 'share', deadline: 2035 }),
  );
  const after = reading(
    target('二氧化碳排放强度', 18, { ...rate, deadline: 2036 }),
    target('湿地红线', 9e6, { ...area, deadline: 2036 }),
    target('林地覆盖率', 25, { metric: 'share', deadline: 2040 }),
  );
  expect(told(before, after)).toEqual([
    '二氧化碳排放强度 new · -> 18',
    '湿地红线 same 9000000 -> 9000000',
    '林地覆盖率 rescoped 24 -> 25',
    '二氧化碳排放强度 dropped 3 -> ·',
  ]);
});

test('pairs people with how often they come, but sets no such numbers against each other', () => {
  const trained = (unit: string, value: number, indicator: string) =>
    reading(target(indicator, value, { unit, metric: 'count' }));
  const before = trained('人', 4e5, '农民技能培训');
  expect(told(before, trained('人次', 1e6, '职业技能培训'))).toEqual([
    '职业技能培训 rescoped 400000 -> 1000000',
  ]);
});

test('knows a name by its characters in their order, whatever stands between them', () => {
  const rest = { unit: '座', metric: 'count' } as const;
  const others = (start: number) => [
    target('湿地观鸟台', 7, { ...rest, start }),
    target('乡村图书馆', 9, { ...rest, start: start + 200 }),
  ];
  const before = reading(target('牧区驿站', 200, { ...rest, start: 900 }), ...others(0));
  const after = reading(target('牧区公路沿线示范驿站', 60, { ...rest, start: 900 }), ...others(0));
  expect(told(before, after)).toContain('牧区公路沿线示范驿站 rescoped 200 -> 60');
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

test('says rescoped when all there are to be is set beside those that join', () => {
  const count = { unit: '家', metric: 'count' } as const;
  const before = reading(target('高新技术企业', 2600, { ...count, quote: '高新技术企业达到2600家' }));
  const after = reading(target('新增高新技术企业', 150, { ...count, quote: '新增高新技术企业150家' }));
  expect(told(before, after)).toEqual(['新增高新技术企业 rescoped 2600 -> 150']);
});

test('knows what is made by the verb its sentence begins with', () => {
  const farms = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '户', metric: 'count', quote }));
  const before = farms('示范农户', 200, '打造花园村30个、示范农户200户');
  expect(told(before, farms('新增示范农户', 105, '新增示范农户105户'))[0]).toContain('lowered');
});

test('says rescoped when what joins stands beside what may be there already, whatever the size', () => {
  const count = { unit: '家', metric: 'count' } as const;
  const firms = (indicator: string, value: number) =>
    reading(target(indicator, value, { ...count, quote: `${indicator}${value}家` }));
  expect(told(firms('新增瞪羚企业', 150), firms('瞪羚企业', 200))).toEqual(['瞪羚企业 rescoped 150 -> 200']);
  expect(told(firms('新增瞪羚企业', 150), firms('培育瞪羚企业', 200))).toEqual([
    '培育瞪羚企业 raised 150 -> 200',
  ]);
  const pipes = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '公里', metric: 'level', quote: `${indicator}${value}公里` }));
  expect(told(pipes('新建截污管网', 500), pipes('截污管网', 330))).toEqual(['截污管网 lowered 500 -> 330']);
});

test('says rescoped when a rate is told by how much it is above another', () => {
  const before = reading(target('海洋经济增加值增速', 8));
  const after = reading(target('海洋经济增加值增速', 1, { unit: '个百分点' }));
  expect(told(before, after)).toEqual(['海洋经济增加值增速 rescoped 8 -> 1']);
});

test('knows what is to be less by the verb of the list it stands in', () => {
  const cut = (value: number, quote: string) =>
    reading(target('水泥压减', value, { unit: '吨', direction: 'down', quote }));
  const before = cut(110, '压减水泥110吨');
  expect(told(before, cut(100, '压减煤炭500吨、水泥100吨'))).toEqual(['水泥压减 lowered 110 -> 100']);
});

test('says rescoped when incomes are measured as others are, though the number stays', () => {
  const income = (name: string) => reading(target(`${name}增速`, 11));
  const before = income('农民人均纯收入');
  expect(told(before, income('农民人均可支配收入'))).toEqual(['农民人均可支配收入增速 rescoped 11 -> 11']);
  expect(told(before, income('农民收入'))).toEqual(['农民收入增速 same 11 -> 11']);
});

test('says rescoped when what is grown gives way to what can be grown', () => {
  const grain = (name: string) => reading(target(name, 12e6, { unit: '吨', metric: 'level' }));
  expect(told(grain('粮食综合生产能力'), grain('粮食产量'))[0]).toContain('rescoped');
});

test('takes passengers for as many as they travel', () => {
  const trips = (unit: string, value: number) =>
    reading(target('旅客发送量', value, { unit, metric: 'count' }));
  expect(told(trips('人次', 26e8), trips('人', 38e8))[0]).toContain('raised');
});

test('does not pair branches that have nothing in common but the measure', () => {
  const sum = (name: string, value: number) => reading(target(name, value, { unit: '元', metric: 'level' }));
  expect(told(sum('纺织产业营业收入', 4e9), sum('锂电产业营业收入', 4e9))).toHaveLength(2);
  expect(told(sum('新材料产业营业收入', 4e9), sum('先进材料产业营业收入', 4e9))).toHaveLength(1);
  const moved = target('贫困人口易地搬迁', 38e4, { unit: '人', metric: 'count' });
  expect(
    told(reading(moved), reading(target('易地扶贫搬迁', 40e4, { unit: '人', metric: 'count' }))),
  ).toHaveLength(1);
});

test('does not pair a house with what stands in it, counted in other pieces', () => {
  const works = (indicator: string, value: number, unit: string) =>
    reading(target(indicator, value, { unit, metric: 'count' }));
  expect(told(works('中心乡镇学校', 300, '所'), works('乡镇学校周转房', 200, '套'))).toHaveLength(2);
});

test('does not pair beasts that are kept with beasts that are sold', () => {
  const beasts = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '头', metric: 'level' }));
  expect(told(beasts('牦牛存栏量', 45), beasts('牦牛出栏量', 55))).toHaveLength(2);
});

test('takes what a works can do for the same with its time in the unit or in the name', () => {
  const can = (indicator: string, unit: string) => reading(target(indicator, 30, { unit, metric: 'level' }));
  expect(told(can('新增制浆能力', '吨/年'), can('新增年制浆能力', '吨'))[0]).toContain('same');
});

test('says rescoped when a work that was to be begun is to be finished', () => {
  const flats = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '套', metric: 'count', quote: `${indicator}${value}套` }));
  expect(told(flats('开工人才公寓', 700), flats('建成人才公寓', 480))).toEqual([
    '建成人才公寓 rescoped 700 -> 480',
  ]);
  expect(told(flats('完成人才公寓改造', 700), flats('开工改造人才公寓', 480))).toEqual([
    '开工改造人才公寓 rescoped 700 -> 480',
  ]);
  expect(told(flats('开工人才公寓', 700), flats('建设人才公寓', 480))).toEqual([
    '建设人才公寓 lowered 700 -> 480',
  ]);
  expect(told(flats('建成人才公寓', 80), flats('建设人才公寓', 500))[0]).toContain('rescoped');
});

test('knows how far a work is to get by its own name before its sentence, which names others too', () => {
  const works = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '个', metric: 'count', quote }));
  const before = works('续建水库项目', 200, '开工、续建、竣工水库项目各200个');
  const after = works('水库项目开工', 200, '水库项目开工200个');
  expect(told(before, after)[0]).toContain('rescoped');
});

test('takes works that were begun before for works under way', () => {
  const works = (indicator: string, value: number, quote: string, start: number) =>
    target(indicator, value, { start, unit: '个', metric: 'count', quote });
  const before = reading(
    works('水库项目', 57, '水库已开工的57个项目要加快建设', 0),
    works('水库开工项目', 27, '今年再开工27个项目', 30),
  );
  const after = reading(works('开工水库项目', 20, '再开工20个水库项目', 0));
  expect(told(before, after)).toContain('开工水库项目 lowered 27 -> 20');
});

test('says rescoped when new ones are counted where old ones were', () => {
  const homes = (indicator: string, value: number, quote = `${indicator}${value}所`) =>
    reading(target(indicator, value, { unit: '所', metric: 'count', quote }));
  expect(told(homes('提质改造养老院', 30), homes('新改建养老院', 30))[0]).toContain('rescoped');
  expect(told(homes('新建养老院', 30), homes('改造养老院', 20))[0]).toContain('rescoped');
  expect(told(homes('新建和改造养老院', 30), homes('新建和维修养老院', 20))[0]).toContain('lowered');
  expect(told(homes('改造建设养老院', 30), homes('新建改建养老院', 20))[0]).toContain('lowered');
  expect(told(homes('养老院改造', 30), homes('养老院改造建设', 20))[0]).toContain('lowered');
  expect(told(homes('新改造养老院', 30), homes('养老院改造', 20))[0]).toContain('lowered');
  expect(told(homes('新改建养老院', 30), homes('改造养老院', 20, '建设改造养老院20所'))[0]).toContain(
    'lowered',
  );
  const both = homes('改扩建养老院', 20, '新建、改扩建养老院20所');
  expect(told(homes('新建改扩建养老院', 30), both)[0]).toContain('lowered');
  const bracket = homes('新建养老院', 20, '新（改）建养老院20所');
  expect(told(homes('新改建养老院', 30), bracket)[0]).toContain('lowered');
  const list = (indicator: string, value: number, verbs: string) =>
    homes(`改扩建${indicator}`, value, `${verbs}${indicator}${value}所`);
  expect(
    told(list('养老院、托育园', 30, '新建和改扩建'), list('托育园和养老院', 20, '新建改扩建'))[0],
  ).toContain('lowered');
});

test('knows new ones and old ones also by verbs that the thing before had', () => {
  const works = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '座', metric: 'count', quote }));
  const before = works('改建渡口', 30, '新建、改建山路50公里、渡口30座');
  expect(told(before, works('新建改建渡口', 40, '新建改建山路50公里、渡口40座'))[0]).toContain('raised');
  const repaired = works('维修改造渡口', 30, '新改建和维修改造山路50公里、渡口30座');
  expect(told(repaired, works('新建改造渡口', 40, '新建改造渡口40座'))[0]).toContain('raised');
});

test('does not pair what is only called projects, unless the words around are alike', () => {
  const works = (value: number, quote: string) =>
    reading(target('项目', value, { unit: '个', metric: 'count', quote }));
  const before = works(9, '建成云河渡口、青川茶厂等9个项目');
  expect(told(before, works(8, '加快山泉学校、海岛书店等8个项目建设'))).toHaveLength(2);
  expect(told(before, works(8, '建成云河渡口二期、青川茶厂等8个项目'))).toHaveLength(1);
});

test('knows what is only called projects by what is done with them', () => {
  const works = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '个', metric: 'count', quote }));
  const before = works('引进项目', 280, '全年引进项目280个以上');
  expect(told(before, works('引进项目', 200, '争取引进项目200个、总投资2000亿元'))).toHaveLength(1);
  expect(told(before, works('新开工建设项目', 200, '新开工建设项目200个'))).toHaveLength(2);
});

test('takes projects of weight for a list of their own, unless only some are named', () => {
  const works = (value: number, quote: string) =>
    reading(target('重点项目', value, { unit: '个', metric: 'count', quote }));
  const before = works(240, '全年安排重点项目240个');
  expect(told(before, works(260, '抓好260个重点项目'))).toHaveLength(1);
  const some = works(9, '建成云河渡口、青川茶厂等9个重点项目');
  expect(told(some, works(8, '加快山泉学校、海岛书店等8个重点项目建设'))).toHaveLength(2);
  const sum = (name: string, value: number) => reading(target(name, value, { unit: '元', metric: 'level' }));
  expect(told(sum('重点项目年度计划投资', 600), sum('重点项目年度投资计划', 700))).toHaveLength(1);
});

test('pairs an index of prices with their rise', () => {
  const before = reading(target('居民消费价格指数', 103, { unit: null, metric: 'level' }));
  expect(told(before, reading(target('居民消费价格涨幅', 3)))).toEqual([
    '居民消费价格涨幅 rescoped 103 -> 3',
  ]);
  const held = { unit: '%', metric: 'level', comparator: '~' } as const;
  expect(told(before, reading(target('居民消费价格指数', 3, held)))).toEqual([
    '居民消费价格指数 rescoped 103 -> 3',
  ]);
});

test('knows the rate of unemployment by all its names', () => {
  const rate = { metric: 'share', comparator: '<=' } as const;
  const before = reading(target('城镇失业登记率', 4.5, rate));
  expect(told(before, reading(target('城市调查失业率', 5.5, rate)))).toEqual([
    '城市调查失业率 rescoped 4.5 -> 5.5',
  ]);
});

test('does not pair sums of which only the measure is named, unless headings or neighbours say of what', () => {
  const sum = (value: number, heading: string) =>
    reading(target('计划投资', value, { unit: '元', metric: 'level', section: [heading] }));
  expect(told(sum(3e9, '（一）建设物流园区'), sum(6e9, '（二）改善人居环境'))).toHaveLength(2);
  expect(told(sum(3e9, '（一）建设物流园区'), sum(6e9, '（二）加快物流园区建设'))).toHaveLength(1);
});

test('does not let neighbours speak for what five years are to come to', () => {
  const people = (start: number, indicator: string, value: number, deadline: number) =>
    target(indicator, value, { start, unit: '人', metric: 'count', deadline });
  const before = reading(people(0, '领军人才', 1000, 2035), people(15, '高端人才', 10000, 2035));
  const after = reading(people(0, '领军人才', 170, 2031), people(15, '高端人才', 1700, 2031));
  expect(compareTargets(before, after, YEARS).map(({ change }) => change)).toEqual([
    'new',
    'new',
    'not_restated',
    'not_restated',
  ]);
});

test('pairs works by how far they are to get before it looks at their number', () => {
  const flats = (indicator: string, value: number, start: number) =>
    target(indicator, value, { start, unit: '套', metric: 'count', quote: `${indicator}${value}套` });
  const before = reading(flats('开工人才公寓', 700, 0), flats('建成人才公寓', 500, 90));
  const after = reading(flats('人才公寓竣工', 700, 0), flats('人才公寓开工', 500, 90));
  expect(told(before, after)).toEqual(['人才公寓竣工 raised 500 -> 700', '人才公寓开工 lowered 700 -> 500']);
});

test.each([
  ['城镇老旧小区改造', '老旧小区改造', '个'],
  ['农村常住居民人均消费支出', '农村居民人均消费支出', '元'],
  ['省级财政专项救灾资金', '省级财政救灾资金', '元'],
  ['开展补贴性职业技能培训', '职业技能培训', '人次'],
  ['保障性安居工程', '城镇保障性住房', '套'],
  ['易地搬迁脱贫', '易地扶贫搬迁', '人'],
  ['新农合和城镇居民医保补助', '城乡居民医保补助', '元'],
  ['棚改开工', '棚户区改造', '套'],
  ['村医人均财政补助', '村医补助', '元'],
  ['新增封山育林还草', '封山育林还草', '亩'],
  ['分区分类建设高标准果园', '建设高标准果园', '亩'],
  ['加大公租房建设力度开工', '公租房开工', '套'],
  ['民营经济增加值占地区生产总值的比重', '民营经济占国民经济比重', '%'],
  ['服务业增加值在国内生产总值中的比重', '服务业增加值占地区生产总值比重', '%'],
  ['筹集人才公寓', '市区新建、筹集人才公寓', '套'],
  ['开工建设学校', '开工建设云川二小等学校', '所'],
  ['青川新材料二期等重点技改项目', '云河电子、山泉制药等技改项目', '个'],
  ['新增上市公司', '新增上市企业', '家'],
  ['新增市场主体', '新增经营主体', '户'],
  ['新增高新技术企业', '新认定高企', '家'],
  ['新增停车位', '新增停车泊位', '个'],
  ['引进博士团队', '新引进博士团队', '个'],
  ['签约电商项目', '新签约电商项目', '个'],
  ['引进30亿元以上项目', '新引进投资超30亿元项目', '个'],
  ['为民实事', '为民办实事项目', '件'],
  ['新开通公交线路', '开辟公交线路', '条'],
  ['维修农村公路', '维修农村道路', '公里'],
  ['改造户厕', '改造提升农村户厕', '座'],
  ['“9+5”山区养殖集群营收', '山区养殖集群营收', '元'],
  ['亿元以上造船项目', '亿元造船项目', '个'],
  ['集体经济强村', '集体经济强村占比', '%'],
  ['云河至青川高速', '云河至青川高速公路', '公里'],
  ['超百亿级造船企业', '百亿级造船企业', '家'],
  ['A级货运企业', 'A级以上货运企业', '家'],
  ['改厕', '农村改厕', '户'],
  ['更新健身路径', '更新全民健身路径', '条'],
  ['惠及渔民', '新改造项目惠及渔民', '户'],
  ['社区养老驿站', '城乡社区养老驿站', '个'],
  ['新增停车泊位', '新增公共停车泊位', '个'],
  ['新增“小升规”', '新增规模以上企业', '家'],
  ['空港货运量', '空港货邮吞吐量', '吨'],
  ['提升改造山区林道', '山区林道提档升级改造', '公里'],
  ['改造山区养老院', '提升山区养老机构', '家'],
  ['扶助山区蜂农资金', '山区蜂农资金', '元'],
  ['配置自动体外除颤仪', '新增AED', '台'],
  ['新建水冲式公共厕所', '建成水冲式公厕', '座'],
  ['新建和改造乡村公路', '新建和改造农村公路', '公里'],
  ['山区饮水工程养护', '养护山区供水工程', '件'],
  ['水库移民搬迁', '完成搬迁', '人'],
  ['新增困难重残托养床位', '新增困难重度残疾人托养床位', '张'],
  ['开始连续几年发行救灾国债', '发行救灾国债', '元'],
  ['新增国家高新技术企业', '新认定高企', '家'],
  ['国家级专精特新“小巨人”企业', '专精特新“小巨人”企业', '家'],
  ['新建“四好农村路”', '新建农村公路', '公里'],
  ['改造燃气管道', '改造燃气管网', '公里'],
  ['改造主城区路灯', '改造中心城区路灯', '盏'],
  ['改建农村厕所', '改造卫生户厕', '户'],
  ['新辟、优化渡船航线', '新开辟和调整渡船航线', '条'],
  ['维修加固渡口', '改造渡口', '座'],
  ['引进投资额5亿元及以上项目', '新引进5亿元以上项目', '个'],
  ['新增城镇就业人员', '城镇新增就业', '人'],
  ['新增规模工业企业', '新增规模以上工业企业', '户'],
  ['渡口改造惠及群众', '惠及居民', '户'],
  ['生活困难老人家庭适老化改造', '困难老年人家庭适老化改造', '户'],
  ['植树造林', '绿化造林', '亩'],
  ['矿山恢复治理', '矿山生态修复', '亩'],
  ['改扩建公办园', '改扩建公办幼儿园', '所'],
  ['招商引资到位市外资金', '到位市外资金', '元'],
  ['沿江经济带高质量发展项目', '沿江经济带项目', '个'],
  ['更换智能燃气表', '免费安装智能燃气表', '台'],
  ['科技型中小企业', '评价入库科技型中小企业', '家'],
  ['社区公共运动场', '社区运动场', '个'],
  ['削减煤炭消费', '煤炭消费压减', '吨'],
  ['改造危房', '改造农村危房', '户'],
  ['改造农村D级危房', '改造D级危房', '户'],
  ['转移农村劳动力', '农村劳动力转移就业', '人'],
  ['转移农业富余劳动力', '新增农村劳动力转移', '人'],
  ['农业总产值', '农林牧渔业总产值', '元'],
  ['企业技改项目', '技改项目', '个'],
  ['工业技术改造项目', '工业技改项目', '个'],
  ['开工建设农房', '新建农村住房', '户'],
  ['城镇新增就业人口', '新增城镇就业', '人'],
  ['工业固定资产投资', '工业投资', '元'],
  ['蔬菜总产', '稳定蔬菜总产', '吨'],
  ['种粮面积', '粮食种植面积', '亩'],
  ['新增智慧停车位', '新增智能停车泊位', '个'],
  ['城镇居民家庭人均可支配收入', '城镇居民人均可支配收入', '元'],
  ['新增规工企业', '新增规模以上工业企业', '家'],
  ['收购烟叶', '收购烤烟', '担'],
  ['新增公益岗位', '开发公益岗位', '个'],
])('takes %s and %s for one subject', (old, young, unit) => {
  const rest = { unit, metric: 'level' } as const;
  expect(told(reading(target(old, 200, rest)), reading(target(young, 260, rest)))).toEqual([
    `${young} raised 200 -> 260`,
  ]);
});

test('takes a name that only makes sense in its sentence for no other subject', () => {
  const share = { metric: 'share' } as const;
  const before = reading(target('试点范围', 20, { ...share, quote: '试点范围扩大到20%的乡镇' }));
  const after = reading(
    target('村医培训试点范围', 40, { ...share, quote: '村医培训试点范围扩大到40%的乡镇' }),
  );
  expect(told(before, after)).toEqual(['村医培训试点范围 raised 20 -> 40']);
});

test('takes what a name leaves out but its clause says for no other subject', () => {
  const money = { unit: '元', metric: 'level' } as const;
  const before = reading(target('文物支出', 9e8, { ...money, quote: '省级财政将安排文物支出9亿元' }));
  const after = reading(target('省级财政文物投入', 14e8, { ...money, quote: '省级财政文物投入14亿元' }));
  expect(told(before, after)).toEqual(['省级财政文物投入 raised 900000000 -> 1400000000']);
});

test('takes nothing for said of a number that is said of the next', () => {
  const hired = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '人', metric: 'count', quote }));
  const before = hired('引进高原教师和医护人员', 40, '引进高原教师和医护人员40名、海岛厨师400名');
  const after = hired('引进海岛教师和医护人员', 300, '引进海岛教师和医护人员300名、高原厨师600名');
  expect(told(before, after)).toEqual(['引进海岛教师和医护人员 rescoped 40 -> 300']);
});

test('takes other words beside the very same amount for no change of subject', () => {
  const places = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '处', metric: 'count' }));
  const [old, young] = ['老城区拥堵路口分类治理', '治理老城区交通拥堵路口'];
  expect(told(places(old, 60), places(young, 60))[0]).toContain('same');
  expect(told(places(old, 60), places(young, 30))[0]).toContain('rescoped');
});

test('lets the size say whether a longer name narrows', () => {
  const rest = { unit: '个', metric: 'count' } as const;
  const works = (indicator: string, value: number) => reading(target(indicator, value, rest));
  expect(told(works('口袋公园', 100), works('沿江口袋公园', 110))).toEqual([
    '沿江口袋公园 raised 100 -> 110',
  ]);
  expect(told(works('口袋公园', 100), works('沿江口袋公园', 20))).toEqual([
    '沿江口袋公园 rescoped 100 -> 20',
  ]);
  expect(told(works('渡口安全防护工程', 100), works('山区河流渡口安全防护工程', 60))[0]).toContain('lowered');
  expect(told(works('渔具厂', 100), works('南岸低碳装配式渔具厂', 60))[0]).toContain('rescoped');
  expect(told(works('山区驿站安置返乡渔民', 100), works('山区驿站优先托底安置返乡渔民', 90))[0]).toContain(
    'lowered',
  );
});

test.each([
  ['云雀企业', '省级云雀企业'],
  ['山区幼儿园', '山区公办幼儿园'],
  ['航线', '国际航线'],
  ['山区驿站', '山区驿站示范点'],
])(
  'says rescoped when only one side says whose list it is, who runs it or that it is a model, however near the number: %s, %s',
  (whole, part) => {
    const rest = { unit: '家', metric: 'count' } as const;
    const [wide, narrow] = [reading(target(whole, 100, rest)), reading(target(part, 100, rest))];
    expect(told(wide, narrow)).toEqual([`${part} rescoped 100 -> 100`]);
    expect(told(narrow, wide)).toEqual([`${whole} rescoped 100 -> 100`]);
  },
);

test('takes no town that a sentence names for the rank of a list', () => {
  const villages = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '个', metric: 'count', quote }));
  const before = villages('市级花园村', 16, '打造市级花园村16个');
  expect(told(before, villages('花园村', 12, '每个市、县建设花园村12个'))[0]).toContain('rescoped');
});

test('says rescoped when a thing is counted in other pieces', () => {
  const old = (value: number, unit: string) =>
    reading(target('老旧小区改造', value, { unit, metric: 'count' }));
  expect(told(old(75, '个'), old(5500, '户'))).toEqual(['老旧小区改造 rescoped 75 -> 5500']);
  expect(told(old(75, '个'), old(90, '处'))).toEqual(['老旧小区改造 raised 75 -> 90']);
  expect(told(old(9000, '户'), old(2000, '套'))).toEqual(['老旧小区改造 lowered 9000 -> 2000']);
  expect(told(old(75, '个'), old(60e4, '平方米'))).toEqual(['老旧小区改造 rescoped 75 -> 600000']);
});

test('takes a list and its members, each of which got the number, for one subject', () => {
  const fall = (names: readonly string[], value: number, quote: string) =>
    reading(...names.map((name) => target(name, value, { direction: 'down', quote })));
  const before = fall(['粉尘、氨气排放'], 2, '粉尘、氨气排放都要减少2%');
  const after = fall(['粉尘排放', '氨气排放'], 3, '粉尘、氨气排放分别减少3%');
  expect(told(before, after)).toContain('氨气排放 raised 2 -> 3');
});

test('does not take what each of five years is to bring for the target of the year said again', () => {
  const income = (quote: string, start: number) => target('居民收入', 8, { quote, start });
  const after = reading(income('居民收入年均增长8%', 0), income('居民收入增长8%', 90));
  const changes = compareTargets(reading(income('居民收入增长8%', 0)), after);
  expect(changes.find(({ change }) => change === 'same')?.after?.start).toBe(90);
});

test('prefers the nearer of two numbers that are said of one standing target', () => {
  const before = reading(
    target('国内生产总值', 10.3, { start: 0 }),
    target('国内生产总值', 8, { start: 90 }),
  );
  expect(told(before, reading(target('国内生产总值', 7.5)))[0]).toBe('国内生产总值 lowered 8 -> 7.5');
});

test('says rescoped when a second thing is counted in', () => {
  const rest = { unit: '元', metric: 'level' } as const;
  const pipes = { unit: '公里', metric: 'level' } as const;
  const before = reading(
    target('公路投资', 2e9, rest),
    target('企业宽带资费', 10),
    target('新建供热管网', 900, { ...pipes, quote: '新建供热管网900公里' }),
  );
  const after = reading(
    target('公路水运投资', 3e9, rest),
    target('企业宽带和专线资费', 10),
    target('新建供水、供热管网', 1600, { ...pipes, quote: '新建供水、供热管网1600公里' }),
  );
  expect(told(before, after)).toEqual([
    '公路水运投资 rescoped 2000000000 -> 3000000000',
    '企业宽带和专线资费 rescoped 10 -> 10',
    '新建供水、供热管网 rescoped 900 -> 1600',
  ]);
});

test('says rescoped when a rate becomes the points it is to rise by', () => {
  const before = reading(target('城镇化率', 58, { metric: 'share', quote: '城镇化率达到58%' }));
  const after = reading(target('城镇化率提高', 1, { unit: '个百分点', quote: '城镇化率提高1个百分点' }));
  expect(told(before, after)).toEqual(['城镇化率提高 rescoped 58 -> 1']);
});

test('takes another order of words, and words for anything, for no change of subject', () => {
  const area = { unit: '亩', metric: 'level' } as const;
  const before = reading(target('综合治理水土流失面积', 3e5, area), target('果园并网装机', 8e4, area));
  const after = reading(target('水土流失综合治理', 4e5, area), target('果园装机规模', 9e4, area));
  expect(told(before, after)).toEqual([
    '水土流失综合治理 raised 300000 -> 400000',
    '果园装机规模 raised 80000 -> 90000',
  ]);
});

test('knows a renamed target by the number it starts from', () => {
  const money = { unit: '元', metric: 'level' } as const;
  const raise = (name: string, from: number, to: number) =>
    target(name, to, { ...money, quote: `${name}由每人每年${from}元提高到${to}元` });
  const before = reading(raise('财政补助', 310, 340), raise('养老金补助', 100, 120));
  expect(told(before, reading(raise('城乡居民医保财政补助', 340, 380)))).toContain(
    '城乡居民医保财政补助 raised 340 -> 380',
  );
});

test('pairs a rate and an amount of one standing target as rescoped', () => {
  const before = reading(target('外贸进出口总值', 15));
  const after = reading(target('外贸进出口总值', 5e11, { unit: '元', metric: 'level' }));
  expect(told(before, after)).toEqual(['外贸进出口总值 rescoped 15 -> 500000000000']);
});

test('does not take a ratio or a walk of minutes for an amount of its name', () => {
  const before = reading(
    target('城乡居民收入', 6),
    target('生活服务圈', 14, { unit: '个', metric: 'count' }),
  );
  const after = reading(
    target('城乡居民收入', 2.1, { unit: null, metric: 'level' }),
    target('生活服务圈', 15, { unit: '分钟', metric: 'level' }),
  );
  expect(told(before, after).filter((change) => !/ (?:new|dropped) /.test(change))).toEqual([]);
});

test('does not pair shares of one whole, ranks of one list, or a part with the whole', () => {
  const share = { metric: 'share' } as const;
  const count = { unit: '个', metric: 'count' } as const;
  const before = reading(
    target('海洋产业占生产总值比重', 37, share),
    target('省级先进制造业集群', 3, count),
    target('中央本级基础研究支出', 10),
  );
  const after = reading(
    target('主导产业占生产总值比重', 73, share),
    target('国家先进制造业集群', 4, count),
    target('中央本级支出', 4),
  );
  expect(told(before, after).filter((change) => !/ (?:new|dropped) /.test(change))).toEqual([]);
});

test('does not pair two sums of which only the payer is named', () => {
  const sum = (value: number, quote: string) =>
    target('中央财政', value, { unit: '元', metric: 'level', quote });
  const before = reading(sum(2e10, '中央财政拟安排200亿元救灾资金'));
  expect(told(before, reading(sum(3e11, '中央财政拟安排3000亿元支持就业')))).toEqual([
    '中央财政 new · -> 300000000000',
    '中央财政 dropped 20000000000 -> ·',
  ]);
  expect(told(before, reading(sum(3e10, '中央财政拟安排300亿元救灾资金')))).toEqual([
    '中央财政 raised 20000000000 -> 30000000000',
  ]);
});

test('does not pair what is spent more, whatever for, with what one purpose gets', () => {
  const money = { unit: '元', metric: 'level' } as const;
  const before = reading(target('自治区本级增加投入', 1e9, money));
  expect(told(before, reading(target('自治区本级财政安排专项抗旱资金', 2e9, money)))).toHaveLength(2);
});

test('does not pair a sum of which only the payer is named with what one purpose gets', () => {
  const sum = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '元', metric: 'level' }));
  const before = sum('中央财政专项资金', 2e10);
  expect(told(before, sum('就业中央财政投入', 4e10))).toHaveLength(2);
  expect(told(sum('全国财政支出', 2e13), sum('财政支出', 3e13))).toHaveLength(1);
});

test('does not know a thing by the size that picks it out, unless it has no other name', () => {
  const count = { unit: '个', metric: 'count' } as const;
  const all = reading(target('新开工5亿元以上项目', 90, count));
  expect(told(reading(target('新开工5亿元以上产业项目', 90, count)), all)[0]).toContain('same');
  expect(told(reading(target('5亿元以上软件企业', 90, count)), all)).toHaveLength(2);
  const before = reading(target('亿元以上软件企业', 80, count));
  expect(told(before, reading(target('亿元以上养殖项目', 90, count)))).toHaveLength(2);
  expect(told(before, reading(target('云河软件企业', 90, count)))).toHaveLength(2);
});

test('takes a name of two characters for no wider one, however near the number', () => {
  const works = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '个', metric: 'count' }));
  const [before, after] = [works('重点蜂业项目', 33), works('重点项目', 32)];
  expect(told(before, after).join()).not.toContain('lowered');
});

test('knows a target by a number that hardly comes up twice', () => {
  const parks = (indicator: string, value: number) =>
    reading(target(indicator, value, { unit: '个', metric: 'count' }));
  expect(told(parks('滨海渔业设施聚集区项目', 12), parks('滨海渔业观光园', 12))).toHaveLength(1);
  expect(told(parks('滨海渔业设施聚集区项目', 10), parks('滨海渔业观光园', 20))).toHaveLength(2);
});

test('knows a target by a unit that only one target of each plan has', () => {
  const works = (indicator: string, value: number, unit: string) =>
    reading(target(indicator, value, { unit, metric: 'count' }));
  const [old, young] = ['山区水窖维修养护', '维修养护山区蓄水池'];
  expect(told(works(old, 219, '件'), works(young, 336, '件'))).toHaveLength(1);
  expect(told(works(old, 219, '个'), works(young, 336, '个'))).toHaveLength(2);
  expect(told(works('县通高速公路', 80, '公里'), works('农村公路', 90, '公里'))).toHaveLength(2);
});

test('looks past who pays and the word for the money', () => {
  const money = { unit: '元', metric: 'level' } as const;
  const before = reading(
    target('中央财政安排用于乡村的资金', 3e11, money),
    target('公路投资额', 5e10, money),
  );
  const after = reading(target('中央财政安排乡村支出', 5e11, money), target('公路领域投资', 6e10, money));
  expect(told(before, after)).toEqual([
    '中央财政安排乡村支出 raised 300000000000 -> 500000000000',
    '公路领域投资 raised 50000000000 -> 60000000000',
  ]);
});

test('keeps the order of numbers that are said of one name', () => {
  const incomes = (...values: readonly number[]) =>
    reading(...values.map((value) => target('城乡居民收入', value, { quote: '城乡居民收入分别增长' })));
  expect(told(incomes(5, 7), incomes(4, 5))).toEqual([
    '城乡居民收入 lowered 5 -> 4',
    '城乡居民收入 lowered 7 -> 5',
  ]);
});

test('knows whose number is whose where town and country are named together', () => {
  const plan = (year: number, incomes: string) =>
    readPlan({ text: `二、${year}年工作安排\n主要预期目标是：${incomes}。`, year });
  const each = plan(2030, '城镇居民人均可支配收入增长7%，农村居民人均可支配收入增长7.5%');
  expect(told(each, plan(2031, '城乡居民人均可支配收入分别增长8%、9%'))).toEqual([
    '城镇居民人均可支配收入增速 raised 7 -> 8',
    '农村居民人均可支配收入增速 raised 7.5 -> 9',
  ]);
  expect(told(each, plan(2031, '城乡居民人均可支配收入增长8%'))).toEqual([
    '城乡居民人均可支配收入增速 rescoped 7.5 -> 8',
    '城镇居民人均可支配收入增速 dropped 7 -> ·',
  ]);
});

test.each([
  ['财政总收入', '一般公共预算收入'],
  ['财政收入', '一般公共预算收入'],
  ['一般公共预算收入', '全部财政收入'],
  ['城镇登记失业率', '城镇调查失业率'],
  ['外贸出口', '外贸进出口'],
  ['农村牧区常住居民人均可支配收入', '城乡居民可支配收入'],
  ['常住人口城镇化率', '户籍人口城镇化率'],
])('says rescoped when %s gives way to %s', (old, young) => {
  expect(told(reading(target(old, 6)), reading(target(young, 6)))).toEqual([`${young} rescoped 6 -> 6`]);
  // What is set for five years gives way to nothing that is set for the year.
  const far = target(young, 6, { deadline: 2036 });
  expect(told(reading(target(old, 6, { deadline: 2030 })), reading(far))).toHaveLength(2);
});

test('lets no standing target take the place of one that is there again', () => {
  const rate = (indicator: string, value: number, start: number, rest = {}) =>
    target(indicator, value, { start, metric: 'share', ...rest });
  const before = reading(rate('城镇调查失业率', 6, 0), rate('城镇登记失业率', 5.5, 20));
  const after = reading(
    rate('城镇调查失业率', 5.5, 0, { deadline: 2035, comparator: '<=' }),
    rate('城镇调查失业率', 5.5, 20),
  );
  expect(told(before, after)).toContain('城镇调查失业率 lowered 6 -> 5.5');
});

test('takes a part for no other wording of a standing target, however near its number', () => {
  const before = reading(target('固定资产投资', 12));
  expect(told(before, reading(target('区本级固定资产投资', 12)))).toEqual([
    '区本级固定资产投资 rescoped 12 -> 12',
  ]);
});

test('knows the second number of a sentence by the first', () => {
  const at = (start: number, indicator: string, value: number) =>
    target(indicator, value, { start, end: start + 9, unit: '座', metric: 'count' });
  const old = [at(0, '小型水库', 5), at(12, '小微型调蓄池', 659), at(90, '抽水蓄能', 3)];
  const young = [at(0, '小型水库', 7), at(12, '高山区调蓄池', 993), at(90, '抽水蓄能', 4)];
  expect(told(reading(...old), reading(...young))).toContain('高山区调蓄池 rescoped 659 -> 993');
  expect(told(reading(...old.slice(1)), reading(...young.slice(1)))).toContain('高山区调蓄池 new · -> 993');
});

test('knows schools of one kind by the other name of it, beside a pair', () => {
  const at = (start: number, indicator: string, value: number) =>
    target(indicator, value, {
      start,
      unit: '所',
      metric: 'count',
      quote: `新建改扩建${indicator}${value}所`,
    });
  const before = reading(at(0, '幼儿园', 9), at(10, '义务教育阶段学校', 13));
  const after = reading(at(0, '幼儿园', 8), at(10, '中小学', 15));
  expect(told(before, after)).toContain('中小学 rescoped 13 -> 15');
});

test('gives what goes by one name twice to its neighbour', () => {
  const said = (indicator: string, value: number, start: number) =>
    target(indicator, value, {
      start,
      end: start + 9,
      unit: '个',
      metric: 'count',
      quote: `${indicator}${value}个`,
    });
  const before = reading(
    said('开工建设校舍', 17, 0),
    said('新增班数', 280, 10),
    said('启用校舍', 19, 100),
    said('新增班数', 530, 110),
  );
  const after = reading(
    said('开工建设校舍', 19, 0),
    said('新增班数', 420, 10),
    said('启用校舍', 15, 100),
    said('新增班数', 278, 110),
  );
  expect(told(before, after)).toEqual([
    '开工建设校舍 raised 17 -> 19',
    '新增班数 raised 280 -> 420',
    '启用校舍 lowered 19 -> 15',
    '新增班数 lowered 530 -> 278',
  ]);
});

test('does not let neighbouring rates speak for each other', () => {
  const at = (start: number, indicator: string, value: number) =>
    target(indicator, value, { start, end: start + 9, metric: 'share' });
  const others = [at(200, '农村卫生厕所普及率', 85), at(400, '高校毕业生升学率', 30)];
  const old = reading(at(0, '应届毕业生就业率', 95), at(12, '区外就业率', 12), ...others);
  const young = reading(at(0, '应届毕业生就业率', 96), at(12, '市场就业率', 70), ...others);
  expect(told(old, young)).toContain('市场就业率 new · -> 70');
});

test('counts a standing target once though it is said again in other words', () => {
  const before = reading(target('地区生产总值', 6), target('经济增长预期', 6, { metric: 'share' }));
  expect(told(before, reading(target('地区生产总值', 5)))).toEqual(['地区生产总值 lowered 6 -> 5']);
});

test('counts a target said twice in one document once', () => {
  const once = target('粮食产量', 5e9, { unit: '斤', metric: 'level' });
  expect(told(reading(once, { ...once, start: 400, end: 404, comparator: '~' }), reading(once))).toEqual([
    '粮食产量 same 5000000000 -> 5000000000',
  ]);
});

test('takes what is picked out by size for another thing than what is on a list', () => {
  const rest = { unit: '家', metric: 'count' } as const;
  const before = reading(target('亿元以上龙头企业', 90, rest));
  expect(told(before, reading(target('省级以上龙头企业', 110, rest)))).toEqual([
    '省级以上龙头企业 new · -> 110',
    '亿元以上龙头企业 dropped 90 -> ·',
  ]);
});

test('says rescoped when an amount is set instead of the growth of the same', () => {
  const before = reading(target('技术合同登记额增速', 15), target('文旅产业增速', 9));
  const after = reading(target('技术合同登记额', 2e9, { unit: '元', metric: 'level' }));
  expect(told(before, after)).toEqual([
    '技术合同登记额 rescoped 15 -> 2000000000',
    '文旅产业增速 dropped 9 -> ·',
  ]);
});

test('knows a thing that its sentence has put a programme before', () => {
  const works = (indicator: string, value: number, quote: string) =>
    target(indicator, value, { unit: '个', metric: 'count', quote });
  const rates = target('技改投资', 12, { quote: '技改投资增长12%' });
  const before = reading(works('技改项目', 100, '重点实施100个技改项目'), rates);
  const after = reading(works('技改提能强基工程技改项目', 400, '重点推进云川水厂等400个技改项目'), rates);
  expect(told(before, after)[0]).toBe('技改提能强基工程技改项目 raised 100 -> 400');
});

test('takes the same number of all there are and of those that join for chance', () => {
  const firms = (indicator: string, value: number, quote: string) =>
    target(indicator, value, { unit: '家', metric: 'count', quote });
  const before = reading(
    firms('瞪羚企业', 22, '瞪羚企业达到22家'),
    firms('雏鹰企业', 140, '雏鹰企业达到140家'),
  );
  const after = reading(firms('新增雏鹰瞪羚企业', 22, '新增雏鹰瞪羚企业22家'));
  expect(told(before, after)[0]).toContain('rescoped');
});

test('says rescoped when the one joins what the other only has work done at', () => {
  const firms = (indicator: string) =>
    reading(target(indicator, 100, { unit: '家', metric: 'count', quote: `${indicator}100家` }));
  expect(told(firms('新增规上工业企业'), firms('规上企业数字化改造'))[0]).toContain('rescoped');
});

test.each([
  ['空气质量优良天数', '空气优良天数比例'],
  ['主要城镇空气优良率', '空气质量优良率'],
  ['农村生活垃圾治理率', '垃圾治理率'],
  ['接待游客数量', '旅游接待人次'],
])('knows the share or number %s as %s', (old, young) => {
  const share = { unit: '%', metric: 'share' } as const;
  const before = reading(target(old, 80, share), target('河湖完好率', 80, share));
  const after = reading(target(young, 85, share), target('泵站完好率', 90, share));
  expect(told(before, after)[0]).toMatch(/raised 80 -> 85/);
});

test('pairs the year with the year, however near the average of several is', () => {
  const before = reading(
    target('进出口总额增速', 5, { quote: '进出口总额年均增长5%', deadline: 2035 }),
    target('外贸进出口总额增速', 2, { quote: '外贸进出口总额增长2%' }),
  );
  const after = reading(target('外贸进出口总额增速', 7, { quote: '外贸进出口总额增长7%' }));
  expect(told(before, after)[0]).toBe('外贸进出口总额增速 raised 2 -> 7');
});

test('takes the investment of any projects for the same only under one heading', () => {
  const money = { unit: '元', metric: 'level', quote: '完成投资3亿元' } as const;
  const before = reading(target('园区工业投资', 4e8, { ...money, section: ['园区升级'] }));
  const after = reading(target('项目建设投资', 3e8, { ...money, section: ['项目攻坚'] }));
  expect(told(before, after)).toHaveLength(2);
});

test('knows moved workers by all their names', () => {
  const people = { unit: '人', metric: 'count' } as const;
  expect(
    told(reading(target('转移就业农牧民', 9e4, people)), reading(target('转移就业', 1e5, people))),
  ).toEqual(['转移就业 raised 90000 -> 100000']);
});

test('takes built and mended roads for new and mended ones', () => {
  const roads = (indicator: string, value: number, quote: string) =>
    reading(target(indicator, value, { unit: '公里', metric: 'level', quote }));
  expect(
    told(
      roads('维修农村路', 710, '建设维修农村路710公里'),
      roads('维修改造农村路', 720, '新建、维修改造农村路720公里'),
    ),
  ).toEqual(['维修改造农村路 raised 710 -> 720']);
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
