import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const body = '<p>各县（市、区）人民政府，市政府各部门：全市今年计划新建高标准农田十五万亩。</p>'.repeat(4);
const clean = (fields: string, tail = '') =>
  extractArticle({
    html: `<head><meta name="ContentSource" content="云川市政府办"></head><body><h1>关于做好今年春耕备耕工作的通知</h1>${fields}<div class="c">${body}</div>${tail}</body>`,
    url: null,
  });

describe('what government pages say of a document', () => {
  it('is read from a row of labels above a row of values', () => {
    const table =
      '<table><tr><td>索取号</td><td>发布时间</td><td>发布机构</td><td>文件编号</td><td>备注</td></tr>' +
      '<tr><td>01234567X/2024-00031</td><td></td><td>云川市农业农村局</td><td>云农发〔2024〕7号</td><td></td></tr></table>';
    expect(clean(table)).toMatchObject({
      source: '云川市政府办',
      fields: {
        indexNumber: '01234567X/2024-00031',
        issuer: '云川市农业农村局',
        documentNumber: '云农发〔2024〕7号',
      },
    });
  });

  it('is no part of the text where it stands at its head', () => {
    const row = (cells: string) => `<tr><td>${cells.split(' ').join('</td><td>')}</td></tr>`;
    const text = (table: string) =>
      extractArticle({
        html: `<h1>关于做好今年春耕备耕工作的通知</h1><p>2024-05-11</p><div><table>${table}</table>${body}</div>`,
        url: null,
      }).text;
    expect(
      text(row('索取号 发布机构 文件编号') + row('01234567X 云川市农业农村局 云农发〔2024〕7号')),
    ).toMatch(/^各县/);
    expect(text(row('县区 发布机构 文件编号') + row('石县 石县人民政府 石政发〔2024〕7号'))).toMatch(/^县区/);
  });

  it('leaves out what is empty instead of taking the next label for its value', () => {
    const { fields } = clean(
      '<ul><li>索引号: 01234567X/2024-00031</li><li>文件编号:</li><li>发布机构: 市农业农村局</li><li>主题分类:</li><li>公开方式: 主动公开</li></ul>',
    );
    expect(fields).toEqual({ indexNumber: '01234567X/2024-00031', issuer: '市农业农村局' });
    const row =
      '<table><tr><td>索 引 号：</td><td>主题分类：</td></tr><tr><td>文 号：</td><td>云川市人民政府</td></tr></table>';
    expect(clean(row).fields).toEqual({});
  });
});

describe('the source of a government page', () => {
  it('is what is called 来源 before the issuer', () => {
    const fields = '<p>发文机构：云川市农业农村局办公室</p>';
    expect(clean(fields, '<p>发布日期：2024-06-13 来源：云川日报</p>').source).toBe('云川日报');
    expect(clean(fields).source).toBe('云川市农业农村局办公室');
  });

  it('is not what a site says of its rights', () => {
    const rights =
      '<p>1.凡本站注明“文章类型：原创”的作品，转载时必须注明“文章来源：云川市农业信息网站”。</p>';
    expect(clean('', rights).source).toBe('云川市政府办');
  });
});
