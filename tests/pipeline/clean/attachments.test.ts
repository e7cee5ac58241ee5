import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const paragraphs = '<p>各县（市、区）水务局：全市今年计划改造老旧管网一百二十公里，请抓好落实。</p>'.repeat(
  4,
);
const files = ['工程清单', '资金分配表', '2025～2026年度全市供水设施更新改造项目考核办法'];
const list = files.map((name, at) => `<p><a href="/f/${at}.pdf">${at + 1}.${name}.pdf</a></p>`).join('');
const names = files.map((name, at) => `${at + 1}.${name}.pdf`);

const attached = (inside: string, behind = '') =>
  extractArticle({
    html: `<h1>云川市水务局关于供水工作的通知</h1><p>2026-03-05</p><div class="content">${paragraphs}${inside}</div>${behind}`,
    url: 'https://yc.example/t1.html',
  }).blocks.slice(4);
const texts = (inside: string, behind = '') => attached(inside, behind).map(({ text }) => text);

describe('attached files of a document', () => {
  it.each([
    ['below their label', `<p>附件：</p>${list}`, ['附件：', ...names]],
    ['below 相关附件', `<h3>相关附件</h3>${list}`, ['相关附件', ...names]],
    ['behind the credits', `<p>责任编辑：贾亭</p>${list}`, names],
    ['behind the credits and their label', `<p>责任编辑：贾亭</p><p>附件：</p>${list}`, ['附件：', ...names]],
  ])('stay in order %s', (_, inside, expected) => {
    expect(texts(inside)).toEqual(expected);
  });

  it('stay where only a script knows their addresses', () => {
    const byScript = files.map(
      (name, at) =>
        `<p><a class="cms-attachment" attachment-id="${at}" href="javascript:;">${at === 0 ? '附　件：' : ''}${at + 1}.${name}</a></p>`,
    );
    expect(texts(byScript.join(''))).toEqual(
      files.map((name, at) => `${at === 0 ? '附　件：' : ''}${at + 1}.${name}`),
    );
    const longer = byScript.map((line) =>
      line.replace('</a>', '：云川市供水设施更新改造项目可行性研究报告提纲</a>'),
    );
    expect(texts(longer.join('')).length).toBe(3);
    const pages = '<p><a href="/1">某区召开供水工作会议</a></p>'.repeat(3);
    expect(texts(`${byScript.join('')}${pages}`).length).toBe(3);
  });

  it('stay below a label of its own, and so does the signature behind them', () => {
    const byScript = files.map((name, at) => `<p><a href="javascript:;">${at + 1}.${name}</a></p>`).join('');
    const signed = '<p>云川市水务局</p><p>2026年3月5日</p>';
    const expected = [
      '附件：',
      ...files.map((name, at) => `${at + 1}.${name}`),
      '云川市水务局',
      '2026年3月5日',
    ];
    expect(texts(`<p>附件：</p>${byScript}${signed}`)).toEqual(expected);
    const pages = '<p><a href="/1">某区召开供水工作会议</a></p>'.repeat(3);
    expect(texts(`${pages}${signed}`)).toEqual(['云川市水务局', '2026年3月5日']);
    const dated = '<p><a href="/1">某区召开供水工作会议</a></p><p>2026-02-05</p>'.repeat(3);
    expect(texts(dated)).toEqual([]);
  });

  it('stay as a table', () => {
    const rows = files.map(
      (name, at) => `<tr><td>附件${at + 1}</td><td><a href="/f/${at}.pdf">${name}.pdf</a></td></tr>`,
    );
    expect(attached(`<table>${rows.join('')}</table>`)).toMatchObject([
      { kind: 'table', files: files.map((_, at) => `https://yc.example/f/${at}.pdf`) },
    ]);
    const pages = rows.map((row) => row.replace('.pdf"', '.html"'));
    expect(attached(`<table>${pages.join('')}</table>`)).toEqual([]);
  });

  it('end where those of other documents begin', () => {
    const others = '<div><h4>相关解读</h4><p><a href="/j/1.pdf">一图读懂供水通知.pdf</a></p></div>';
    expect(texts('', `<div>${list}</div>${others}`)).toEqual(names);
  });

  it('have no count of how often they were fetched', () => {
    const [file] = attached('<p><a href="/f/2.xlsx">资金分配表.xlsx</a> 下载次数：12</p>');
    expect(file).toMatchObject({ kind: 'attachment', text: '资金分配表.xlsx' });
    expect(texts('<p><a href="/f/2.xlsx">资金分配表.xlsx</a> 已下载<span id="n"></span>次</p>')).toEqual([
      '资金分配表.xlsx',
    ]);
    expect(texts('<p><a href="/f/2.xlsx">附件下载</a></p>')).toEqual(['附件下载']);
    expect(texts('<p><a href="/f/2.xlsx">资金分配表.xlsx</a>（38.5 KB）</p>')).toEqual([
      '资金分配表.xlsx（38.5 KB）',
    ]);
  });
});
