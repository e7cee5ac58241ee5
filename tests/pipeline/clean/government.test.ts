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

  it('says of each field where it was found', () => {
    const row = (cells: string) => `<tr><td>${cells.split(' ').join('</td><td>')}</td></tr>`;
    const table = `<table>${row('索引号 01234567X/2024-00031')}${row('成文日期 2024年3月1日')}</table>`;
    const html = `<head><meta name="FileNum" content="云政发〔2024〕7号"><meta name="Publisher" content="云川市人民政府"></head><body><p class="kicker">云川市农业文件</p><h1>关于做好今年春耕备耕工作的通知</h1>${table}<p>公文时效：有效</p><div class="c">${body}</div></body>`;
    expect(extractArticle({ html, url: null })).toMatchObject({
      kicker: '云川市农业文件',
      fields: {
        indexNumber: '01234567X/2024-00031',
        documentNumber: '云政发〔2024〕7号',
        issuer: '云川市人民政府',
        written: '2024-03-01',
        validity: '有效',
      },
      found: {
        title: 'line:h1',
        kicker: 'line',
        indexNumber: 'table',
        written: 'table',
        validity: 'line',
        documentNumber: 'meta:filenum',
        issuer: 'meta:publisher',
      },
    });
  });

  it.each([
    ['<p>【失效】</p>', '失效'],
    ['<p>（已废止）</p>', '已废止'],
    ['<p>该文件已失效</p>', '已失效'],
    ['<p>全文有效</p>', '全文有效'],
    ['<p><a href="/1.html">云川市粮食管理办法【失效】</a></p>', undefined],
    ['<ul><li><a href="/?x=1">有效</a></li><li><a href="/?x=2">失效</a></li></ul>', undefined],
    ['<p>加强有效管理，防止旧规失效</p>', undefined],
  ])('takes %s for whether it holds', (stamp, validity) => {
    expect(clean(stamp).fields.validity).toBe(validity);
  });

  it('knows an order by its number, and no end of its validity for a date', () => {
    const { fields, published } = clean('<p>云川市人民政府令第 123 号</p><p>有效期：至2026年12月31日</p>');
    expect(fields.documentNumber).toBe('云川市人民政府令第123号');
    expect(published).toBeNull();
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
