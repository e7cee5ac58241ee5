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

  it('gives an answer for nothing and for noise', () => {
    expect(decodeHtml(new Uint8Array(), {}).text).toBe('');
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect(typeof decodeHtml(noise, {}).text).toBe('string');
  });
});
