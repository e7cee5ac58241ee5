import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';
import { versionKey } from '../../../pipeline/normal/version-key.ts';

describe('versionKey', () => {
  it.each([
    ['新增就业1万人', '新增就业１万人'],
    ['增长5%', '增 长 5 ％'],
    ['落实“三个一”目标', '落实"三个一"目标'],
    ['落实“‘三个一’目标”', '落實「『三個一』目標」'],
    ['工作计划着眼于干净、了解、答复', '工作計畫著眼於乾淨、瞭解、答覆'],
    ['务实', '务(wù)实'],
    ['务实', '务（wu4）实'],
    ['务实', '务[wù]实'],
    ['务实', '务wù实'],
    ['务实', '务 wù 实'],
    ['务实推进', '务实(wù shí)推进'],
    ['就业', '就\u200b\u00ad\ufe0f\u2066\u{E0100}\u3164业'],
    ['人民利益', '⼈民\uF9DD益'],
    ['café', 'cafe\u0301'],
    ['投资¥5亿', '投资￥5亿'],
    ['二〇二六年', '二○二六年'],
  ])('is one for %s and %s', (one, other) => {
    expect(versionKey(one)).toBe(versionKey(other));
  });

  it.each([
    ['15万', '16万'],
    ['1\t5', '15'],
    ['12\t3', '1\t23'],
    ['1\n5', '15'],
    ['1 5', '15'],
    ['“1”“5”', '“15”'],
    ['其中\n-5\n', '其中\n-6\n'],
    ['其中\n— 12 —\n', '其中\n— 13 —\n'],
    ['亩产\t—\t15', '亩产\t—\t16'],
    ['10²', '102'],
    ['5㎡', '5m2'],
    ['½', '1/2'],
    ['一', '二'],
    ['三', '叁'],
    ['表（a1）', '表（a2）'],
    ['5-6', '56'],
    ['1.5', '15'],
  ])('is another for %s than for %s', (one, other) => {
    expect(versionKey(one)).not.toBe(versionKey(other));
  });

  it('is the same in every script, whatever the words', () => {
    const text =
      '会议要求，复核答复，着力于著名产业；干部、干净、乾县；了解瞭望；划定计划，采取措施，云里雾里，苏醒复苏。';
    for (const to of ['t', 'tw', 'hk'] as const)
      expect(versionKey(Converter({ from: 'cn', to })(text))).toBe(versionKey(text));
  });

  it('tells every change of a digit or sign, in any company', () => {
    const company = fc.constantFrom(
      '务(wù)',
      '城镇',
      '。',
      '“',
      '"',
      '\t',
      '\n',
      ' ',
      '\u200b',
      '-',
      '—',
      '（',
      'a',
      '%',
    );
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(company), fc.array(company), digit, digit, (before, after, one, other) => {
        fc.pre(one !== other);
        const around = (value: number) => `${before.join('')}${value}${after.join('')}`;
        expect(versionKey(around(one))).not.toBe(versionKey(around(other)));
      }),
    );
  });

  it('tells rare characters apart that are written as two codes', () => {
    expect(versionKey('𠀀市')).not.toBe(versionKey('𠁍市'));
  });

  it.each(['务(', '务wù', '务(iaiaiaiaiaia', '"', '1 ', '\udb40', 'ǎ', '今年的任务要按期完成。\n'])(
    'ends on what never does, %j again and again, before the runner gives up',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(versionKey(text)).toBe(versionKey(text));
      expect(normalForm(text).text.length).toBeLessThanOrEqual(text.length);
    },
  );
});
