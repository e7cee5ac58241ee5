import { describe, expect, it } from 'vitest';
import { derive } from '../../app/jobs/page/derive.ts';
import { aGovernmentPage, aReport } from '../helpers/pages.ts';

const read = (html: string) =>
  derive(Buffer.from(html), { url: 'http://gov.example/1.html', headers: {} }, {}, '某省').reading;

describe('what is read out of a page', () => {
  it('is the numbers of a plan and of a review of a year, since they are kept', () => {
    const plan = read(aReport(2026, { growth: '5%左右', jobs: 126, grain: 500 }));
    const review = read(
      aGovernmentPage('2025年某省国民经济和社会发展统计公报', '2026-02-20', [
        '初步核算，全年地区生产总值增长4.9%，全年粮食总产量493亿斤，全年城镇新增就业104万人。',
      ]),
    );
    expect(plan?.identity?.year).toBe(2026);
    expect(review?.statements.map(({ kind }) => kind)).toContain('achievement');
  });

  it('is nothing of other articles, since their numbers are kept nowhere', () => {
    const news = aGovernmentPage('全省春耕生产工作会议在某市召开', '2026-03-01', [
      '三月一日，全省春耕生产工作会议在某市召开，会议提出今年粮食产量稳定在500亿斤以上，新建高标准农田30万亩。',
    ]);
    expect(read(news)).toBeNull();
  });
});

describe('a plan that does not say whose it is', () => {
  const bare = ({ title = '2026年工作要点', site = '', trail = '', source = '' }) =>
    derive(
      Buffer.from(
        `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${site}</head><body>${trail}
<h1>${title}</h1><div class="info">发布时间：2026-02-20 09:00 ${source}</div>
<div class="TRS_Editor"><p>为做好全年工作，现提出如下工作安排，请结合实际认真抓好贯彻落实，确保各项任务按期完成。</p>
<p>新建普通高中12所，培训教师3000人，改造校舍20万平方米，新增学位1.5万个，让更多的孩子在家门口上好学。</p></div></body></html>`,
      ),
      { url: 'http://gov.example/1.html', headers: {} },
      {},
      '云川省望潮市',
    ).reading?.identity;
  const site = (name: string) => ({ site: `<meta name="SiteName" content="${name}">` });
  const trail = (text: string) => ({ trail: `<div>${text}</div>` });

  it.each([
    ['the name of the site', site('望潮市教育局'), '望潮市教育局'],
    ['a name that begins with the sign of a rank', site('市场监督管理局'), '望潮市市场监督管理局'],
    ['a name with the sign of a rank in it', site('城市管理局'), '望潮市城市管理局'],
    ['the name of the site, by rank alone', site('市教育局门户网站'), '望潮市教育局'],
    [
      'breadcrumbs',
      trail('您当前的位置：<a>首页</a> &gt; <a>市教育局</a> &gt; <a>计划总结</a>'),
      '望潮市教育局',
    ],
    ['a source', { source: '来源：望潮市教育局' }, '望潮市教育局'],
    ['a site before a source', { ...site('望潮市教育局'), source: '来源：望潮市财政局' }, '望潮市教育局'],
    ['a government', site('望潮市人民政府'), null],
    ['the office of a government', { source: '来源：望潮市人民政府办公室' }, null],
    ['a paper', { source: '来源：望潮日报' }, null],
    ['the office of a paper', site('望潮日报社编辑部'), null],
  ])('is the one of %s, where that is a department', (_, page, issuer) => {
    const identity = bare(page);
    expect([identity?.issuer, identity?.region]).toEqual([issuer, '云川省望潮市']);
    const owner = issuer ?? '望潮市人民政府';
    expect(identity?.series).toBe(`${owner.replace('监督管理局', '监管局')} 工作要点`);
  });

  it('is the government’s where it has a topic, or is of a kind that governments have one of', () => {
    const page = site('望潮市教育局');
    expect(bare({ title: '2026年学前教育工作要点', ...page })?.issuer).toBeNull();
    expect(bare({ title: '2026年政府工作报告', ...page })?.issuer ?? null).toBeNull();
    expect(bare({ title: '望潮市财政局2026年工作要点', ...page })?.issuer).not.toBe('望潮市教育局');
  });
});
