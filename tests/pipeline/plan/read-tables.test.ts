import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';

const TABLE = [
  '云川省“十五五”规划纲要',
  '第三节 主要指标',
  '指标名称\t2025年\t2030年\t年均（累计）\t属性',
  '供水量（亿立方米）\t9\t12\t5.9%左右\t预期性',
  '水质达标率（%）\t93.5\t96左右\t—\t约束性',
  '漏损率降低（%）\t—\t—\t〔15〕\t约束性',
  '人均用水（立方米/人）\t80\t75\t—\t预期性',
  '今后五年，新建水厂20座。',
].join('\n');

const read = (text: string, year: number | null) =>
  readPlan({ text, year }).statements.map(
    ({ kind, indicator, comparator, value, unit, deadline }) =>
      `${kind} ${indicator} ${comparator} ${value} ${unit} ${deadline}`,
  );

describe('a table of indicators', () => {
  it('states what was in the column of a past year and what is aimed at in the others', () => {
    expect(read(TABLE, 2026)).toEqual([
      'achievement 供水量 = 900000000 立方米 2025',
      'target 供水量 = 1200000000 立方米 2030',
      'target 供水量增速 ~ 5.9 % 2030',
      'achievement 水质达标率 = 93.5 % 2025',
      'target 水质达标率 ~ 96 % 2030',
      'target 漏损率降低 = 15 % 2030',
      'achievement 人均用水 = 80 立方米/人 2025',
      'target 人均用水 = 75 立方米/人 2030',
      'target 新建水厂 = 20 座 2030',
    ]);
  });

  it('is quoted by its row', () => {
    const first = readPlan({ text: TABLE, year: 2026 }).statements[0];
    expect(first?.quote).toBe('供水量（亿立方米）\t9\t12\t5.9%左右\t预期性');
  });
});
