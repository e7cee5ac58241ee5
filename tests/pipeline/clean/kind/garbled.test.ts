import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../pipeline/clean/extract-article.ts';
import { lostIn, whyGarbled } from '../../../../pipeline/clean/kind/garbled.ts';

const text =
  '今年全市要把就业放在更加突出的位置，新增城镇就业三万人以上，并且每个月公布进展，由各部门分工负责，按期完成。\n'.repeat(
    4,
  );
const traditional = Converter({ from: 'cn', to: 'tw' })(text);
const misread = (own: string, written: string, read: string) =>
  iconv.decode(iconv.encode(own, written), read);

describe('whyGarbled', () => {
  it.each([
    ['UTF-8 read as GBK', misread(text, 'utf8', 'gbk')],
    ['UTF-8 read as Western', misread(text, 'utf8', 'win1252')],
    ['GBK read as UTF-8', misread(text, 'gbk', 'utf8')],
    ['GBK read as UTF-8, and that as GBK', misread(misread(text, 'gbk', 'utf8'), 'utf8', 'gbk')],
    ['GBK read as Big5', misread(text, 'gbk', 'big5')],
    ['Big5 read as GBK', misread(traditional, 'big5', 'gbk')],
    ['rare characters between ordinary signs', '龘，靐。齉、爩；'.repeat(40)],
  ])('knows %s for no text', (_, garbled) => {
    expect(whyGarbled(garbled)).not.toBeNull();
  });

  it.each([
    ['simplified', text],
    ['traditional', traditional],
    ['French', 'Le café « déjà vu » a été rénové à l’été ; naïveté, où, çà et là. '.repeat(9)],
    ['short', '喆㛃𬭎'],
    ['without words', '1\t2\t3\n'.repeat(99)],
    ['empty', ''],
  ])('takes a %s text for one', (_, own) => {
    expect(whyGarbled(own)).toBeNull();
  });

  it('is the reason given where nothing on a page can be read', () => {
    const html = `<body>${misread(text.replaceAll('。', ''), 'utf8', 'gbk')
      .split('\n')
      .map((line) => `<p>${line}`)
      .join('')}`;
    expect(extractArticle({ html, url: null })).toMatchObject({
      kind: 'shell',
      reason: expect.stringContaining('encoding'),
    });
  });
});

describe('lostIn', () => {
  it('counts the places where characters were lost, and no bullets', () => {
    expect(lostIn('新增就业\uFFFD万人')).toBe(1);
    expect(lostIn('锟斤拷锟斤拷公布')).toBe(2);
    expect(lostIn('增长\uE012\uE013%')).toBe(1);
    expect(lostIn('\uF0B7 加快建设\n\uF0B7 完善制度')).toBe(0);
    expect(lostIn(text)).toBe(0);
  });
});
