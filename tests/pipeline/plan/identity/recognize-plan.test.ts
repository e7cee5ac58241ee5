import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../../core/plan.ts';
import { lastingName } from '../../../../pipeline/plan/identity/plan-bodies.ts';
import { recognizePlan } from '../../../../pipeline/plan/identity/recognize-plan.ts';

const of = (title: string, text = '正文。', rest: Partial<PlanInput> = {}) =>
  recognizePlan({ title, text, published: '2026-01-20', ...rest });

describe('plans', () => {
  it.each([
    ['2026年山东省政府工作报告', '山东省人民政府 政府工作报告', 2026, 2026],
    ['（受权发布）政府工作报告——2026年1月20日在云川省第十四届人民代表大会第四次会议上', null, 0, 0],
    ['山东省2026年国民经济和社会发展计划', '山东省人民政府 国民经济和社会发展计划', 2026, 2026],
    [
      '关于山东省2025年国民经济和社会发展计划执行情况与2026年计划草案的报告',
      '山东省人民政府 国民经济和社会发展计划',
      2026,
      2026,
    ],
    ['教育部2026年工作要点', '教育部 工作要点', 2026, 2026],
    [
      '青岛市人民政府办公厅关于印发青岛市数字经济发展2026年行动计划的通知',
      '青岛市人民政府 行动计划 数字经济发展',
      2026,
      2026,
    ],
    ['青岛市数字经济发展三年行动计划（2024—2026年）', '青岛市人民政府 行动计划 数字经济发展', 2024, 2026],
    ['国务院关于印发“十五五”旅游业发展规划的通知', '国务院 规划 旅游业发展', 2026, 2030],
    ['上海市2026年为民办实事项目', '上海市人民政府 民生实事', 2026, 2026],
  ])('%s is of the series %s', (title, series, year, endYear) => {
    const plan = of(title);
    if (series === null) return expect(plan === null || plan.kind === '政府工作报告').toBe(true);
    expect([plan?.series, plan?.year, plan?.endYear]).toEqual([series, year, endYear]);
  });

  it.each([
    ['国家数据局2026年工作要点', '国家数据局', '全国'],
    ['青岛西海岸新区管委会2026年工作要点', '青岛西海岸新区管委会', '青岛市西海岸新区'],
    ['济南起步区管委会2026年工作要点', '济南起步区管委会', '济南市起步区'],
    ['青岛西海岸新区教育局2026年工作要点', '青岛西海岸新区教育局', '青岛市西海岸新区'],
    ['国务院国资委2026年工作要点', '国务院国资委', '全国'],
    ['2026年济南市教育局工作要点', '济南市教育局', '济南市'],
    ['国家能源局等9部门关于印发《2026年绿电工作要点》的通知', '国家能源局', '全国'],
    ['国家发展改革委、国家能源局关于印发《2026年绿电工作要点》的通知', '国家发展改革委', '全国'],
    ['国家发展改革委 财政部关于印发《2026年绿电工作要点》的通知', '国家发展改革委', '全国'],
    ['山东省教育厅 山东省财政厅关于印发《2026年校舍工作要点》的通知', '山东省教育厅', '山东省'],
    ['工业和信息化部等七部门关于印发2026年设备更新实施方案的通知', '工业和信息化部', '全国'],
    ['市场监管总局2026年立法工作计划', '市场监管总局', '全国'],
    ['政协北京市委员会2026年协商工作计划', '政协北京市委员会', '北京市'],
    ['成都高新区2026年政府工作报告', '成都高新区人民政府', '成都市高新区'],
    ['全国人大常委会2026年度立法工作计划', '全国人大常委会', '全国'],
    ['济南市政协2026年工作要点', '济南市政协', '济南市'],
    ['中共济南市委2026年工作要点', '中共济南市委', '济南市'],
    ['济南市第一中学2026年工作要点', '济南市第一中学', '济南市'],
    ['关于2025年中央和地方预算执行情况与2026年中央和地方预算草案的报告', '国务院', '全国'],
    ['中华人民共和国国民经济和社会发展第十五个五年规划纲要', '国务院', '全国'],
    ['政府工作报告——2026年3月5日在第十四届全国人民代表大会第四次会议上', '国务院', '全国'],
    [
      '鲁政办发〔2026〕3号 山东省人民政府办公厅关于印发2026年政务公开工作要点的通知',
      '山东省人民政府',
      '山东省',
    ],
  ])('%s is of %s, wherever it stands', (title, issuer, region) => {
    const plan = of(title, '正文。', { region: '江苏省' });
    expect([plan?.issuer, plan?.region]).toEqual([issuer, region]);
  });

  it.each([
    ['济南市2025年校舍工作要点', '2026年全市校舍工作要点'],
    ['济南市2025年校舍工作要点', '附件1 2026年全市校舍工作要点'],
    ['济南市2025年校舍工作要点', '关于印发《济南市2026年校舍工作要点》的函'],
    [
      '济南市2025年政府工作报告重点任务分解',
      '济南市人民政府关于印发2026年《政府工作报告》重点任务责任分工方案的通知',
    ],
    ['济南市2025年政府工作报告重点任务分解', '济南市人民政府关于落实《政府工作报告》重点工作部门分工的意见'],
    ['济南市2025年政府工作报告重点任务分解', '关于印发《2026年市政府工作报告》任务分解方案的通知'],
    ['济南市国民经济和社会发展第十四个五年规划纲要', '济南市“十五五”规划纲要（草案）'],
    ['济南市2025年工作计划', '济南市2025年工作总结和2026年工作打算'],
    ['济南市2025年国民经济和社会发展计划', '济南市人民政府关于2026年度国民经济和社会发展计划的通知'],
    [
      '济南市国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      '济南市国民经济和社会发展第十五个五年规划纲要',
    ],
    ['济南市2025年校舍工作要点', '关于公开征求《济南市2026年校舍工作要点（征求意见稿）》意见的公告'],
    ['济南市2025年校舍工作要点', '关于对《济南市2026年校舍工作要点（征求意见稿）》公开征求意见的通知'],
  ])('%s goes on as %s', (before, after) => {
    const [old, young] = [of(before), of(after, '正文。', { region: '济南市', issuer: null })];
    expect(young?.series).toBe(old?.series);
    expect(young?.year).toBe(2026);
  });

  it.each([
    ['2026年杭州市政府工作报告', '浙江省杭州市', '杭州市人民政府 政府工作报告'],
    ['2026年政府工作报告', '浙江省杭州市', '杭州市人民政府 政府工作报告'],
    ['浙江2026年政府工作报告', null, '浙江省人民政府 政府工作报告'],
    ['2026年即墨区政府工作报告', '山东省', '青岛市即墨区人民政府 政府工作报告'],
    ['2026年即墨区政府工作报告', '山东省青岛市', '青岛市即墨区人民政府 政府工作报告'],
    ['2026年鼓楼区政府工作报告', '江苏省南京市', '南京市鼓楼区人民政府 政府工作报告'],
    ['2026年政府工作报告', '江苏省徐州市鼓楼区', '徐州市鼓楼区人民政府 政府工作报告'],
    ['2026年沙市区政府工作报告', '湖北省荆州市', '荆州市沙市区人民政府 政府工作报告'],
    ['山东省青岛市2026年工作要点', '山东省', '青岛市人民政府 工作要点'],
    ['青禾市人民政府关于印发青禾市2026年政府工作要点的通知', '澜海省青禾市', '青禾市人民政府 工作要点'],
    ['2026年工作要点', '内蒙古自治区', '内蒙古自治区人民政府 工作要点'],
  ])('%s at a source of %s is of the series %s', (title, region, series) => {
    expect(of(title, '正文。', { region })?.series).toBe(series);
  });

  it.each([
    ['国务院关于印发空气改善行动计划的通知', '国发〔2023〕24号\n各省、自治区：', 2023, 2023],
    ['国发〔2023〕24号 国务院关于印发空气改善行动计划的通知', '各省、自治区：', 2023, 2023],
    ['国务院关于印发空气改善行动计划的通知', '根据国发〔2023〕24号文件，制定本计划。', 2026, 2026],
    ['济南市河湖三年行动计划', '正文。', 2026, 2028],
  ])('%s with %s is of the years %i to %i', (title, text, year, endYear) => {
    const plan = of(title, text);
    expect([plan?.year, plan?.endYear]).toEqual([year, endYear]);
  });

  it('in two batches a year are two series', () => {
    const [first, second] = ['一', '二'].map((n) => of(`济南市2026年重点项目建设计划（第${n}批）`)?.series);
    expect(first).not.toBe(second);
  });

  it('of which one notice brings two are told by the first', () => {
    const plan = of(
      '济南市人民政府关于印发《校舍三年行动计划（2026—2028年）》和《2026年校舍工作要点》的通知',
    );
    expect([plan?.kind, plan?.series, plan?.endYear]).toEqual([
      '行动计划',
      '济南市人民政府 行动计划 校舍',
      2028,
    ]);
  });

  it('that set an aim for a later year are of the year they come out', () => {
    const plan = of('国务院关于印发2030年前碳达峰行动方案的通知');
    expect([plan?.year, plan?.series]).toEqual([2026, '国务院 行动计划 2030年前碳达峰']);
  });

  it.each([
    '一季度工作总结及二季度工作计划',
    '【图解】济南市2026年政务公开工作要点',
    '【文字解读】济南市2026年政务公开工作要点',
    '[政策问答]济南市2026年政务公开工作要点',
    '（视频）济南市2026年政务公开工作要点',
    '关于报送2026年工作计划的函',
    '关于调整2026年民生实事项目的通知',
    '关于做好2026年工作要点编制工作的通知',
    '一图读懂2026年政府工作报告',
    '山东印发2026年工作要点',
    '李某某作政府工作报告',
    '代表热议政府工作报告',
    '市政府召开会议部署2026年重点工作',
    '2026年经济工作怎么干？看这份工作要点',
    '市长作2026年政府工作报告',
    '青岛今年办好10件民生实事',
    '济南市2026年实施20项民生实事',
  ])('%s is news and no plan', (title) => {
    expect(of(title, '近日，相关方面介绍了情况，提出建设项目20个。')).toBeNull();
  });

  it.each([
    ['2026年济南市政府工作报告', '山东省', '济南市'],
    ['教育部2026年工作要点', '山东省', '全国'],
    ['2026年青岛市政府工作报告', '山东省青岛市', '山东省青岛市'],
    ['2026年政府工作报告', '山东省', '山东省'],
    ['省委宣传部2026年工作要点', '山东省', '山东省'],
    ['高新区2026年政府工作报告', '济南市', '济南市高新区'],
    ['2026年平湖市政府工作报告', '山东省', '平湖市'],
  ])('%s at a source of %s is of %s', (title, region, own) => {
    expect(of(title, '正文。', { region })?.region).toBe(own);
  });

  it('of a speaker who names only another rank than the source’s are of nobody we could name', () => {
    const speech = '各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。';
    expect(of('政府工作报告', speech, { region: '山东省' })).toBeNull();
    expect(of('政府工作报告', speech, { region: '山东省济南市' })?.region).toBe('山东省济南市');
  });

  it('are known by the speech where there is no title, with issuer and year of the session', () => {
    const text =
      '政府工作报告\n——2026年1月20日在云川省第十四届人民代表大会第四次会议上\n云川省省长 某某\n各位代表：\n现在，我代表省人民政府，向大会报告工作，请予审议。';
    const plan = recognizePlan({ text });
    expect([plan?.issuer, plan?.region, plan?.year, plan?.stage]).toEqual([
      '云川省人民政府',
      '云川省',
      2026,
      'delivered',
    ]);
  });

  it('that merely stand in a text do not make it one', () => {
    expect(
      recognizePlan({ text: '会议审议了《2026年工作要点》。各部门要抓好落实，新建项目20个。' }),
    ).toBeNull();
  });

  it('are of the same series in two years though the title is reworded', () => {
    const before = of('2025年山东省政府工作报告');
    const after = recognizePlan({
      text: '政府工作报告\n——2026年1月20日在山东省第十四届人民代表大会第四次会议上\n各位代表：\n现在，我代表省人民政府，向大会报告工作。',
    });
    expect(after?.series).toBe(before?.series);
  });

  it('keep their series when the body is renamed', () => {
    expect(of('银保监会2023年工作要点')?.series).toBe(of('国家金融监督管理总局2024年工作要点')?.series);
    expect(lastingName('青岛市环境保护局')).toBe('青岛市生态环境局');
  });

  it('tell a draft from what is issued, and a delivered report from the adopted one', () => {
    expect(of('青岛市数字经济发展三年行动计划（2024—2026年）（征求意见稿）')?.stage).toBe('draft');
    expect(of('青岛市人民政府关于印发2026年工作要点的通知')?.stage).toBe('adopted');
    const head =
      '政府工作报告\n——2026年3月5日在第十四届全国人民代表大会第四次会议上\n各位代表：\n现在，我代表国务院，向大会报告政府工作。';
    expect(recognizePlan({ text: head })?.stage).toBe('delivered');
    expect(recognizePlan({ text: `新华社北京3月13日电\n${head}` })?.stage).toBe('adopted');
  });

  it('carry their document number in one form', () => {
    expect(
      of('某市人民政府关于印发2026年工作要点的通知', '某政发[2026]3号\n各区人民政府：')?.documentNumber,
    ).toBe('某政发〔2026〕3号');
  });

  it('take issuer, region and year that are known beforehand', () => {
    const plan = of('政府工作报告', '正文', { issuer: '烟台市', year: 2024 });
    expect([plan?.issuer, plan?.region, plan?.year]).toEqual(['烟台市人民政府', '烟台市', 2024]);
  });

  it('are known by the speech alone, with the year that it says begins', () => {
    const speech = (text: string) =>
      recognizePlan({ text: `各位代表，现在，我代表云川省人民政府，作政府工作报告。\n${text}` });
    const mottos =
      '一、砥砺前行\n2025年是旧规划的收官之年，出台《云川省供水发展规划纲要》。\n二、奋勇争先\n2026年是新规划的开局之年。';
    expect([speech(mottos)?.kind, speech(mottos)?.year]).toEqual(['政府工作报告', 2026]);
    const long = '2025年，我们开得好会议，办得好实事。'.repeat(8);
    expect(speech(`一、2025年工作回顾\n${long}第十届人民代表大会闭幕。\n二、2026年主要任务`)?.year).toBe(
      2026,
    );
  });
});
