import { describe, expect, it } from 'vitest';
import { type ReportingArticle, reportedPlans } from '../../../../pipeline/plan/identity/reported-plans.ts';

const report = (title: string | null, text = '', rest: Partial<ReportingArticle> = {}) =>
  reportedPlans({ title, text, published: '2026-02-03', region: '山东省', ...rest }).map(
    ({ kind, region, year, subject }) => [kind, region, year, subject],
  );

describe('the plans an article speaks of', () => {
  it.each([
    ['一图读懂《某省2026年政府工作报告》', ['政府工作报告', '某省', 2026, null]],
    ['《某市2025年工作要点》解读', ['工作要点', '某市', 2025, '']],
    ['关于《关于印发某市数字经济三年行动计划的通知》的解读', ['行动计划', '某市', 2026, '数字经济']],
    ['专家谈《“十五五”规划纲要》', ['五年规划', '山东省', 2026, '']],
    ['《山东省国民经济和社会发展第十五个五年规划纲要》解读', ['五年规划', '山东省', 2026, '']],
    ['某市发布2026年工作要点', ['工作要点', '某市', 2026, '']],
    ['青岛市财政局印发2026年工作要点', ['工作要点', '青岛市', 2026, '财政局']],
    ['青岛出台低空经济行动计划', ['行动计划', '青岛市', 2026, '低空经济']],
    ['山东省2026年政府工作报告解读', ['政府工作报告', '山东省', 2026, null]],
    ['省长作政府工作报告', ['政府工作报告', '山东省', 2026, null]],
    ['回看去年政府工作报告：件件有着落', ['政府工作报告', '山东省', 2025, null]],
    ['2025年的政府工作报告，办得怎么样', ['政府工作报告', '山东省', 2025, null]],
    ['国务院总理作政府工作报告', ['政府工作报告', '全国', 2026, null]],
  ])('are read out of the title %s', (title, plan) => {
    expect(report(title)).toEqual([plan]);
  });

  it('are read out of the first paragraphs, with the place named nearest before', () => {
    expect(
      report(
        '市十七届人大五次会议开幕',
        '2月2日上午，青岛市第十七届人民代表大会第五次会议开幕。市长向大会作政府工作报告。会议提请审议青岛市2026年国民经济和社会发展计划草案的报告、预算草案的报告。',
      ),
    ).toEqual([
      ['政府工作报告', '青岛市', 2026, null],
      ['国民经济和社会发展计划', '青岛市', 2026, null],
      ['财政预算报告', '青岛市', 2026, null],
    ]);
  });

  it('are those of the centre where the article says so, on whatever site', () => {
    const text =
      '3月5日上午，十四届全国人大四次会议在北京人民大会堂开幕。国务院总理作政府工作报告。山东代表团参加审议。';
    expect(report('代表热议政府工作报告', text)).toEqual([['政府工作报告', '全国', 2026, null]]);
  });

  it('are plainly named only where the news stands, but by their titles anywhere', () => {
    const text = `${'全市各地抓好春耕生产，农资供应充足。\n'.repeat(60)}政府工作报告提出增产。依据《山东省2026年工作要点》办理。`;
    expect(report('春耕', text)).toEqual([['工作要点', '山东省', 2026, '']]);
  });

  it('belong to nobody rather than to the wrong division', () => {
    expect(report('市政府工作报告解读')).toEqual([['政府工作报告', null, 2026, null]]);
    expect(report('全省今年这么干！政府工作报告划重点', '', { region: '山东省青岛市' })).toEqual([
      ['政府工作报告', null, 2026, null],
    ]);
    expect(report('青岛代表团审议政府工作报告')).toEqual([['政府工作报告', '山东省', 2026, null]]);
    expect(report('解读', '本报济南2月3日讯 政府工作报告怎么落实')).toEqual([
      ['政府工作报告', '山东省', 2026, null],
    ]);
    expect(report('政府工作报告解读', '', { region: null, published: null })).toEqual([
      ['政府工作报告', null, null, null],
    ]);
  });

  it('carry the full name of the source’s own division', () => {
    expect(report('青岛市2026年政府工作报告解读', '', { region: '山东省青岛市' })).toEqual([
      ['政府工作报告', '山东省青岛市', 2026, null],
    ]);
  });

  it('are those of a bureau of a place that the register does not know', () => {
    expect(report('青禾市教育局印发2026年工作要点', '', { region: '云川省青禾市' })).toEqual([
      ['工作要点', '云川省青禾市', 2026, '教育局'],
    ]);
  });

  it('are the bureau’s where its city goes without saying', () => {
    const rest = { region: '山东省烟台市' };
    expect(report('市教育局发布年度工作要点', '', rest)).toEqual([
      ['工作要点', '山东省烟台市', 2026, '教育局'],
    ]);
    expect(report('烟台今年办好10件民生实事', '', rest)).toEqual([['民生实事', '山东省烟台市', 2026, null]]);
  });

  it('are none in other news', () => {
    expect(
      report('全省春耕生产工作会议召开', '会议对今年工作作出部署，总结去年工作。《论语》有云。'),
    ).toEqual([]);
  });

  it('are at most ten, each once, however hostile the text', () => {
    const many = Array.from({ length: 40 }, (_, i) => `《某市${2000 + (i % 20)}年工作要点》`).join('、');
    expect(report(null, many)).toHaveLength(10);
    for (const unit of ['《', '》', '政府工作报告', '作', '省', '青岛', '“十五五”规划', '《规划》'])
      expect(report(unit.repeat(200), unit.repeat(2_500_000 / unit.length)).length).toBeLessThanOrEqual(10);
  });
});
