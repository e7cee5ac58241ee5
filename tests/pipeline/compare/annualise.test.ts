import { expect, test } from 'vitest';
import { annualise } from '../../../pipeline/compare/annualise.ts';
import { target } from './statements.ts';

const YEARS = { before: 2030, after: 2031 };
const PEOPLE = { unit: '人次', metric: 'count' } as const;

test('spreads an amount over the years it is set for', () => {
  const before = target('职业技能培训', 300_000, { ...PEOPLE, deadline: 2030 });
  const after = target('职业技能培训', 700_000, { ...PEOPLE, deadline: 2032 });
  expect(annualise(before, after, YEARS)).toEqual({ before: 300_000, after: 350_000 });
});

test('leaves rates, equal periods and unknown years alone', () => {
  const one = target('职业技能培训', 300_000, { ...PEOPLE, deadline: 2030 });
  const next = { ...one, deadline: 2031 };
  expect(annualise(one, next, YEARS)).toBe(null);
  expect(annualise(one, { ...one, deadline: 2032 }, { before: null, after: 2031 })).toBe(null);
  const rate = target('研发经费', 7, { deadline: 2035 });
  expect(annualise(rate, { ...rate, deadline: 2031 }, YEARS)).toBe(null);
});
