import { expect, it } from 'vitest';
import { planName, planYears } from '../../core/plan-name.ts';
import { plan } from '../helpers/news.ts';

it.each([
  ['政府工作报告', {}, '临海省2026年政府工作报告'],
  ['2026年政府工作报告', {}, '临海省2026年政府工作报告'],
  ['临海省政府工作报告', {}, '临海省2026年政府工作报告'],
  ['2026年临海省政府工作报告', {}, '2026年临海省政府工作报告'],
  ['港城市政府工作报告', { region: '临海省港城市' }, '港城市2026年政府工作报告'],
  ['港城市2026年政府工作报告', { region: '临海省港城市' }, '港城市2026年政府工作报告'],
  ['政府工作报告', { region: '临海省港城市' }, '临海省港城市2026年政府工作报告'],
  ['关于印发港城市工作要点的通知', { region: '临海省港城市' }, '2026年关于印发港城市工作要点的通知'],
  ['政府工作报告', { region: '全国', issuer: '国务院' }, '国务院2026年政府工作报告'],
  ['政府工作报告', { region: null, issuer: null }, '2026年政府工作报告'],
  ['国民经济和社会发展规划纲要', { endYear: 2030 }, '临海省2026–2030年国民经济和社会发展规划纲要'],
])('calls %s of %o %s', (title, fields, name) => {
  expect(planName(plan(2026, { title, ...fields }))).toBe(name);
});

it('gives the first and the last year of a plan for several', () => {
  expect([planYears({ year: 2026, endYear: 2026 }), planYears({ year: 2026, endYear: 2030 })]).toEqual([
    '2026',
    '2026–2030',
  ]);
});
