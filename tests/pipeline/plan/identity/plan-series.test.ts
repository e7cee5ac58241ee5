import { describe, expect, it } from 'vitest';
import { recognizePlan } from '../../../../pipeline/plan/identity/recognize-plan.ts';

/** A title, or a title and who issued it. */
type Titled = string | readonly [title: string, issuer: string];

const seriesOf = (plan: Titled): string | undefined => {
  const [title, issuer] = typeof plan === 'string' ? [plan, null] : plan;
  return recognizePlan({ title, text: `${title}\n一、目标\n新建学校12所。`, issuer, published: '2026-02-01' })
    ?.series;
};

/** Two years of one series whose titles or bodies were renamed in between. */
describe('plans of one issuer are one series', () => {
  it.each<readonly [string, readonly Titled[]]>([
    [
      'when a body of the centre is renamed, with 中国 and 国家 or without',
      [
        '中国银保监会2022年规章立法工作计划',
        '中国银行保险监督管理委员会2021年规章立法工作计划',
        '国家金融监督管理总局2024年规章立法工作计划',
        ['2020年规章立法工作计划', '银保监会'],
      ],
    ],
    [
      'when its office in a city is renamed',
      [
        ['2022年工作要点', '青岛银保监局'],
        ['2025年工作要点', '国家金融监督管理总局青岛监管局'],
        ['2024年工作要点', '青岛金融监管局'],
      ],
    ],
    [
      'whether a bureau goes by its short or its long name',
      ['山东省工商局2017年工作要点', '山东省市场监督管理局2020年工作要点'],
    ],
    [
      'through two renamings',
      [
        '烟台市经信局2016年工作要点',
        '烟台市经济和信息化委员会2017年工作要点',
        '烟台市工业和信息化局2019年工作要点',
        '烟台市工信局2020年工作要点',
      ],
    ],
    [
      'of culture and tourism',
      [
        '烟台市文化广电新闻出版局2018年工作要点',
        '烟台市文化和旅游局2019年工作要点',
        '烟台市文旅局2020年工作要点',
      ],
    ],
    ['of data', ['烟台市大数据局2024年工作要点', '烟台市数据局2025年工作要点']],
    ['of the fight against poverty', ['国务院扶贫办2020年工作要点', '国家乡村振兴局2021年工作要点']],
    [
      'whose topic is what the body is for',
      [
        '国家卫生计生委2017年卫生计生工作要点',
        '国家卫生健康委2019年卫生健康工作要点',
        '国家卫生健康委员会2020年工作要点',
      ],
    ],
    [
      'wherever the year stands and however the body calls itself',
      [
        '烟台市教育局2025年工作要点',
        '2026年烟台市教育局工作要点',
        '2026年度烟台市教育局工作要点',
        ['市教育局2022年工作要点', '烟台市教育局'],
        ['2021年工作要点', '烟台市教育局'],
        '烟台市教育局关于印发《2024年全市教育工作要点》的通知',
        '烟台市教育局二〇一九年工作要点',
      ],
    ],
    ['of a place the register does not know', ['青禾市教育局2025年工作要点', '2026年青禾市教育局工作要点']],
    [
      'of a zone',
      [
        ['青岛西海岸新区2025年工作要点', '青岛西海岸新区管理委员会'],
        ['西海岸新区2026年工作要点', '青岛西海岸新区管委会'],
        ['2024年工作要点', '青岛西海岸新区管委'],
      ],
    ],
    [
      'whatever the plan says of the year past',
      [
        '烟台市住建局2024年工作情况和2025年工作计划',
        '烟台市住房和城乡建设局2025年工作总结暨2026年工作打算',
        '烟台市住建局2027年工作计划',
      ],
    ],
    [
      'of things to be done for the people',
      [
        '烟台市2025年为民办实事项目',
        '烟台市2024年为民服务实事',
        '烟台市人民政府关于印发2023年全市为民服务实事的通知',
        '烟台市2021年“十件民生实事”',
        '烟台市2026年度“十件民生实事”项目',
      ],
    ],
    [
      'of the tasks of a year',
      ['烟台市2025年重点工作任务清单', '2026年烟台市重点工作任务分解表', '烟台市2024年重点工作'],
    ],
    [
      'of the tasks of the report',
      [
        '2024年烟台市政府工作报告重点任务分解表',
        '烟台市人民政府关于印发2025年《政府工作报告》重点任务分工方案的通知',
      ],
    ],
  ])('%s', (_, plans) => {
    const series = plans.map(seriesOf);
    expect(series).toEqual(series.map(() => series[0]));
    expect(series[0]).toBeDefined();
  });

  it.each<readonly [string, Titled, Titled]>([
    ['of a body and of its government', '烟台市教育局2026年工作要点', '烟台市2026年工作要点'],
    ['of two bodies', '烟台市教育局2026年工作要点', '烟台市民政局2026年工作要点'],
    ['of two topics', '烟台市2026年教育工作要点', '烟台市2026年社会工作要点'],
    [
      'of a bureau of the centre and of its office in a city',
      '国家金融监督管理总局2024年工作要点',
      ['2025年工作要点', '国家金融监督管理总局青岛监管局'],
    ],
    ['of two topics of one body', '烟台市教育局2026年工作要点', '烟台市教育局2026年安全生产工作要点'],
  ])('but not those %s', (_, one, other) => {
    expect(seriesOf(one)).not.toBe(seriesOf(other));
  });
});
