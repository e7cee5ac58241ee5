import { expect, test } from 'vitest';
import { indicatorName } from '../../../../pipeline/compare/names/indicator-name.ts';

/** The names that plans of many years and levels of government give each standing indicator. */
const NAMES: Readonly<Record<string, string>> = {
  gdp: '国内生产总值增速 经济增速 经济增长预期 全市生产总值 地区GDP',
  jobs: '城镇新增就业人数 新增城镇就业 城镇新增就业 新增就业岗位 五年城镇新增就业',
  'transfer-jobs': '农村劳动力转移就业 农村劳动力转移就业人数 新增农村劳动力转移就业',
  'unemployment-registered': '城镇登记失业率 登记失业率',
  prices: '居民消费价格总水平涨幅 居民消费价格指数涨幅 物价涨幅 CPI涨幅 居民消费价格总指数',
  'deficit-ratio': '赤字率 财政赤字率 财政赤字占国内生产总值比重',
  'deficit-central': '中央财政赤字 中央赤字',
  'deficit-local': '地方财政赤字 由中央代地方发债 代地方发债 继续代发地方债 代地方政府发行债券',
  'special-bonds': '地方专项债券 新增地方政府专项债券 地方政府专项债券规模 专项债',
  money: 'M2增速 广义货币增速 广义货币M2增速 广义货币供应量增速 广义货币（M2）增速',
  trade: '进出口总额增速 外贸进出口增速 对外贸易增速 货物进出口总值增速',
  exports: '出口增速 外贸出口增速 出口总额增速 外贸出口总额',
  income: '居民收入增速 城乡居民人均可支配收入增速 居民人均可支配收入实际增速',
  'income-urban': '城镇居民人均可支配收入 城镇常住居民人均可支配收入 城市居民人均可支配收入',
  'income-rural':
    '农民人均纯收入实际增速 农村常住居民人均可支配收入 农牧民人均纯收入 农牧民人均可支配收入 农村牧区常住居民人均可支配收入',
  loans: '新增贷款 新增人民币贷款 人民币各项贷款余额',
  'tax-relief': '企业税负 企业和个人减税',
  grain: '粮食总产量稳定 粮食总产量 粮食产量 粮食总产',
  'energy-intensity':
    '能耗强度降幅 单位GDP能耗降幅 万元生产总值能耗 万元GDP综合能耗 能源消耗强度 单位地区生产总值能源消耗降幅',
  'carbon-intensity':
    '二氧化碳排放强度降幅 单位GDP二氧化碳排放降幅 单位生产总值碳排放强度 单位GDP二氧化碳排放量降幅',
  poverty: '农村贫困人口减少 减少贫困人口 农村贫困人口脱贫 建档立卡贫困人口脱贫',
  investment: '全社会固定资产投资增速 固定资产投资增速 固定资产投资完成额 固定资产投资计划',
  retail: '社会消费品零售总额增速 社会消费品零售额 社零总额 全社会消费品零售总额增速',
  'budget-revenue':
    '地方一般公共预算收入增速 公共财政预算收入 地方公共财政收入 地方财政收入 一般预算收入 地方财政一般预算收入 地方级财政收入 一般公共预算收入同口径增速 一般公共财政预算收入按可比口径增速',
  'total-revenue':
    '财政总收入 公共财政总收入 一般公共预算总收入 地方财政总收入增速 全部财政收入按可比口径增速 全口径财政收入 全口径收入',
  'tertiary-industry': '第三产业增加值 服务业增加值增速',
  industry: '规模以上工业增加值增速 规上工业增加值 规模工业增加值增速',
  'foreign-capital':
    '实际利用外资 实际使用外资 实际利用外商直接投资 实际到位外资 外商直接投资 实际直接利用外资增速 实际吸收外资 引进外资',
  urbanisation: '城镇化率 常住人口城镇化率 常住人口城镇化水平',
  'research-share':
    '研发经费投入强度 研究与试验发展经费支出占生产总值比重 R&D经费支出占GDP比重 全社会研发投入占GDP比重 研发强度 研发经费支出相当于全市生产总值的比例 全社会研发投入占比',
  'fine-dust': 'PM2.5平均浓度 PM_2.5年均浓度 细颗粒物（PM2.5）浓度降幅 PM2.5年均浓度 细颗粒物平均浓度',
  'clear-days':
    '空气质量优良天数比率 空气优良天数比例 环境空气质量优良率 城市空气质量优良天数比例 地级及以上城市空气质量优良天数比率 优良天数占比',
  population: '人口自然增长率 人口自然增长率控制',
};

test.each(Object.entries(NAMES).flatMap(([id, names]) => names.split(' ').map((name) => [name, id])))(
  'knows %s as %s',
  (name, id) => {
    expect(indicatorName(name).standing?.id).toBe(id);
  },
);

test.each([
  '民营经济增加值',
  '政府性基金预算收入',
  '海洋生产总值',
  '市场主体减轻非税负担',
  '普惠小微企业贷款',
  '跨境电商进出口',
  '制造业投资',
  '出口退税',
  '脱贫人口就业',
  '城市新区PM2.5监测点',
])('knows %s for something else', (name) => {
  expect(indicatorName(name).standing).toBe(null);
});
