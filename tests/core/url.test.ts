import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../core/url.ts';

describe('the canonical address', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['http://A.gov.cn:80/x/../y.html#top', 'http://a.gov.cn/y.html'],
    ['https://a.gov.cn:443/', 'https://a.gov.cn/'],
    ['  ./t2024_1.html\n', 'https://a.gov.cn/zwgk/t2024_1.html'],
    ['//b.gov.cn/x', 'https://b.gov.cn/x'],
    ['https://user:pw@a.gov.cn/x', 'https://a.gov.cn/x'],
    ['/x;jsessionid=0A1B?id=1', 'https://a.gov.cn/x?id=1'],
    ['/x?id=2&JSESSIONID=0A1B', 'https://a.gov.cn/x?id=2'],
    ['/x?PHPSESSID=1&id=3', 'https://a.gov.cn/x?id=3'],
    ['/app/(S(lit3py55t21z5v55vlm25s55))/show.aspx?id=1', 'https://a.gov.cn/app/show.aspx?id=1'],
    ['/x?utm_source=a&utm_medium=b', 'https://a.gov.cn/x'],
    ['/x?', 'https://a.gov.cn/x'],
    ['/x?b=2&a=1', 'https://a.gov.cn/x?b=2&a=1'],
    ['/s?q=%B9%E6%BB%AE&spm=1', 'https://a.gov.cn/s?q=%B9%E6%BB%AE'],
    ['/s?q=a+b&flag&spm=1', 'https://a.gov.cn/s?q=a+b&flag'],
    ['/规划/2025年.html', 'https://a.gov.cn/%E8%A7%84%E5%88%92/2025%E5%B9%B4.html'],
    ['javascript:void(0)', null],
    ['mailto:a@b.cn', null],
    ['data:text/html,x', null],
    ['http://', null],
  ];
  for (const [raw, expected] of cases) {
    it(`of ${JSON.stringify(raw)} is ${expected ?? 'none'}`, () => {
      expect(canonicalUrl(raw, 'https://a.gov.cn/zwgk/index.html')).toBe(expected);
      if (expected !== null) expect(canonicalUrl(expected)).toBe(expected);
    });
  }
});
