import { expect, it } from 'vitest';
import { extractArticle } from '../../../../pipeline/clean/extract-article.ts';

const say = (at: number) =>
  `<p>第${at}项工作由各部门分工负责，要倒排工期，按期完成各项任务，新增就业${at}万人。</p>`;
const around = (inside: string) =>
  extractArticle({
    html: `<h1>关于重点工作的通知</h1><div>${say(1)}${say(2)}${inside}${say(3)}</div>`,
    url: null,
  });
const trap = '暗藏的一句话说增长九十九个百分点，读者看不见。';

it.each([
  'font-size:1px',
  'FONT-SIZE: 0.5px',
  'height:0;overflow:hidden',
  'overflow: hidden; width: 0px',
  'clip: rect(0, 0, 0, 0)',
  'clip:rect(1px 1px 1px 1px)',
  'transform: scale(0)',
])('takes out what %s hides', (style) => {
  const { text, removed } = around(`<div style="${style}"><p>${trap}</p></div>`);
  expect(text).not.toContain('暗藏');
  expect(text).toContain('第3项');
  expect(removed).toEqual([expect.objectContaining({ step: 'hidden', text: trap })]);
});

it.each([
  'font-size:16px',
  'font-size:1.2em',
  'line-height:0;overflow:hidden',
  'border-width:0;overflow:hidden',
  'height:0.5em;overflow:hidden',
  'max-height:0;overflow:hidden',
  'overflow:hidden;height:20px',
])('keeps what %s shows', (style) => {
  expect(around(`<div style="${style}"><p>${trap}</p></div>`).text).toContain('暗藏');
});

it('sees the text behind a comment that ends as only browsers know', () => {
  expect(around('<!-- a --!>').text).toContain('第3项');
});
