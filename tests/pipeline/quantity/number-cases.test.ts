import { describe, expect, it } from 'vitest';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';
import { readFraction } from '../../../pipeline/quantity/fractions.ts';
import { numberOf, readNumber } from '../../../pipeline/quantity/number.ts';

/** A numeral's value if all of it is one number; a share in percent. */
function numeralValue(written: string): number | null {
  const { text } = normalForm(written);
  const share = readFraction(text, 0);
  if (share?.end === text.length) return share.value;
  const number = readNumber(text, 0);
  return number?.end === text.length ? numberOf(number) : null;
}

/** Kinds of numerals that Microsoft's Recognizers-Text reads for Chinese and that we read the same way. */
describe('a numeral is read as the public cases read it', () => {
  it.each([
    ['digits', '0=0, 192=192, 1,234,567=1234567, 7890.5=7890.5, １２３=123, 0.08=0.08, 007=7'],
    ['digits with scales', '9.2321312亿=923213120, 40万=400000, 1.5千=1500, 3百=300, 20万亿=20000000000000'],
    ['ones and tens', '七=7, 两=2, 〇=0, 十=10, 十五=15, 二十=20, 九十九=99'],
    ['hundreds and thousands', '一百零五=105, 二百五十=250, 三千=3000, 四千零二十=4020, 五千零六=5006'],
    ['short endings', '四百五=450, 一万三=13000, 三千六=3600, 两亿五=250000000'],
    ['ten thousands', '一万零一十二=10012, 一万零十二=10012, 十万零六百五十一=100651, 二十五万=250000'],
    ['hundred millions', '五亿=500000000, 四亿五千万=450000000, 六十二亿四万五千=6200045000'],
    ['scales on scales', '一万亿=1000000000000, 八万五千亿=8500000000000, 三千万=30000000'],
    [
      'long ones',
      '四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二=4569831148725382, 二十三亿四千五百六十七万八千九百=2345678900',
    ],
    ['digits said one by one', '二三三=233, 一二五〇=1250'],
    ['decimals', '三点一四=3.14, 零点五=0.5, 六点六=6.6, 十三点五万=135000, 一百点零二=100.02'],
    ['mixtures', '2万5千=25000, 5亿1万4千=500014000, 1千零20=1020, 1万零500=10500, 3万4000=34000'],
    ['financial numerals', '壹佰贰拾叁=123, 叁仟=3000, 伍万=50000, 壹拾=10, 玖佰零捌=908'],
    ['traditional numerals', '兩萬=20000, 四億=400000000, 壹萬零叁=10003, 八萬五千億=8500000000000'],
    ['blanks between', '三 百 五=350, 5 万=50000'],
    ['shares', '百分之五=5, 百分之五十五点五七九=55.579, 百分之2=2, 一百分之二=2, 五分之一=20, 四分之三=75'],
    ['tenths', '五成=50, 七成六=76, 九成半=95, 一半=50'],
  ])('%s', (_, cases) => {
    for (const [written = '', value] of cases.split(', ').map((pair) => pair.split('='))) {
      expect([written, numeralValue(written)]).toEqual([written, Number(value)]);
    }
  });
});

/** Cases we read otherwise on purpose; docs/reading.md says why. */
describe('what the public cases read and we do not', () => {
  it.each(['一打', '半百', '二十几万', '五兆', '2^5', '1.5e3', '40k', '负三十二', '三百五十又三分之一'])(
    '%s',
    (written) => {
      expect(numeralValue(written)).toBe(null);
    },
  );
});
