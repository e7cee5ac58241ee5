/** An indicator that Chinese plans state year after year, under whatever name. */
export interface StandingIndicator {
  /** The name we match under; it never leaves this folder. */
  readonly id: string;
  /** Every usual name, without verb, year or movement: 国内生产总值, not 国内生产总值增长. */
  readonly names: readonly string[];
  /** Whether readers welcome more of it (1), less of it (-1), or it depends (0). */
  readonly polarity: 1 | -1 | 0;
  /** Whether it belongs to the targets every plan of its kind opens with. */
  readonly headline: boolean;
  /** For what is named anew every year: tells it by its words. */
  readonly pattern?: RegExp;
  /** Indicators of one family replace each other from year to year, with another scope. */
  readonly family?: string;
  /** Where it stands in its family: what is told of neighbours is nearest. */
  readonly rank?: number;
}

/**
 * The standing indicators of national, provincial and city plans.
 *
 * Names only need to be listed where likeness of characters does not tell: 经济增长 shares nothing with 国内生产总值,
 * while 城镇调查失业率 and 城镇登记失业率 share nearly everything and are two things. All else is paired by likeness.
 *
 * @source section 主要预期目标 of government work reports; 国民经济和社会发展统计公报; 五年规划 tables of indicators
 */
export const standingIndicators: readonly StandingIndicator[] = [
  standing('gdp', 1, '国内生产总值 地区生产总值 生产总值 GDP 地区GDP 经济 经济总量 经济规模 国民经济'),
  standing('gdp-per-head', 1, '人均国内生产总值 人均地区生产总值 人均生产总值 人均GDP'),
  standing(
    'jobs',
    1,
    '城镇新增就业 新增城镇就业 城镇就业 新增就业 新增就业岗位 城镇新增就业岗位 新增城镇就业岗位',
  ),
  {
    ...standing('transfer-jobs', 1, '农村劳动力转移就业', false),
    pattern: /^(?=.{0,20}转移)(?:转移|输出|农村|农业|农民|富余|剩余|劳动力|人口|就业)+$/,
  },
  ...family(
    'unemployment',
    standing('unemployment-surveyed', -1, '城镇调查失业率 城市调查失业率 调查失业率'),
    standing(
      'unemployment-registered',
      -1,
      '城镇登记失业率 城镇居民登记失业率 城镇失业登记率 失业登记率 登记失业率',
    ),
  ),
  standing(
    'prices',
    0,
    '居民消费价格 居民消费价格指数 居民消费价格总指数 居民消费价格总水平 消费价格 CPI 物价 物价总水平',
  ),
  standing(
    'energy-intensity',
    -1,
    '单位GDP能耗 单位GDP综合能耗 万元GDP能耗 万元GDP综合能耗 能耗强度 单位GDP能耗强度',
  ),
  standing(
    'carbon-intensity',
    -1,
    '单位GDP二氧化碳排放 单位GDP二氧化碳排放量 碳排放强度 二氧化碳排放强度 单位GDP碳排放 单位GDP碳排放强度 单位GDP二氧化碳排放强度',
  ),
  standing('deficit-ratio', 0, '赤字率 财政赤字率 财政赤字占GDP比重 赤字占GDP比重'),
  standing('deficit', 0, '财政赤字 赤字 赤字规模 财政赤字规模 全国财政赤字'),
  standing('deficit-central', 0, '中央财政赤字 中央赤字', false),
  // Until 2014 the centre borrowed for the provinces: the same part of the deficit, by another name.
  standing(
    'deficit-local',
    0,
    '地方财政赤字 地方赤字 中央代地方发债 代地方发债 代发地方债 代地方发行债券 代地方政府发行债券',
    false,
  ),
  standing(
    'special-bonds',
    0,
    '地方政府专项债券 地方专项债券 专项债券 专项债 新增专项债券 新增地方政府专项债券 地方政府专项债',
  ),
  standing('central-investment', 0, '中央预算内投资'),
  ...family(
    'grain',
    standing('grain', 1, '粮食产量 粮食总产量 粮食年产量 粮食总产 粮食'),
    standing('grain-capacity', 1, '粮食综合生产能力 粮食生产能力 粮食产能'),
  ),
  standing('industry', 1, '规模以上工业增加值 规上工业增加值 规模工业增加值 工业增加值'),
  standing('primary-industry', 1, '第一产业增加值 一产增加值', false),
  standing('secondary-industry', 1, '第二产业增加值 二产增加值', false),
  standing('tertiary-industry', 1, '第三产业增加值 三产增加值 服务业增加值', false),
  standing('investment', 1, '固定资产投资 固定资产投资完成额 固投'),
  standing('retail', 1, '社会消费品零售总额 消费品零售总额 社零总额 社零'),
  ...family(
    'revenue',
    standing(
      'budget-revenue',
      1,
      `地方财政收入 地方级收入 ${alsoWith('地方', '一般公共预算收入 公共财政收入 级财政收入')}`,
    ),
    // What a place keeps, or all that is raised there: it does not say which.
    standing('revenue', 1, '财政收入'),
    standing(
      'total-revenue',
      1,
      '财政总收入 公共财政总收入 一般公共预算总收入 地方财政总收入 全部财政收入 全口径财政收入 全口径收入',
    ),
  ),
  ...family(
    'trade',
    standing(
      'trade',
      1,
      '进出口 进出口总额 外贸进出口 外贸进出口总额 货物进出口 货物进出口总额 货物贸易进出口 货物贸易进出口总额 贸易进出口总额 进出口总值 外贸进出口总值 进出口贸易总额 外贸进出口额 对外贸易总额',
    ),
    standing('exports', 1, '出口 外贸出口 出口总额 外贸出口总额 货物出口 出口总值'),
  ),
  standing(
    'foreign-capital',
    1,
    alsoWith(
      '实际',
      '利用外资 使用外资 吸收外资 引进外资 到位外资 外商直接投资 利用外商直接投资 直接利用外资',
    ),
  ),
  ...family(
    'income',
    standing(
      'income',
      1,
      '居民人均可支配收入 居民收入 全体居民人均可支配收入 城乡居民人均可支配收入 城乡居民收入 居民人均收入 城乡居民人均收入 居民可支配收入 城乡居民可支配收入',
    ),
    standing(
      'income-urban',
      1,
      '城镇居民人均可支配收入 城镇人均可支配收入 城镇居民可支配收入 城镇居民收入 城镇居民人均收入 城市居民人均可支配收入',
    ),
    standing(
      'income-rural',
      1,
      '农村居民人均可支配收入 农村人均可支配收入 农村居民可支配收入 农民人均纯收入 农村居民收入 农村居民人均收入 农民收入 农民人均收入',
    ),
  ),
  standing('research-spending', 1, '研发经费 研发经费投入 研发经费支出 研发投入 R&D经费'),
  standing(
    'research-share',
    1,
    '研发经费投入强度 研发经费强度 研发投入强度 研发强度 研发经费占GDP比重 研发经费投入占GDP比重 研发经费支出占GDP比重 研发投入占GDP比重 研发支出占GDP比重 研发费用占GDP比重 研发投入占比',
  ),
  standing('money', 0, '广义货币 广义货币M2 M2 广义货币供应量'),
  standing('loans', 0, '贷款 各项贷款 人民币贷款 人民币各项贷款 信贷', false),
  standing('social-financing', 0, '社会融资规模 社会融资规模余额'),
  ...family(
    'urbanisation',
    standing('urbanisation', 1, '常住人口城镇化率 城镇化率 城镇化水平 常住人口城镇化水平'),
    standing('urbanisation-registered', 1, '户籍人口城镇化率'),
  ),
  standing('fine-dust', -1, 'PM2.5 PM2.5浓度 细颗粒物浓度 细颗粒物'),
  standing(
    'clear-days',
    1,
    '优良天数比例 优良天数 空气质量优良天数 空气质量优良天数比例 空气优良天数比例 空气质量优良率 空气优良率 空气优良天数率',
  ),
  standing('population', 0, '人口自然增长率'),
  standing(
    'technology-contracts',
    1,
    '技术合同成交额 技术合同登记额 技术合同成交总额 技术合同交易额 技术合同认定登记额 技术合同登记成交额 技术合同成交登记额',
    false,
  ),
  standing(
    'tourists',
    1,
    '接待游客 接待游客人次 接待游客数 接待游客量 接待国内外游客 接待旅游者 游客接待 游客接待量 游客接待人次 旅游接待 旅游接待量 旅游接待人次 旅游接待总人次 旅游人次 旅游总人次',
    false,
  ),
  standing('tourism-revenue', 1, '旅游收入 旅游总收入 旅游综合收入 旅游业总收入 国内旅游收入', false),
  standing('forest-cover', 1, '森林覆盖率', false),
  standing('coal', 0, '原煤产量 煤炭产量', false),
  {
    ...standing('poverty', -1, '农村贫困人口 贫困人口', false),
    pattern: /贫困人口(?!.*(?:[率区县村]|搬迁|安置))/,
  },
  ...family(
    'relief',
    relief(
      'tax-and-fee-relief',
      /减税降费|退税减税|减负|税费|减轻[^，]{0,12}(?<!非税)负担|税[^，]{0,8}费[^，]{0,4}负担/,
    ),
    relief('tax-relief', /减税|(?<!非)税负|税收负担/),
  ),
];

function relief(id: string, pattern: RegExp): StandingIndicator {
  return { id, names: [], polarity: 0, headline: false, pattern };
}

/** In the order in which they replace each other: what all residents earn, then those of towns, then of villages. */
function family(name: string, ...members: readonly StandingIndicator[]): StandingIndicator[] {
  return members.map((member, rank) => ({ ...member, family: name, rank }));
}

/** The names, and each once more behind a word that only some plans put there. */
function alsoWith(word: string, names: string): string {
  return names.replace(/\S+/g, `$& ${word}$&`);
}

function standing(id: string, polarity: 1 | -1 | 0, names: string, headline = true): StandingIndicator {
  return { id, names: names.split(' '), polarity, headline };
}
