import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

/** The numbers of a task in a plan: those that are targets, and those that are not by the rule that says why. */
function tell(task: string): string {
  return readPlan({ text: `云川省2026年工作要点\n一、主要任务\n${task}` })
    .statements.map(({ kind, value, rule }) => (kind === 'context' ? `${value} ${rule}` : `${value} ${kind}`))
    .join(', ');
}

describe('a number in a plan', () => {
  it.each([
    ['对重点污染源实行24小时在线监控。', '24 attribute of a thing'],
    ['打造15分钟健身圈，用好240小时过境免签政策。', '15 attribute of a thing, 240 attribute of a thing'],
    ['建设3人制球场60个。', '3 attribute of a thing, 60 target'],
    ['新建750千伏和330千伏输变电工程16个。', '750 attribute of a thing, 330 threshold, 16 target'],
    ['在新增100万套的基础上继续扩大规模。', '1000000 scope'],
    ['规划从6个维度提出29项主要指标。', '6 part of the plan, 29 part of the plan'],
    ['今年在13个产粮大县开展试点。', '13 scope'],
    ['抓好年耗能万吨标准煤以上重点企业节能。', '10000 threshold'],
    ['今年高校毕业生将高达765万人。', '7650000 population'],
    ['完成投资500亿以上，新增贷款1.2万亿。', '50000000000 target, 1200000000000 target'],
    ['全社会消费品零售总额突破800个亿。', '80000000000 target'],
    ['新建五所学校，建成十五个幼儿园，改扩建两座变电站。', '5 target, 15 target, 2 target'],
    ['调动中央和地方两个积极性，建成五个中心。', '2 turn of speech, 5 turn of speech'],
    ['赤字率按4%左右安排，比上年提高1个百分点。', '4 target, 1 difference restating a level'],
    ['确保云川700万吨露天矿一季度完成核准。', '7000000 attribute of a thing'],
    [
      '加快平江5万千瓦风电、800万吨褐煤提质前期工作。',
      '50000 attribute of a thing, 8000000 attribute of a thing',
    ],
    ['打造粮油千亩示范片1000个。', '1000 threshold, 1000 target'],
    ['推动环城路等14条公路项目和云平等4个铁路项目加快建设。', '14 target, 4 target'],
    ['力争年经营性收入5万元以下的村基本消除。', '50000 threshold'],
    ['经营性收入50万元的强村达到20%以上。', '500000 threshold, 20 target'],
    ['对20吨以上燃煤供暖锅炉做到达标排放。', '20 threshold'],
    ['建成5个年出栏10万只以上的肉羊养殖园区。', '5 target, 100000 threshold'],
    ['新建6个年产10万吨的加工厂。', '6 target, 100000 threshold'],
    [
      '推动云川5万吨奶粉生产车间建设、平江5000头现代化奶牛场投产。',
      '50000 threshold, 5000 attribute of a thing',
    ],
    ['加快建设亿吨大港，港口吞吐量突破1亿吨。', '100000000 threshold, 100000000 target'],
    ['新建城东热源厂100蒸吨锅炉4台。', '100 attribute of a thing, 4 target'],
    ['加大对甲、乙、丙4个重点帮扶县支持力度。', '4 scope'],
    ['深化“1%工作法”，实现“95%以上覆盖”。', '95 target'],
    ['做好生财、聚财、管财三篇大文章，促进社区、物业、志愿服务三位一体，落实三次全会部署。', ''],
    ['建设云瑞、平达、百克3大生产基地，加快环湖电厂等超百亿项目建设。', ''],
    ['重点办好8件民生实事。', '8 part of the plan'],
    [
      '办好教育、养老等10个方面35件民生实事，推进5件信访积案化解。',
      '10 part of the plan, 35 part of the plan, 5 target',
    ],
    ['重点抓好以下7项工作。', '7 part of the plan'],
    ['从13个候选项目中选出6项。', '13 existing whole, 6 target'],
    ['在抓好现有4个试点的基础上再开展试点2个。', '4 scope, 2 target'],
    [
      '推进建设80亿只手套、200万套轴承等重点工业项目50个。',
      '8000000000 attribute of a thing, 2000000 attribute of a thing, 50 target',
    ],
    [
      '1万名老人以上的镇各建1个服务中心，至少有1所200张床位以上的养老院。',
      '10000 threshold, 1 target, 1 target, 200 threshold',
    ],
    ['新开工5亿元（3000万美元）以上产业项目150个。', '500000000 threshold, 30000000 threshold, 150 target'],
    ['发展每亩3000元以上的种植业、每户1万元以上的养殖业。', '3000 threshold, 10000 threshold'],
    ['严格落实百公里供水廊道建设规划。', '100 attribute of a thing'],
    ['力争46个山区县中有37个通高铁。', '46 existing whole, 37 target'],
    ['推动惠及300万人的引水工程开工。', '3000000 attribute of a thing'],
    ['派出30多人的考察团。', '30 attribute of a thing'],
    ['力争产值跨过两个万亿元大关。', '2 turn of speech, 1000000000000 threshold'],
    ['5%左右的预期增长目标与长远目标衔接。', '5 remark'],
    ['进一步满足消费、投资、出口三类需求。', '3 part of the plan'],
    ['做好局地降温10℃的应对。', '10 weather'],
    [
      '推动云川厂60万只轮圈、平江厂50吨机床等4个项目投产。',
      '600000 attribute of a thing, 50 attribute of a thing, 4 target',
    ],
    ['新签约亿元以上产业项目总投资额达到800亿元。', '100000000 threshold, 80000000000 target'],
    ['抓好30个总投资超过亿元的重大工业项目。', '30 target, 100000000 threshold'],
    [
      '产值百亿元以上企业达到5家，50亿元以上达到9家。',
      '10000000000 threshold, 5 target, 5000000000 threshold, 9 target',
    ],
    ['力争新引进10亿元以上工业项目全覆盖。', '1000000000 threshold'],
    ['50万元以上集体经济强村占比达15%。', '500000 threshold, 15 target'],
    ['基本消除集体收入5万元以下的村。', '50000 threshold'],
    ['提档升级7个规模3000头以上的奶牛养殖场。', '7 target, 3000 threshold'],
    ['新建2个5000只以上养殖场、3个万羽以上养殖小区。', '2 target, 5000 threshold, 3 target, 10000 threshold'],
    ['围绕12条优势产业链，深度对接省20个产业集群。', '12 scope, 20 scope'],
    ['对播种机补贴40%，改造面积较2024年620亩翻一番。', '40 benefit, 620 base of comparison, 2 target'],
  ])('tells what kind of thing, where or whom it concerns: %s', (task, expected) => {
    expect(tell(task)).toBe(expected);
  });

  it.each([
    ['审批时间压缩至24小时。', '24 target'],
    ['改善3所高中和20所小学的办学条件。', '3 target, 20 target'],
    ['集中开工28个总投资逾120亿元的重大项目。', '28 target, 12000000000 target'],
    ['投资2亿元实施云川水库加固工程。', '200000000 target'],
    ['产业规模过万亿，经济总量向2000亿迈进。', '1000000000000 target, 200000000000 target'],
    ['发展指数达85，文明程度测评指数90以上，居民收入比降至2以内。', '85 target, 90 target, 2 target'],
    ['居民消费价格指数（市区）控制在103左右。', '103 target'],
    ['制作精品课程100门，晒课15万堂，种植木耳3500万袋以上。', '100 target, 150000 target, 35000000 target'],
    ['产假延长至158天，设立5到20天不等的育儿假。', '158 target, 5 target'],
    ['推进300万千瓦风电项目建设。', '3000000 target'],
    ['全国铁路完成旅客发送量44.02亿人。', '4402000000 target'],
    ['城镇化率比上年提高1个百分点。', '1 target'],
    ['学生每天运动不少于2小时。', '2 target'],
    ['完成涉及5万户的旧村改造。', '50000 target'],
    ['为200万名学生体检。', '2000000 target'],
    ['推进总投资103亿元的旧城改造工程。', '10300000000 target'],
    ['启动2万亩蔬菜基地建设工程，实施8公里管网等项目。', '20000 target, 8 target'],
    ['产值比2020年翻一番。', '2 target'],
    ['完成5亿元以上产业投资。', '500000000 target'],
    ['抓好206个省、市重点项目。', '206 target'],
    ['做好云川开发区15亿债券发行工作。', '1500000000 target'],
    ['新增8家4S店、2个5A景区。', '8 target, 2 target'],
  ])('is a target where it can be missed: %s', (task, expected) => {
    expect(tell(task)).toBe(expected);
  });

  it('is how far it is to be ahead of others, where the level before is of something else', () => {
    expect(tell('零售总额增长6%，增速高于全国1个百分点，农民收入增长高于全省0.5个百分点。')).toBe(
      '6 target, 1 difference to others, 0.5 target',
    );
  });

  it('restates a level behind it, whatever the verb', () => {
    expect(tell('公路里程达到185万公里，比去年新增4.6万公里。')).toBe(
      '1850000 target, 46000 difference restating a level',
    );
  });

  it('restates a level behind it', () => {
    expect(tell('新增就业1100万人以上，比去年多100万人。')).toBe(
      '11000000 target, 1000000 difference restating a level',
    );
  });
});

/** The same of a piece of news. */
function tellNews(text: string): string {
  return readPlan({ text, year: 2026, issuer: '云川省' })
    .statements.map(({ kind, value, rule }) => (kind === 'context' ? `${value} ${rule}` : `${value} ${kind}`))
    .join(', ');
}

describe('a number in news', () => {
  it.each([
    [
      '会议提出，今年突出抓好21项重点工作落实，重点抓好扩面行动、保险改革、平台建设5项工作。',
      '21 part of the plan, 5 part of the plan',
    ],
    ['今天（4月5日），全省预计发送旅客135万人次。', '1350000 forecast of a day'],
    ['今天，铁路客流平稳。其中，公路客流预计26万人次。', '260000 forecast of a day'],
    ['雨水多，预计平均亩产可达1500斤。', '1500 forecast of a harvest'],
    ['艺术季联合长江流域13个省（区、市），将举行展览20场。', '13 scope, 20 target'],
    ['全长约76公里的云平铁路预计2028年通车。', '76 attribute of a thing'],
    ['今天（2月3日），民航预计运输旅客243万人次，同比增长6%。', '2430000 forecast of a day, 6 achievement'],
    ['春运第10天，全省铁路预计发送旅客83万人次。', '830000 forecast of a day'],
    ['41个部门计划选拔公务员371人。', '41 who plans, 371 target'],
    ['2026年国家铁路预计将运送旅客31亿人。', '3100000000 target'],
    ['今年，云川在全省21个产粮大县推广技术80万亩以上。', '21 scope, 800000 target'],
    ['高速公路将覆盖城区人口10万以上的市县。', '100000 threshold'],
    ['以投票的形式从12件候选项目中票决出2026年10大实事。', '12 existing whole'],
    ['今年梳理形成16件备选的民生实事。', '16 part of the plan'],
    ['县人大代表对2026年民生实事候选项目（共16项）进行票决。', '16 part of the plan'],
    ['会议表决确定了今年16项为民办实事项目。', '16 part of the plan'],
    ['会议票决产生2026年16项民生实事项目。', '16 part of the plan'],
    ['会议票决产生了2026年民生实事项目共16项。', '16 part of the plan'],
    ['会议依法票决确定2026年云川县民生实事项目，共16项，分别是：', '16 part of the plan'],
    ['今天发布民生实事项目，共安排十方面共32项。', '32 part of the plan'],
    ['新建健身步道30条（每条5公里以上）。', '30 target, 5 attribute of a thing'],
    ['今年实现2000人以上中心村诊所（站）达标全覆盖。', '2000 threshold'],
    ['今年要完成16项民生实事项目。', '16 target'],
    [
      '为今年目标任务60座的63.3%，占年度投资4亿元的61%。',
      '60 base of a share, 63.3 achievement, 400000000 base of a share, 61 achievement',
    ],
    [
      '与去年计划投资86亿元相比增长14.6%，今年计划投资99亿元。',
      '8600000000 base of comparison, 14.6 target, 9900000000 target',
    ],
    [
      '某研究院测算，到2030年，产业规模达2万亿元，将带动投资3万亿元。',
      '2000000000000 forecast, 3000000000000 forecast',
    ],
    ['据测算，去年带动消费3亿元。', '300000000 achievement'],
    ['专家预测，到2028年，里程将达3000公里。到2030年，将有40个城市开通地铁。', '3000 forecast, 40 forecast'],
    ['专家预测，到2028年，里程将达3000公里。到2030年，我省将新建线路4条。', '3000 forecast, 4 target'],
    [
      '今年将启动一批工程：总投资32亿元的公路工程，总投资14亿元的桥梁工程。',
      '3200000000 target, 1400000000 target',
    ],
    ['今年计划安装直径400毫米的供水管道1265米。', '400 attribute of a thing, 1265 target'],
    ['力争引进50亿元或5亿美元以上工业项目2个。', '5000000000 threshold, 500000000 threshold, 2 target'],
    [
      '市级项目进展：2026年我县市级重点项目15个，总投资30亿元，年度计划投资21亿元。',
      '15 works told, 3000000000 works told, 2100000000 target',
    ],
    [
      '2026年，全市重点项目100个，总投资300亿元，已完成投资40亿元。',
      '100 works told, 30000000000 works told, 4000000000 achievement',
    ],
    ['2026年全市安排重点项目100个，总投资300亿元。', '100 target, 30000000000 target'],
    ['市政府印发2026年重点项目计划。2026年市级重点项目共100个。', '100 target'],
    ['总投资3亿元的水厂工程，计划明年开工。', '300000000 attribute of a thing'],
    ['今年将新建学校7所，这7所分别是第一小学等。', '7 target, 7 told before'],
    ['今年要力争完成投资1000亿元，这将使投资连续五年超千亿元。', '100000000000 target, 100000000000 remark'],
    ['今后十年，建设任务将分布在176个乡镇。', '176 scope'],
    ['今年将完成新增400个社区食堂的任务。', '400 target'],
    ['今年着力抓好6个方面、16项重点旅游工作。', '6 part of the plan, 16 part of the plan'],
    [
      '今年全市重点建设项目348项（分解后共429项），项目总投资4396亿元，年度计划投资565亿元。',
      '348 works told, 429 works told, 439600000000 works told, 56500000000 target',
    ],
    [
      '截至6月底，建成农田4338万亩，占年度8000万亩任务量的54.2%。',
      '43380000 achievement, 80000000 base of a share, 54.2 achievement',
    ],
    ['今年将引进项目30个，其中5亿元以上3个。', '30 target, 500000000 threshold, 3 target'],
    [
      '今年将建成340个民族村寨示范村，建好3个5000亩县级示范片，新培育两家农业合作社。',
      '340 target, 3 target, 5000 threshold, 2 target',
    ],
    ['九成受访者认为供水将改善。', '90 survey'],
    ['公路车流量今天预计超600万辆次。', '6000000 forecast of a day'],
    ['记者今天从云川铁路获悉，今年预计发送旅客1350万人次。', '13500000 target'],
    ['76%的受访企业计划维持投资，超过一半的企业表示将在两年内增加投资。', '76 survey, 50 survey'],
    ['平江抽水蓄能电站总装机容量为120万千瓦，预计2028年首台机组投产。', '1200000 attribute of a thing'],
    [
      '水厂总建筑面积5万平方米，将于年内建成，新增装机容量10万千瓦。',
      '50000 attribute of a thing, 100000 target',
    ],
    ['参展面积从最初只有9平方米扩展到300平方米。', '300 achievement'],
    ['到2030年累计投入将达到200亿，总票房超100亿。', '20000000000 target, 10000000000 target'],
  ])('is told apart: %s', (text, expected) => {
    expect(tellNews(text)).toBe(expected);
  });
});
