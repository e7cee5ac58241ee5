import { expect, test } from 'vitest';
import type { Statement } from '../../../core/plan.ts';
import type { IndicatorView, RegionPlan } from '../../../core/vertical.ts';
import { verticalView } from '../../../pipeline/compare/vertical.ts';
import { reading, target } from './statements.ts';

function plan(region: string, parent: string | null, ...targets: readonly Statement[]): RegionPlan {
  return { region, parent, reading: reading(...targets) };
}

function told({ indicator, regions }: IndicatorView): string {
  const each = regions.map(
    (r) => `${r.region} ${r.target?.value ?? '·'} ${r.toParent ?? '·'} ${r.rank ?? '·'}`,
  );
  return `${indicator}: ${each.join(', ')}`;
}

test('sets each region beside the one above and ranks them', () => {
  expect(
    verticalView([
      plan('全国', null, target('国内生产总值增长', 5)),
      plan('青川省', '全国', target('地区生产总值增长', 6)),
      plan('河谷市', '青川省', target('生产总值增长', 6)),
      plan('湖滨市', '青川省', target('经济增长', 5.5)),
      plan('山阴市', '青川省'),
    ]).map(told),
  ).toEqual([
    '国内生产总值增长: 全国 5 · 4, 青川省 6 above 1, 河谷市 6 equal 1, 湖滨市 5.5 below 3, 山阴市 · · ·',
  ]);
});

test('does not compare the amount of a part with that of the whole', () => {
  const jobs = (value: number) => target('城镇新增就业', value, { unit: '人', metric: 'count' });
  const views = verticalView([plan('青川省', null, jobs(300_000)), plan('河谷市', '青川省', jobs(40_000))]);
  expect(views.map(told)).toEqual(['城镇新增就业: 青川省 300000 · 1, 河谷市 40000 incomparable 2']);
});

test('compares what is measured by the cubic metre or the hectare, for it does not add up', () => {
  const dust = (value: number) => target('PM2.5平均浓度', value, { unit: '微克/立方米', metric: 'level' });
  const views = verticalView([plan('青川省', null, dust(34)), plan('河谷市', '青川省', dust(28))]);
  expect(views.map(told)).toEqual(['PM2.5平均浓度: 青川省 34 · 1, 河谷市 28 below 2']);
});

test('leaves out what is said of others, of later years, or by one region only', () => {
  const views = verticalView([
    plan('青川省', null, target('地区生产总值增长', 6), target('财政收入增长', 4)),
    plan('河谷市', '青川省', target('地区生产总值增长', 9, { entity: '高新区' })),
  ]);
  expect(views).toEqual([]);
});

test('counts what a city says of itself by name', () => {
  const growth = (value: number, entity: string) => target('地区生产总值增长', value, { entity });
  const views = verticalView([
    plan('青川省', null, target('地区生产总值增长', 6)),
    plan('青川省河谷市', '青川省', growth(12, '开发区'), growth(7, '河谷')),
    plan('青川省湖滨市高新区', '青川省', growth(9, '高新区')),
  ]);
  expect(views.map(told)).toEqual([
    '地区生产总值增长: 青川省 6 · 3, 青川省河谷市 7 above 2, 青川省湖滨市高新区 9 above 1',
  ]);
});

test('sets no average of several years beside the target of one', () => {
  const average = target('地区生产总值增长', 5, { quote: '地区生产总值年均增长5%' });
  const views = verticalView([
    plan('青川省', null, target('地区生产总值增长', 6)),
    plan('青川省河谷市', '青川省', average, target('地区生产总值增长', 7)),
  ]);
  expect(views.map(told)).toEqual(['地区生产总值增长: 青川省 6 · 2, 青川省河谷市 7 above 1']);
});
