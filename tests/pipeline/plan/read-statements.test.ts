import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan.ts';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';

/** Statements one a line: kind, indicator, bound, value, unit, deadline, entity. */
function read(text: string, known: Omit<PlanInput, 'text'> = { year: 2026 }): string[] {
  return readPlan({ text, ...known }).statements.map((s) =>
    [
      s.kind,
      s.indicator,
      s.comparator,
      s.value2 === null ? s.value : `${s.value}–${s.value2}`,
      s.unit ?? '-',
      s.deadline ?? '-',
      s.entity ?? '-',
    ].join(' '),
  );
}

const REPORT = [
  '云川省人民政府工作报告',
  '——2026年1月20日在云川省第十四届人民代表大会第四次会议上',
  '各位代表：',
  '现在，我代表省人民政府，向大会报告工作，请予审议。',
  '一、2025年工作回顾',
  '全省生产总值增长5.2%，城镇新增就业41万人，新建农村公路3100公里。',
  '二、2026年主要目标和重点工作',
  '主要预期目标是：地区生产总值增长5%—5.5%；城镇调查失业率控制在5.5%以内；粮食产量稳定在820亿斤以上。',
  '（一）扩大有效投资。实施120个5亿元以上重点项目，完成投资3000亿元以上。',
].join('\n');

describe('statements of a report', () => {
  it('are achievements in the review and targets in the plan', () => {
    expect(read(REPORT)).toEqual([
      'achievement 生产总值增速 = 5.2 % 2025 -',
      'achievement 城镇新增就业 = 410000 人 2025 -',
      'achievement 新建农村公路 = 3100 公里 2025 -',
      'target 地区生产总值增速 range 5–5.5 % 2026 -',
      'target 城镇调查失业率 <= 5.5 % 2026 -',
      'target 粮食产量 >= 82000000000 斤 2026 -',
      'target 5亿元以上重点项目 = 120 个 2026 -',
      'context 重点项目 >= 500000000 元 2026 -',
      'target 5亿元以上重点项目投资 >= 300000000000 元 2026 -',
    ]);
  });

  it('say where they stand and why they were read so', () => {
    const last = readPlan({ text: REPORT }).statements.at(-1);
    expect(last?.section).toEqual(['二、2026年主要目标和重点工作', '（一）扩大有效投资']);
    expect(last?.rule).toBe('plan section');
  });

  it('are targets in the numbered items of a work plan, though they compare with the year before', () => {
    const plan = [
      '云川省水务厅2026年工作要点',
      '2025年，全省新增供水能力20万吨。',
      '1．新建水厂12座。',
      '2．用水总量控制在90亿立方米以内，万元产值用水量比上年下降4%。',
      '3．到2027年，建成示范灌区8个。',
    ].join('\n');
    expect(read(plan, { title: '云川省水务厅2026年工作要点' })).toEqual([
      'achievement 新增供水能力 = 200000 吨 2025 -',
      'target 新建水厂 = 12 座 2026 -',
      'target 用水总量 <= 9000000000 立方米 2026 -',
      'target 万元产值用水量降幅 = 4 % 2026 -',
      'target 建成示范灌区 = 8 个 2027 -',
    ]);
  });

  it('are targets in the items of a work plan, though some items are headed and others are not', () => {
    const plan = [
      '云川市2026年政府工作要点',
      '2025年，全市新建水厂9座。',
      '一、新增城镇就业4万个，新建口袋公园12个。',
      '项目一：市区启动36个路口改造。',
      '二、民生保障',
      '完成80条背街小巷整治。',
      '三、今年再开工7个水利项目。',
    ].join('\n');
    expect(
      read(plan, { title: '云川市2026年政府工作要点' }).map((line) => line.split(' ').slice(0, 4).join(' ')),
    ).toEqual([
      'achievement 新建水厂 = 9',
      'target 新增城镇就业 = 40000',
      'target 新建口袋公园 = 12',
      'target 路口改造 = 36',
      'target 背街小巷整治 = 80',
      'target 开工水利项目 = 7',
    ]);
  });

  it('are targets all through a work plan without headings, but for what it says there is or was', () => {
    const plan = [
      '云川省水务厅2026年工作要点',
      '新建水厂12座，惠及居民30万户。',
      '用水总量控制在90亿立方米以内，万元产值用水量比上年下降4%。',
      '去年改造管网600公里。全省现有水厂320座。',
    ].join('\n');
    expect(read(plan, { title: '云川省水务厅2026年工作要点' })).toEqual([
      'target 新建水厂 = 12 座 2026 -',
      'target 新建水厂惠及居民 = 300000 户 2026 -',
      'target 用水总量 <= 9000000000 立方米 2026 -',
      'target 万元产值用水量降幅 = 4 % 2026 -',
      'achievement 改造管网 = 600 公里 2025 -',
      'achievement 现有水厂 = 320 座 - -',
    ]);
  });

  it('are for the last year of the five-year plan that their part explains', () => {
    const part = (heading: string) => read(`${heading}\n绿地面积达到300平方公里。`, { year: 2021 });
    const deadline = (heading: string) => part(heading)[0]?.split(' ').at(-2);
    expect(deadline('二、关于《云川市第十四个五年规划纲要（草案）》的说明')).toBe('2025');
    expect(deadline('二、做好第十四个五年规划编制工作')).toBe('2021');
  });

  it('are achievements among plans where a past year is their time, but not where it is compared with', () => {
    const inPlan = (sentence: string) => read(`一、2025年工作回顾\n无。\n二、2026年重点工作\n${sentence}`);
    expect(inPlan('去年全市新增企业3万户。')).toEqual(['achievement 新增企业 = 30000 户 2025 -']);
    expect(inPlan('支出规模比去年扩大200亿元。')).toEqual(['target 支出规模扩大 = 20000000000 元 2026 -']);
    expect(inPlan('安排专项债券300亿元，比去年增加40亿元。')).toEqual([
      'target 专项债券 = 30000000000 元 2026 -',
      'context 专项债券增加 = 4000000000 元 2026 -',
    ]);
  });
});

describe('a report that heads its review with a motto', () => {
  it('is told by its sentences until its plans begin', () => {
    const text = [
      '一、砥砺奋进谱新篇',
      '过去一年，生产总值增长5.6%。',
      '实施重点项目180个，建成农村公路300公里。',
      '二、2026年重点工作',
      '新建农村公路200公里。',
    ].join('\n');
    expect(read(text).map((line) => line.split(' ')[0])).toEqual([
      'achievement',
      'achievement',
      'achievement',
      'target',
    ]);
  });
});

describe('a report', () => {
  const kinds = (...lines: readonly string[]) =>
    read(['云川市政府工作报告', '各位代表：', ...lines].join('\n'), {
      year: 2026,
      title: '2026年云川市政府工作报告',
    }).map((line) => line.split(' ')[0]);

  it('looks back under a heading that says what has been done, though it names targets', () => {
    expect(
      kinds(
        '一、全面完成了上次会议确定的目标和任务',
        '新建农村公路300公里。',
        '二、2026年工作安排',
        '新建农村公路200公里。',
      ),
    ).toEqual(['achievement', 'target']);
  });

  it('that is given in December calls the year it looks back on 今年', () => {
    expect(
      kinds(
        '一、2025年工作回顾',
        '今年，是极具考验的一年。',
        '新建农村公路300公里。',
        '二、2026年工作安排',
        '新建农村公路200公里。',
      ),
    ).toEqual(['achievement', 'target']);
  });
});

describe('clauses and lists', () => {
  const plan = (sentence: string) =>
    read(`一、2025年工作回顾\n无。\n二、2026年重点工作\n${sentence}`).map((line) =>
      line.split(' ').slice(1, 5).join(' '),
    );

  it.each([
    ['从A提高到B states B', '城镇化率从61%提高到62%。', ['城镇化率 = 62 %']],
    [
      'several leave their levels at once',
      '困难补贴、护理补贴标准分别从每月30元、50元提高到40元、60元。',
      ['困难补贴标准 = 40 元', '护理补贴标准 = 60 元'],
    ],
    [
      '分别 says one number of all, whatever is done to them',
      '基本养老、医疗保险分别扩面6万人。',
      ['基本养老保险扩面 = 60000 人', '医疗保险扩面 = 60000 人'],
    ],
    ['a ratio is what it reaches', '工业产值与农业产值比达2.75∶1。', ['工业产值与农业产值比 = 2.75 -']],
    [
      'a bound may stand before what it is held against',
      '产值增速不低于全国平均2个百分点，补助标准不低于低保标准的1.6倍。',
      ['产值增速 >= 2 个百分点', '补助标准 >= 1.6 x'],
    ],
    ['a share of all there are is a target', '全省85%以上的儿童在公办园就读。', ['儿童在公办园就读 >= 85 %']],
    [
      '分别 deals out subjects',
      '河湖、海湾建成率分别达到30%、50%。',
      ['河湖建成率 = 30 %', '海湾建成率 = 50 %'],
    ],
    [
      'as many subjects as numbers are dealt out, without 分别 too',
      '独角兽和领军企业发展到22户和140户，小麦、玉米产量达到3万吨、5万吨。',
      ['独角兽 = 22 户', '领军企业 = 140 户', '小麦产量 = 30000 吨', '玉米产量 = 50000 吨'],
    ],
    [
      'branches that grow alike are as many targets, unless nobody knows how many',
      '石化、造纸、陶瓷产业产值增长9%，石化、造纸等产业产值增长8%。',
      [
        '石化产业产值增速 = 9 %',
        '造纸产业产值增速 = 9 %',
        '陶瓷产业产值增速 = 9 %',
        '石化、造纸等产业产值增速 = 8 %',
      ],
    ],
    [
      'whose rate it is belongs to each of a list',
      '高校、中职毕业生就业创业率分别达到20%、80%。',
      ['高校毕业生就业创业率 = 20 %', '中职毕业生就业创业率 = 80 %'],
    ],
    [
      'rates are listed, whatever characters they are written with',
      '自来水普及率、垃圾和污水治理率、工序数控化率分别达到90%、92%、94%、60%。',
      ['自来水普及率 = 90 %', '垃圾治理率 = 92 %', '污水治理率 = 94 %', '工序数控化率 = 60 %'],
    ],
    [
      'a measure said last is of all items, from the character they share',
      '茶叶、竹叶抽检合格率均达到98%。',
      ['茶叶抽检合格率 = 98 %', '竹叶抽检合格率 = 98 %'],
    ],
    [
      'branches of the economy are told by their numerals',
      '一、二、三产增加值分别增长3%、5%、6%，第一、二、三产业投资分别达1.1万亿、0.9万亿、8000亿元。',
      [
        '一产增加值增速 = 3 %',
        '二产增加值增速 = 5 %',
        '三产增加值增速 = 6 %',
        '第一产业投资 = 1100000000000 元',
        '第二产业投资 = 900000000000 元',
        '第三产业投资 = 800000000000 元',
      ],
    ],
    [
      'branches of the economy are told by their order',
      '三次产业结构由9∶41∶50调整为8∶41.5∶50.5。',
      ['产业结构由9:41:50 = 3 次', '第一产业比重 = 8 %', '第二产业比重 = 41.5 %', '第三产业比重 = 50.5 %'],
    ],
    [
      'a list goes on about the same things under another measure',
      '小麦、玉米播种面积分别达到300万亩、500万亩，产量分别达到120万吨、200万吨。',
      [
        '小麦播种面积 = 3000000 亩',
        '玉米播种面积 = 5000000 亩',
        '小麦产量 = 1200000 吨',
        '玉米产量 = 2000000 吨',
      ],
    ],
    [
      'what all are taken of is said once',
      '单位生产总值用水量、能耗分别下降4%、3%。',
      ['单位GDP用水量降幅 = 4 %', '单位GDP能耗降幅 = 3 %'],
    ],
    [
      'verbs are dealt out too',
      '新建、改建、扩建学校分别达到5、6、7所。',
      ['新建学校 = 5 所', '改建学校 = 6 所', '扩建学校 = 7 所'],
    ],
    [
      'what follows a list is of all its items',
      '电子、机械、食品等产业规模分别达到3亿元、4亿元、5亿元，住宿、餐饮营业额分别增长5%、6%。',
      [
        '电子产业规模 = 300000000 元',
        '机械产业规模 = 400000000 元',
        '食品产业规模 = 500000000 元',
        '住宿营业额增速 = 5 %',
        '餐饮营业额增速 = 6 %',
      ],
    ],
    [
      'one bound is of all that it is said of',
      '肉、奶、蔬菜产量均稳定在百万吨以上。',
      ['肉产量 >= 1000000 吨', '奶产量 >= 1000000 吨', '蔬菜产量 >= 1000000 吨'],
    ],
    ['a ratio of incomes is no income', '城乡居民收入比缩小到2.1以内。', ['城乡居民收入比 <= 2.1 -']],
    [
      'a difference beside no level is the target',
      '铁路货运占比提高2个百分点，农民收入增速快于城镇0.5个百分点。',
      ['铁路货运占比提高 = 2 个百分点', '农民收入增速 = 0.5 个百分点'],
    ],
    [
      'a size before what is counted is context',
      '培育营业收入超1000亿元的2个、超500亿元的5个。',
      [
        '营业收入 > 100000000000 元',
        '营业收入超1000亿元 = 2 个',
        '超500亿元 > 50000000000 元',
        '超500亿元 = 5 个',
      ],
    ],
    [
      '各 says one number of what each verb makes',
      '开工和建成铁路项目各5个。',
      ['开工铁路项目 = 5 个', '建成铁路项目 = 5 个'],
    ],
    ['a subject is no part of the name', '云川集团公司今年将投产新线500公里。', ['投产新线 = 500 公里']],
    [
      'what praises a thing is no part of its name',
      '培育3家具有全国影响力的龙头企业和一批小企业。',
      ['龙头企业 = 3 家'],
    ],
    ['a unit over a column is no number', '供水量（亿元）和产量均稳步提高。', []],
    ['a bound is counted in Chinese numerals too', '引进十家以上龙头企业。', ['引进龙头企业 >= 10 家']],
    [
      '分别 shares a bound said before the first',
      '电价、水价分别不高于0.5元、3元。',
      ['电价 <= 0.5 元', '水价 <= 3 元'],
    ],
    [
      '分别 shares a bound said behind the last',
      '电价、水价分别下降5%、6%左右。',
      ['电价降幅 ~ 5 %', '水价降幅 ~ 6 %'],
    ],
    [
      '分别 says one number of all where there is only one',
      '氨氮、总磷排放总量分别下降3%。',
      ['氨氮排放总量降幅 = 3 %', '总磷排放总量降幅 = 3 %'],
    ],
    [
      'whole measures grow alike',
      '服务业增加值、民间投资增长6%左右。',
      ['服务业增加值增速 ~ 6 %', '民间投资增速 ~ 6 %'],
    ],
    [
      '均 says one number of all',
      '游客人数、旅游收入均增长10%以上。',
      ['游客人数增速 >= 10 %', '旅游收入增速 >= 10 %'],
    ],
    [
      '和 and 及 within one measure make no list of it',
      '县级及以上水源达标率达到97%，就业和社会保障投资增长9%，石化、轻工产值增长5%。',
      ['县级及以上水源达标率 = 97 %', '就业和社会保障投资增速 = 9 %', '石化、轻工产值增速 = 5 %'],
    ],
    [
      'a unit is shared backwards',
      '合同外资、实到外资分别为8亿、6亿美元。',
      ['合同外资 = 800000000 美元', '实到外资 = 600000000 美元'],
    ],
    [
      'a verb goes on behind 、',
      '改造村卫生室1.7万家、农村危房6000户以上。',
      ['改造村卫生室 = 17000 家', '改造农村危房 >= 6000 户'],
    ],
    [
      'a clause goes on about its subject',
      '工业增加值增长6%、达到4200亿元。',
      ['工业增加值增速 = 6 %', '工业增加值 = 420000000000 元'],
    ],
    [
      'a number goes with the noun behind it',
      '推进200个省级项目、3个未来园区建设。',
      ['省级项目 = 200 个', '未来园区 = 3 个'],
    ],
    [
      'a fall is a fall',
      '工商业电价降低5%，农村贫困人口减少20万。',
      ['工商业电价降幅 = 5 %', '农村贫困人口减少 = 200000 人'],
    ],
    [
      'a verb of change goes on too',
      '压减办理时间58%、申报材料52%。',
      ['办理时间降幅 = 58 %', '申报材料降幅 = 52 %'],
    ],
    [
      'a growth goes on',
      '地区生产总值增长5%以上、力争6%。',
      ['地区生产总值增速 >= 5 %', '地区生产总值增速 = 6 %'],
    ],
    ['a red line is a bound', '坚决守住6200万亩耕地红线。', ['耕地红线 >= 62000000 亩']],
    [
      'a manner is not a part of the name, a kind is',
      '高标准建设高标准农田25万亩。',
      ['高标准农田 = 250000 亩'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(plan(sentence)).toEqual(expected);
  });

  it.each([
    ['a threshold', '支持投资2000万元以上的技改项目。'],
    ['a population', '今年高校毕业生超过30万人，要加强服务。'],
    ['the plan counting itself', '重点抓好以下八个方面24项任务。'],
    ['a turn of speech', '充分发挥中央和地方两个积极性。'],
    ['an age', '完善3岁以下婴幼儿照护政策。'],
    ['a place', '在39个村开展试点，惠及17个乡镇。'],
    ['a means', '以5个配套政策为支撑，推动产业升级。'],
    ['an attribute', '推进时速350公里高铁和全长43公里的隧道。'],
    ['what one case is given', '按投资额的10%给予补助。'],
    ['a duration', '稳妥推进土地承包到期后再延长30年试点。'],
    ['a role', '发挥省城3个试点作用。'],
    ['a rank', '在全省的排名前进2位，综合实力上升至第3位、提升4位。'],
    ['a grade', '推进一类以上幼儿园创建。'],
    ['whom it is meant for', '针对450万失能老人的需求，完善照护政策。'],
    ['the size of what is worked at', '完成60万千瓦及以上燃煤机组超低排放改造。'],
    ['the articles of a document', '落实本市30条实施办法。'],
    ['what each is given, whoever they are', '按照每户5000元的资助标准，改善居住条件。'],
    ['what heads a list of its own', '2026年10件民生实事。'],
    ['where all of it is reached', '实现13个街镇服务站全覆盖。'],
    ['whose things are worked at', '改造30个乡镇的水厂，完成9个县（市、区）的测绘。'],
  ])('%s is no target', (_, sentence) => {
    expect(
      read(`一、2025年工作回顾\n无。\n二、2026年重点工作\n${sentence}`).filter((line) =>
        line.startsWith('target'),
      ),
    ).toEqual([]);
  });
});

it('an excerpt of the report of a municipality is said of the whole city', () => {
  const text = '三、2026年工作安排\n主要预期目标是：地区生产总值增长5%以上。';
  expect(read(text, { year: 2026, issuer: '重庆市' })).toEqual(['target 地区生产总值增速 >= 5 % 2026 全市']);
  expect(read(text, { year: 2026, issuer: '宁夏回族自治区' })).toEqual([
    'target 地区生产总值增速 >= 5 % 2026 全区',
  ]);
});

it('a piece of a plan with the aims of its year is of that year again behind another', () => {
  const text = [
    '2026年是深入推进改革的攻坚之年。我们将积极适应新常态，加快转型升级，着力加强供给侧结构性改革，努力实现良好开局。主要预期目标是：地区生产总值增长8%左右。重点在十个方面下功夫：',
    '（三）在做精绿色农牧业上下功夫。着力提高农牧业供给质量。制定有机农牧业发展规划，并在一定区域内实施。鼓励龙头企业加强基地建设，提升规模化经营水平。加快农机推广。启动建设10个设施农业园区，“十五五”时期达到35万亩。实施肉羊工程，新建养殖场123个。推进产业转型升级，加强精细化管理，大力发展精深加工。',
  ].join('\n');
  expect(read(text).slice(-2)).toEqual([
    'target 设施农业园区 = 350000 亩 2030 -',
    'target 新建养殖场 = 123 个 2026 -',
  ]);
});

it('what a new government is to do in five years is due at their end', () => {
  const text = [
    '云川市人民政府工作报告',
    '本届政府工作回顾',
    '过去五年，城镇新增就业3万人。',
    '今后五年思路目标和战略重点',
    '一是加快能源建设。天然气产量达到30亿立方米。',
    '2026年工作任务',
    '生产天然气6亿立方米。',
  ].join('\n');
  expect(read(text).filter((line) => line.startsWith('target'))).toEqual([
    'target 天然气产量 = 3000000000 立方米 2030 -',
    'target 生产天然气 = 600000000 立方米 2026 -',
  ]);
});

describe('a name', () => {
  const named = (text: string) =>
    read(text).flatMap((line) => (line.startsWith('context') ? [] : [line.split(' ')[1] ?? '']));

  it.each([
    ['keeps the verb where the noun alone says little', '今年将接待旅客300万人次。', ['接待旅客']],
    ['takes no verb that says nothing more', '今年将推进重大项目300个。', ['重大项目']],
    ['goes on behind ；', '到2028年，平台达到30家；到2030年，达到40家。', ['平台', '平台']],
    ['is of what a heading puts over it', '（三）交通领域。将完成投资300亿元。', ['交通投资']],
    ['is of the whole a clause before has named', '能源消费中，煤炭占比将降到31%。', ['煤炭占能源消费比重']],
    ['says for whom it is done', '今年将为5万户居民实施燃气改造。', ['居民燃气改造']],
    ['is of what is built with the money', '今年将投资3000万元建设养殖基地。', ['养殖基地投资']],
    ['is of what the clause before is about', '推动大豆单产水平稳步提升，单产将提高2%。', ['大豆单产增速']],
    ['is not what is ensured', '推进水厂建设，在确保质量的前提下，将建成60座。', ['水厂建设建成']],
    ['is a rate where a target for the growth is set', '货币增长目标将定为16%。', ['货币增速']],
    ['may begin like a place', '将完成42个村卫生室的改造。', ['村卫生室的改造']],
    ['is not of who reports it', '记者获悉，今年将投入3亿元用于水厂建设。', ['用于水厂建设']],
    ['is of the thing a sum is told of', '将设立总规模3亿元的水务基金。', ['水务基金总规模']],
    [
      'goes on behind 、 whatever time stands before',
      '3年内将引进博士100名、硕士300名。',
      ['引进博士', '引进硕士'],
    ],
    [
      'keeps the verb before a noun that says nothing',
      '今年将安排建设项目40个，总投资3亿元。',
      ['建设项目', '建设项目总投资'],
    ],
    [
      'is of what has been named where only the event is',
      '将开工住房15套、基本建成9套。',
      ['开工住房', '住房建成'],
    ],
    ['is not what a growth is built on', '力争产值在提高质量和效益的基础上年均增长7%。', ['产值增速']],
    ['knows a kind of project', '今年将实施重点建设项目38个。', ['重点建设项目']],
    [
      'knows what is built by a plan of the year',
      '安排渡口大会战年度计划完成投资3亿元。',
      ['渡口大会战投资'],
    ],
    ['knows what is built from who builds it', '全国水利建设计划完成投资3亿元。', ['水利建设投资']],
    [
      'says of a part what is done to the whole',
      '将改造农村公路300公里，其中县道50公里、乡道80公里，并新增人才20人，其中技能人才6人。',
      ['改造农村公路', '改造农村公路县道', '改造农村公路乡道', '新增人才', '新增技能人才'],
    ],
    [
      'says of a part what the whole is measured by',
      '小麦播种面积将达到300万亩，其中春麦40万亩。',
      ['小麦播种面积', '春麦播种面积'],
    ],
    ['is not of who pays', '今年将由省级财政安排3亿元技改资金。', ['省级财政技改资金']],
    [
      'tells a share by what is done',
      '今年将有三成企业完成改造，将覆盖80%以上的大城市。',
      ['企业完成改造', '覆盖大城市'],
    ],
    ['is of what is acted on, which does not grow', '今年将提升21个景区服务质量。', ['提升景区服务质量']],
    ['is of all there is', '将新增地铁里程4公里，总里程将达到90公里。', ['新增地铁里程', '地铁总里程']],
    ['is of all there is, and not of what was added', '将新增公园5座，累计达30座。', ['新增公园', '公园']],
    ['is not of a place', '在云川地区，2026-2028年规划完成投资5亿元。', ['完成投资']],
    ['begins with no place that every town has', '将完成郊区旧村改造5个。', ['郊区旧村改造']],
    ['has no modal verb in it', '云川电网将投资60亿元。', ['云川电网投资']],
    ['is not how it goes on', '高速公路加快建设，总里程将突破80公里。', ['高速公路总里程']],
    ['is no season', '汛前将完成86座水库加固。', ['水库加固']],
    ['knows who plans from what is planned', '财政部门拟投入300亿元。', ['财政部门投入']],
    [
      'is shared by all of a list',
      '将使风电、光电以及核电占比分别达到3%、4%和7%。',
      ['风电占比', '光电占比', '核电占比'],
    ],
    [
      'is of what the sentence before is about',
      '今年将实施城区道路畅通工程。投资4亿元，改造桥梁6座。',
      ['城区道路畅通工程投资', '改造桥梁'],
    ],
    [
      'is of what the sentence before has a rate of',
      '河北老旧小区改造开工率将达70%。安徽计划改造1200个。',
      ['老旧小区改造开工率', '老旧小区改造'],
    ],
    [
      'is of what goes on',
      '城镇老旧小区改造工作呈现加速态势。各地计划改造1200个，涉及居民6万户。',
      ['城镇老旧小区改造', '城镇老旧小区改造涉及居民'],
    ],
    [
      'is of what happens, whatever clause names the thing',
      '二是高速公路建设，确保通车500公里、开工300公里。',
      ['高速公路建设通车', '高速公路建设开工'],
    ],
    ['is of what the sentence before works at', '今年将开展国土绿化行动。保证每年1亿亩。', ['国土绿化行动']],
    [
      'is of whom it concerns, and by what',
      '今年将改造老旧小区5万个，涉及居民840万户，惠及职工3万人。',
      ['改造老旧小区', '改造老旧小区涉及居民', '改造老旧小区惠及职工'],
    ],
    [
      'has no words in it of how sure it is',
      '将推进，水厂等8个项目确保建成投用、12个在建公路项目加快建设。',
      ['项目建成投用', '在建公路项目'],
    ],
    [
      'goes with the noun behind a measure of the same',
      '将完成65条、总长度57公里的城市道路改造。',
      ['城市道路改造', '城市道路改造总长度'],
    ],
    [
      'is dealt out from what a clause says it is about',
      '在固定资产投资、零售总额、进出口方面，将分别增长20%、13%和14%。',
      ['固定资产投资增速', '零售总额增速', '进出口增速'],
    ],
    ['is of what the money develops', '今冬明春该省将投入63亿元发展农田水利建设。', ['农田水利投入']],
    ['is no manner', '今年将全面完成200亩划定任务，圆满完成46个供水泵站建设。', ['划定任务', '供水泵站']],
    ['is of the rank below', '今年将创建省级园区1个、市级2个以上。', ['省级园区', '市级园区']],
    [
      'is of what is said before it to be under way',
      '重大水利工程已开工的57个项目要加快建设，今年将再开工27个项目。',
      ['重大水利工程项目', '重大水利工程开工项目'],
    ],
    [
      'is not of another item of its list',
      '今年将实施河流治理、5000亩沙区治理、90万亩退牧等工程。',
      ['沙区治理', '退牧'],
    ],
    [
      'is not what the clause before is about where it says enough',
      '推动绿道有机融合，将建设40个绿美点。',
      ['绿美点'],
    ],
    ['is of what is begun and made', '今年全国计划新开工建设保障房15套。', ['新开工建设保障房']],
    [
      'goes on behind the difference to a year before',
      '将发送旅客193万人次，较2023年同期增加81万人次、增长71%。',
      ['旅客发送量', '旅客发送量增速'],
    ],
    [
      'is of the whole though 其中 stands alone',
      '今年将安排重点项目105个，其中，工业类30个、农业类75个。',
      ['重点项目', '重点项目工业类', '重点项目农业类'],
    ],
    ['is no base of comparison', '用水量较2024年底将下降5%，较上年初下降3%。', ['用水量降幅', '用水量降幅']],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('statements of news', () => {
  it('take their tense from verbs and time words', () => {
    const text = [
      '记者从市水务局获悉，2025年全市完成水利投资86亿元，同比增长12%。',
      '2026年，全市将改造供水管网400公里，力争漏损率降到8%以内，预计全年完成投资90亿元。',
      '截至去年底，全市已建成水库126座。',
    ].join('\n');
    expect(
      read(text, { year: 2026, issuer: '某市' }).map((line) => line.split(' ').slice(0, 5).join(' ')),
    ).toEqual([
      'achievement 水利投资 = 8600000000 元',
      'achievement 水利投资增速 = 12 %',
      'target 改造供水管网 = 400 公里',
      'target 漏损率 <= 8 %',
      'target 完成投资 = 9000000000 元',
      'achievement 建成水库 = 126 座',
    ]);
  });

  it('follow the subject from sentence to sentence', () => {
    const text = '今年，湖南将新建园区20个。同时，力争技术合同成交额达到5000亿元。浙江计划开工项目18个。';
    expect(read(text, { year: 2026, issuer: '各地' }).map((line) => line.split(' ').at(-1))).toEqual([
      '湖南',
      '湖南',
      '浙江',
    ]);
  });

  it('is of the place named behind the day', () => {
    const text = '今天长三角铁路预计发送旅客270万人次。';
    expect(read(text, { year: 2026, issuer: '国铁集团' }).map((line) => line.split(' ').at(-1))).toEqual([
      '长三角',
    ]);
  });

  it('is of the company that a sentence is about, the issuer too, whatever its name begins with', () => {
    const of = (text: string, issuer: string) =>
      read(text, { year: 2026, issuer }).map((line) => line.split(' ').at(-1));
    const text = '云川水务集团今年计划投资3亿元。同时，改造泵站6座。全省企业集团将新增6家。';
    expect(of(text, '云川省')).toEqual(['云川水务集团', '云川水务集团', '-']);
    const issuer = '云川水务集团有限公司';
    expect(of(text, issuer)).toEqual([issuer, issuer, '-']);
    // That of a division is no whole, and no place either.
    const own = '青岛水务集团今年计划投资3亿元。力争公司利润总额6亿元。';
    expect(of(own, '青岛水务集团')).toEqual(['青岛水务集团', '青岛水务集团']);
  });

  it('know zones and stretches of several places by their whole name', () => {
    const text = '雄安新区将新建水厂2座。京津冀及周边地区将新建水厂3座。新疆生产建设兵团将新建水厂4座。';
    expect(read(text, { year: 2026, issuer: '各地' }).map((line) => line.split(' ').at(-1))).toEqual([
      '雄安新区',
      '京津冀及周边地区',
      '新疆生产建设兵团',
    ]);
  });

  it('are not of the first place in a list of names, and of the place at the end of a description', () => {
    const of = (text: string) =>
      read(text, { year: 2026, issuer: '四川省' }).map((line) => line.split(' ').at(-1));
    expect(of('四川将加快建设，其中，成都二绕、自隆等10个项目确保建成通车。')).toEqual(['四川']);
    expect(of('在川东北的南充市，2026年将新建水厂8座。')).toEqual(['南充']);
    // 海西 is no division of Sichuan's, unless Qinghai stands before it.
    expect(of('海西通道将通车300公里。')).toEqual(['-']);
    expect(of('青海海西将新建水厂3座。海西将新建泵站2座。')).toEqual(['海西', '海西']);
    expect(of('四川将加快建设。海西将新建泵站2座。')).toEqual(['海西']);
  });

  it('have the deadline that is named, else the year of the plan, else none', () => {
    const years = (text: string) => read(text, { year: 2026 }).map((line) => line.split(' ').at(-2));
    expect(years('力争到2028年底，完成改造300公里。')).toEqual(['2028']);
    expect(years('确保产值全年增长10%以上、“十五五”末达到两千亿元。')).toEqual(['2026', '2030']);
    expect(years('今明两年计划培训5万人次。')).toEqual(['2027']);
    expect(years('项目达产后年产值将超30亿元。')).toEqual(['-']);
    expect(years('实施“2026—2030年灌区建设计划”，新建泵站30座。')).toEqual(['2026']);
  });

  it('are targets though they come back to the level of an earlier year', () => {
    const text = '会议提出，2026年的主要目标是：新建泵站3座；完成运输收入80亿元，总体恢复到2019年水平。';
    expect(read(text).map((line) => line.split(' ')[0])).toEqual(['target', 'target']);
  });
});

describe('the year of a target in news', () => {
  const years = (text: string, year = 2026) =>
    read(text, { year, issuer: '云川省' })
      .filter((line) => !line.startsWith('context'))
      .map((line) => line.split(' ').at(-2));

  it('is that of a report again where the next sentence works at something', () => {
    const head = '1月14日，省长作政府工作报告。\n';
    expect(
      years(
        `${head}力争2028年材料产业规模突破2万亿元。新材料占比达到50%以上。推进50个项目建设。培育企业30家。`,
      ),
    ).toEqual(['2028', '2028', '2026', '2026']);
    expect(years(`${head}报告提出，到2028年汽车产值突破万亿元。\n5G基站总数突破18万个。`)).toEqual([
      '2028',
      '2026',
    ]);
    const five = '今后五年，力争2030年材料产业规模突破2万亿元。推进50个项目建设。';
    expect(years(head + five)).toEqual(['2030', '2030']);
    // News of other things goes on with the year it has named.
    expect(years('力争2028年材料产业规模突破2万亿元。推进50个项目建设。')).toEqual(['2028', '2028']);
  });

  it('is the last of the five years whose outline the piece is about', () => {
    const head = '云川省编制了《云川省国民经济和社会发展第十五个五年规划纲要》（简称《纲要》）。\n';
    const text = `${head}《纲要》提出，粮食产量稳步增长，为到2035年人均产值比2020年翻一番打好基础。研发投入年均增长7%以上。\n建设海绵城市，人均预期寿命提高到80岁。今年将新建水厂5座。`;
    expect(years(text)).toEqual(['2035', '2030', '2030', '2026']);
    expect(years(`${head.replace('编制了', '审查了2026年计划草案和')}研发投入将增长7%以上。`)).toEqual([
      '2026',
    ]);
  });

  it('stands behind the number too', () => {
    expect(years('确保电站6台机组明年全部投产。')).toEqual(['2027']);
    expect(years('确保30座水库2028年建成。')).toEqual(['2028']);
    expect(years('今年将改造300户2028年危房。')).toEqual(['2026']);
  });

  it('is the one that the text names beside a number of years', () => {
    expect(years('该省将在5年内建成产业园3个。\n力争到2031年，制造业占比稳定在30%左右。')).toEqual([
      '2031',
      '2031',
    ]);
    expect(years('该省将在5年内建成产业园3个。')).toEqual(['2030']);
  });
});

describe('whom news is about', () => {
  const of = (text: string, issuer: string) =>
    read(text, { year: 2026, issuer }).map((line) => line.split(' ').at(-1));

  it('is a province that the text calls by its name and never 全省', () => {
    expect(of('记者从山东省财政厅获悉，山东今年将新建水厂5座。\n此外将改造泵站3座。', '山东省')).toEqual([
      '山东',
      '山东',
    ]);
    expect(of('记者获悉，该省将新建水厂5座。\n力争到2028年，形成安徽名企40家。', '安徽省')).toEqual([
      '安徽',
      '安徽',
    ]);
    expect(of('记者从山东省财政厅获悉，全省今年将新建水厂5座。\n此外将改造泵站3座。', '山东省')).toEqual([
      '-',
      '-',
    ]);
  });

  it('is the company whose head speaks, or under whose name an item stands', () => {
    expect(
      of('云川能源集团党组书记、董事长李明表示，“未来五年，公司计划新增装机800万千瓦”。', '国务院'),
    ).toEqual(['云川能源集团']);
    expect(
      of(
        '一、云川能源集团：未来五年计划新增装机800万千瓦。\n二、平江电力公司：计划新增装机400万千瓦。',
        '国务院',
      ),
    ).toEqual(['云川能源集团', '平江电力公司']);
    // That city is the one spoken of, and a paper no province.
    expect(of('记者从潍坊市获悉，该市将新建水厂5座。', '山东省')).toEqual(['-']);
    expect(of('山东日报讯：今年将新建水厂5座。', '山东省')).toEqual(['-']);
    // Who speaks for all of them is no entity.
    expect(of('云川能源集团董事长李明表示，全国将新增装机800万千瓦。', '国务院')).toEqual(['-']);
  });

  it('is the middle and the west of the country', () => {
    expect(of('到2028年，铁路达到15万公里；中西部（含东北三省）铁路达到11万公里。', '国铁集团')).toEqual([
      '-',
      '中西部',
    ]);
  });

  it('is the district that a line of a list names', () => {
    const text =
      '全年计划新增学位2万个\n茅箭区\n计划新建学校6所，新增学位2900个。\n张湾区\n计划新建学校3所。\n全市将投入3亿元。';
    expect(of(text, '十堰市')).toEqual(['十堰', '茅箭区', '茅箭区', '张湾区', '十堰']);
    // Links to the districts' own pages head nothing.
    expect(of('茅箭区\n张湾区\n郧阳区\n计划新建学校6所。', '十堰市')).toEqual(['十堰']);
  });
});

describe('what a number of news is counted in', () => {
  it.each([
    ['今年云川计划新增城镇就业人员4.78万。', 'target 新增城镇就业人员 = 47800 人 2026 -'],
    ['今年计划投资80亿人民币。', 'target 计划投资 = 8000000000 元 2026 -'],
    ['今年将购置动车组38标准组。', 'target 购置动车组 = 38 标准组 2026 -'],
  ])('is told by its word or its noun: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('is nothing where a numeral begins the name of a mountain, and no yuan of one firm', () => {
    expect(read('今年云川将新开工五台山路桥梁工程。')).toEqual([]);
    const kinds = read('今年将培育2家营业收入过千亿、4家营业收入过百亿的龙头企业。').map((line) =>
      line.split(' '),
    );
    expect(kinds.map(([kind, , , value]) => `${kind} ${value}`)).toEqual([
      'target 2',
      'context 100000000000',
      'target 4',
    ]);
  });

  it('is of each of its subjects, though 分别 compares with a year', () => {
    expect(read('到2028年，甲烷、氨气排放总量分别比2020年下降15%以上。')).toEqual([
      'target 甲烷排放总量降幅 >= 15 % 2028 -',
      'target 氨气排放总量降幅 >= 15 % 2028 -',
    ]);
  });
});

describe('a sum without a unit', () => {
  it('is in yuan behind what is done with money', () => {
    const { statements } = readPlan({ text: '云川今年投资120亿构建交通网络。', year: 2026 });
    expect(statements.map(({ value, unit }) => [value, unit])).toEqual([[12_000_000_000, '元']]);
  });
});

describe('every statement', () => {
  it('slices back to its quote from the text as it was given', () => {
    const piece = fc.constantFrom(
      '力争',
      '務(wù)實增長',
      '5％',
      '左右',
      '，',
      '。\n',
      '新建',
      '高標準農田',
      '25 万亩',
      '、',
      '分别达到',
      '30%',
      '和',
      '50%',
      '（一）',
      '一、',
      '去年',
      '“三個1”',
      '　　',
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, quote } of readPlan({ text, year: 2026 }).statements) {
          expect(text.slice(start, end)).toBe(quote);
          expect(quote.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it.each([
    '下一篇：2026年重点任务120项',
    '上一条:青禾市新建学校12所',
    '来源：市政府办公室 发布时间：2026-01-20 10:22 浏览次数：1532次',
    '浏览量 1532 次',
    '【字体：大 中 小】 点击数：3200人次',
  ])('is not read out of what a page says of itself: %s', (line) => {
    const { statements } = readPlan({
      text: `青禾市2026年工作要点\n${line}\n一、主要任务\n新建学校10所。\n${line}`,
    });
    expect(statements.map(({ value }) => value)).toEqual([10]);
  });

  it('is said of the zone whose plan it is, and not of its city', () => {
    const text = '2026年工作要点\n一、主要目标\n地区生产总值增长6%左右，新建学校10所。';
    const { statements } = readPlan({ text, issuer: '青岛西海岸新区管委会' });
    expect(statements.map(({ entity }) => entity)).toEqual(['西海岸新区', '西海岸新区']);
    const registered = readPlan({ text, issuer: '上海市浦东新区人民政府' }).statements;
    expect(registered.map(({ entity }) => entity)).toEqual(['浦东新区', '浦东新区']);
  });

  it('are those of the stretch of the country that the country plans for', () => {
    const read = (name: string, issuer = '国务院') =>
      readPlan({
        text: `《${name}》公布\n国务院印发《${name}》。到2025年，研发投入强度达到3%以上，轨道交通总里程达到900公里。全国铁路新开工3000公里。`,
        issuer,
        year: 2019,
      }).statements.map(({ entity }) => entity);
    expect(read('长江三角洲区域一体化发展规划纲要')).toEqual(['长三角', '长三角', null]);
    expect(read('长江三角洲区域一体化发展规划纲要', '各地')).toEqual([null, null, null]);
    expect(read('粤港澳大湾区发展规划纲要')).toEqual(['粤港澳大湾区', '粤港澳大湾区', null]);
    expect(read('全国科技发展规划纲要')).toEqual([null, null, null]);
  });

  it.each([
    ['云南省今年将新建水厂5座。', '云南省人力资源和社会保障厅', [null]],
    ['云南今年将新建水厂5座。', '云南省', ['云南']],
    ['今年有两所学校招生：青岛市崂山区的育才小学和第一小学。将新建小学9所。', '青岛市', ['青岛', '青岛']],
    ['平度市今年将新建水厂5座。争取年内解决我市30万居民饮水问题。', '青岛市', ['平度市', '青岛']],
    ['今年将新建水厂5座，平度市第三水厂完工。新增泵站6座。', '青岛市', ['青岛', '青岛']],
    ['我县将新建水厂5座，三江县还将新建泵站6座。', '三江县', ['三江', '三江']],
    ['上海奉贤：到2028年，产值力争达到600亿元', '上海市奉贤区', ['奉贤']],
    [
      '长三角水运加快发展，力争新增航线5条。同时新建码头3座。今年水运领域将完成投资8亿元。',
      '交通运输部',
      ['长三角', '长三角', null],
    ],
    ['未来五年，重庆将力争全市进出口总额突破9000亿元；全市将新建水厂5座。', '各地', ['重庆', '重庆']],
    ['平江电网投资规模将首次突破65亿元，开工8座变电站。', '平江电网', ['平江电网', '平江电网']],
    ['国家电网投资规模将首次突破650亿元。', '国家电网', ['国家电网']],
    ['2026年，国铁集团将投产新线300公里。', '国铁集团', [null]],
    ['南平市、三明市两地任务最大，分别将完成21万亩、17万亩植树任务。', '福建省', ['南平', '三明']],
    ['年度计划供水57亿立方米，其中，北京市11亿立方米、天津市9亿立方米。', '水利部', [null, '北京', '天津']],
    ['今年将新增供热面积56万平方米，其中老城区新增7万平方米。', '青岛市', ['青岛', '青岛']],
    ['今天，京津冀、长三角间航班繁忙，力争完成投资3亿元。', '各地', [null]],
    ['在云南，将新建水厂5座。力争新建水库6座。', '各地', ['云南', '云南']],
  ])('is said of whom news speaks of: %s', (text, issuer, expected) => {
    const { statements } = readPlan({ text, issuer, year: 2026 });
    expect(statements.map(({ entity }) => entity)).toEqual(expected);
  });

  it('comes in document order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二1百万亿5%元家个增长到、，。；：“”《》（）从年第\n') }),
        (text) => {
          const starts = readPlan({ text, year: 2026 }).statements.map((statement) => statement.start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('is not read out of a text that has none', () => {
    expect(read('坚持稳中求进，推动高质量发展。深入落实“两个维护”。联系电话13800000000。')).toEqual([]);
  });
});
