import { describe, expect, it } from 'vitest';
import { carryFacts, diffFacts, type Facts, factKey, isTold } from '../../../pipeline/diff/diff-facts.ts';

const said = (fields: Facts['fields'], more: Partial<Facts> = {}): Facts => ({
  fields,
  published: null,
  found: {},
  ...more,
});
const told = (before: Facts, after: Facts) =>
  diffFacts(before, after).map(({ field, before: was, after: is }) => `${field} ${was} ${is}`);

describe('diffFacts', () => {
  it.each([
    ['有效', '废止', ['validity 有效 废止']],
    ['现行有效', '已失效', ['validity 现行有效 已失效']],
    ['失效', '继续有效', ['validity 失效 继续有效']],
    ['有效', '部分失效', ['validity 有效 部分失效']],
    ['有效', '已被修改', ['validity 有效 已被修改']],
    ['是', '否', ['validity 有效 失效']],
    ['有效', '廢止', ['validity 有效 廢止']],
    [undefined, '宣布失效', ['validity null 宣布失效']],
    ['有效', '现行有效', []],
    ['失效', '已 失 效', []],
    [undefined, '有效', []],
    ['废止', undefined, []],
    ['废止', '', []],
    ['有效', '2026年1月1日至2028年12月31日', []],
    ['有效', '尚未生效', []],
  ])('from %s to %s tells %j', (before, after, changes) => {
    const holds = (validity: string | undefined) => said(validity === undefined ? {} : { validity });
    expect(told(holds(before), holds(after))).toEqual(changes);
  });

  it('takes an issuer or a day for another one only where it stands at the same place', () => {
    const at = (place: string, issuer: string, published: string) =>
      said({ issuer }, { published, found: { issuer: place, published: place } });
    const before = at('table', '某市发展改革委', '2026-01-20T09:00+08:00');
    expect(told(before, at('table', '某市发展和改革委', '2026-01-20'))).toEqual([
      'issuer 某市发展改革委 某市发展和改革委',
    ]);
    expect(told(before, at('meta', '某市政府', '2026-03-20'))).toEqual([]);
    expect(diffFacts(before, at('table', '某市政府', '2026-03-20')).some(isTold)).toBe(false);
  });
});

describe('carryFacts', () => {
  it('keeps what a page left out, and never overrules what it says', () => {
    const before = said({ validity: '废止', documentNumber: '某发〔2026〕3号', topic: '其他' });
    const carried = carryFacts(before, said({}));
    expect(carried.fields).toEqual({ validity: '废止', documentNumber: '某发〔2026〕3号' });
    expect(factKey(carried)).toBe(factKey(before));
    expect(carryFacts(before, said({ validity: '有效' })).fields.validity).toBe('有效');
  });

  it('keeps a validity where the page only has the label of one', () => {
    expect(carryFacts(said({ validity: '废止' }), said({ validity: '——' })).fields.validity).toBe('废止');
  });
});
