import { describe, expect, it } from 'vitest';
import { bandKeys } from '../../../pipeline/copies/band-keys.ts';
import { fingerprint, likeness } from '../../../pipeline/copies/fingerprint.ts';
import { rankCopies } from '../../../pipeline/copies/rank-copies.ts';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';

const of = (text: string) => fingerprint(normalForm(text).text);

const first = [
  '全市今年计划新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。',
  '市水利局通报，青溪河综合整治完成清淤两个月，沿岸步道全线贯通。',
];
const second = ['县医院新增两条检查结果互认线路，覆盖全部乡镇卫生院，群众看病少跑一趟。'];

describe('copies of one text', () => {
  it('estimate the share of shingles two texts have in common', () => {
    const sentence = (from: number) =>
      Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + (((from + at) * 37) % 5000))).join(
        '',
      );
    expect(likeness(of(sentence(0)), of(sentence(0)))).toBe(1);
    expect(likeness(of(sentence(0)), of(sentence(200)))).toBeCloseTo(196 / 596, 0.9);
    expect(likeness(of(sentence(0)), of('一段毫不相干的文字，讲的是另一件事情。'))).toBeLessThan(0.05);
  });

  it.each([12, 40, 200, 3000])('estimate it as surely for texts of %i characters', (length) => {
    let state = 7;
    const text = (size: number) =>
      Array.from({ length: size }, () => {
        state = (state * 48_271) % 0x7fffffff;
        return String.fromCharCode(0x4e00 + (state % 3000));
      }).join('');
    const shingles = (of: string) =>
      new Set(Array.from({ length: of.length - 4 }, (_, at) => of.slice(at, at + 5)));
    const errors = Array.from({ length: 100 }, () => {
      const a = text(length);
      const b = a.slice(length / 4) + text(length / 4);
      const [inA, inB] = [shingles(a), shingles(b)];
      return likeness(of(a), of(b)) - inA.intersection(inB).size / inA.union(inB).size;
    });
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(Math.abs(mean(errors))).toBeLessThan(0.015);
    expect(Math.sqrt(mean(errors.map((error) => error ** 2)))).toBeLessThan(0.05);
  });

  it('do not depend on script, width, punctuation or line breaks', () => {
    const a = '全市城镇新增就业3万人，开展技能培训1.5万人次。';
    const b = '全市城鎮新增就業３萬人,\n開展技能培訓１.５萬人次';
    expect(of(a)).toBe(of(b.replaceAll('萬', '万')));
  });

  it('are looked up by shared keys, which unrelated texts seldom have', () => {
    const keys = new Set(bandKeys(of(first.join('\n'))));
    expect(bandKeys(of([...first, '（编辑：云小川）'].join('\n'))).some((key) => keys.has(key))).toBe(true);
    expect(bandKeys(of(second.join('\n'))).filter((key) => keys.has(key)).length).toBeLessThan(3);
  });

  it('give the empty text no likeness to anything, itself included', () => {
    expect(fingerprint('，。 ')).toBe('');
    expect(likeness('', '')).toBe(0);
    expect(bandKeys('')).toEqual([]);
  });

  it('rank who issued a text before who printed it, and the earliest before the rest', () => {
    const copy = (
      publisher: string,
      publisherKind: 'government' | 'press' | 'aggregator',
      published: string,
    ) => ({
      publisher,
      publisherKind,
      published,
      source: '云川日报',
      issuer: '云川市人民政府',
    });
    const ranked = rankCopies([
      copy('转载天下', 'aggregator', '2024-01-01'),
      copy('云川晚报', 'press', '2024-01-02'),
      copy('云川日报', 'press', '2024-01-03'),
      copy('江东区人民政府', 'government', '2024-01-02'),
      copy('云川市人民政府', 'government', '2024-01-04'),
    ]);
    expect(ranked.map(({ publisher }) => publisher)).toEqual([
      '云川市人民政府',
      '江东区人民政府',
      '云川日报',
      '云川晚报',
      '转载天下',
    ]);
  });
});
