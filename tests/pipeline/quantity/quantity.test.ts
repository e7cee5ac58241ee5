import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';
import { readQuantities } from '../../../pipeline/quantity/quantity.ts';

/** The quantities of a text in short: comparator, value or range, unit. */
function read(text: string): string {
  return readQuantities(normalForm(text).text)
    .map(
      (q) => `${q.comparator} ${q.value}${q.value2 === null ? '' : `..${q.value2}`} ${q.unit?.name ?? '-'}`,
    )
    .join('; ');
}

describe('quantities', () => {
  it.each([
    // digits, scales, mixtures
    ['新增就业１２６９万人', '= 12690000 人'],
    ['出口1,269.5亿美元', '= 126950000000 美元'],
    ['达到2万5千公里', '= 25000 公里'],
    ['增加到1万6千多户', '> 16000 户'],
    ['规模两千亿元以上', '>= 200000000000 元'],
    ['造林一千二百万亩', '= 12000000 亩'],
    ['突破1.3万家', '> 13000 家'],
    ['企业190多万家', '> 1900000 家'],
    ['投入近百亿美元', '~ 10000000000 美元'],
    ['二十五个项目', '= 25 个'],
    ['一点五倍', '= 1.5 x'],
    ['整治一万零十二处', '= 10012 处'],
    ['服务3万4000人', '= 34000 人'],
    ['总投资3万元2025年完工', '= 30000 元'],
    ['植树1千2百万株', '= 12000000 株'],
    ['管网1百5十公里', '= 150 公里'],
    ['总投资500个亿', '= 50000000000 -'],
    ['实施5个亿元以上项目', '= 5 个; >= 100000000 元'],
    ['引进人才千余名、企业百余家', '> 1000 人; > 100 家'],
    // ranges of shares, dashes that were typed or scanned otherwise
    ['增长百分之五至百分之六', 'range 5..6 %'],
    ['增长百分之五到六左右', 'range 5..6 %'],
    ['占七成至八成', 'range 70..80 %'],
    ['占六到七成', 'range 60..70 %'],
    ['增长5%--6%', 'range 5..6 %'],
    ['增长5% - 6%', 'range 5..6 %'],
    ['新建30 ~ 50座', 'range 30..50 座'],
    ['增长5%一6%', 'range 5..6 %'],
    // multiples said with 一
    ['产量增长一倍，销量增长一倍以上', '= 1 x; >= 1 x'],
    ['规模翻一倍、产值翻倍', '= 2 x; = 2 x'],
    // parts of large wholes
    ['死亡率控制在十万分之九以内', '<= 0.009 %'],
    ['死亡率控制在10万分之12以内', '<= 0.012 %'],
    ['死亡率降到8.5/10万以下', '<= 0.0085 %'],
    ['死亡率降到12人/10万', '= 12 人/10万'],
    ['增速由负3.9%转正', '= -3.9 %'],
    ['资产负债率60%', '= 60 %'],
    // bounds in signs and phrases, rates, ratios
    ['用户突破了3万户、超过了80家', '> 30000 户; > 80 家'],
    ['合格率大于等于95%，缺陷率小于或等于2%', '>= 95 %; <= 2 %'],
    ['覆盖率90%或以上', '>= 90 %'],
    ['浓度降至35微克每立方米', '= 35 微克/立方米'],
    ['浓度降至35μg/m³、30ug/m3', '= 35 微克/立方米; = 30 微克/立方米'],
    ['面积50km²、厂房5万m2、库容3万m3', '= 50 平方公里; = 50000 平方米; = 30000 立方米'],
    ['道路50KM、装机50万KW、用电5亿KWH', '= 50 公里; = 500000 千瓦; = 500000000 千瓦时'],
    ['算力达到3EFLOPS、5000PFLOPS', '= 3 EFlops; = 5000 PFlops'],
    ['噪声降到55dB以内', '<= 55 分贝'],
    ['型号5mX和5kms', ''],
    ['水质达标率≥95%，漏损率≤8%', '>= 95 %; <= 8 %'],
    ['消化率不得低于25%', '>= 25 %'],
    ['不良率控制在1%（含）以内', '<= 1 %'],
    ['压缩到3个工作日内', '<= 3 个工作日'],
    ['处理能力5万吨/日', '= 50000 吨/日'],
    ['收入比降至1.9:1', '= 1.9 -'],
    ['收入比降至1.9∶1', '= 1.9 -'],
    // habits of news
    ['举办上百场', '>= 100 场'],
    ['百场以上', '>= 100 场'],
    ['线上百场直播', ''],
    ['迈上万亿元台阶', '= 1000000000000 元'],
    ['突破50种以上', '>= 50 种'],
    ['开展6轮次', '= 6 轮次'],
    ['接种10万剂', '= 100000 剂'],
    ['存储500太字节', '= 500 TB'],
    ['产能22亿方、10亿方以上', '= 2200000000 立方米; >= 1000000000 立方米'],
    ['千亿方基地和3万个方案', '= 30000 个'],
    ['惠及近千万家庭', '~ 10000000 户'],
    // one unit behind all that 分别 deals out
    ['分别达到300、200和100万亩', '= 3000000 亩; = 2000000 亩; = 1000000 亩'],
    ['分别达1.2万亿、9000亿元', '= 1200000000000 元; = 900000000000 元'],
    ['分别提高11.1、12个百分点', '= 11.1 个百分点; = 12 个百分点'],
    ['结构为8∶42∶50', '= 8 %; = 42 %; = 50 %'],
    ['能耗比控制在1.25以内', '<= 1.25 -'],
    ['占比近半', '~ 50 %'],
    ['利率下降25个基点', '= 25 个基点'],
    ['营业收入过百亿元', '> 10000000000 元'],
    ['受教育年限达到11年以上', '>= 11 年'],
    ['八部门', ''],
    ['力争两位数', ''],
    ['2030年左右', ''],
    ['缩短为4个半小时', '= 4.5 小时'],
    ['关键零部件', ''],
    ['价格同比-0.3%', '= -0.3 %'],
    ['目标3%-5%', 'range 3..5 %'],
    ['投资1 200亿元', '= 120000000000 元'],
    ['新增1万零500户', '= 10500 户'],
    ['1个'.repeat(2000), ''],
    ['每50公斤提高7元', '= 7 元'],
    ['北纬30度以北的水域', ''],
    ['15-25度的坡地和25度以上坡耕地', ''],
    ['居民用电2600度', '= 2600 千瓦时'],
    ['每个县至少有一家机构', '>= 1 家'],
    // shares and multiples
    ['提高百分之五', '= 5 %'],
    ['压缩三分之一', '= 33.33 %'],
    ['占全省1/5', '= 20 %'],
    ['压减一半', '= 50 %'],
    ['七成以上', '>= 70 %'],
    ['实现翻一番', '= 2 x'],
    ['规模翻两番', '= 4 x'],
    ['增长4.3倍', '= 4.3 x'],
    ['死亡率0.6人/百亿元以下', '<= 0.6 人/百亿元'],
    ['浓度降到32微克/立方米', '= 32 微克/立方米'],
    ['结构调整为8.7:48.5:42.8', '= 8.7 %; = 48.5 %; = 42.8 %'],
    // ranges with every dash
    ['增长5%—5.5%', 'range 5..5.5 %'],
    ['增长6－6.5%', 'range 6..6.5 %'],
    ['新增3~5个', 'range 3..5 个'],
    ['投入300–500亿元', 'range 30000000000..50000000000 元'],
    ['补助100万元至300万元', 'range 1000000..3000000 元'],
    // bounds
    ['控制在5.5%以内', '<= 5.5 %'],
    ['不超过3%', '<= 3 %'],
    ['不低于90%', '>= 90 %'],
    ['至少降低30%', '>= 30 %'],
    ['5.5%左右', '~ 5.5 %'],
    ['高于40%', '> 40 %'],
    ['不足1.5%', '< 1.5 %'],
    ['100个亿元以上项目', '= 100 个; >= 100000000 元'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  // Numerals as public lists of number cases have them; see docs/reading.md for where those read otherwise.
  it.each([
    ['四百五吨', 450],
    ['两千四百五吨', 2450],
    ['一万三吨', 13_000],
    ['九十二万四吨', 924_000],
    ['一千零五吨', 1005],
    ['一千零五十吨', 1050],
    ['四千零五万吨', 40_050_000],
    ['五亿零六吨', 500_000_006],
    ['一百零一万一千吨', 1_011_000],
    ['四亿五千六百四十二万零一十五吨', 456_420_015],
    ['四百零五亿零四百零四万吨', 40_504_040_000],
    ['肆佰陸拾吨', 460],
    ['十万柒仟捌佰伍拾肆吨', 107_854],
    ['四万万吨', 400_000_000],
    ['10万万吨', 1_000_000_000],
    ['7 万5 千4 百吨', 75_400],
    ['5亿1万4千6百吨', 500_014_600],
    ['4.78万亿吨', 4_780_000_000_000],
    ['十余万吨', 100_000],
    ['一千多万吨', 10_000_000],
    ['１０成', 100],
    ['七成六', 76],
    ['三成半', 35],
    ['八点五成', 85],
    ['7.2成', 72],
    ['百分之一百二十点五', 120.5],
    ['百分之2.4', 2.4],
  ])('reads %s as %d', (text, value) => {
    expect(readQuantities(normalForm(text).text).map((q) => q.value)).toEqual([value]);
  });

  it.each([
    '2025年3月5日',
    '二〇二五年',
    '“十四五”规划',
    '第7位',
    '第三次会议',
    '5G网络',
    'C919大型客机',
    '1+9行动',
    '6个1体系',
    '世界500强',
    '千亿级产业',
    '13188780372',
    '9:00-17:30',
    '2022-07-12',
    '数十亿人',
    '十几个',
    '三四个',
    '千家万户',
    '万众创新',
    '城乡二元结构',
    '倍增计划',
    '《2025年120项任务》',
    '前三名',
    '一批项目',
    '上亿市场主体',
    '三年行动',
  ])('finds no quantity in %s', (text) => {
    expect(read(text)).toBe('');
  });

  it('reads every number it has written, in digits and with scales', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('', '万', '亿', '万亿'),
        fc.integer({ min: 0, max: 3 }),
        (digits, scale, places) => {
          const factor = { '': 0, 万: 4, 亿: 8, 万亿: 12 }[scale] ?? 0;
          const written = (digits / 10 ** places).toFixed(places);
          const [quantity] = readQuantities(`完成${written}${scale}吨`);
          expect(quantity?.value).toBe(Number(`${digits}e${factor - places}`));
        },
      ),
    );
  });

  it('reads every number it has written in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_999 }), (value) => {
        const [quantity] = readQuantities(`完成${inChinese(value)}吨`);
        expect(quantity?.value).toBe(value);
      }),
    );
  });

  it('slices back to the number it stands for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('增长', '5%', '左右', '、', '约', '1.3万', '家', '两千亿元', '以上', '至', '3'),
          { maxLength: 12 },
        ),
        (pieces) => {
          const text = pieces.join('');
          for (const { start, numberStart, unitEnd, end } of readQuantities(text)) {
            expect(
              0 <= start &&
                start <= numberStart &&
                numberStart < unitEnd &&
                unitEnd <= end &&
                end <= text.length,
            ).toBe(true);
          }
        },
      ),
    );
  });
});

const DIGITS = '零一二三四五六七八九';

/** A whole number below 10⁸ as it is said. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inChinese(Math.floor(value / 10_000))}万${gap}${rest === 0 ? '' : inChinese(rest)}`;
  }
  let said = '';
  let gap = false;
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) gap = said !== '';
    else {
      said += `${gap ? '零' : ''}${DIGITS[digit]}${name}`;
      gap = false;
    }
  }
  return said;
}
