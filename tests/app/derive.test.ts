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
