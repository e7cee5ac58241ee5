import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { fingerprint, likeness } from '../../../pipeline/copies/fingerprint.ts';
import { isSameText } from '../../../pipeline/copies/same-text.ts';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';

const notice = (road: string, day: number, homes: number, hours: number) => ({
  title: `关于${road}停水的通知`,
  text: `因供水管网改造施工需要，我公司定于3月${day}日对${road}沿线实施停水，停水时间预计${hours}小时，涉及用户约${homes}户。\n请沿线居民和单位提前做好储水准备，停水期间请关好水龙头，恢复供水后如出现短时浑浊，请放水片刻再使用。\n不便之处，敬请谅解。`,
});

const plan = (city: string) => ({
  title: `${city}市2026年数字经济发展工作要点`,
  text: Array.from(
    { length: 8 },
    (_, at) =>
      `第${at + 1}项，${city}市各部门要加快推进数字基础设施建设，新建基站${300 + at}个，支持企业上云用数赋智，力争核心产业增加值增长${at + 3}%。`,
  ).join('\n'),
});

const of = (text: { title: string; text: string }) => ({
  title: normalForm(text.title).text,
  text: normalForm(text.text).text,
});

const differ = (a: { title: string; text: string }, b: { title: string; text: string }, together = false) => {
  const [one, other] = [of(a), of(b)];
  // Else they were apart already.
  expect(likeness(fingerprint(one.text), fingerprint(other.text))).toBeGreaterThan(0.55);
  return !isSameText(one, other, together);
};

describe('isSameText', () => {
  it('tells two notices of one form with other numbers apart', () => {
    expect(differ(notice('滨河路', 5, 200, 6), notice('滨河路', 12, 350, 8))).toBe(true);
  });

  it('tells two notices of one publisher apart by a single number', () => {
    const [one, other] = [notice('滨河路', 5, 200, 6), notice('滨河路', 6, 200, 6)];
    expect(differ(one, other, true)).toBe(true);
    expect(differ(one, other)).toBe(false);
  });

  it('tells the plans of two cities apart that differ in the name alone', () => {
    expect(differ(plan('云川'), plan('江阳'))).toBe(true);
    const untitled = (city: string) => ({ ...plan(city), title: '数字经济发展工作要点' });
    expect(differ(untitled('云川'), untitled('江阳'))).toBe(true);
  });

  it('knows a copy in another script, with pinyin, a slip in a number, cut, and with a lead, credits and 全市 for 我市', () => {
    const original = {
      ...plan('云川'),
      text: `${plan('云川').text}\n我市要抓好落实。我市要加强督查。我市要及时总结。`,
    };
    const lines = original.text.split('\n');
    const copies = [
      Converter({ from: 'cn', to: 'tw' })(original.text).replace('基礎', '基(jī)礎'),
      original.text.replace('新建基站305个', '新建基站350个'),
      lines.filter((_, at) => at !== 3).join('\n'),
      ['本报讯（记者 甲乙）1月5日，记者从发布会上获悉，该市将做好8件事。', ...lines].join('\n'),
      [...lines, '（编辑：甲乙 电话：0000-1234567）'].join('\n'),
      original.text.replaceAll('我市', '全市'),
    ];
    for (const text of copies)
      expect(differ(original, { title: '权威发布丨数字经济这样干', text })).toBe(false);
  });
});
