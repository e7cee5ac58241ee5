import { expect, test } from 'vitest';
import { parentRegion } from '../../../../core/vertical.ts';
import { fullRegion, regionNames } from '../../../../pipeline/plan/identity/full-region.ts';

test.each([
  ['青岛市', '山东省青岛市'],
  ['山东省青岛市', '山东省青岛市'],
  ['即墨区', '山东省青岛市即墨区'],
  ['山东省即墨区', '山东省青岛市即墨区'],
  ['南京市鼓楼区', '江苏省南京市鼓楼区'],
  ['鼓楼区', '鼓楼区'],
  ['浦东新区', '上海市浦东新区'],
  ['青岛市高新区', '山东省青岛市高新区'],
  ['山东省', '山东省'],
  ['全国', '全国'],
  ['云川省望潮市', '云川省望潮市'],
])('%s is %s', (region, full) => {
  expect(fullRegion(region)).toBe(full);
});

test('a city that a source declares alone lies below its province', () => {
  const known = ['全国', '山东省', '青岛市', '即墨区'].map(fullRegion);
  expect(known.map((region) => parentRegion(region, known))).toEqual([
    null,
    '全国',
    '山东省',
    '山东省青岛市',
  ]);
});

test('goes by all its names, but not by one that others have', () => {
  expect(regionNames('青岛市')).toEqual(['青岛市', '山东省青岛市']);
  expect(regionNames('山东省青岛市')).toEqual(['山东省青岛市', '青岛市']);
  expect(regionNames('江苏省南京市鼓楼区')).toEqual(['江苏省南京市鼓楼区', '南京市鼓楼区']);
});
