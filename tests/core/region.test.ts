import { expect, test } from 'vitest';
import { divisionsOf } from '../../core/region.ts';

test.each([
  ['山东省青岛市', ['山东省', '青岛市']],
  ['浙江省杭州市西湖区', ['浙江省', '杭州市', '西湖区']],
  ['湖北省荆州市沙市区', ['湖北省', '荆州市', '沙市区']],
  ['山东省济南市市中区', ['山东省', '济南市', '市中区']],
  ['吉林省延边朝鲜族自治州延吉市', ['吉林省', '延边朝鲜族自治州', '延吉市']],
  ['湖南省常德市津市市', ['湖南省', '常德市', '津市市']],
  ['全国', ['全国']],
])('%s is made of %j', (region, divisions) => {
  expect(divisionsOf(region)).toEqual(divisions);
});
