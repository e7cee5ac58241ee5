import { describe, expect, it } from 'vitest';
import type { ExtractRules } from '../../../core/source.ts';
import { explainPage } from '../../../pipeline/clean/explain-page.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const html = `<html><head><title>云川要闻</title></head><body>
<h1>栏目名称</h1><p class="real-title">云川市启动秋季造林</p><span data-date="x">2023年10月9日</span>
<div id="a"><p>第一段说明今年秋季计划造林三万亩，比去年多五千亩。</p></div>
<div id="note"><p>这一段是每页都有的说明文字，与文章没有关系，应当去掉。</p></div>
<div id="b"><p>第二段说明造林以乡土树种为主，明年春季验收。</p></div>
<div id="end"><p>第三段是其他栏目的导语，不属于这篇文章。</p></div>
</body></html>`;
const textWith = (rules: ExtractRules) => extractArticle({ html, url: null }, rules).text.split('\n');

describe("an operator's rules", () => {
  it('select the body by CSS, in the order of the page', () => {
    expect(textWith({ select: ['#b', '#a'] })).toEqual([
      '第一段说明今年秋季计划造林三万亩，比去年多五千亩。',
      '第二段说明造林以乡土树种为主，明年春季验收。',
    ]);
  });

  it('select a stretch from before or behind one element to before or behind another', () => {
    expect(textWith({ select: [{ startBefore: '#a', endBefore: '#note' }] })).toHaveLength(1);
    expect(textWith({ select: [{ startBefore: '#a', endAfter: '#b' }] })).toHaveLength(3);
    expect(textWith({ select: [{ startAfter: '#a', endAfter: '#b' }] })).toHaveLength(2);
    expect(textWith({ select: [{ startAfter: '#note' }] })).toHaveLength(2);
  });

  it('leave a trail of what they remove, in the article and in its explanation', () => {
    const rules = { remove: ['#note', { startBefore: '#end' }] };
    const cut = extractArticle({ html, url: null }, rules).removed.filter(
      ({ step }) => step === 'remove-ruled',
    );
    expect(cut.map(({ reason, text }) => [reason, text.slice(0, 5)])).toEqual([
      ['rules.remove: #note', '这一段是每'],
      ['rules.remove: {"startBefore":"#end"}', '第三段是其'],
    ]);
    const page = explainPage({ html, url: null }, rules);
    expect(page).toContain('<p class="removed">这一段是每页都有的说明文字');
    expect(page).toContain('remove-ruled: rules.remove: #note');
  });

  it('remove elements and stretches before anything is read', () => {
    const text = textWith({ remove: ['#note', { startBefore: '#end' }] });
    expect(text).toEqual([
      '第一段说明今年秋季计划造林三万亩，比去年多五千亩。',
      '第二段说明造林以乡土树种为主，明年春季验收。',
    ]);
  });

  it('point to title and date, and say so', () => {
    const article = extractArticle({ html, url: null }, { title: '.real-title', date: '[data-date]' });
    expect(article).toMatchObject({
      title: '云川市启动秋季造林',
      published: '2023-10-09',
      found: { title: 'rule:title', published: 'rule:date' },
    });
  });

  it('fail loudly when they select nothing, so that a redesign is noticed', () => {
    expect(() => textWith({ select: ['#gone'] })).toThrow(
      expect.objectContaining({ code: 'RULE_MATCHED_NOTHING' }),
    );
    expect(() => textWith({ select: [{ startBefore: '#a', endBefore: '#gone' }] })).toThrow(
      expect.objectContaining({ code: 'RULE_MATCHED_NOTHING' }),
    );
    expect(() => textWith({ remove: ['p['] })).toThrow(expect.objectContaining({ code: 'RULE_INVALID' }));
  });

  it('that remove nothing change nothing', () => {
    expect(textWith({ remove: ['#gone'] })).toEqual(textWith({}));
  });
});
