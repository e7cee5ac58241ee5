import { expect, it } from 'vitest';
import type { Statement } from '../../core/plan.ts';
import { formatQuantity, formatStep } from '../../core/quantity.ts';
import { change, level, statement } from '../helpers/news.ts';

const grown = (value: number, more: Partial<Statement> = {}) => statement('', { value, ...more });
const said = (value: number, unit: string | null, more: Partial<Statement> = {}) =>
  level('', '', value, unit, more);

it.each<[Statement, string, string]>([
  [grown(5.5, { comparator: '~' }), '增长5.5%左右', 'up about 5.5%'],
  [grown(3, { direction: 'down' }), '下降3%', 'down 3%'],
  [grown(4.5, { comparator: 'range', value2: 5 }), '增长4.5–5%', 'up 4.5–5%'],
  [grown(4.3, { unit: 'x' }), '增长4.3倍', 'up 4.3 times'],
  [grown(40, { unit: '元' }), '增加40元', 'up 40 yuan'],
  [said(12_000_000, '人', { comparator: '>=' }), '1200万人以上', 'at least 12 million people'],
  [said(5.5, '%', { comparator: '<=' }), '5.5%以内', 'at most 5.5%'],
  [said(200_000_000_000, '元', { comparator: '>' }), '超过2000亿元', 'over 200 billion yuan'],
  [said(1_400_000_000_000, '斤'), '1.4万亿斤', '1.4 trillion jin'],
  [said(25, '微克/立方米', { comparator: '<' }), '低于25微克/立方米', 'under 25 微克/立方米'],
  [said(13_000, '家'), '1.3万家', '13,000 家'],
  [said(3000, '公里'), '3000公里', '3,000 km'],
  [said(123_456_789, '元'), '123,456,789元', '123,456,789 yuan'],
  [said(2, 'x'), '2倍', '2 times'],
  [said(0.1 + 0.2, null), '0.3', '0.3'],
  [said(0, '个'), '0个', '0 个'],
])('says %j as %s and %s', (quantity, zh, en) => {
  expect([formatQuantity(quantity, 'zh'), formatQuantity(quantity, 'en')]).toEqual([zh, en]);
});

it.each<[Statement | null, Statement | null, 'raised' | 'lowered' | 'rescoped', string | null]>([
  [grown(5), grown(5.5), 'raised', '+0.5个百分点'],
  [grown(5.3), grown(5), 'lowered', '−0.3个百分点'],
  [grown(5), grown(4.5, { value2: 5, comparator: 'range' }), 'lowered', '−0.25个百分点'],
  [said(1_100_000, '人'), said(1_200_000, '人'), 'raised', '+10万人（+9.1%）'],
  [said(0, '个'), said(3, '个'), 'raised', '+3个'],
  [said(1, '个'), said(3, '家'), 'raised', null],
  [grown(3, { direction: 'down' }), grown(2), 'lowered', null],
  [said(1, '个'), said(3, '个'), 'rescoped', null],
  [null, said(3, '个'), 'raised', null],
])('says by how much %j became %j (%s): %s', (before, after, kind, step) => {
  expect(formatStep(change(kind, before, after), 'zh')).toBe(step);
});
