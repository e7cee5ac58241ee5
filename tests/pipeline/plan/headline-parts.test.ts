import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';

function read(text: string): string[] {
  return readPlan({ text, year: 2026, issuer: '云川市' }).statements.map(
    ({ indicator, value, quote }) => `${indicator} ${value} ${quote}`,
  );
}

describe('a headline whose parts only blanks set apart', () => {
  it('is read part by part', () => {
    expect(read('云川今年将新建水厂5座 改造管网300公里　惠及居民3万人')).toEqual([
      '新建水厂 5 云川今年将新建水厂5座',
      '改造管网 300 改造管网300公里',
      '改造管网惠及居民 30000 惠及居民3万人',
    ]);
  });

  it('is read so behind a colon', () => {
    expect(read('云川：力争接待游客10亿人次以上 年均增长13%左右')).toEqual([
      '接待游客 1000000000 力争接待游客10亿人次以上',
      '接待游客增速 13 年均增长13%左右',
    ]);
  });

  it('stays whole where a blank only sets a word apart', () => {
    expect(
      read('云川今年将新建 水厂 5 座 改造管网300公里').map((line) => line.split(' ').slice(2).join(' ')),
    ).toEqual(['云川今年将新建 水厂 5 座 改造管网300公里', '云川今年将新建 水厂 5 座 改造管网300公里']);
  });

  it('stays whole where it is a sentence', () => {
    expect(read('云川将新建水厂5座，改造老旧管网 300公里。').map((line) => line.split(' ')[2])).toEqual([
      '云川将新建水厂5座',
      '改造老旧管网',
    ]);
  });
});
