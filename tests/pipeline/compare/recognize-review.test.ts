import { expect, test } from 'vitest';
import { recognizeReview } from '../../../pipeline/compare/recognize-review.ts';

const review = (title: string | null, published: string | null, region: string | null = '山东省') =>
  recognizeReview({ title, published, region });

test('an article looks back on the one whole year its title names, once that year is over', () => {
  expect(review('2025年山东省国民经济和社会发展统计公报', '2026-03-01')).toEqual({
    region: '山东省',
    year: 2025,
  });
  expect(review('2025年全省经济运行情况新闻发布会', '2026-01-21T10:00:00+08:00')).toEqual({
    region: '山东省',
    year: 2025,
  });
  expect(review('山东２０２５年经济总量迈上新台阶', '2026-01-21')).toEqual({ region: '山东省', year: 2025 });
});

test('what came out within the year, or speaks of a part of it, settles nothing', () => {
  expect(review('2025年全省经济运行情况', '2025-12-30')).toBeNull();
  for (const part of ['一季度', '上半年', '前三季度', '1-11月份', '12月'])
    expect(review(`2025年${part}全省经济运行情况`, '2026-01-20'), part).toBeNull();
});

test('without a date, a title or a single year nothing is sure', () => {
  expect(review('2025年全省经济运行情况', null)).toBeNull();
  expect(review(null, '2026-01-20')).toBeNull();
  expect(review('全省经济运行情况', '2026-01-20')).toBeNull();
  expect(review('2025年经济总结和2024年比较', '2026-01-20')).toBeNull();
});

test('a title that names another place is not about the region of its source', () => {
  expect(review('2025年浙江省国民经济和社会发展统计公报', '2026-03-01')).toEqual({
    region: '浙江省',
    year: 2025,
  });
  expect(review('数读2025年青岛经济', '2026-02-01')).toBeNull();
  expect(review('2025年青岛市国民经济和社会发展统计公报', '2026-03-01', '山东省青岛市')).toEqual({
    region: '山东省青岛市',
    year: 2025,
  });
  expect(review('山东省2025年国民经济和社会发展统计公报', '2026-03-01', '山东省青岛市')?.region).toBe(
    '山东省',
  );
  expect(review('2025年全市经济运行情况', '2026-02-01')).toBeNull();
  expect(review('中华人民共和国2025年国民经济和社会发展统计公报', '2026-02-28', '全国')).toEqual({
    region: '全国',
    year: 2025,
  });
  expect(review('2025年全市工作总结', '2026-02-28', null)).toBeNull();
});
