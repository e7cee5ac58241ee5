import { describe, expect, it } from 'vitest';
import { explainPage } from '../../../pipeline/clean/explain-page.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { previewArticle } from '../../../pipeline/clean/preview-article.ts';

const sentence = '全市今年计划新建高标准农田十五万亩，改造老旧小区四十个。';
const page = (body: string) => ({
  html: `<title>云川市工作要点 - 云川网</title><h1>云川市工作要点</h1><div class="info">2024-01-05 来源：云川网</div><div class="content"><p>${sentence}</p>${body}<p>${sentence}</p></div>`,
  url: 'https://yc.example/a/b.html',
});
const blocks = (body: string) => extractArticle(page(body)).blocks.slice(1, -1);

describe('the blocks of an article', () => {
  it('part what inline elements set on lines of their own', () => {
    const spans = ['甲市今年改造管网。', '乙市今年新建水厂。'].map(
      (text) => `<span style="display: block">${text}</span>`,
    );
    expect(blocks(spans.join('')).map(({ text }) => text)).toEqual([
      '甲市今年改造管网。',
      '乙市今年新建水厂。',
    ]);
  });

  it('keep headings, faked ones too', () => {
    expect(
      blocks(
        '<h2>总体要求</h2><p>二、重点任务</p><p>（三）强化保障</p><p><strong>保障措施</strong></p><p style="text-align:center"><span style="font-weight:700">附表说明</span></p>',
      ).map(({ kind, level }) => [kind, level]),
    ).toEqual([
      ['heading', 2],
      ['heading', 2],
      ['heading', 3],
      ['heading', 3],
      ['heading', 3],
    ]);
  });

  it('keep nested lists, quotes and captions apart', () => {
    expect(
      blocks(
        '<ul><li>甲项，共三件。<ul><li>乙项，共两件。</li></ul></li></ul><blockquote><p>引文一句，出自文件。</p></blockquote><figure><img><figcaption>图为施工现场。</figcaption></figure>',
      ),
    ).toEqual([
      { kind: 'item', text: '甲项，共三件。', level: 1 },
      { kind: 'item', text: '乙项，共两件。', level: 2 },
      { kind: 'quote', text: '引文一句，出自文件。' },
      { kind: 'caption', text: '图为施工现场。' },
    ]);
  });

  it('take line breaks for paragraphs', () => {
    expect(blocks('第一句话在这里。<br><br>　　第二句话在这里。<br/>').map(({ text }) => text)).toEqual([
      '第一句话在这里。',
      '第二句话在这里。',
    ]);
  });

  it('keep tables as tables, with spans filled in rows and each value once in the text', () => {
    expect(
      blocks(
        '<table><tr><td rowspan=2>经济</td><td>增速</td><td>6%</td></tr><tr><td colspan=2>五百亿元</td></tr></table>',
      ),
    ).toEqual([
      {
        kind: 'table',
        text: '经济\t增速\t6%\n\t五百亿元\t',
        rows: [
          ['经济', '增速', '6%'],
          ['经济', '五百亿元', '五百亿元'],
        ],
      },
    ]);
  });

  it('do not take a table that arranges the page for data', () => {
    expect(
      blocks(
        `<table><tr><td>${sentence.repeat(3)}</td><td>旁注</td></tr><tr><td>又一行</td><td></td></tr></table>`,
      ).every(({ kind }) => kind !== 'table'),
    ).toBe(true);
  });

  it('give attachments with absolute addresses', () => {
    expect(blocks('<p>附件：<a href="../f/1.docx">分工表</a></p>')).toEqual([
      { kind: 'attachment', text: '附件：分工表', href: 'https://yc.example/f/1.docx' },
    ]);
  });

  it('make up the text when joined by line breaks', () => {
    const article = extractArticle(page('<p>第二句，也是一句话。</p>'));
    expect(article.text).toBe(article.blocks.map((block) => block.text).join('\n'));
  });
});

describe('an article for people', () => {
  it('is previewed without a link where an attachment has no address', () => {
    const html = `<h1>云川市工作要点</h1><p>${sentence}</p><p>${sentence}</p><p><a href="javascript:down(1)">分工表.pdf</a></p>`;
    expect(previewArticle(extractArticle({ html, url: null }))).toMatch(/- 分工表\.pdf\n$/);
  });

  it('is previewed as Markdown, its own signs escaped', () => {
    const markdown = previewArticle(
      extractArticle(page('<h2>一、目标*</h2><ul><li>一件[小]事，办好。</li></ul>')),
    );
    expect(markdown).toContain('# 云川市工作要点\n\n2024-01-05 · 云川网\n\n');
    expect(markdown).toContain('### 一、目标\\*\n\n- 一件\\[小\\]事，办好。');
  });

  it('begins no list in Markdown where a paragraph begins with a number or dash, and keeps a row on one line', () => {
    const paragraphs = [
      '1. 要抓好落实，确保见效。',
      '- 要压实责任，限期办好。',
      '+ 以&lt;标&gt;代证，&amp;amp;并行推进。',
    ];
    const table =
      '<table><tr><th>指标</th><th>值|项</th></tr><tr><td>就业</td><td><p>3</p><p>万人</p></td></tr></table>';
    const markdown = previewArticle(
      extractArticle(page(`${paragraphs.map((text) => `<p>${text}</p>`).join('')}${table}`)),
    );
    expect(markdown).toContain('\n1\\. 要抓好');
    expect(markdown).toContain('\n\\- 要压实');
    expect(markdown).toContain('\n\\+ 以\\<标\\>代证，\\&amp;并行');
    expect(markdown).toMatch(/\| 指标 \| 值\\\|项 \|\n\| --- \| --- \|\n\| 就业 \| 3 ?万人 \|/);
  });

  it('is explained line by line, with the step and reason of each removal', () => {
    const html = explainPage(page('<p>责任编辑：张三</p><div class="share-box">分享到微信</div>'));
    expect(html).toContain('<p class="kept">全市今年计划');
    expect(html).toContain('<p class="removed">分享到微信<small>chrome: box named share</small></p>');
    expect(html).toContain('<p class="title">云川市工作要点<small>title</small></p>');
    expect(html).toContain('<small>outside the body</small>');
  });
});
