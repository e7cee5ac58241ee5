import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../core/charset.ts';

const chinese =
  '<p>今年全市要把就业放在更加突出的位置,新增城镇就业三万人以上,并且每个月公布进展。</p>'.repeat(4);
const traditional =
  '<p>今年全市要把就業放在更加突出的位置,新增城鎮就業三萬人以上,並且每個月公布進展。</p>'.repeat(4);
const encoded = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const labelled = (label: string, text: string) => `<html><head><meta charset="${label}"></head>${text}`;

describe('decodeHtml', () => {
  it('believes a byte order mark before everything else', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...encoded(chinese, 'utf8')]);
    expect(decodeHtml(bytes, { contentType: 'text/html; charset=gbk', override: 'big5' })).toMatchObject({
      text: chinese,
      encoding: 'utf-8',
      from: 'bom',
    });
    const wide = new Uint8Array([0xff, 0xfe, ...iconv.encode(chinese, 'utf16le')]);
    expect(decodeHtml(wide, {})).toMatchObject({ text: chinese, encoding: 'utf-16le', from: 'bom' });
  });

  it('believes the operator before header and meta, even against the bytes', () => {
    const bytes = encoded(labelled('utf-8', chinese), 'utf8');
    expect(decodeHtml(bytes, { override: 'gb18030' })).toMatchObject({
      encoding: 'gb18030',
      from: 'override',
    });
  });

  it('believes the header before the meta tag', () => {
    const html = labelled('big5', chinese);
    expect(decodeHtml(encoded(html, 'gbk'), { contentType: 'text/html;charset="GBK"' })).toMatchObject({
      text: html,
      encoding: 'gb18030',
      from: 'header',
    });
  });

  it('reads gb2312 as GB18030, so that rare characters of names survive', () => {
    const html = labelled('gb2312', `${chinese}朱镕基、喆、㛃、𬭎`);
    expect(decodeHtml(encoded(html, 'gb18030'), {})).toMatchObject({
      text: html,
      encoding: 'gb18030',
      from: 'meta',
    });
  });

  it('finds a meta tag behind long scripts and in the old form, but not in a comment', () => {
    const html = `<head><!-- <meta charset="big5"> --><script>${'x'.repeat(3000)}</script><META http-equiv=Content-Type content="text/html; charset=gbk">${chinese}`;
    expect(decodeHtml(encoded(html, 'gbk'), {})).toMatchObject({ text: html, from: 'meta' });
  });

  it('catches a page labelled utf-8 that is GBK, and the reverse', () => {
    const wrong = labelled('utf-8', chinese);
    expect(decodeHtml(encoded(wrong, 'gbk'), {})).toMatchObject({
      text: wrong,
      encoding: 'gb18030',
      from: 'detected',
      errors: 0,
    });
    const reverse = labelled('gbk', chinese);
    expect(decodeHtml(encoded(reverse, 'utf8'), { contentType: 'text/html; charset=gb2312' })).toMatchObject({
      text: reverse,
      encoding: 'utf-8',
      from: 'detected',
    });
  });

  it.each(['ISO-8859-1', 'ISO-88509-1', 'windows-1252', 'x-user-defined', 'none'])(
    'is not misled by the label %s on a Chinese page',
    (label) => {
      const html = labelled(label, chinese);
      expect(decodeHtml(encoded(html, 'utf8'), {}).text).toBe(html);
      expect(decodeHtml(encoded(html, 'gbk'), { contentType: `text/html; charset=${label}` }).text).toBe(
        html,
      );
    },
  );

  it('tells Big5 from GBK without any label', () => {
    expect(decodeHtml(encoded(traditional, 'big5'), {})).toMatchObject({
      text: traditional,
      encoding: 'big5',
    });
    expect(decodeHtml(encoded(chinese, 'gbk'), {})).toMatchObject({ text: chinese, encoding: 'gb18030' });
  });

  it('leaves Western pages Western', () => {
    const html = labelled('iso-8859-1', 'Café, naïve, façade: déjà vu');
    expect(decodeHtml(encoded(html, 'latin1'), {})).toMatchObject({ text: html, encoding: 'windows-1252' });
  });

  it('keeps the declared encoding when one advertisement is broken, and counts what was lost', () => {
    const bytes = new Uint8Array([...encoded(labelled('utf-8', chinese.repeat(20)), 'utf8'), 0xd6, 0x20]);
    expect(decodeHtml(bytes, {})).toMatchObject({ encoding: 'utf-8', from: 'meta', errors: 1 });
  });

  it('reads a page cut off inside a character', () => {
    const bytes = encoded(labelled('gbk', chinese), 'gbk');
    expect(decodeHtml(bytes.subarray(0, bytes.length - 6), {}).encoding).toBe('gb18030');
    expect(decodeHtml(encoded(chinese, 'utf8').subarray(0, 200), {}).encoding).toBe('utf-8');
  });

  it('trusts the label of a page with two Chinese characters that could be either', () => {
    const html = labelled('gbk', '联通');
    expect(decodeHtml(encoded(html, 'gbk'), {}).text).toBe(html);
  });

  it('takes a meta tag that says UTF-16 for UTF-8, since it could be read', () => {
    const html = labelled('utf-16', chinese);
    expect(decodeHtml(encoded(html, 'utf8'), {})).toMatchObject({ text: html, encoding: 'utf-8' });
  });

  it.each(['gb-2312', 'cp936', 'EUC-CN', 'GBK,utf-8', 'gb18030-2022'])(
    'knows that the label %s means GB18030, in header and meta, however little text there is',
    (label) => {
      const short = '<p>联通';
      expect(decodeHtml(encoded(labelled(label, short), 'gbk'), {}).text).toContain('联通');
      const contentType = `text/html; charset=${label}`;
      expect(decodeHtml(encoded(short, 'gbk'), { contentType })).toMatchObject({
        text: short,
        from: 'header',
      });
    },
  );

  it.each([
    ['a script', '<script>var a = "<meta charset=big5>";</script>'],
    ['a style', '<style>/* <meta charset=big5> */</style>'],
    ['a title', '<title><meta charset=big5></title>'],
    ['a text field', '<textarea><meta charset=big5></textarea>'],
    ['an attribute', '<div data-example="<meta charset=big5>"></div>'],
    ['a description', '<meta name="description" content="why charset=big5 is wrong">'],
    ['a comment nobody closed early', '<!--> <!-- <meta charset=big5> -->'],
    ['a script of another encoding', '<script charset="big5" src="a.js"></script>'],
  ])('finds no label in %s', (_, trap) => {
    const html = `<head>${trap}<meta charset=gbk></head><p>联通`;
    expect(decodeHtml(encoded(html, 'gbk'), {})).toMatchObject({ text: html, from: 'meta' });
  });

  it('finds the label behind quotes that do not match', () => {
    const html = '<meta http-equiv="Content-Type" content="text/html; charset="gb2312" /><p>联通';
    expect(decodeHtml(encoded(html, 'gbk'), {})).toMatchObject({ text: html, from: 'meta' });
  });

  it('catches GBK labelled Big5 and Big5 labelled GBK, though both read without an error', () => {
    const wrong = labelled('big5', chinese);
    expect(decodeHtml(encoded(wrong, 'gbk'), {})).toMatchObject({ text: wrong, from: 'detected', errors: 0 });
    const reverse = labelled('gb2312', traditional);
    expect(decodeHtml(encoded(reverse, 'big5'), {})).toMatchObject({ text: reverse, encoding: 'big5' });
    const kept = labelled('gbk', traditional);
    expect(decodeHtml(encoded(kept, 'gbk'), {})).toMatchObject({ text: kept, from: 'meta' });
  });

  it('catches a few characters of UTF-8 labelled GBK', () => {
    const html = labelled('gbk', '通知公告');
    expect(decodeHtml(encoded(html, 'utf8'), {}).text).toBe(html);
  });

  it('reads GBK behind the byte order mark of a UTF-8 template', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...encoded(chinese, 'gbk')]);
    expect(decodeHtml(bytes, {})).toMatchObject({ text: chinese, encoding: 'gb18030', from: 'detected' });
  });

  it.each([
    ['utf16le', 'utf-16le'],
    ['utf16be', 'utf-16be'],
  ])('reads %s without a byte order mark, whatever the label', (encoding, name) => {
    const html = labelled('gbk', chinese);
    const bytes = encoded(html, encoding);
    expect(decodeHtml(bytes, {})).toMatchObject({ text: html, encoding: name, from: 'detected' });
    expect(decodeHtml(bytes, { contentType: `text/html; charset=${name}` })).toMatchObject({
      from: 'header',
    });
  });

  it('takes a header that says UTF-16 for a mistake where the tags can be read', () => {
    const contentType = 'text/html; charset=utf-16';
    expect(decodeHtml(encoded('<p>新增就业', 'gbk'), { contentType }).text).toBe('<p>新增就业');
  });

  it('reads the characters of Hong Kong in Big5', () => {
    const html = `${labelled('big5-hkscs', traditional)}嘅喺咗`;
    expect(decodeHtml(encoded(html, 'big5hkscs'), {})).toMatchObject({ text: html, errors: 0 });
  });

  it.each([
    ['shift_jis', '<p>今年、市は雇用を重点に置き、三万人以上の新規雇用を目指します。</p>'],
    ['euc-jp', '<p>今年、市は雇用を重点に置き、三万人以上の新規雇用を目指します。</p>'],
    ['euc-kr', '<p>올해 시는 고용을 중점에 두고 삼만 명 이상의 고용을 목표로 합니다.</p>'],
  ])('takes %s without a label for no Chinese', (encoding, html) => {
    expect(decodeHtml(encoded(html, encoding), {}).text).toBe(html);
  });

  it('reads Western quotes and accents on a page whose template says gb2312', () => {
    const html = labelled('gb2312', 'It’s a café – naïve “words” déjà vu');
    expect(decodeHtml(encoded(html, 'win1252'), {}).text).toBe(html);
  });

  it.each(['<', '<meta ', '<!--', '<a "', `<a '"`, '<meta charset=', '<script '])(
    'is done with a page of nothing but %s in no time',
    (piece) => {
      const bytes = encoded(piece.repeat(500_000), 'utf8');
      const started = process.cpuUsage();
      decodeHtml(bytes, {});
      expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
    },
  );

  it('gives an answer for nothing and for noise', () => {
    expect(decodeHtml(new Uint8Array(), {}).text).toBe('');
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect(typeof decodeHtml(noise, {}).text).toBe('string');
  });
});
