import { describe, expect, it } from 'vitest';
import { checkOutline } from '../../../../pipeline/plan/outline/check-outline.ts';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

const PLAN = [
  '2026年工作要点',
  '本要点围绕稳增长明确2个方面3项任务。',
  '一、扩大投资',
  '一是抓好项目。新建园区20个。',
  '二是用好资金。',
  '二、改善民生',
  '一是稳定就业。新增就业3万人。',
].join('\n');

describe('the outline', () => {
  it('has every heading with its level and extent', () => {
    const { outline } = readPlan({ text: PLAN, year: 2026 });
    expect(
      outline.map(({ level, heading, start, end }) => [
        level,
        heading,
        PLAN.slice(start, end).trim().split('\n').length,
      ]),
    ).toEqual([
      [1, '一、扩大投资', 3],
      [4, '一是抓好项目', 1],
      [4, '二是用好资金', 1],
      [1, '二、改善民生', 2],
      [4, '一是稳定就业', 1],
    ]);
  });

  it('is held against what the plan says of itself', () => {
    const { outline } = readPlan({ text: PLAN, year: 2026 });
    expect(checkOutline(PLAN, outline)).toEqual([
      { words: '2个方面', claimed: 2, found: 2 },
      { words: '3项任务', claimed: 3, found: 3 },
    ]);
  });

  it('shows a heading that was lost', () => {
    const torn = PLAN.replace('二是用好资金。\n', '');
    expect(checkOutline(torn, readPlan({ text: torn, year: 2026 }).outline).at(-1)).toMatchObject({
      claimed: 3,
      found: 2,
    });
  });

  it.each([
    ['《要点》从2个方面提出3项任务。', '2个方面 2, 3项任务 3'],
    ['全年工作共2个方面、3项任务。', '2个方面 2, 3项任务 3'],
    ['今年共两大方面三条。', '两大方面 2, 三条 3'],
    ['共提出2方面3条具体举措。', '2方面 2, 3条具体举措 3'],
    ['共有2项重点任务、3项具体举措。', '2项重点任务 2, 3项具体举措 3'],
    ['全年办好3件民生实事。', '3件民生实事 3'],
    ['全文分为2个部分，按照《条例》第三条执行。', '2个部分 2'],
  ])('is held against all that one sentence says: %s', (says, expected) => {
    const text = PLAN.replace(/本要点.*/, says);
    const claims = checkOutline(text, readPlan({ text, year: 2026 }).outline);
    expect(claims.map(({ words, found }) => `${words} ${found}`).join(', ')).toBe(expected);
  });
});
