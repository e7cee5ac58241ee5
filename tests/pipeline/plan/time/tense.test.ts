import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

/** What each number of a text is, with its year: T2026 is a target for 2026, A2025 an achievement of 2025. */
function tell(text: string, year = 2026, published?: string): string {
  return readPlan({ text, year, issuer: '云川省', ...(published === undefined ? {} : { published }) })
    .statements.filter(({ kind }) => kind !== 'context')
    .map(({ kind, deadline }) => `${kind === 'target' ? 'T' : 'A'}${deadline ?? ''}`)
    .join(' ');
}

describe('a time to come', () => {
  it.each([
    ['到2028年，水厂达到40座。', 'T2028'],
    ['到 2028 年，水厂达到 40 座。', 'T2028'],
    ['“十五五”期间，年均新增泵站6座。', 'T2030'],
    ['到“十六五”末，泵站达到60座以上。', 'T2035'],
    ['到二〇三五年，泵站达到60座。', 'T2035'],
    ['2027至2029年，每年新建泵站6座。', 'T2029'],
    ['明后两年新建泵站6座。', 'T2028'],
    ['用三年时间新建泵站6座。', 'T2028'],
    ['经过三年努力，新建泵站6座。', 'T2028'],
    ['10月底前新建泵站6座。', 'T2026'],
    ['届时泵站达到60座。', 'T2026'],
    ['今冬明春，投入3亿元，新建泵站6座。', 'T2027 T2027'],
    ['来年3月底前新建泵站6座。', 'T2027'],
    ['今后一个时期，泵站达到60座。', 'T'],
    ['远期泵站达到60座。', 'T'],
    ['到本世纪中叶，泵站达到60座。', 'T2050'],
  ])('makes a target by itself: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it.each([
    ['截至2025年底，水厂达到40座。', 'A2025'],
    ['产量较2028年规划值高5%，去年已建成40座。', 'A A2025'],
    ['“十四五”以来，新建水厂40座。', 'A'],
    ['去年办理远期结汇6亿元。', 'A2025'],
    ['五年来，面对困难挑战，坚决贯彻中央部署，供水能力突破300万吨、达360万吨。', 'A A'],
  ])('is none where it is a base or past: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });
});

describe('the time of a target', () => {
  it.each([
    [
      'goes on through its paragraph until another is named',
      '到2028年，建成水厂40座；改造水厂20座。新建泵站6座。今年新建水库3座。',
      'T2028 T2028 T2028 T2026',
    ],
    [
      'goes on behind ； in the plan of one year, but not into its next sentence',
      '云川省2026年工作要点\n一、主要目标\n“十五五”时期的目标：水厂达到40座；泵站达到60座。新建水库3座。',
      'T2030 T2030 T2026',
    ],
    [
      'is that of the nearest heading which names one',
      '云川省供水实施方案（2026—2028年）\n一、年度目标\n（一）2026年目标。建成水厂4座；改造水厂2座。\n（二）2027年目标。建成水厂5座。',
      'T2026 T2026 T2027',
    ],
    ['is named once for all of the year', '2027年度供水计划印发。全年计划供水9亿立方米。', 'T2027'],
    ['is open behind a completion', '项目全面达产后，预计年产值可达8亿元。', 'T'],
    ['is open for all that completion brings', '项目建成后将新增灌溉面积7万亩，保障30万人饮水。', 'T T'],
    [
      'is the one named last behind 届时, in the plan of one year too',
      '云川省2026年工作要点\n一、主要目标\n到2030年，水厂达到40座。届时，泵站达到60座。新建水库3座。',
      'T2030 T2030 T2026',
    ],
    [
      'is no year of the plan where it lies far ahead',
      '云川省2026年工作要点\n一、主要目标\n今后一个时期，水厂达到40座。届时，泵站达到60座。远期水库达到90座。新建水库3座。',
      'T T T T2026',
    ],
    [
      'is that of the aims it belongs to, through the sentences that tell no work',
      '云川省2026年工作要点\n一、主要目标\n“十五五”时期，主要目标是：水厂达到40座。研发占比2.8%。漏损率降至6%以内。新建水库3座。\n泵站达到60座。',
      'T2030 T2030 T2030 T2026 T2026',
    ],
    [
      'is dealt out by 分别 like everything else',
      '到2030年和2035年，城镇化率分别达到70%和75%，产量均达到9万吨。',
      'T2030 T2035 T2035',
    ],
  ])('%s', (_, text, expected) => {
    expect(tell(text)).toBe(expected);
  });
});

it('counts the years to come from the next where the year is nearly over', () => {
  const text = '未来五年，力争水厂达到40座。';
  expect([tell(text, 2026, '2026-01-20'), tell(text, 2026, '2026-10-28')]).toEqual(['T2030', 'T2031']);
});

describe('words that plan', () => {
  it.each([
    '全省计划修建水厂20座。',
    '全省计划每年选派技术员500名。',
    '全省要新增水厂20座。',
    '各地应新增水厂20座。',
    '全省须完成造林20万亩。',
    '预期新增水厂20座。',
    '会议提出，供水量增长5%。',
    '《云川省供水方案》发布，明确新建水厂20座。',
    '省里确定了供水发展三大目标。水厂达到20座。',
    '今年供水量有望首次突破9亿立方米。',
    '水务厅发布公告，新增取水口6个。',
    '下月起实施的6项措施包括：新增取水口6个。',
  ])('say so whatever verb follows: %s', (text) => {
    expect(tell(text)).toMatch(/^T/);
  });

  it.each([
    '全省超计划供水5亿立方米。',
    '完成年度计划的95%。',
    '倍增计划企业新增20家。',
    '全省主要水厂供水9亿立方米。',
    '供应燃气9亿立方米。',
    '该计划共支持企业20家。',
    '供水方案提出以来，全省新建水厂20座。',
  ])('are none within a noun: %s', (text) => {
    expect(tell(text)).toMatch(/^A/);
  });
});

describe('what this year has brought', () => {
  it.each([
    ['2026年全省新建水厂20座，同比增长25%。', 'A2026 A2026'],
    ['今年国庆假期，全省接待游客300万人次。', 'A'],
    ['新建水厂20座，圆满完成年度任务。', 'A'],
    ['全省供水量增长5%，新建水厂20座。', 'A A'],
    ['云川日报12月20日讯 2026年，全省新建水厂20座。明年，全省新建水厂30座。', 'A2026 T2027'],
    ['去年供水量增长5%，今年增长6%左右。', 'A2025 T2026'],
    ['去冬今春，全省完成投资3亿元。面对今年的春旱，全省浇地600亩次。', 'A2025 A'],
    ['今年一季度，经济运行向好。初步预计，产值增长7%以上。', 'A'],
    ['今年，省里扩大奖补规模，先后下拨3亿元补贴，预计产量达900万吨。', 'A T2026'],
    ['云川泵站开工率72%，计划改造60座。', 'A T2026'],
    ['今年，在建成80座泵站基础上，正全力抓好60座泵站改造，有望再建成20座。', 'A T2026 T2026'],
    ['今年安排510个项目，年度计划投资64亿元。一季度完成投资16亿元。', 'T2026 T2026 A'],
    ['计划新开工的228个泵站已开工128个，其中102个按期开工。', 'T2026 A A'],
    ['一季度计划新建泵站12座。', 'T2026'],
    ['2025年，全省新建泵站7座。供水量预计增长5%。', 'A2025 A'],
    ['2025年，全省新建泵站7座。2026年供水量预计增长5%。', 'A2025 T2026'],
    ['着力打造水务创新高地。新建泵站12座。', 'T2026'],
    ['累计完成投资14亿元，占年度计划投资的41%。从计划进度看，泵站等31个项目完成月度计划。', 'A A A'],
    ['今年以来，省里推进治理。提前下达资金51亿元，稳定农户的种粮意愿和预期。', 'A'],
    ['三项措施确保供水\n一是加紧建设。泵站60座。\n二是恢复产能。出栏330万头。', 'A A'],
    [
      '市政府工作报告提到，2026年实施实事100件左右，其中，遴选了12件候选项目。（1）新增公交线路1条。',
      'T2026 A2026 T2026',
    ],
    ['2026年，省里争取的149亿元资金，已全部下达。', 'A2026'],
    ['漏损率前四年均值为5.3%，低于5.5%的预期控制目标。\n水务厅健全服务体系，建成9000座泵站。', 'A A'],
    ['今年，全市216公里管网将全面改造。', 'T2026'],
    ['据水务厅监测，今年水厂供水量在70亿吨左右。预计全年供水90亿吨。', 'A T2026'],
    ['公布泵站67座。排涝工作进一步加强，组织19个村参加培训。', 'A A'],
    ['今年，泵站开工率要达到100%。', 'T2026'],
    ['会议明确，到2028年新建水厂20座。累计改造水厂40座。', 'T2028 T2028'],
    ['今年重点泵站整体规模较去年增加6.9%、投资额增加10.6%。', 'A A'],
    ['今年计划完成投资3亿元，比去年增加6%。', 'T2026 T2026'],
    [
      '云川统筹节水资金2亿多元，支持水渠改造，预计灌溉面积稳定在900万亩以上。今年，当地发布10个品种，并推广节水技术。',
      'A T2026 A',
    ],
    ['将建设公园30个，统筹资金2亿元。', 'T2026 T2026'],
    [
      '随着云川泵站投运，水务集团140项防汛重点工程全部按期投产。\n据了解，为做好防汛，集团明确140项重点工程。今年防汛重点工程总投资3亿元，共新建管网4600公里，将提升供水能力300万吨。\n明年将新建泵站6座。',
      'A A A A T2026 T2027',
    ],
    ['云川水务集团8项防汛重点工程已开工。今年防汛重点工程总投资3亿元。', 'A T2026'],
    [
      '会议提出，预计全年供水量完成9亿吨，同比增长20%左右；收入完成3亿元，同比增长15%左右。其中，工业供水量完成7亿吨，同比增长18%左右。',
      'T2026 T2026 T2026 T2026 T2026 T2026',
    ],
    [
      '此次确定的实事包括：建设公园30个。\n据悉，项目的筛选历经多轮流程。通过线上公开征集意见1016条，定向收集建议19条。',
      'T2026 A A',
    ],
  ])('is told from what it plans: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });
});

describe('headings', () => {
  it.each([
    ['with a mark in place of a number', '■今年目标\n●供水量增长5%以上\n●新建水厂20座', 'T2026 T2026'],
    [
      'in brackets, over what was and what is to be',
      '【2025成绩单】\n供水量增长5.5%\n【2026任务书】\n供水量增长5%',
      'A2025 T2026',
    ],
    ['with a year and a noun of plans', '一图读懂供水\n2026年目标\n供水量增长5%以上\n', 'T2026'],
    [
      'over what a plan sets out from',
      '云川省供水实施方案（2026—2028年）\n一、总体要求\n（一）发展基础\n供水量9亿立方米，水厂40座。\n（二）主要目标\n水厂达到60座。',
      'A2025 A2025 T2028',
    ],
    [
      'behind the aims that an excerpt opens with, whichever of them sound like a plan',
      '主要预期目标是：产值增长7%。\n（四）突出扩容提质，推动城镇建设。\n加快建设植物园。漏损率达到8%以下，完成剩余46个社区整治。\n（五）全力办好各项民生实事。\n建成住房4万平方米。',
      'T2026 T2026 T2026 T2026',
    ],
    ['that end a paragraph', '现将重点任务分解如下：\n为7万户居民改造管网\n惠及居民9万户', 'T2026 T2026'],
  ])('are seen %s', (_, text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it('are none where a line tells news of a list', () => {
    expect(tell('云川完成去年民生实事\n供水量增长5%。')).toBe('A');
  });
});

describe('what was said before', () => {
  it.each([
    [
      'holds where a document speaks, through its items',
      '省里日前披露《供水发展规划》。\n一是供水更稳。供水量年均增长5%。',
      'T2026',
    ],
    [
      'holds where somebody speaks, whatever the sentence says behind',
      '市长报告工作时提出2026年主要任务，数据目标是动员令。\n◆新建水厂40座，建设泵站60座\n◆消除隐患100个',
      'T2026 T2026 T2026',
    ],
    [
      'holds for the lines under a year and what it is looked back on for',
      '市长作报告。\n2025重点回顾\n新增水厂超3座\n2026主要任务\n新增水厂5座',
      'A2025 T2026',
    ],
    [
      'holds where a document that names its years speaks',
      '省里日前印发《2026—2027年度供水方案》，提出今冬明春完成投资3亿元。\n其中，中央投资6000万元，地方投入8000万元。',
      'T2027 T2027 T2027',
    ],
    [
      'holds in a plan for the clauses behind a past year',
      '云川省2026年工作要点\n一、主要目标\n2025年，供水量9亿立方米，同比增长14%。供水量增长6%。',
      'A2025 A2025 T2026',
    ],
    [
      'holds in a plan for the parts of what is there',
      '云川省2026年工作要点\n一、主要目标\n截至2025年底，全省累计建成泵站60座，相比“十二五”末增长14倍，其中大型泵站9座。其中，新式泵站5座。建成泵站80座。',
      'A2025 A2025 A2025 A T2026',
    ],
    [
      'holds for the items of the list it opens',
      '到2030年，供水量达到9亿立方米。具体是：\n——水厂达到40座。\n——泵站达到60座。\n全省人口300万人。',
      'T2030 T2030 T2030',
    ],
    [
      'holds for the items of a list within its paragraph',
      '今年我们要办好以下实事。一是提高补助，标准从每亩19元提高到21元。二是改善住房，启动建设60个示范村，改造危房3000户。',
      'T2026 T2026 T2026',
    ],
    [
      'holds for the items of the list it opens, whatever their marks',
      '到2030年，供水量达到9亿立方米。具体是：\n●水厂达到40座。\n●泵站达到60座。\n全省人口300万人。',
      'T2030 T2030 T2030',
    ],
    [
      'does not hold for the next piece of news in a bulletin',
      '省里日前印发《云川省供水方案》，提出供水量增长5%。\n云川口岸货运十年间翻番\n云川口岸去年以来繁忙，货运量达60万吨。\n水厂达到7座。',
      'T2026 A A2025 A',
    ],
    [
      'holds for the parts of the same piece',
      '省里日前印发《云川省供水方案》，提出供水量增长5%。\n加快推进水厂建设\n水厂达到60座。',
      'T2026 T2026',
    ],
    [
      'does not hold beyond a bracket',
      '云川省2026年工作要点\n一、主要目标\n水厂达到40座（2025年为36座）。',
      'T2026 A2025',
    ],
  ])('%s', (_, text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it('may be a year alone: that of the day the news came out', () => {
    const read = (published: string) =>
      readPlan({ text: '2026年，全省将新建水厂20座。', published }).statements.map(
        ({ deadline }) => deadline,
      );
    expect(read('2026-01-20')).toEqual([2026]);
  });

  it('is a year named in full even where the year of the text is unknown', () => {
    const { statements } = readPlan({ text: '力争到2028年，水厂达到40座。力争明年泵站达到60座。' });
    expect(statements.map(({ kind, deadline }) => [kind, deadline])).toEqual([
      ['target', 2028],
      ['target', null],
    ]);
  });
});

describe('what a sentence before has planned', () => {
  it.each([
    ['ends where another place is spoken of', '山东将新建水厂6座。江苏派出专家组13个。', 'T2026 A'],
    ['goes on at the same place', '山东将新建水厂6座。改造泵站8座，泵站完好率达到95%。', 'T2026 T2026 T2026'],
    ['goes on in a series of places', '到2032年，山东建成水厂6座；江苏建成水厂8座。', 'T2032 T2032'],
    [
      'ends where a sentence begins with what is there',
      '云川将扩建水厂6座。1200多名工人奔走在工地上。',
      'T2026 A',
    ],
    ['ends where the sentence is about now', '云川将扩建水厂6座。这几天，工地进了设备40台。', 'T2026 A'],
    ['ends at a period that is nearly over', '届时水厂将有6座。“十五五”期间，共投入50亿元。', 'T2030 A'],
  ])('%s', (_, text, expected) => {
    expect(tell(text, 2030)).toBe(expected.replaceAll('2026', '2030'));
  });
});

describe('将', () => {
  it.each([
    ['云川将600万亩播种任务分解到地块。', 'A'],
    ['新开的线路将运输时效提升40%。', 'A'],
    ['云川将闲置厂房改造为公寓30栋。', 'A'],
    ['大会还将同步举办论坛7场。', 'T2026'],
    ['试点将扩大到30座水厂。', 'T2026'],
    ['云川日报12月20日讯 供水行业今年将重点完成水厂投资80亿元。', 'T2026'],
    ['通水时间将从目前的3小时缩短至1小时。', 'T2026'],
    ['云川将在山区兴修水窖300座。', 'T2026'],
    ['云川将安排32亿元用于水厂建设。', 'T2026'],
    ['云川计划造林9万亩，绿化率由去年的42%提高到45%。', 'T2026 T2026'],
    ['到2028年，水厂将达到40座，比2025年底分别增加5座、3座。', 'T2028'],
  ])('tells of the future only before what is done, and not before its object: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });
});

describe('words that only look like a plan', () => {
  it.each([
    ['量子科技等未来产业的企业近600家。', 'A'],
    ['通过重点研发计划专项投入30亿元。', 'A'],
    ['16岁小将勇夺第一，成绩提高3%。', 'A'],
    ['小将于云川夺冠，成绩提高3%。', 'A'],
    ['设备降落在模拟水池，供水3吨。', 'A'],
    ['两位厅长回应了关切，介绍水厂6座。', 'A A'],
    ['会议应到90人，实到89人。', 'A A'],
    ['产需两端有所改善。用水指数为47%，较上月上升1.7个百分点。', 'A A'],
    ['新线建成泵站6座，最快只需57分钟。', 'A A'],
    ['用户的市场预期正在好转，6个行业用水量上升。', 'A'],
    ['云川将其列入重点打造的6个集群。', 'A'],
    ['2026年3月2日，云川水库发生险情，造成6人受伤。', 'A2026'],
    ['该厂日产水6万吨，将进一步带动用水消费。', 'A'],
    ['该厂日产水6万吨，将于年底新增9万吨。', 'T2026 T2026'],
    ['300多名工人奋战一线，确保水厂按期完工。', 'A'],
    ['会议提出，供水量增长5%。\n12位代表发言。', 'T2026 A'],
    ['到2028年，3万名工人参加培训。', 'T2028'],
    ['已播面积占预计面积48%。', 'A'],
    ['项目规划建设机组6台，目前正在施工。', 'T2026'],
    ['日供气600万立方米，还将输送到邻省。', 'A'],
    [
      '一、2025年工作回顾\n无。\n二、2026年的工作\n过去一年，工作取得进展。产值增长9%，新增企业8家。\n今年，产值增长8%。',
      'A A T2026',
    ],
    ['到2022年，旧改任务完成，最后1400户搬走。', 'A2022'],
    ['会议要求各地落实任务。省里提出新增企业60家。', 'T2026'],
    ['自来水普及率提升至94%，预计到2030年将达到96%。', 'A T2030'],
    ['工程预计2031年通水，届时将连通水库12座。', 'T2031'],
  ])('%s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it('a bare 今年 plans little when the year is nearly over', () => {
    expect(tell('今年新建产业园50个。', 2026, '2026-02-10')).toBe('T2026');
    expect(tell('今年新建产业园50个。', 2026, '2026-11-10')).toBe('A');
    expect(tell('今年计划新建产业园50个。', 2026, '2026-11-10')).toBe('T2026');
  });

  it('good practice in a list of 一是 is no plan', () => {
    const text =
      '一是推行联合验收，申请材料减少70%。\n二是完善调解机制，为800名工人挽回损失。\n三是优化服务流程，满意率98%。';
    expect(tell(text)).toBe('A A A');
  });
});

describe('a report whose headings do not tell its parts', () => {
  const report = (past: string, plans: string) =>
    `2026年云川省政府工作报告\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n${past}\n过去一年，我们办成了一批大事。\n（一）交通跃上新台阶\n新建公路400公里。\n${plans}\n今年是新一轮规划的开局之年，任务很重。\n今年的主要预期目标是：产量增长5%左右。\n（一）交通\n新建公路500公里。\n打通断头路6条。`;

  it.each([
    ['under mottos', '一、砥砺前行，云川发展取得新成效', '二、不忘初心，奋力谱写新篇章'],
    ['without headings', '', ''],
    ['where the first is a motto', '一、砥砺前行', '二、2026年工作安排'],
    [
      'where the plans are headed like a success',
      '一、2025年工作回顾',
      '二、乘势而上，开创工作新局面、取得新成就',
    ],
    ['in markdown', '## 一、2025年工作回顾', '## **二、2026年工作安排**'],
    ['which are bold', '**一、2025年工作回顾**', '**二、2026年工作安排**'],
  ])('turns to its plans where it says so: %s', (_, past, plans) => {
    expect(tell(report(past, plans))).toBe('A2025 T2026 T2026 T2026');
  });

  it('aims at nothing in the notes behind it', () => {
    const notes =
      '附件1 名词解释\n1.银龄行动：计划到2028年招募教师6000人。\n2026年民生实事\n一、交通\n新建公路50公里。';
    expect(tell(`${report('一、工作回顾', '二、工作安排')}\n${notes}`)).toBe('A2025 T2026 T2026 T2026 T2026');
  });

  it('is read by its sentences where it turns nowhere', () => {
    expect(tell('2026年云川省政府工作报告\n交通跃上新台阶，公路达到400公里。\n今年将新建公路50公里。')).toBe(
      'A T2026',
    );
  });

  it('ends the plans of five years where it names the goal of the year', () => {
    const parts =
      '过去五年，新建公路400公里。\n“十五五”时期是关键时期。产量达到90万吨。\n2026年全省主要预期目标：产量增长5%。\n民生实事：\n新建学校5所。';
    expect(tell(`云川省政府工作报告\n各位代表：\n${parts}`)).toBe('A2025 T2030 T2026 T2026');
  });

  it('turns inside a part that is headed as both', () => {
    const both =
      '一、“十四五”时期发展成就和“十五五”时期主要目标\n新建公路400公里。\n“十五五”时期是关键时期。\n产量90万吨。';
    expect(tell(`云川省政府工作报告\n各位代表：\n${both}`)).toBe('A2025 T2030');
  });

  it('turns to the five years to come before the year', () => {
    const five =
      '一、砥砺前行\n过去五年，我们新建公路400公里。\n二、踔厉奋发\n“十五五”时期是关键时期。产量达到90万吨。\n今年是开局之年。\n新建公路500公里。';
    expect(
      tell(`2026年云川省政府工作报告\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n${five}`),
    ).toBe('A2025 T2030 T2026');
  });
});

describe('a plan that looks back in passing', () => {
  const told = (text: string) => tell(`云川省2026年工作要点\n一、主要任务\n${text}`);

  it.each([
    ['“十四五”时期，云川变化很大。产值增加到5万亿元。这五年，民生改善。建成学校30所。', 'A A'],
    ['过去的五年，我们新建水厂40座。', 'A'],
    ['去年以来，已新建水厂30座，产值达到5亿元，新建学校4所。', 'A2025 A2025 A2025'],
    ['近年来，累计新建水厂30座。截至目前，新建泵站7座。', 'A A'],
    ['近年来，供水增长很快，今年再新建水厂50座。', 'T2026'],
    ['供水量增长8%、为多年来最大增幅。', 'T2026'],
    ['改造50个已建成村庄的厕所。', 'T2026'],
    ['全省还有63万户用上井水，今年再通水5万户。', 'A T2026'],
    ['“十四五”期间，关停小机组50台。今年要再关停8台。', 'A T2026'],
    ['拟从去年结余资金中安排500亿元用于水利。', 'T2026'],
  ])('keeps what was apart from what is planned: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('takes a plan that was drawn up among other things for no announcement', () => {
    expect(tell('各部门制定安全工作方案，治理水平不断提升。案件下降14%。')).toBe('A');
    expect(tell('省里制定《云川省安全工作方案》。案件下降14%。')).toBe('T2026');
  });
});

describe('news', () => {
  it.each([
    ['今年3月，省里将符合条件的企业补助标准由60%统一提高到80%。', 'A'],
    ['今年3月底前新建泵站6座。', 'T2026'],
    ['新口岸启用4年，出入境车辆超480万辆次。', 'A'],
    ['2021年以来，4年内累计改造公路580公里。', 'A2021'],
    ['在今年“五一”假期，客流量超400万人次。', 'A'],
    ['省财政近日提前下达2027年水利补助资金3亿元。', 'A'],
    ['省里下达2027年供水改造预算3亿元，支持各地建设。', 'A'],
    ['老李跟团队从承包10亩地到1000亩地，将精细播种等技术都应用在实践中。', 'A A'],
    ['云川平均每天就要诞生5家企业。', 'A'],
    ['需填报的表格由50张精简为10张。', 'A'],
    ['列入实事的30所学校均在开展施工，今年秋季将有4所学校投用。', 'A T2026'],
    ['按目前进度测算，今年可以新建泵站6座。', 'T2026'],
    ['力争培育1家公司在科创板挂牌上市。', 'T2026'],
    ['围绕今年的提案，委员又深入近30个城市调研。', 'A'],
    ['2026年内蒙古开河文化活动启动，推出演出30场。', 'T2026'],
    ['通车后，行车时间将由5个多小时，缩短至2小时左右。', 'T'],
    ['春运前12天，铁路客运量日均22万人次。', 'A'],
    ['湖北应城储能电站并网成功，每年可发电5亿千瓦时。', 'A'],
    ['云川发射中心成功将平江02组卫星送入轨道，已规划建设了7个保护区。', 'A'],
    ['意味着2027年第九届运动会6项改造项目全部竣工。', 'A'],
    ['为期三天的2027年研究生考试今天开考，报考人数47万。', 'A'],
    ['今年省里下达流域补偿资金3亿元，探索补偿机制。', 'A'],
    ['2026年春运，公安机关破获案件219起。', 'A2026'],
    ['今天开幕的论坛发布80项合作计划成果。', 'A'],
    ['为了推动计划的实施，省里对大豆振兴计划高度重视，安排补贴资金17亿元，调动了积极性。', 'A'],
    ['共签发证书1万份，预计相关企业可享受减税3亿元。', 'A T2026'],
    ['年底600多户居民将告别平房搬入新居。', 'T2026'],
    ['50多台泵车即将交付。在生产线上，只要45分钟，600多个零件就能组装成一台泵车。', 'T2026 A A'],
    [
      '今年排定的重大工程项目\n■ 科技类安排正式项目62项，预备项目7项\n■ 民生类安排正式项目29项',
      'T2026 T2026 T2026',
    ],
    ['省政府明确明年植树造林任务为590万亩。\n从任务分解看，平江市任务最大，将完成21万亩。', 'T2027 T2027'],
    ['30个老旧小区改造正在进行中。', 'A'],
    [
      '3月15日，记者在全省文化工作会上了解到，今年云川将深化改革。\n推动创作繁荣。组织演出20场，送戏下乡450场。\n推进设施建设。新建、改建厕所70座。对30个文化站提档升级。',
      'T2026 T2026 T2026 T2026',
    ],
    ['记者了解到，云川去年建成水厂5座。\n推进设施建设。新建厕所70座。', 'A2025 A'],
    [
      '今年排定的重大工程项目\n■ 科技类安排正式项目62项\n■ 聚焦民生战略去年工程成绩单\n■ 新开工30项',
      'T2026 A',
    ],
    ['省里还公布了明年就业工作目标：新增就业100万人，登记失业率控制在4.5%以内。', 'T2027 T2027'],
    ['去年，全县计划完成投资3亿元，累计完成投资3.5亿元。', 'A2025 A2025'],
    ['去年建成5座，今年计划建成6座，将再改造7座。', 'A2025 T2026 T2026'],
    ['报告显示，过去的2025年，就业规模扩大。开发岗位，新增就业48万人。', 'A'],
    ['省里2024年作出了加快推进172项水利工程的决策部署。', 'A2024'],
    ['预计年底建成基站60万个；应用方面，全省累计开展应用400余项。', 'T2026 A'],
    ['省政府日前发布“蓝天保卫三年行动计划”称，到2028年，排放下降15%。\n优良天数比率达到80%。', 'T2028 T2028'],
    ['近日，13个部门联合印发通知，部署开展下乡活动。', 'A'],
  ])('has its numbers told by what surrounds them: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it.each([
    [
      'done where the body says that what only the year plans was done',
      '今年全省命名乡村道路1560条\n截至目前，全省共命名乡村道路1560条。',
      'A A',
    ],
    [
      'planned where another sentence plans what is told without any sign',
      '播种面积68万亩\n今年云川计划播种粮食，面积68万亩。',
      'T2026 T2026',
    ],
    [
      'its own where another thing has the same number',
      '今年支持学校1560所\n截至目前，全省共建成水厂1560座。',
      'T2026 A',
    ],
  ])('is %s', (_, text, expected) => {
    expect(tell(text)).toBe(expected);
  });
});
