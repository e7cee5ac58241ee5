import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residues } from '../../../../pipeline/compare/names/residues.ts';

test('leaves what only one of two names has', () => {
  expect(residues('一般工商业电价', '工商业电价')).toEqual([['一般'], []]);
  expect(residues('居民用电价格', '企业用电价格')).toEqual([['居民'], ['企业']]);
});

test('looks for common pieces in any order', () => {
  expect(residues('综合治理水土流失', '水土流失综合治理')).toEqual([[], []]);
});

test('leaves nothing of a name set beside itself, and a name whole beside another', () => {
  const name = fc.stringMatching(/^[粮食产量投资]{2,9}$/);
  fc.assert(
    fc.property(name, (a) => {
      expect(residues(a, a)).toEqual([[], []]);
    }),
  );
  expect(residues('公路', '铁路')).toEqual([['公路'], ['铁路']]);
});
