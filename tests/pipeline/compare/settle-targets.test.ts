import { expect, test } from 'vitest';
import type { Statement } from '../../../core/plan.ts';
import { settleTargets } from '../../../pipeline/compare/settle-targets.ts';
import { achievement, reading, target } from './statements.ts';

const SHARE = { metric: 'share' } as const;
const LENGTH = { unit: '公里', metric: 'level' } as const;

/** How one target ends when one number is reported. */
function ends(goal: Statement, ...reported: readonly Statement[]): string | undefined {
  return settleTargets(reading(goal), reading(...reported), 2030)[0]?.outcome;
}

test('takes the bound at its word', () => {
  const jobs = target('城镇新增就业', 30_000, { comparator: '>=', unit: '人', metric: 'count' });
  expect(ends(jobs, achievement('城镇新增就业', 31_000, { unit: '人', metric: 'count' }))).toBe('met');
  expect(ends(jobs, achievement('城镇新增就业', 29_000, { unit: '人', metric: 'count' }))).toBe('missed');
  const rate = target('城镇调查失业率', 5.5, { ...SHARE, comparator: '<=' });
  expect(ends(rate, achievement('城镇调查失业率', 5.7, SHARE))).toBe('missed');
});

test('lets a number beside 左右 meet a target only on the welcome side', () => {
  const growth = target('地区生产总值增长', 6, { comparator: '~' });
  expect(ends(growth, achievement('地区生产总值增长', 7))).toBe('met');
  expect(ends(growth, achievement('地区生产总值增长', 5))).toBe('missed');
  const rate = target('城镇调查失业率', 5.5, { ...SHARE, comparator: '~' });
  expect(ends(rate, achievement('城镇调查失业率', 5.1, SHARE))).toBe('met');
});

test('does not decide where no side is welcome', () => {
  const prices = target('居民消费价格涨幅', 3, { comparator: '~' });
  expect(ends(prices, achievement('居民消费价格上涨', 2.9))).toBe('met');
  expect(ends(prices, achievement('居民消费价格上涨', 1))).toBe('undetermined');
});

test('does not take an amount for news of a rate', () => {
  const trade = achievement('进出口总值', 5e11, { unit: '元', metric: 'level' });
  expect(ends(target('进出口总值增长', 5), trade)).toBe('not_reported');
});

test('counts more built than planned as met', () => {
  expect(ends(target('新改建农村公路', 300, LENGTH), achievement('新改建农村公路', 320, LENGTH))).toBe('met');
  expect(ends(target('新改建农村公路', 300, LENGTH), achievement('新改建农村公路', 260, LENGTH))).toBe(
    'missed',
  );
});

test('reads a fall by how far it went', () => {
  const fall = { direction: 'down' } as const;
  const energy = target('单位地区生产总值能耗', 3, fall);
  expect(ends(energy, achievement('单位地区生产总值能耗', 3.4, fall))).toBe('met');
  expect(ends(energy, achievement('单位地区生产总值能耗', 2.1, fall))).toBe('missed');
});

test('says what is not due, what was not reported and what is measured in another way', () => {
  expect(ends(target('森林覆盖率', 24, { ...SHARE, deadline: 2035 }))).toBe('not_due');
  expect(ends(target('新改建农村公路', 300, LENGTH))).toBe('not_reported');
  const deficit = target('财政赤字', 3e11, { unit: '元', metric: 'level' });
  expect(ends(deficit, achievement('财政赤字比上年增加', 2e10, { unit: '元' }))).toBe('redefined');
});

test('leaves achievements of other years out', () => {
  const growth = target('地区生产总值增长', 6);
  expect(ends(growth, achievement('地区生产总值增长', 7, { deadline: 2027 }))).toBe('not_reported');
});

test('attaches how far along it is to its target', () => {
  const goal = target('老旧小区改造', 45, { unit: '个', metric: 'count' });
  const step = achievement('老旧小区改造开工率', 80, SHARE);
  expect(settleTargets(reading(goal), reading(step), 2030)).toEqual([
    { target: goal, outcome: 'not_reported', achievement: null, progress: [step] },
  ]);
});

test('never settles a year by what is said of several years, or of a part of one', () => {
  const growth = target('地区生产总值增长', 5);
  const told = (quote: string) => achievement('地区生产总值增长', 5.6, { quote });
  expect(ends(growth, told('全省地区生产总值年均增长5.6%'))).toBe('not_reported');
  expect(ends(growth, told('地区生产总值累计增长5.6%'))).toBe('not_reported');
  expect(ends(growth, told('上半年地区生产总值增长5.6%'))).toBe('not_reported');
  const headed = achievement('地区生产总值增长', 5.6, { section: ['一、“十四五”时期发展成就'] });
  expect(ends(growth, headed)).toBe('not_reported');
  expect(ends(growth, headed, told('全年地区生产总值增长5.6%'))).toBe('met');
  const both = achievement('地区生产总值增长', 5.6, { section: ['一、“十四五”时期和2030年工作回顾'] });
  expect(ends(growth, both)).toBe('met');
  const average = target('地区生产总值年均增长', 5, { quote: '地区生产总值年均增长5%' });
  expect(ends(average, told('地区生产总值年均增长5.6%'))).toBe('met');
});

test('takes a year that ends in five for one year', () => {
  const growth = target('地区生产总值增长', 5, { quote: '2035年地区生产总值增长5%' });
  const done = achievement('地区生产总值增长', 5.6, { quote: '2035年地区生产总值增长5.6%' });
  expect(settleTargets(reading(growth), reading(done), 2035)[0]?.outcome).toBe('met');
  expect(settleTargets(reading(target('地区生产总值增长', 5)), reading(done), 2035)[0]?.outcome).toBe('met');
});

test.each([
  ['过去五年，地区生产总值增长43%。', [], 'not_reported'],
  ['“十四五”以来，全省面貌一新，地区生产总值增长43%。', [], 'not_reported'],
  ['1—11月，地区生产总值增长43%。', [], 'not_reported'],
  ['过去五年，全省面貌一新。去年，地区生产总值增长43%。', ['一、过去五年工作回顾'], 'met'],
  ['过去五年，全省面貌一新。\n地区生产总值增长43%。', [], 'met'],
  ['“十四五”规划圆满收官，地区生产总值增长43%。', [], 'met'],
])('asks the paragraph which years a number is said of: %s', (text, section, outcome) => {
  const quote = '地区生产总值增长43%';
  const done = achievement('地区生产总值增长', 43, { quote, section, start: text.indexOf(quote) });
  const report = { ...reading(done), text };
  expect(settleTargets(reading(target('地区生产总值增长', 5)), report, 2030)[0]?.outcome).toBe(outcome);
});

test('does not decide by a bound that leaves both open', () => {
  const firms = target('高新技术企业', 500, { unit: '家', metric: 'count', comparator: '>=' });
  const told = (value: number, comparator: '>' | '<') =>
    achievement('高新技术企业', value, { unit: '家', metric: 'count', comparator });
  expect(ends(firms, told(490, '>'))).toBe('undetermined');
  expect(ends(firms, told(500, '>'))).toBe('met');
  expect(ends(firms, told(490, '<'))).toBe('missed');
});

test('takes a year that opens five for one year', () => {
  const section = ['三、推动“十四五”开好局、起好步'];
  const goal = target('地区生产总值增长', 5, { section });
  expect(ends(goal, achievement('地区生产总值增长', 5.6))).toBe('met');
});

test('does not take what was begun for what was to be built', () => {
  const count = { unit: '所', metric: 'count' } as const;
  const schools = target('新建学校', 12, count);
  expect(ends(schools, achievement('新建学校开工', 14, count))).toBe('redefined');
  expect(ends(schools, achievement('新建学校', 14, count))).toBe('met');
  expect(ends(target('学校开工', 12, count), achievement('学校开工', 14, count))).toBe('met');
});

test('takes nearly as many for fewer', () => {
  const count = { unit: '根', metric: 'count' } as const;
  const nearly = achievement('新建充电桩', 5000, { ...count, comparator: '~', quote: '新建充电桩近5000根' });
  expect(ends(target('新建充电桩', 5000, count), nearly)).toBe('missed');
  expect(ends(target('新建充电桩', 4900, { ...count, comparator: '>=' }), nearly)).toBe('undetermined');
  expect(ends(target('新建充电桩', 4000, count), nearly)).toBe('met');
  const about = { ...nearly, quote: '新建充电桩5000根左右' };
  expect(ends(target('新建充电桩', 5000, count), about)).toBe('met');
});

test('knows what is doubled by what it grew', () => {
  const doubled = target('数字经济规模', 2, { unit: 'x', metric: 'share' });
  const grown = (times: number) => achievement('数字经济规模', times, { unit: 'x', direction: 'up' });
  expect(ends(doubled, grown(1.2))).toBe('met');
  expect(ends(doubled, grown(0.9))).toBe('missed');
  const toGrow = target('数字经济规模', 1, { unit: 'x', direction: 'up' });
  expect(ends(toGrow, achievement('数字经济规模', 2, { unit: 'x', metric: 'share' }))).toBe('met');
  expect(ends(toGrow, grown(0.9))).toBe('missed');
});
