import { expect, test } from 'vitest';
import type { DatedPlan } from '../../core/archive.ts';
import { expectedPlans } from '../../core/expected-plans.ts';
import { plan } from '../helpers/news.ts';

const dated = (
  year: number,
  published: string | null,
  fields: Parameters<typeof plan>[1] = {},
): DatedPlan => ({
  planId: `p${year}`,
  plan: plan(year, fields),
  published,
});
const expected = (plans: readonly DatedPlan[], today: string) =>
  expectedPlans(plans, today).map(({ latest, year, window, late }) => [
    latest.planId,
    year,
    window === null ? null : `${window.from}/${window.to}`,
    late,
  ]);

const three = [
  dated(2023, '2023-01-12'),
  dated(2024, '2024-01-24T09:00:00+08:00'),
  dated(2025, '2025-01-18'),
];

test('a plan of the present year is expected between the days earlier ones came out', () => {
  expect(expected(three, '2026-01-05')).toEqual([['p2025', 2026, '2026-01-12/2026-01-24', false]]);
  expect(expected(three, '2026-01-24')).toEqual([['p2025', 2026, '2026-01-12/2026-01-24', false]]);
  expect(expected(three, '2026-01-25')).toEqual([['p2025', 2026, '2026-01-12/2026-01-24', true]]);
});

test('nothing is expected of a series whose plan is out, or that has ended', () => {
  expect(expected(three, '2025-12-31')).toEqual([]);
  expect(expected([...three, dated(2026, '2026-01-20')], '2026-02-01')).toEqual([]);
  expect(expected(three, '2027-03-01')).toEqual([['p2025', 2027, '2027-01-12/2027-01-24', true]]);
  expect(expected(three, '2028-01-01')).toEqual([]);
});

test('plans that came out before their year began are expected so again', () => {
  expect(expected([dated(2025, '2024-12-28')], '2026-01-02')).toEqual([
    ['p2025', 2026, '2025-12-28/2025-12-28', true],
  ]);
});

test('dates that cannot be those of the plan are left out', () => {
  expect(expected([dated(2025, '2028-05-01')], '2026-06-01')).toEqual([['p2025', 2026, null, false]]);
  expect(expected([dated(2025, null)], '2026-06-01')).toEqual([['p2025', 2026, null, false]]);
  expect(expected([dated(2025, 'yesterday')], '2026-06-01')).toEqual([['p2025', 2026, null, false]]);
});

test('a plan of several years has a successor only where the series had one before', () => {
  const first = dated(2016, '2016-03-16', { endYear: 2020 });
  const second = dated(2021, '2021-03-13', { endYear: 2025 });
  expect(expected([second], '2026-01-05')).toEqual([]);
  expect(expected([first, second], '2025-06-01')).toEqual([]);
  expect(expected([first, second], '2026-01-05')).toEqual([['p2021', 2026, '2026-03-13/2026-03-17', false]]);
});

test('a single plan has a successor only where its title names its year, or its body has but one of the kind', () => {
  const scheme = {
    kind: '实施方案',
    series: '临海省人民政府 实施方案 碳达峰',
    title: '临海省碳达峰实施方案',
  };
  expect(expected([dated(2025, '2025-03-01', scheme)], '2026-06-01')).toEqual([]);
  expect(
    expected([dated(2025, '2025-03-01', { ...scheme, title: '临海省2025年碳达峰实施方案' })], '2026-06-01'),
  ).toHaveLength(1);
  expect(expected([dated(2024, null, scheme), dated(2025, null, scheme)], '2026-06-01')).toHaveLength(1);
  expect(expected([dated(2025, null, { series: '临海省人民政府 政府工作报告' })], '2026-06-01')).toHaveLength(
    1,
  );
});

test('late ones stand first, then those expected soonest', () => {
  const of = (series: string, published: string | null) =>
    dated(2025, published, { series, title: '2025年工作要点' });
  const plans = [of('a', null), of('b', '2025-03-01'), of('c', '2025-02-01'), of('d', '2025-01-10')];
  expect(expectedPlans(plans, '2026-01-20').map(({ latest }) => latest.plan.series)).toEqual([
    'd',
    'c',
    'b',
    'a',
  ]);
});
