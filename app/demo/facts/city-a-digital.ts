import { change, type DemoPlanFacts, target } from './fact.ts';

/** 望潮市, 数字经济高质量发展行动计划 of 2025 and 2026. */
export const cityADigitalFacts: DemoPlanFacts = {
  issuer: '望潮市人民政府办公室',
  before: '/gov/city-a/xxgk/202503/content_251140.htm',
  after: '/gov/city-a/xxgk/202603/content_171140.htm',
  changes: [
    change(
      'raised',
      '数字经济核心产业增加值',
      target('数字经济核心产业增加值突破550亿元', '>', 55_000_000_000, '元'),
      target('数字经济核心产业增加值突破620亿元', '>', 62_000_000_000, '元'),
    ),
    change(
      'lowered',
      '软件业务收入',
      target('软件业务收入增长15%以上', '>=', 15, '%'),
      target('软件业务收入增长13%以上', '>=', 13, '%'),
    ),
    change(
      'raised',
      '规模以上工业企业数字化改造覆盖率',
      target('数字化改造覆盖率达到80%', '=', 80, '%'),
      target('数字化改造覆盖率达到88%', '=', 88, '%'),
    ),
    change(
      'lowered',
      '5G基站',
      target('新建5G基站2600个', '=', 2600, '个'),
      target('新建5G基站1800个', '=', 1800, '个'),
    ),
    change(
      'raised',
      '近海重点海域网络覆盖率',
      target('由72%提高到85%', '=', 85, '%'),
      target('由86%提高到92%', '=', 92, '%'),
    ),
    change(
      'lowered',
      '电能利用效率',
      target('电能利用效率控制在1.25以内', '<=', 1.25, ''),
      target('电能利用效率控制在1.2以内', '<=', 1.2, ''),
    ),
    change(
      'lowered',
      '投资过亿元项目',
      target('引进投资过亿元项目30个', '=', 30, '个'),
      target('引进投资过亿元项目25个', '=', 25, '个'),
    ),
    change(
      'raised',
      '登记数据产品',
      target('分别达到120个、50个', '=', 120, '个'),
      target('分别达到180个、80个', '=', 180, '个'),
    ),
    change(
      'raised',
      '数据资产',
      target('分别达到120个、50个', '=', 50, '个'),
      target('分别达到180个、80个', '=', 80, '个'),
    ),
    change(
      'raised',
      '港口作业单证无纸化率',
      target('无纸化率达到百分之九十八', '=', 98, '%'),
      target('无纸化率达到百分之百', '=', 100, '%'),
    ),
    change(
      'lowered',
      '企业群众办事平均跑动次数',
      target('降到0.2次以下', '<=', 0.2, '次'),
      target('降到0.1次以下', '<=', 0.1, '次'),
    ),
    change(
      'dropped',
      '老年人智能技术应用',
      target('培训老年人智能技术应用五万人次', '=', 50_000, '人次'),
      null,
    ),
    change(
      'lowered',
      '数字经济发展专项资金',
      target('专项资金一亿二千万元', '=', 120_000_000, '元'),
      target('专项资金一亿元', '=', 100_000_000, '元'),
    ),
    change(
      'not_restated',
      '数字经济核心产业增加值',
      target('数字经济核心产业增加值达到800亿元', '=', 80_000_000_000, '元'),
      null,
    ),
    change('new', '人工智能应用场景', null, target('发布人工智能应用场景100个', '=', 100, '个')),
  ],
};
