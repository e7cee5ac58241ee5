import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../crawlers/find/glob.ts';

describe('a glob over addresses', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['https://a.cn/x/*.html', 'https://a.cn/x/1.html', true],
    ['https://a.cn/x/*.html', 'https://a.cn/x/y/1.html', false],
    ['https://a.cn/**/t*.html', 'https://a.cn/x/y/t1.html', true],
    ['**art_*', 'https://a.cn/art_1.html', true],
    ['https://a.cn/x?id=*', 'https://a.cn/x?id=1', true],
    ['https://a.cn/x.html', 'https://a.cn/xyhtml', false],
    ['', '', true],
    ['', 'x', false],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern || 'of nothing'} ${expected ? 'fits' : 'does not fit'} ${text || 'nothing'}`, () => {
      expect(compileGlob(pattern)(text)).toBe(expected);
    });
  }

  it('is quick whatever the address', () => {
    expect(compileGlob('**a**a**a**a**b')('a'.repeat(20_000))).toBe(false);
  });
});
