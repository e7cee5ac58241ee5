import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';

describe('the normal form', () => {
  it('drops pinyin with the blank behind it, and that without tones where it closes a character', () => {
    expect(normalForm('投資118億(yi) 元，農(nong) 村公路2公裏、8個(ge) 園區').text).toBe(
      '投资118亿元，农村公路2公里、8个园区',
    );
    expect(normalForm('手機(app)下載5萬(km)').text).toBe('手机（app）下载5万（km）');
  });

  it.each([
    ['產業規模達到５．５％', '产业规模达到5.5%'],
    ['落實任務(wù)和產(chǎn)業(yè)', '落实任务和产业'],
    ['保留括號(app)與(GDP)', '保留括号（app）与（GDP）'],
    ['城 镇 新 增 就 业 1269 万人', '城镇新增就业1269万人'],
    ['增长\u200b5\ufeff%', '增长5%'],
    ['新增1,269人,增长5%;其中:', '新增1,269人，增长5%；其中：'],
    ['工作时间9:30，结构8.7:48.5:42.8', '工作时间9:30，结构8.7:48.5:42.8'],
    ['提出"三个一"目标', '提出“三个一”目标'],
    ['計畫、規畫、繪畫', '计划、规划、绘画'],
    ['提出「三個一」目標', '提出“三个一”目标'],
    ['陕西省乾县', '陕西省乾县'],
    ['落实(luò shí)任务wù和产 chǎn 业', '落实任务和产业'],
    ['落实(luo4shi2)任务', '落实任务'],
    ['见表(a1)、法国café文化', '见表（a1）、法国café文化'],
    ['⼈民\uF9DD益', '人民利益'],
    ['就\ufe00业\u{E0100}增\u2066长', '就业增长'],
    ['投资￥5﹒5亿', '投资¥5.5亿'],
    // numbers that a scan has pulled apart or given another point
    ['新 建 学 校 1 2 0 所，增 长 5 . 3 %', '新建学校120所，增长5.3%'],
    ['在 2 0 2 6 年', '在2026年'],
    ['到2 0 3 0年', '到2030年'],
    ['增长5 . 5%、占5. 5%', '增长5.5%、占5.5%'],
    ['1. 5月底前完成', '1. 5月底前完成'],
    ['新增托位1. 6万个', '新增托位1.6万个'],
    ['任务：1. 6万亩农田', '任务：1. 6万亩农田'],
    ['覆盖率44·05%、达4•5％、3·15晚会', '覆盖率44.05%、达4.5%、3·15晚会'],
    ['增长5。5%', '增长5.5%'],
    ['第2栏 5 6 张', '第2栏5 6张'],
    ['加快建设．新建学校｡一．工作回顾', '加快建设。新建学校。一.工作回顾'],
    ['新增\n-5\n亩产\t—\t15', '新增\n-5\n亩产\t—\t15'],
  ])('reads %s as %s', (original, normal) => {
    expect(normalForm(original).text).toBe(normal);
  });

  it.each([
    ['before a number', '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长\n9.1%，就业稳定。'],
    ['within a number', '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长9\n.1%，就业稳定。'],
    [
      'behind a rate',
      '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长9.1%\n以上，就业稳定。',
    ],
    [
      'within a list of targets',
      '今年经济社会发展主要预期目标是：地区生产总值增长5%左右；城镇新增就业4\n万人以上；就业稳定。',
    ],
    ['before the scale of a number', '全省粮食总产量保持在50\n亿斤以上'],
    [
      'within an abbreviation',
      '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值增长，单位GD\nP能耗下降3%。',
    ],
    ['before a sign that no line begins with', '全省农村公路里程稳步增加\n，就业稳定\n。'],
    [
      'before a quotation',
      '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值增长，落实\n“六稳”，就业稳定。',
    ],
    [
      'before a numeral',
      '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长，\n一批项目开工。',
    ],
  ])('joins a line that was broken %s', (_, text) => {
    expect(normalForm(text).text).toBe(text.replaceAll('\n', ''));
  });

  it.each([
    '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长，就业稳定\n1.新建水厂6座',
    '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长，就业稳定\n二、重点工作',
    '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长，就业稳定\n一是新建水厂',
    '各项工作顺利推进，全省农村公路里程稳步增加，地区生产总值预计增长，就业稳定\n（一）新建水厂',
    '水厂座数\n6',
    '2025\n万元GDP能耗',
  ])('keeps a line before what begins another: %s', (text) => {
    expect(normalForm(text).text).toBe(text);
  });

  it('joins a line that a page broke and drops the page number between', () => {
    const original = '全年完成投资一百亿元，其中工业投资稳步提高。加快实施征\n\n— 12 —\n\n收补偿，推进收储。';
    expect(normalForm(original).text).toContain('加快实施征收补偿');
  });

  it('keeps headings apart from the paragraph behind them, and paragraphs that were run together', () => {
    expect(normalForm('二、总体要求、主要预期目标和宏观经济政策取向以及重大的安排\n去年以来').text).toContain(
      '安排\n去年',
    );
    expect(normalForm('请予审议。　　一、去年工作回顾').text).toBe('请予审议。\n一、去年工作回顾');
  });

  it('maps every kept character back to where it stood, and forth again, in any mixture', () => {
    const piece = fc.constantFrom(
      '務(wù)',
      '务 wù ',
      '(wu4)',
      '\u{E0100}',
      '\udb40',
      '\ufe0f',
      '\u202e',
      '⼈',
      '\t',
      '— 3 —',
      '-5',
      '增长',
      '５％',
      ' ',
      '\n',
      '\u200b',
      '「',
      '"',
      '1,269',
      '。　　',
      '— 3 —\n',
      'a',
      '，',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const original = pieces.join('');
        const form = normalForm(original);
        let last = -1;
        for (let i = 0; i <= form.text.length; i++) {
          const at = form.toOriginal(i);
          expect(at).toBeGreaterThan(last);
          expect(form.toNormal(at)).toBe(i);
          last = at;
        }
        expect(last).toBe(original.length);
      }),
    );
  });

  it('leaves a text in normal form as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('增长', '5%', '，', '。', '产业', '（一）', '“', '”'), { maxLength: 30 }),
        (pieces) => {
          const once = normalForm(pieces.join('')).text;
          expect(normalForm(once).text).toBe(once);
        },
      ),
    );
  });
});
