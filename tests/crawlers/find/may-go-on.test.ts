import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mayGoOn } from '../../../crawlers/find/may-go-on.ts';

const page = (inside: string, encoding: string) =>
  iconv
    .encode(`<html><p>云川市今年新增就业三万人，返回首页。</p>${inside}</html>`, encoding)
    .toString('latin1');

describe('a page that may go on', () => {
  it.each([
    ['utf-8', '<a href="t1_1.html">下一页</a>'],
    ['gb18030', '<a href="t1_1.html">下一页</a>'],
    ['gb18030', '<a href="t1_1.html">下页</a>'],
    ['gb18030', '<a href="t1_1.html">后一页</a>'],
    ['utf-8', '<a href="t1_1.html">下一頁</a>'],
    ['big5', '<a href="t1_1.html">下一頁</a>'],
    ['big5', '<a href="t1_1.html">後一頁</a>'],
    ['utf-16le', '<a href="t1_1.html">下一页</a>'],
    ['utf-8', '<a rel="Next" href="t1_1.html">›</a>'],
    ['gb18030', '<script>createPageHTML(3, 0, "t1", "html");</script>'],
  ])('is told by its bytes in %s: %s', (encoding, inside) => {
    expect(mayGoOn(page(inside, encoding))).toBe(true);
  });

  it.each(['utf-8', 'gb18030', 'big5'])('is none in %s without a word of it', (encoding) => {
    expect(mayGoOn(page('<a href="/">首頁</a><a href="#">上一頁</a>', encoding))).toBe(false);
  });
});
