import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

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

  it('may have its units in a column, and names of groups that span rows', () => {
    const table = [
      '类别\t序号\t指标\t单位\t2025年\t2030年\t年均增长〔累计〕\t属性',
      '经济发展\t1\t地区生产总值增长\t%\t5.6\t—\t5.5左右\t预期性',
      '\t2\t劳动生产率\t万元/人\t14.2\t18.5\t5.4%\t预期性',
      '二、民生福祉',
      '民生福祉\t3\t受教育年限\t年\t11.3\t>11.8\t〔0.5〕\t约束性',
      '\t4\t能耗强度降低\t%\t—\t—\t〔13—14〕\t约束性',
    ].join('\n');
    expect(read(table, 2026)).toEqual([
      'achievement 地区生产总值增速 = 5.6 % 2025',
      'target 地区生产总值增速 ~ 5.5 % 2030',
      'achievement 劳动生产率 = 142000 元/人 2025',
      'target 劳动生产率 = 185000 元/人 2030',
      'target 劳动生产率增速 = 5.4 % 2030',
      'achievement 受教育年限 = 11.3 年 2025',
      'target 受教育年限 > 11.8 年 2030',
      'target 能耗强度降低 range 13 % 2030',
    ]);
  });

  it('may say in its header what is done and what is planned, and in which unit', () => {
    const table = [
      '2026年主要指标计划',
      '（单位：亿元）',
      '指标名称\t2025年预计完成\t2026年计划\t增长（%）',
      '地区生产总值\t2310.5\t2440\t5.6',
      '其中：第三产业增加值\t1100\t1170以上\t6.4',
      '科技支出（万元）\t5200\t6000\t15.4',
    ].join('\n');
    const expected = [
      'achievement 地区生产总值 = 231050000000 元 2025',
      'target 地区生产总值 = 244000000000 元 2026',
      'target 地区生产总值增速 = 5.6 % 2026',
      'achievement 第三产业增加值 = 110000000000 元 2025',
      'target 第三产业增加值 >= 117000000000 元 2026',
      'target 第三产业增加值增速 = 6.4 % 2026',
      'achievement 科技支出 = 52000000 元 2025',
      'target 科技支出 = 60000000 元 2026',
      'target 科技支出增速 = 15.4 % 2026',
    ];
    expect(read(table, 2026)).toEqual(expected);
    expect(read(table, null)).toEqual(expected);
  });

  it('may have a header of two lines', () => {
    const table = [
      '序号\t指标\t单位\t目标值\t\t属性',
      '2027年\t2030年',
      '1\t森林覆盖率\t%\t42\t43\t约束性',
      '2\t新增就业\t万人\t〔20〕\t〔35〕\t预期性',
    ].join('\n');
    expect(read(table, 2026)).toEqual([
      'target 森林覆盖率 = 42 % 2027',
      'target 森林覆盖率 = 43 % 2030',
      'target 新增就业 = 200000 人 2027',
      'target 新增就业 = 350000 人 2030',
    ]);
  });

  it('of other things is not taken for one', () => {
    const table = [
      '项目名称\t建设地点\t2026年',
      '城南水厂\t城南街道\t3月开工',
      '城北学校\t城北街道\t9月投用',
    ].join('\n');
    expect(read(table, 2026).filter((statement) => statement.startsWith('target 城'))).toEqual([]);
  });

  it('is quoted by its row', () => {
    const first = readPlan({ text: TABLE, year: 2026 }).statements[0];
    expect(first?.quote).toBe('供水量（亿立方米）\t9\t12\t5.9%左右\t预期性');
  });
});
